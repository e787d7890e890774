// Asks the server about the report in the active editor, and again after each pause in writing. Must not know what is asked
// or how the answer is shown.

import { languages, TabInputText, window, workspace, type Disposable, type DocumentSelector, type TextDocument, type Uri } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';

/** Less than a pause between two words; more than the time between two keys. */
const PAUSE_MS = 300;

/** Documents of these schemes come and go beside the text the writer works on. */
const ASIDE = new Set(['output', 'git', 'comment', 'debug']);

export interface Follower extends Disposable {
  /** Asks again after the pause. */
  readonly soon: () => void;
}

/** `show` gets the answer with its document, or nothing where there is no report; an answer that says nothing new is not shown. */
export function followReport<T extends object>(client: LanguageClient, selector: DocumentSelector, method: string, show: (uri: Uri | undefined, answer: T | undefined) => void): Follower {
  let last: TextDocument | undefined;
  let shown: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** A page, a picture or the settings in front of the report do not take its place. */
  function current(): TextDocument | undefined {
    const active = window.activeTextEditor?.document;
    if (active) return ASIDE.has(active.uri.scheme) ? last : active;
    return last && hasTab(last) ? last : undefined;
  }

  async function update(): Promise<void> {
    const document = current();
    last = document;
    if (!document || client.state !== State.Running || languages.match(selector, document) === 0) {
      tell(undefined, undefined);
      return;
    }
    const { version } = document;
    const answer = await client.sendRequest<T | null>(method, { uri: client.code2ProtocolConverter.asUri(document.uri) }).catch(() => null);
    // By now the writer may have gone on; that change asks for itself.
    if (document === current() && document.version === version) tell(answer === null ? undefined : document.uri, answer ?? undefined);
  }

  /** A tree that is drawn anew takes away the menu's hold on its row. */
  function tell(uri: Uri | undefined, answer: T | undefined): void {
    const now = JSON.stringify([uri?.toString(), { ...answer, version: undefined }]);
    if (now === shown) return;
    shown = now;
    show(uri, answer);
  }

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), PAUSE_MS);
  }

  const subscriptions: Disposable[] = [
    client.onDidChangeState(soon),
    workspace.onDidOpenTextDocument(soon),
    window.tabGroups.onDidChangeTabs(soon),
    // Between two editors there is none for a moment.
    window.onDidChangeActiveTextEditor((editor) => (editor ? void update() : soon())),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === current()) soon();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('fazhiReport')) soon();
    }),
    { dispose: () => clearTimeout(timer) },
  ];
  void update();
  return { soon, dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}

const hasTab = ({ uri }: TextDocument): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()));
