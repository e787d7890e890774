// The way to VS Code's own preview for a Markdown file that is named like a report: such files have another language, and so
// lose the button. Must not render anything.

import { commands, Uri, window } from 'vscode';

/** Given the file whose tab was clicked; else the one in front. */
export async function showPreview(target: unknown): Promise<void> {
  const uri = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
  if (uri) await commands.executeCommand('markdown.showPreviewToSide', uri);
}
