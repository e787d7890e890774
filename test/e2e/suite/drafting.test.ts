// From nothing to a report without findings, by what the editor offers alone: a new report, its places, completion, fixes.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import { valueOf } from '../../support/fill.ts';
import assert from './assert.ts';
import { codeOf, diagnosticsOf, diagnosticsWhen, test, until } from './harness.ts';

const SOURCE = '法治报告';
const NEW = 'fazhiReport.newReport';
const MISSING = 'structure-missing-part';

const type = (text: string): Thenable<unknown> => vscode.commands.executeCommand('type', { text });
const selected = (editor: vscode.TextEditor): string => editor.document.getText(editor.selection);

async function drafted(given: object): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand(NEW, given);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor && editor.document.isUntitled);
  await until(() => selected(editor).startsWith('【'), 'the first place to be selected');
  return editor;
}

async function close(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** What Tab is bound to. */
const tab = (): Thenable<unknown> => vscode.commands.executeCommand('runCommands', { commands: ['jumpToNextSnippetPlaceholder', 'fazhiReport.fillPlace'] });

/** Tab by Tab through all places, as a writer does who knows what to write; returns the rates that appeared. */
async function walk(editor: vscode.TextEditor, year: number): Promise<string[]> {
  const rates: string[] = [];
  for (let i = 0; i < 200; i++) {
    const place = selected(editor);
    if (place === '') return rates;
    assert.notEqual(place, '【比率】', 'the rate is computed when Tab comes to it');
    if (/^\d{1,3}(?:\.\d+)?$/u.test(place)) rates.push(place); // no year
    if (place.startsWith('【')) await type(valueOf(place, year));
    const before = editor.selection;
    await tab();
    await until(() => !editor.selection.isEqual(before), 'the next place');
  }
  throw new Error('the places have no end');
}

for (const layout of ['plain', 'markdown']) {
  test(`a new report in ${layout} is walked through to no findings`, async () => {
    const editor = await drafted({ kind: 'township', unit: '松澜镇', year: 2024, layout });
    try {
      const { document } = editor;
      assert.equal(document.languageId, 'fazhi-report');
      assert.equal(document.lineAt(0).text, `${layout === 'markdown' ? '# ' : ''}松澜镇2024年度法治政府建设情况报告`);
      await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === 'structure-placeholder'), 'the open places to be told');
      assert.deepEqual(await walk(editor, 2024), ['94', '94', '94']);
      await diagnosticsWhen(document.uri, SOURCE, (all) => all.length === 0, 'no findings');
      assert.equal(document.getText().includes('【'), false);
      assert.ok(document.getText().includes('调解成功率94%。'));
      assert.ok(document.getText().endsWith('\n松澜镇人民政府\n\n2025年1月15日\n'));
    } finally {
      await close();
    }
  });
}

/** Has the editor complete what stands before the cursor, and takes the first offer. */
async function complete(editor: vscode.TextEditor, typed: string, changed: (text: string) => boolean): Promise<void> {
  await type(typed);
  await until(async () => {
    if (changed(editor.document.getText())) return true;
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return changed(editor.document.getText());
  }, `${typed} to be completed`);
}

for (const mark of ['', '# ']) {
  test(`an empty document becomes a report by completion alone${mark === '' ? '' : ', in Markdown'}`, async () => {
    const { uri } = await vscode.workspace.openTextDocument({ content: '', language: 'fazhi-report' });
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    const { document } = editor;
    const has = (words: string) => (text: string): boolean => text.includes(words);
    const atEnd = async (): Promise<void> => {
      await vscode.commands.executeCommand('leaveSnippet');
      await vscode.commands.executeCommand('cursorBottom');
      await type('\n\n');
    };
    try {
      await type(mark);
      await complete(editor, 'bt', has('年度法治政府建设情况报告'));
      await until(() => selected(editor) === '【单位名称】', 'the place for the name');
      await type('松澜镇');
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
      await type('2024');
      await atEnd();
      await complete(editor, 'dy', has('现将2024年度'));
      await walk(editor, 2024);
      for (const [typed, heading] of [['zyjc', '一、2024年'], ['bzyy', '二、存在的不足'], ['dyzr', '三、党政主要负责人'], ['xynd', '四、2025年']] as const) {
        await atEnd();
        await complete(editor, typed, has(heading));
        await walk(editor, 2024);
      }
      await atEnd();
      await complete(editor, 'lk', has('松澜镇人民政府'));
      await walk(editor, 2024);
      await diagnosticsWhen(document.uri, SOURCE, (all) => all.every((d) => d.severity > vscode.DiagnosticSeverity.Warning), 'no errors or warnings');
      await vscode.commands.executeCommand('fazhiReport.fixAll');
      await diagnosticsWhen(document.uri, SOURCE, (all) => all.length === 0, 'no findings');
      assert.ok(document.getText().startsWith(`${mark}松澜镇2024年度`));
      assert.equal(/^## 一、/mu.test(document.getText()), mark !== '');
      assert.equal(/^### （一）/mu.test(document.getText()), mark !== '');
    } finally {
      await close();
    }
  });
}

test('a part that was deleted comes back by its fix, filled in to no findings', async () => {
  const editor = await drafted({ kind: 'department', unit: '临岚县农业农村局', year: 2023, layout: 'plain' });
  try {
    const { document } = editor;
    await walk(editor, 2023);
    const text = document.getText();
    const [from, to] = [text.indexOf('二、存在'), text.indexOf('三、主要负责人')];
    await editor.edit((edit) => edit.delete(new vscode.Range(document.positionAt(from), document.positionAt(to))));
    const [missing] = await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === MISSING), 'the missing part');
    assert.ok(missing);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until(async () => {
      if (!document.getText().includes('存在的不足和原因')) await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
      return document.getText().includes('存在的不足和原因');
    }, 'the part');
    await until(() => selected(editor).startsWith('【'), 'its first place');
    await walk(editor, 2023);
    for (let turn = 0; turn < 5 && diagnosticsOf(document.uri, SOURCE).length > 0; turn++) await vscode.commands.executeCommand('fazhiReport.fixAll');
    await until(async () => {
      const left = diagnosticsOf(document.uri, SOURCE);
      if (left.length === 0) return true;
      editor.selection = new vscode.Selection(left[0]?.range.start ?? editor.selection.start, left[0]?.range.start ?? editor.selection.start);
      await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
      return diagnosticsOf(document.uri, SOURCE).length === 0;
    }, () => `no findings; there are ${diagnosticsOf(document.uri, SOURCE).map(({ message }) => message).join(' ')}\n${document.getText()}`);
  } finally {
    await close();
  }
});

test('a place is filled in on Tab alone, and only where both counts stand', async () => {
  const editor = await drafted({ kind: 'township', unit: '松澜镇', year: 2024, layout: 'plain' });
  try {
    const { document } = editor;
    const place = document.getText().indexOf('【比率】');
    const [start, end] = [document.positionAt(place), document.positionAt(place + 4)];
    // Come to from elsewhere, or without counts, it stays.
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    editor.selection = new vscode.Selection(start, end);
    await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, start);
    assert.equal(selected(editor), '【比率】');
    // Nor where the writer comes from the counts of the same line, but by the list of problems.
    const line = document.lineAt(start.line);
    const counted = line.text.replace('【应办结数】', '250').replace('【按期办结数】', '242');
    assert.notEqual(counted, line.text);
    await editor.edit((edit) => edit.replace(line.range, counted));
    const from = counted.indexOf('【比率】');
    const range = { start: { line: start.line, character: from }, end: { line: start.line, character: from + 4 } };
    editor.selection = new vscode.Selection(start.line, counted.indexOf('242') + 3, start.line, counted.indexOf('242') + 3);
    await vscode.commands.executeCommand('fazhiReport.showPlace', document.uri, range);
    await until(() => selected(editor) === '【比率】', 'the place');
    await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, start);
    assert.equal(selected(editor), '【比率】');
  } finally {
    await close();
  }
});

test('other programs are told when their answers make no report', async () => {
  const before = vscode.workspace.textDocuments.length;
  void vscode.commands.executeCommand(NEW, { kind: 'township', unit: '。', year: 2024, layout: 'plain' });
  await until(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return true;
  }, 'the notice');
  assert.equal(vscode.workspace.textDocuments.length, before);
});

test('the workspace file is completed and explained by its schema', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, '.fazhi-report.json').with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document);
  try {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '{\n  \n}\n'));
    assert.match(document.languageId, /^jsonc?$/u);
    const labels = await until(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(1, 2));
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('kind') && found;
    }, 'the keys of the schema');
    for (const key of ['parts', 'wordings', 'lengths', 'words']) assert.ok(labels.includes(key), key);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 2), '"kind": "township"'));
    await until(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(1, 4));
      return hovers.some(({ contents }) => contents.some((content) => /[一-龥]/u.test(typeof content === 'string' ? content : content.value)));
    }, 'the explanation of a key');
  } finally {
    await close();
  }
});
