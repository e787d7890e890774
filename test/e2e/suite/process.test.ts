// A server that is a process of its own, and dies or hangs. Only where there are processes.
// It must not know the extension's code, only what the editor shows.
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { codeOf, diagnosis, diagnosticsOf, diagnosticsWhen, rangeOf, test, until, wholeOf, withDocument } from './harness.ts';

const SOURCE = '法治报告';
const RATE = 'figure-rate-mismatch';

/** Process ids of the language server, as a child of this extension host. */
function servers(): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return rows
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(row))
    .flatMap((row) => (row && Number(row[2]) === process.pid && /dist[\\/]server\.js/u.test(row[3] ?? '') ? [Number(row[1])] : []));
}

test('a server that dies is started again and no edit is lost', () =>
  withDocument(report, 'plaintext', async (document) => {
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
    const [first] = servers();
    assert.ok(first, 'the server runs as a process of its own');
    process.kill(first, 'SIGKILL');
    // Much is on its way to it before anybody knows that it has died: nothing else runs until it is gone.
    while (servers().includes(first)) continue;
    const sent = Array.from({ length: 8 }, () => vscode.commands.executeCommand('fazhiReport.insertParts', document.uri, []));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '240起'), '245起');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await Promise.allSettled(sent);
    await until(() => servers().some((pid) => pid !== first), 'another server process');
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE && d.message.includes('245÷250')), 'the rate after the edit');
    assert.ok(document.validateRange(wholeOf(document)).isEqual(wholeOf(document)));
  }));

test('a server that dies over a request while one types leaves text and findings as if it had not', () =>
  withDocument(report, 'plaintext', async (document) => {
    const found = (uri: vscode.Uri): readonly string[] => diagnosticsOf(uri, SOURCE).map((each) => `${codeOf(each)} ${each.range.start.line}:${each.range.start.character}-${each.range.end.character} ${each.message}`).sort();
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document === document);
    const [server] = servers();
    assert.ok(server);
    // It takes what it is sent and answers nothing, as if busy.
    process.kill(server, 'SIGSTOP');
    const at = rangeOf(document, '240起').start;
    const pending = [
      vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at),
      vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri),
      vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, wholeOf(document), 'quickfix', 5),
      vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {}),
    ];
    const words = '开展法制教育12场，办结率95%。';
    const typed = [...words];
    const start = rangeOf(document, '全镇线下').start;
    const before = document.getText();
    for (const [index, character] of typed.entries()) {
      if (index === 5) process.kill(server, 'SIGKILL');
      const place = document.positionAt(document.offsetAt(start) + index);
      assert.ok(await editor.edit((edit) => edit.insert(place, character)));
    }
    await Promise.allSettled(pending);
    await until(() => servers().some((pid) => pid !== server), 'another server process');
    const offset = before.indexOf('全镇线下');
    assert.equal(document.getText(), before.slice(0, offset) + words + before.slice(offset));
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === 'wording-fazhi' && document.getText(d.range).includes('法制')), 'what was typed meanwhile to be found');
    const other = await vscode.workspace.openTextDocument({ content: document.getText(), language: 'plaintext' });
    await vscode.window.showTextDocument(other, { preview: false });
    await until(() => found(other.uri).length > 0 && found(other.uri).join('\n') === found(document.uri).join('\n'), () => `the findings of a new document\n${found(other.uri).join('\n')}\nbut there are\n${found(document.uri).join('\n')}`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }));

test('a server that hangs is ended by a restart, and one other takes its place', () =>
  withDocument(report, 'plaintext', async (document) => {
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
    const [hanging] = servers();
    assert.ok(hanging);
    process.kill(hanging, 'SIGSTOP');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '240起'), '235起');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.commands.executeCommand('fazhiReport.restart');
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE && d.message.includes('235÷250')), 'the rate after the edit');
    const running = servers();
    assert.equal(running.length, 1);
    assert.ok(!running.includes(hanging));
    await until(async () => (await diagnosis()).includes('正在运行'), 'the diagnosis to say that it runs');
    assert.deepEqual(servers(), running);
  }));

test('a server that dies again and again is given up, which the diagnosis says, until it is started by hand', () =>
  withDocument(report, 'plaintext', async (document) => {
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
    const killed = new Set<number>();
    await until(async () => {
      // One that answers has come to run.
      const hovers = await vscode.commands.executeCommand<readonly unknown[]>('vscode.executeHoverProvider', document.uri, rangeOf(document, '97.8%').start);
      const [pid] = servers();
      if (pid === undefined) return (await diagnosis()).includes('没有运行');
      if (hovers.length > 0 && !killed.has(pid)) {
        process.kill(pid, 'SIGKILL');
        killed.add(pid);
      }
      return false;
    }, 'the diagnosis to say so', 50_000);
    assert.ok(killed.size >= 6 && killed.size <= 9, `${killed.size} servers`);
    await vscode.commands.executeCommand('fazhiReport.restart');
    await until(async () => (await diagnosis()).includes('正在运行'), 'the diagnosis to say that it runs');
    assert.equal(servers().length, 1);
    await diagnosticsWhen(document.uri, SOURCE, (all) => all.some((d) => codeOf(d) === RATE), RATE);
  }));
