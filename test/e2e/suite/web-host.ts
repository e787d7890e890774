// An extension host in a browser: progress and what is said are sent to the server that VS Code came from, files go to the
// folder of the workspace. It must not know the tests.
import * as vscode from 'vscode';
import type { Host } from './host.ts';

/** Put in when the suite is bundled. */
declare const E2E_ONLY: string;
declare const E2E_TELL: string;

export const WEB_HOST: Host = {
  only: E2E_ONLY,
  words: 'built-in',
  tell: async (progress, said) => void (await fetch(E2E_TELL, { method: 'POST', body: JSON.stringify({ progress, said }) })),
  shelf() {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('no folder is open');
    return folder.uri;
  },
};
