// 新建报告: asks who reports on which year and in which layout, has the server draft the report and opens it, unsaved, with
// its places to fill in for Tab to visit. The clock is read here and nowhere else. Must not know what stands in a report.

import * as l10n from '@vscode/l10n';
import { InputBoxValidationSeverity, Position, QuickInputButtons, SnippetString, window, workspace, type Disposable, type QuickInput, type QuickPickItem } from 'vscode';
import type { Choices } from './choices.ts';
import type { Server } from './server.ts';
import { kindNames } from './status-text.ts';
import { emptyDocument } from './untitled.ts';

type Kind = 'township' | 'government' | 'department' | 'joint';
export type Layout = 'plain' | 'markdown';

interface Answers {
  readonly kind: Kind;
  readonly unit: string;
  readonly year: number;
  readonly layout: Layout;
}

interface Draft {
  readonly text: string;
  readonly language: string;
  readonly name: string;
}

interface UnitProblem {
  readonly refused: boolean;
  readonly reason: 'empty' | 'odd' | 'kind';
  readonly shows?: Kind;
}

/** The writer goes back a step, or gives up. */
type Turn = 'back' | 'end';

const STEPS = 4;
const JUNE = 5;
/** No yearly report was asked for before. */
const FIRST_YEAR = 2016;

const kinds = (): readonly (QuickPickItem & { readonly value: Kind })[] => [
  { value: 'township', label: kindNames()['township'] ?? '', description: l10n.t('如 松澜镇') },
  { value: 'government', label: kindNames()['government'] ?? '', description: l10n.t('如 临岚县人民政府') },
  { value: 'department', label: kindNames()['department'] ?? '', description: l10n.t('如 临岚县农业农村局') },
  { value: 'joint', label: kindNames()['joint'] ?? '', description: l10n.t('如 中共松澜镇委员会、松澜镇人民政府') },
];

export const layouts = (): readonly (QuickPickItem & { readonly value: Layout })[] => [
  { value: 'plain', label: l10n.t('纯文本'), description: l10n.t('标题只有编号：一、（一）1.') },
  { value: 'markdown', label: 'Markdown', description: l10n.t('标题另加 #，编号照写') },
];

/** `given` spares the questions it answers, for other programs. */
export async function newReport(server: Server, choices: Choices, given: Partial<Answers> = {}): Promise<void> {
  const answers = await ask(server, typeof given === 'object' && given !== null ? given : {});
  if (!answers) return;
  const draft = await server.request<Draft | null>('fazhiReport/newReport', answers);
  if (!draft) {
    void window.showErrorMessage(l10n.t('没有新建：单位名称或年度不能用。'));
    return;
  }
  const document = await emptyDocument(draft, workspace.workspaceFolders?.[0]?.uri);
  // What is still to be written is no fault yet.
  await choices.choose(document.uri, { profile: 'draft' });
  const editor = await window.showTextDocument(document, { preview: false });
  await editor.insertSnippet(new SnippetString(draft.text), new Position(0, 0));
}

async function ask(server: Server, given: Partial<Answers>): Promise<Answers | undefined> {
  let answers: Partial<Answers> = { ...given };
  const questions: readonly { readonly of: keyof Answers; readonly put: (step: number) => Promise<Partial<Answers> | Turn> }[] = [
    { of: 'kind', put: (step) => pick(step, l10n.t('哪一类单位'), kinds(), answers.kind, (kind) => ({ kind })) },
    { of: 'unit', put: (step) => askUnit(server, step, answers.kind ?? 'township', answers.unit ?? '') },
    { of: 'year', put: (step) => pick(step, l10n.t('报告哪一年的工作'), years(new Date()), answers.year ?? yearOf(new Date()), (year) => ({ year })) },
    { of: 'layout', put: (step) => pick(step, l10n.t('用哪种格式'), layouts(), answers.layout, (layout) => ({ layout })) },
  ];
  const open = questions.map((question, index) => ({ ...question, step: index + 1 })).filter(({ of }) => given[of] === undefined);
  for (let i = 0; i < open.length; ) {
    const question = open[i] as (typeof open)[number];
    const answer = await question.put(question.step);
    if (answer === 'end' || (answer === 'back' && i === 0)) return undefined;
    if (answer === 'back') i--;
    else {
      answers = { ...answers, ...answer };
      i++;
    }
  }
  return answers as Answers;
}

/** Reports are written in the first months of the next year; from June on, somebody is early. */
const yearOf = (now: Date): number => now.getFullYear() - (now.getMonth() < JUNE ? 1 : 0);

function years(now: Date): readonly (QuickPickItem & { readonly value: number })[] {
  const last = now.getFullYear();
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => ({ value: last - i, label: l10n.t('{0}年度', last - i) }));
}

/** One question; Enter answers, Escape ends, the arrow goes back. */
function put<T>(input: QuickInput, step: number, title: string, parts: (answer: (value: T | Turn) => void) => readonly Disposable[]): Promise<T | Turn> {
  return new Promise((resolve) => {
    let answered: T | Turn = 'end';
    input.title = `${l10n.t('新建报告')}：${title}`;
    input.step = step;
    input.totalSteps = STEPS;
    input.ignoreFocusOut = true;
    const subscriptions = [
      ...parts((value) => {
        answered = value;
        input.hide();
      }),
      input.onDidHide(() => {
        subscriptions.forEach((each) => void each.dispose());
        input.dispose();
        resolve(answered);
      }),
    ];
    input.show();
  });
}

function pick<V, A>(step: number, title: string, items: readonly (QuickPickItem & { readonly value: V })[], before: V | undefined, answerOf: (value: V) => A): Promise<A | Turn> {
  const input = window.createQuickPick<QuickPickItem & { readonly value: V }>();
  input.items = items;
  input.activeItems = items.filter(({ value }, index) => (before === undefined ? index === 0 : value === before));
  input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
  return put<A>(input, step, title, (answer) => [
    input.onDidTriggerButton(() => answer('back')),
    input.onDidAccept(() => {
      const [chosen] = input.activeItems;
      if (chosen) answer(answerOf(chosen.value));
    }),
  ]);
}

function askUnit(server: Server, step: number, kind: Kind, before: string): Promise<Partial<Answers> | Turn> {
  const input = window.createInputBox();
  input.value = before;
  input.prompt = l10n.t('写进标题的名称，如“松澜镇”“临岚县农业农村局”');
  input.buttons = [QuickInputButtons.Back];
  const problemOf = (unit: string): Promise<UnitProblem | null> => server.request<UnitProblem | null>('fazhiReport/checkUnit', { kind, unit });
  const tell = (problem: UnitProblem | null): void => {
    input.validationMessage = problem ? { message: messageOf(problem), severity: problem.refused ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Warning } : undefined;
  };
  return put<Partial<Answers>>(input, step, l10n.t('单位名称'), (answer) => [
    input.onDidTriggerButton(() => answer('back')),
    input.onDidChangeValue(async (unit) => {
      const problem = await problemOf(unit);
      if (input.value === unit) tell(problem?.reason === 'empty' ? null : problem);
    }),
    input.onDidAccept(async () => {
      const unit = input.value;
      const problem = await problemOf(unit);
      if (problem?.refused) tell(problem);
      else answer({ unit });
    }),
  ]);
}

function messageOf({ reason, shows }: UnitProblem): string {
  if (reason === 'empty') return l10n.t('写上单位名称。');
  if (reason === 'odd') return l10n.t('名称里有不该有的标点，或者太长。');
  return l10n.t('从名称看是“{0}”，与上一步选的不同。核对后按回车继续。', kinds().find(({ value }) => value === shows)?.label ?? '');
}
