// Kind and year that the writer chose by hand for single documents: kept by the workspace, told to the server. Must not
// know which kinds there are.

import { workspace, type Disposable, type Memento, type Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

export interface Choice {
  readonly kind?: string;
  readonly year?: number;
}

const KEY = 'choices';

/** Older ones are forgotten. */
const MOST = 200;

export interface Choices extends Disposable {
  /** By URI as the server knows it. */
  readonly all: () => Readonly<Record<string, Choice>>;
  /** Changes what is chosen for a document; undefined takes it back. */
  readonly choose: (uri: Uri, change: { readonly kind?: string | undefined; readonly year?: number | undefined }) => Promise<void>;
}

/** `client` is the one that is started by then. */
export function createChoices(store: Memento, client: () => LanguageClient | undefined): Choices {
  const all = (): Readonly<Record<string, Choice>> => store.get<Record<string, Choice>>(KEY, {});

  const choose: Choices['choose'] = async (uri, change) => {
    const key = client()?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
    const { [key]: before, ...others } = all();
    const { kind, year } = { ...before, ...change };
    const choice = { ...(kind === undefined ? {} : { kind }), ...(year === undefined ? {} : { year }) };
    const kept = Object.keys(choice).length > 0 ? { ...others, [key]: choice } : others;
    await store.update(KEY, Object.fromEntries(Object.entries(kept).slice(-MOST)));
    await client()?.sendNotification('fazhiReport/choose', { uri: key, ...choice });
  };

  // Another language closes a document and opens it again; only then is it not closed for good.
  const closing = workspace.onDidCloseTextDocument((document) => {
    if (document.uri.scheme === 'untitled' && document.isClosed) void choose(document.uri, { kind: undefined, year: undefined });
  });
  return { all, choose, dispose: () => void closing.dispose() };
}
