// A server that is a worker of the browser, and fails: it throws, it is gone without a word, it cannot be loaded.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { codeOf, diagnosis, diagnosticsWhen, rangeOf, test, until, withDocument } from './harness.ts';

const SOURCE = '法治报告';
const RATE = 'figure-rate-mismatch';

const { Worker: Original } = globalThis as unknown as { Worker: new (url: string, options?: object) => EventTarget & { terminate(): void } };
const workers: (EventTarget & { terminate(): void })[] = [];
let isMissing = false;

// The suite is loaded before the extension starts, into the same surroundings.
Object.assign(globalThis, {
  Worker: class extends Original {
    constructor(url: string, options?: object) {
      super(isMissing ? `${url}.missing` : url, options);
      workers.push(this);
    }
  },
});

const run = (command: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...args);
const told = (document: vscode.TextDocument, words = ''): Promise<unknown> => diagnosticsWhen(document.uri, SOURCE, (all) => all.some((each) => codeOf(each) === RATE && each.message.includes(words)), `${RATE} ${words}`);
const change = async (document: vscode.TextDocument, from: string, to: string): Promise<void> => {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, from), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
};

test('a worker that throws is replaced and no edit is lost', () =>
  withDocument(report, 'plaintext', async (document) => {
    await told(document);
    const count = workers.length;
    assert.ok(count > 0, 'the server runs as a worker');
    workers.at(-1)?.dispatchEvent(new Event('error'));
    await change(document, '240起', '245起');
    await until(() => workers.length > count, 'another worker');
    await told(document, '245÷250');
  }));

test('a worker that is gone without a word is replaced on demand', () =>
  withDocument(report, 'plaintext', async (document) => {
    await told(document);
    workers.at(-1)?.terminate();
    await change(document, '240起', '235起');
    await run('fazhiReport.restart');
    await told(document, '235÷250');
  }));

test('a worker that cannot be loaded is given up, which the diagnosis says, until it can', () =>
  withDocument(report, 'plaintext', async (document) => {
    await told(document);
    isMissing = true;
    try {
      await run('fazhiReport.restart');
      await until(async () => (await diagnosis()).includes('没有运行'), 'the diagnosis to say so');
      const count = workers.length;
      assert.ok(count < 15, `${count} workers`);
    } finally {
      isMissing = false;
    }
    await until(async () => {
      await run('fazhiReport.restart');
      return (await diagnosis()).includes('正在运行');
    }, 'the server to run again');
    await change(document, '240起', '230起');
    await told(document, '230÷250');
  }));
