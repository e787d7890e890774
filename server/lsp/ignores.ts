// Quick fixes that take a finding off the list: here, wherever its wording stands, or with its whole rule. They change the
// workspace file and never the report. Must not decide what is found.

import { CodeAction, CodeActionKind, CreateFile, type Diagnostic, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { withIgnore, withRuleOff } from '../config/edit.ts';
import { ignoreOf, makeSource, type Problem, type Report, type Rule } from '../core/index.ts';
import type { ConfigFile } from './configs.ts';
import { toRange } from './convert.ts';

/** A command of the client that saves the workspace file, so that the command line sees the decision too. */
export const SAVE_CONFIG = 'fazhiReport.saveConfig';

export interface IgnoreTarget {
  readonly file: ConfigFile;
  /** Whether the client knows the command that saves. */
  readonly commands: boolean;
}

/** Longer wordings are sentences: nobody wants to ignore those everywhere. */
const LONGEST_WORDING = 16;

/** At most three, after the fixes. */
export function ignoreActions(report: Report, problem: Problem, { file, commands }: IgnoreTarget, diagnostic: Diagnostic): readonly CodeAction[] {
  const here = ignoreOf(report, problem.rule, problem);
  const action = (title: string, text: string): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: configEdit(file, text),
    ...(commands ? { command: { title, command: SAVE_CONFIG, arguments: [file.uri] } } : {}),
  });
  const { rule, text } = here;
  return [
    action('不再提示这一处', withIgnore(file.text, here)),
    ...(isWording(report, problem.rule, text) ? [action(`本工作区不再提示“${text}”`, withIgnore(file.text, { rule, text }))] : []),
    action(`本工作区关闭规则“${problem.rule.title}”`, withRuleOff(file.text, rule)),
  ];
}

/** Whether somebody may want to ignore these words wherever they stand: no number, which is another one elsewhere. */
export const isWording = (report: Report, { id }: Rule, text: string): boolean => /^(?:wording|format)-/u.test(id) && text.length >= 2 && text.length <= LONGEST_WORDING && text !== report.title?.text;

/** The change of a workspace file, which is made where there is none. */
export const configEdit = (file: ConfigFile, text: string): WorkspaceEdit => ({
  documentChanges: [...(file.exists ? [] : [CreateFile.create(file.uri, { ignoreIfExists: true })]), changeOf(file, text)],
});

/** The change between two texts as one edit, what they share at both ends left alone. */
function changeOf({ uri, text: before }: ConfigFile, after: string): TextDocumentEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const range = toRange(makeSource(before), { start, end: before.length - tail });
  return { textDocument: { uri, version: null }, edits: [{ range, newText: after.slice(start, after.length - tail) }] };
}
