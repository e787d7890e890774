// Every command that the manifest contributes, run on an open report without any answer to its questions; and the settings
// that no other file of the suite turns. It must not know what the commands are, only what the manifest lists.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { codeOf, diagnosticsWhen, outputOf, test, until, withDocument } from './harness.ts';

const SOURCE = '法治报告';
const RATE = 'figure-rate-mismatch';
const WORDING = 'wording-outdated';

const extension = (): vscode.Extension<unknown> => {
  const found = vscode.extensions.all.find((each) => each.packageJSON.name === 'fazhi-report');
  assert.ok(found);
  return found;
};

const contributed = (): readonly string[] => (extension().packageJSON as { contributes: { commands: { command: string }[] } }).contributes.commands.map(({ command }) => command);

/** Runs a command and gives up every question it asks. */
async function runUnanswered(command: string): Promise<void> {
  let ended = false;
  const running = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
    ended = true;
  });
  await until(async () => {
    if (!ended) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    return ended;
  }, `${command} to end`);
  await running;
}

const closeOthers = async (document: vscode.TextDocument): Promise<void> => {
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
  await vscode.commands.executeCommand('workbench.action.closePanel');
};

test('every command runs, and no unanswered question changes the report', () =>
  withDocument(report, 'fazhi-report', async (document) => {
    const told = (): Promise<vscode.Diagnostic[]> => diagnosticsWhen(document.uri, SOURCE, (all) => all.some((each) => codeOf(each) === RATE), RATE);
    await told();
    const errors = async (): Promise<readonly string[]> => (await outputOf(extension().id)).flatMap((text) => text.split(/\r?\n/u)).filter((line) => /\[error/u.test(line));
    const before = await errors();
    await closeOthers(document);
    const commands = contributed();
    assert.ok(commands.length > 20);
    for (const command of commands) {
      await runUnanswered(command);
      // Only this one is asked to change the text and asks nothing.
      if (command !== 'fazhiReport.fixAll') assert.ok(document.getText().includes('社区') && document.getText().split('\n').length === report.split('\n').length, command);
      await closeOthers(document);
    }
    await told(); // the checker was started again among them
    assert.deepEqual((await errors()).slice(before.length), []);
  }));

test('the year and the kind that are set hold instead of what the text shows', () =>
  withDocument(report, 'fazhi-report', async (document) => {
    const settings = vscode.workspace.getConfiguration('fazhiReport');
    const has = (rule: string, wanted: boolean): Promise<unknown> => diagnosticsWhen(document.uri, SOURCE, (all) => all.length > 0 && all.some((each) => codeOf(each) === rule) === wanted, `${rule} ${wanted}`);
    await has(WORDING, true);
    try {
      await settings.update('year', 2018, vscode.ConfigurationTarget.Global);
      await has(WORDING, false);
      await settings.update('year', undefined, vscode.ConfigurationTarget.Global);
      await has(WORDING, true);
      await settings.update('kind', 'department', vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('fazhiReport.diagnose');
      await until(() => vscode.window.activeTextEditor?.document.getText().includes('政府部门（设置里写定）'), 'the kind in the diagnosis');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    } finally {
      for (const key of ['year', 'kind']) await settings.update(key, undefined, vscode.ConfigurationTarget.Global);
    }
  }));
