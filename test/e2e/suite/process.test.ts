// A server that is a process of its own, and dies. Only where there are processes.
// It must not know the extension's code, only what the editor shows.
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { codeOf, diagnosticsWhen, rangeOf, test, until, wholeOf, withDocument } from './harness.ts';

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
