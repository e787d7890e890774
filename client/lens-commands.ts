// What a click on a lens does: a part that is missing is inserted by the edit of its quick fix, the findings of a section
// are gone through one after the other. Must not know where a part belongs or what is found.

import * as l10n from '@vscode/l10n';
import { commands, Disposable, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { overviewOf } from './overview.ts';
import { showDocument, showPlace, type LspRange, type LspPosition } from './place.ts';
import type { Server } from './server.ts';
import { uriIn } from './uris.ts';

/** The document's URI, and the parts by their ids. */
export const INSERT = 'fazhiReport.insertParts';
/** The document's URI, and a range as the server writes it. */
const NEXT = 'fazhiReport.nextProblem';

export function registerLensCommands(server: Server): Disposable {
  async function insert(where: unknown, parts: unknown): Promise<void> {
    const uri = uriIn(where);
    if (!uri || !Array.isArray(parts)) return;
    const answer = await server.request<{ edit: WorkspaceEdit } | null>('fazhiReport/insert', { uri: uri.toString(), parts });
    if (!answer) {
      void window.showInformationMessage(l10n.t('这一部分已经有了，没有插入。'));
      return;
    }
    // The editor in front turns the places to fill in into tab stops.
    await showDocument(uri);
    await workspace.applyEdit(await server.editOf(answer.edit));
  }

  /** Goes to the first finding of the range behind the cursor, and from the last to the first. */
  async function next(where: unknown, range: LspRange): Promise<void> {
    const uri = uriIn(where);
    if (!uri) return;
    const answer = await overviewOf(server, uri, ['problems']);
    const places = (answer?.problems?.groups ?? [])
      .flatMap(({ problems }) => problems.map((problem) => problem.range))
      .filter(({ start }) => !isBefore(start, range.start) && isBefore(start, range.end))
      .sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const cursor = editor?.selection.start;
    const place = places.find(({ start }) => cursor && isBefore(cursor, start)) ?? places[0];
    if (place) await showPlace(uri, place);
  }

  return Disposable.from(commands.registerCommand(INSERT, insert), commands.registerCommand(NEXT, next));
}

const isBefore = (a: LspPosition, b: LspPosition): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
