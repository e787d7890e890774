// Kind, year, stage of the work and earlier reports that the writer chose by hand for single documents: kept by the workspace, told to the
// server. Must not know which there are.

import { TabInputText, window, workspace, type Disposable, type Memento, type TextDocument, type Uri } from 'vscode';
import type { Server } from './server.ts';

export interface Choice {
  readonly kind?: string;
  readonly year?: number;
  readonly profile?: string;
  /** Earlier reports to compare with, by URI as the server knows it; none of them where there are to be none. */
  readonly past?: readonly string[];
}

/** What changes of a choice; undefined takes back. */
export type Change = { readonly [K in keyof Choice]?: Choice[K] | undefined };

const KEY = 'choices';

/** Older ones are forgotten. */
const MOST = 200;

export interface Choices extends Disposable {
  /** By URI as the server knows it. */
  readonly all: () => Readonly<Record<string, Choice>>;
  readonly choose: (uri: Uri, change: Change) => Promise<void>;
}

export function createChoices(store: Memento, server: Server): Choices {
  const all = (): Readonly<Record<string, Choice>> => store.get<Record<string, Choice>>(KEY, {});

  const choose: Choices['choose'] = async (uri, change) => {
    const key = uri.toString();
    const { [key]: before, ...others } = all();
    const choice = Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)) as Choice;
    const kept = Object.keys(choice).length > 0 ? { ...others, [key]: choice } : others;
    await store.update(KEY, Object.fromEntries(Object.entries(kept).slice(-MOST)));
    await server.settled();
    // A server that starts later is told all choices.
    await server.notify('fazhiReport/choose', { uri: key, ...choice });
  };

  /** A new document becomes a file when it is saved: a moment long both are open, with the same text. */
  function carryOver(file: TextDocument): void {
    if (file.uri.scheme === 'untitled') return;
    const before = workspace.textDocuments.find(({ uri, getText }) => uri.scheme === 'untitled' && all()[uri.toString()] !== undefined && getText() === file.getText());
    const choice = before && all()[before.uri.toString()];
    if (choice) void choose(file.uri, choice);
  }

  // A window that was closed with an unsaved document in it tells nobody; its name may come again.
  const isGone = (key: string): boolean => key.startsWith('untitled:') && !window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === key));
  if (Object.keys(all()).some(isGone)) void store.update(KEY, Object.fromEntries(Object.entries(all()).filter(([key]) => !isGone(key))));

  const forget: Change = { kind: undefined, year: undefined, profile: undefined, past: undefined };
  const subscriptions = [
    workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) {
        const choice = all()[oldUri.toString()];
        if (!choice) continue;
        await choose(newUri, choice);
        await choose(oldUri, forget);
      }
    }),
    workspace.onDidDeleteFiles(async ({ files }) => {
      for (const uri of files) if (all()[uri.toString()]) await choose(uri, forget);
    }),
    workspace.onDidSaveTextDocument(carryOver),
    // Another language closes a document and opens it again; only then is it not closed for good.
    workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      if (uri.scheme === 'untitled' && isClosed) void choose(uri, forget);
    }),
  ];
  return { all, choose, dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}
