// Tells the server where the writer is typing, and where the cursor went after that, so that findings can wait until a
// sentence is written to its end. Must not know sentences or findings.

import { Position, window, type Disposable, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { lspPosition } from './place.ts';
import type { Server } from './server.ts';

/** What an input method or a completion writes at once; longer pieces are pasted. */
const LONGEST_TYPED = 60;

/** What was written in one go, on one line. */
interface Run {
  readonly document: TextDocument;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface Typing extends Disposable {
  readonly middleware: Pick<Middleware, 'didChange'>;
}

export function watchTyping(server: Server): Typing {
  let run: Run | undefined;
  // Where typing has put the cursor; the editor tells that later, when more may have been typed.
  let echoes: Position[] = [];

  function tell(document: TextDocument, position: Position | undefined, typing: boolean): void {
    // Not awaited: it must go out before the change it belongs to.
    void server.notify('fazhiReport/cursor', { uri: document.uri.toString(), position: position ? lspPosition(position) : null, typing });
  }

  function leave(): void {
    if (run) tell(run.document, undefined, false);
    run = undefined;
    echoes = [];
  }

  const subscriptions: Disposable[] = [
    window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      if (!run || !selection || textEditor !== window.activeTextEditor) return;
      const echo = echoes.findIndex((place) => place.isEqual(selection.active));
      if (textEditor.document !== run.document) leave();
      else if (echo >= 0) echoes.splice(0, echo + 1);
      else tell(run.document, selection.active, false);
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      if (!run) return;
      if (editor?.document === run.document) tell(run.document, editor.selection.active, false);
      else leave();
    }),
    window.onDidChangeWindowState(({ focused }) => {
      if (!focused) leave();
    }),
  ];
  return {
    middleware: {
      didChange: (event, next) => {
        const typed = typedIn(event, run);
        if (typed) {
          const place = new Position(typed.line, typed.to);
          if (run?.document !== typed.document) echoes = [];
          run = typed;
          echoes.push(place);
          tell(typed.document, place, true);
        } else if (run?.document === event.document) {
          leave();
        }
        return next(event);
      },
    },
    dispose: () => subscriptions.forEach((each) => void each.dispose()),
  };
}

/**
 * What has been written if a change is somebody typing: one change on one line at the only cursor, no undo. The editor may
 * tell of its cursor before or after that, or behind further changes. Words are replaced by typing only where they were
 * typed just before, as an input method does; anything else that replaces words is a fix.
 */
function typedIn({ document, contentChanges, reason }: TextDocumentChangeEvent, run: Run | undefined): Run | undefined {
  const [change, more] = contentChanges;
  const editor = window.activeTextEditor;
  if (!change || more || reason !== undefined || editor?.document !== document || editor.selections.length > 1) return undefined;
  const { range, text } = change;
  if (!range.isSingleLine || text.length > LONGEST_TYPED || /[\r\n]/u.test(text)) return undefined;
  const { line, character: from } = range.start;
  const { character: end } = range.end;
  const to = from + text.length;
  const goesOn = run?.document === document && run.line === line && run.from <= from && end <= run.to;
  const { active } = editor.selection;
  const atCursor = active.isEqual(range.end) || active.isEqual(range.start.with(line, to)) || (goesOn && end === run.to);
  const isTyped = range.isEmpty || goesOn ? atCursor : editor.selection.isEqual(range) || (text === '' && (atCursor || active.isEqual(range.start)));
  if (!isTyped) return undefined;
  return goesOn ? { ...run, to } : { document, line, from, to };
}
