// What is shown of a report beside its text: lenses, the view 结构, colours, the diagnosis. Menus that must be
// clicked are in ui.mjs. It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { diagnosis, diagnosticsOf, diagnosticsWhen, hoverText, rangeOf, test, until, withDocument } from './harness.ts';
import { withFolder, write } from './host.ts';

const SOURCE = '法治报告';
const PART = '存在的不足和原因';
const RATE = '97.8%';

const run = <T>(command: string, ...args: unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(command, ...args);
const checked = (document: vscode.TextDocument): Promise<unknown> => diagnosticsWhen(document.uri, SOURCE, (all) => all.length > 0, 'findings');
const selected = (document: vscode.TextDocument): string => (vscode.window.activeTextEditor?.document === document ? document.getText(vscode.window.activeTextEditor.selection) : '');

/** The lenses of a document, once there is one that says `words`. */
async function lensWhen(document: vscode.TextDocument, words: string): Promise<vscode.CodeLens> {
  let all: vscode.CodeLens[] = [];
  return until(
    async () => {
      all = (await run<vscode.CodeLens[] | undefined>('vscode.executeCodeLensProvider', document.uri, 100)) ?? [];
      return all.find(({ command }) => command?.title.includes(words));
    },
    () => `a lens ${words}; there are ${all.map(({ command }) => command?.title).join(' | ')}`,
  );
}

const click = ({ command }: vscode.CodeLens): Thenable<unknown> => run(command?.command ?? '', ...(command?.arguments ?? []));

/** Goes down the rows of the view 结构 by keyboard until `reached`. */
async function walk(reached: () => boolean, what: string): Promise<void> {
  await until(async () => {
    await run('fazhiReport.structure.focus');
    await run('list.focusFirst');
    for (let row = 0; row < 12; row++) {
      await run('list.select');
      if (await until(reached, what, 300).catch(() => false)) return true;
      await run('fazhiReport.structure.focus');
      await run('list.focusDown');
    }
    return false;
  }, what);
}

for (const language of ['plaintext', 'fazhi-report', 'markdown']) {
  test(`a lens inserts the missing part and its first place is selected, in ${language}`, () =>
    withDocument(report, language, async (document) => {
      await click(await lensWhen(document, `还缺：${PART} · 插入`));
      await until(() => document.getText().includes(`三、${PART}`) && document.getText().includes('四、2025年工作安排'), () => `the part; the text is ${document.getText()}`);
      await until(() => selected(document) === '【写明具体不足】', () => `the first place to fill in; selected is ${selected(document)}`);
      await until(async () => !((await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)) ?? []).some(({ command }) => command?.title.includes(PART)), 'the lens to go');
    }));
}

test('a lens goes from one finding of its section to the next, and back to the first', () =>
  withDocument(report, 'plaintext', async (document) => {
    await checked(document);
    const lens = await lensWhen(document, '问题');
    assert.equal(document.lineAt(lens.range.start).text, '一、主要举措和成效');
    const places = new Set<string>();
    await click(lens);
    const first = selected(document);
    assert.ok(diagnosticsOf(document.uri, SOURCE).some(({ range }) => document.getText(range) === first), `${first} is a finding`);
    for (;;) {
      places.add(selected(document));
      await click(lens);
      if (selected(document) === first) break;
      assert.ok(places.size < 10 && !places.has(selected(document)), 'each is visited once');
    }
    assert.ok(places.has(RATE) && places.has('社区服刑人员'), [...places].join(' '));
  }));

test('lenses are switched off by the setting, and are not in other documents', () =>
  withDocument(report, 'plaintext', async (document) => {
    const lens = await lensWhen(document, '字（');
    assert.match(lens.command?.title ?? '', /^[\d,]+字（\d+%）$/u);
    const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('fazhiReport');
    const count = async (uri: vscode.Uri): Promise<number> => ((await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri)) ?? []).length;
    try {
      await settings().update('codeLens', false, vscode.ConfigurationTarget.Global);
      await until(async () => (await count(document.uri)) === 0, 'the lenses to go');
    } finally {
      await settings().update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
    await lensWhen(document, '字（');
    await withDocument('今日天气晴。\n\n一、会议\n', 'markdown', async (other) => assert.equal(await count(other.uri), 0));
  }));

test('the view of the structure leads to a heading', () =>
  withDocument(report, 'plaintext', async (document) => {
    await checked(document);
    await walk(() => selected(document).startsWith('二、党政主要负责人'), 'the heading');
    await run('workbench.view.explorer');
  }));

test('the view of the structure inserts what is missing, once', () =>
  withDocument(report, 'fazhi-report', async (document) => {
    await checked(document);
    await walk(() => document.getText().includes(`三、${PART}`), 'the part to be inserted');
    assert.equal(document.getText().split(PART).length, 2);
    await vscode.window.showTextDocument(document);
    await run('undo');
    await until(() => document.getText() === report, 'one undo to take it back');
    await run('workbench.view.explorer');
  }));

test('the views keep their report while its workspace file is in front', () =>
  withFolder(async (folder) => {
    const file = vscode.Uri.joinPath(folder, '云溪镇2024年度法治政府建设情况报告.txt');
    const config = vscode.Uri.joinPath(folder, '.fazhi-report.json');
    await write(file, report);
    await write(config, '{ "year": 2024 }');
    const isInFront = ({ path }: vscode.Uri): boolean => vscode.window.activeTextEditor?.document.uri.path === path;
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document, { preview: false });
      await checked(document);
      await walk(() => selected(document) !== '', 'a row that leads into the report');
      const leads = async (): Promise<boolean> => {
        await vscode.window.showTextDocument(config, { preview: false });
        await until(() => isInFront(config), 'the workspace file in front');
        // An edit makes every view ask again.
        const editor = vscode.window.activeTextEditor;
        await editor?.edit((edit) => edit.insert(new vscode.Position(0, 1), ' '));
        await diagnosticsWhen(document.uri, SOURCE, (all) => all.length > 0, 'findings');
        await run('fazhiReport.structure.focus');
        await run('list.focusLast');
        await run('list.select');
        return until(() => isInFront(file), 'the report in front', 2_000).catch(() => false);
      };
      assert.ok(await leads());
      assert.ok(await leads());
    } finally {
      for (let left = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length; left > 0; left--) await run('workbench.action.revertAndCloseActiveEditor');
      await run('workbench.view.explorer');
    }
  }));

test('a heading says how long its part is', () =>
  withDocument(report, 'plaintext', async (document) => {
    const text = await until(async () => {
      const found = await hoverText(document.uri, rangeOf(document, '一、主要举措和成效').start);
      return found.includes('占全文的') && found;
    }, 'the hover');
    assert.match(text, /应写：/u);
    assert.match(await hoverText(document.uri, rangeOf(document, '（一）依法化解矛盾纠纷').start), /数据3个：.*250起/u);
  }));

test('plain text and reports are coloured by what the report is, Markdown is not', async () => {
  const typesIn = async (document: vscode.TextDocument): Promise<string[]> => {
    const legend = await run<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await run<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
    return [...(tokens?.data ?? [])].flatMap((value, index) => (index % 5 === 3 ? [legend?.tokenTypes[value] ?? ''] : []));
  };
  for (const language of ['plaintext', 'fazhi-report']) {
    await withDocument(report, language, async (document) => {
      const types = await until(async () => {
        const found = await typesIn(document);
        return found.length > 0 && found;
      }, 'semantic tokens');
      assert.deepEqual(types.slice(0, 3), ['reportTitle', 'reportPart', 'reportHeading2']);
      assert.ok(types.includes('reportRate') && types.includes('reportFigure'));
    });
  }
  await withDocument(report, 'markdown', async (document) => {
    await checked(document);
    assert.ok(!(await typesIn(document)).some((type) => type.startsWith('report')));
  });
});

test('the diagnosis says what a report was taken for', () =>
  withDocument(report, 'plaintext', async (document) => {
    await checked(document);
    const wanted = ['正在运行。', '单位类别：乡镇（街道）（从报告里认出）', '报告年度：2024年', '写到哪一步：送审', '没有本地要求', vscode.version];
    let said = '';
    await until(
      async () => {
        said = await diagnosis();
        return wanted.every((words) => said.includes(words));
      },
      () => `all of ${wanted.join('、')}; it says ${said}`,
    );
    assert.deepEqual(diagnosticsOf(vscode.Uri.parse('fazhi-report:/检查运行状态.txt'), SOURCE), []);
  }));

for (const [what, content, language, words] of [
  ['an empty document', '', 'plaintext', '文档是空的'],
  ['a note', '今日天气晴。\n', 'markdown', '没有写到“法治政府建设”'],
  ['another paper', '关于做好法治政府建设年度报告工作的通知\n\n各村：\n', 'fazhi-report', '像别的文件'],
  ['another language', '{}', 'json', '点窗口右下角的语言名称'],
] as const) {
  test(`the diagnosis says why nothing is shown: ${what}`, () =>
    withDocument(content, language, async () => {
      let said = '';
      await until(
        async () => {
          said = await diagnosis();
          return said.includes(words);
        },
        () => `${words}; it says ${said}`,
      );
    }));
}

test('a report beyond the limit of length is not checked, and the diagnosis says so', async () => {
  const config = vscode.workspace.getConfiguration('fazhiReport');
  await config.update('maxCharacters', 10_000, vscode.ConfigurationTarget.Global);
  try {
    await withDocument(report + '好'.repeat(10_000), 'plaintext', async (document) => {
      let said = '';
      await until(
        async () => {
          said = await diagnosis();
          return said.includes('超过了10,000个') && said.includes('fazhiReport.maxCharacters');
        },
        () => `why it is not checked; it says ${said}`,
      );
      assert.deepEqual(diagnosticsOf(document.uri, SOURCE), []);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(document.positionAt(report.length), document.positionAt(document.getText().length)), '');
      assert.ok(await vscode.workspace.applyEdit(edit));
      await checked(document);
    });
  } finally {
    await config.update('maxCharacters', undefined, vscode.ConfigurationTarget.Global);
  }
});
