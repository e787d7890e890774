// The one that asks: about the report in the active editor, and again after each pause in writing, for all that is seen of
// it. Must not know how an answer is shown.

import { languages, TabInputText, window, workspace, type Disposable, type DocumentSelector, type TextDocument, type TreeView } from 'vscode';
import { overviewOf, type Overview, type OverviewPart, type Skipped, type Status } from './overview.ts';
import type { Server } from './server.ts';
import { isConfig } from './workspace-file.ts';

/** Less than a pause between two words; more than the time between two keys. */
const PAUSE_MS = 300;

/** Documents of these schemes come and go beside the text the writer works on. */
const ASIDE = new Set(['output', 'git', 'comment', 'debug', 'vscode-userdata', 'vscode-settings', 'fazhi-report']);

/** Gets the document in front, and what is told of it; nothing where it is no report or not read. An answer that says nothing new is not shown. */
type Show<T> = (document: TextDocument | undefined, answer: T | undefined, skipped: Skipped | undefined) => void;

export interface Follower extends Disposable {
  /** Asks again after the pause. */
  readonly soon: () => void;
  /** The document that is followed. */
  readonly document: () => TextDocument | undefined;
  readonly followStatus: (show: Show<Status>) => void;
  /** A part is asked for only while its view is seen. */
  readonly followPart: <P extends OverviewPart>(part: P, view: Pick<TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>, show: Show<NonNullable<Overview[P]>>) => void;
}

interface Listener {
  readonly part: OverviewPart | 'status';
  readonly wanted: () => boolean;
  readonly show: (document: TextDocument | undefined, answer: Overview | undefined) => void;
}

export function createFollower(server: Server, selector: DocumentSelector): Follower {
  const listeners: Listener[] = [];
  let last: TextDocument | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** A page, a picture, the settings or the workspace file in front of the report do not take its place. */
  function current(): TextDocument | undefined {
    const active = window.activeTextEditor?.document;
    if (active && !ASIDE.has(active.uri.scheme) && !isConfig(active.uri)) return active;
    return last && hasTab(last) ? last : undefined;
  }

  async function update(): Promise<void> {
    const document = current();
    last = document;
    if (!document || !server.isRunning() || languages.match(selector, document) === 0) {
      tell(document, undefined);
      return;
    }
    const { version } = document;
    const parts = listeners.filter(({ wanted }) => wanted()).map(({ part }) => part);
    const answer = await overviewOf(server, document.uri, parts);
    // By now the writer may have gone on; that change asks for itself.
    if (document === current() && document.version === version) tell(document, answer);
  }

  function tell(document: TextDocument | undefined, answer: Overview | undefined): void {
    for (const { show } of listeners) show(document, answer);
  }

  function listen<P extends OverviewPart | 'status'>(part: P, wanted: () => boolean, show: Show<NonNullable<Overview[P]>>): void {
    let shown: string | undefined;
    listeners.push({
      part,
      wanted,
      show(document, answer) {
        // A view that nobody sees keeps what it has until it is seen again.
        const own = answer?.[part] ?? undefined;
        if (answer && !answer.skipped && own === undefined) return;
        const now = JSON.stringify([document?.uri.toString(), document?.languageId, own, answer?.skipped]);
        // A tree that is drawn anew takes away the menu's hold on its row.
        if (now === shown) return;
        shown = now;
        show(document, own, answer?.skipped);
      },
    });
  }

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), PAUSE_MS);
  }

  const subscriptions: Disposable[] = [
    server.onDidChange(soon),
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
    // The workspace file has changed, or better words are there.
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((each) => each.toString() === last?.uri.toString())) soon();
    }),
    { dispose: () => clearTimeout(timer) },
  ];
  return {
    soon,
    document: current,
    followStatus(show) {
      listen('status', () => true, show);
      soon();
    },
    followPart(part, view, show) {
      listen(part, () => view.visible, show);
      subscriptions.push(view.onDidChangeVisibility(({ visible }) => (visible ? void update() : undefined)));
      soon();
    },
    dispose: () => subscriptions.forEach((each) => void each.dispose()),
  };
}

const hasTab = ({ uri }: TextDocument): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()));
