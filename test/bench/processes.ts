// What the built bundles take as processes: the server from start to first diagnostics, from key to diagnostics, its memory;
// the command line over many files; the engine of words; the client, as a release, when the editor starts it. Needs Linux for memory (/proc). Must not know how either works.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  createProtocolConnection, DidChangeTextDocumentNotification, DidOpenTextDocumentNotification, DocumentDiagnosticRequest, InitializedNotification, InitializeRequest, StreamMessageReader, StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { SERVER_ENVIRONMENT, SERVER_OPTIONS } from '../../client/server-process.ts';
import { median, percentile } from './measure.ts';
import { KEY, makeReport, USUAL } from './text.ts';

/** The bundles as users get them, with their dictionaries, in a folder that is gone when the bench ends. */
const RELEASE = mkdtempSync(path.join(tmpdir(), 'fazhi-bench-'));
process.once('exit', () => rmSync(RELEASE, { recursive: true, force: true }));
execFileSync(process.execPath, ['scripts/build.mjs', '--release', '--out', RELEASE]);
cpSync('node_modules/nodejieba', path.join(RELEASE, 'node_modules/nodejieba'), { recursive: true, filter: (file) => !file.includes('submodules') });
const SERVER = path.join(RELEASE, 'server.js');
const CLI = path.join(RELEASE, 'cli.js');
const URI = 'untitled:report';
const MB = 1024;

interface Server {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly stop: () => void;
}

/** `folder` holds the bundle; without dictionaries beside it the server runs without the engine of words. */
async function start(file: string): Promise<Server> {
  const child = spawn(process.execPath, [...SERVER_OPTIONS, file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...SERVER_ENVIRONMENT, ...process.env } });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  await connection.sendNotification(InitializedNotification.type, {});
  return { connection, process: child, stop: () => (connection.dispose(), void child.kill('SIGKILL')) };
}

const open = ({ connection }: Server, text: string): Promise<void> =>
  connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri: URI, languageId: 'fazhi-report', version: 1, text } });

const diagnose = ({ connection }: Server): Promise<unknown> => connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: URI } });

/** One digit more in the line, or one fewer: the text keeps its length over two keys. */
async function key({ connection }: Server, version: number, line: number, character: number): Promise<void> {
  const isMore = version % 2 === 0;
  const range = { start: { line, character }, end: { line, character: character + (isMore ? 0 : 1) } };
  await connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri: URI, version }, contentChanges: [{ range, text: isMore ? '1' : '' }] });
}

/** Where keys are pressed: behind the first digit of a count in the middle of the text. */
function placeIn(text: string): { line: number; character: number } {
  const at = text.indexOf(KEY, text.length >> 1);
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

/** Milliseconds from starting the process to its first diagnostics, median. */
export async function firstDiagnostics(runs = 9): Promise<number> {
  const text = makeReport(4_000);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    const server = await start(SERVER);
    await open(server, text);
    await diagnose(server);
    times.push(performance.now() - from);
    server.stop();
  }
  return median(times);
}

/** Milliseconds from a key to its diagnostics, through the process. */
export async function keyToDiagnostics(size: number, keys = 600): Promise<{ readonly p50: number; readonly p95: number }> {
  const text = makeReport(size);
  const { line, character } = placeIn(text);
  const server = await start(SERVER);
  await open(server, text);
  await diagnose(server);
  const times: number[] = [];
  for (let i = 0; i < keys + 100; i++) {
    const from = performance.now();
    await key(server, i + 2, line, character);
    await diagnose(server);
    if (i >= 100) times.push(performance.now() - from);
  }
  server.stop();
  return { p50: median(times), p95: percentile(times, 95) };
}

/** MB of the server with a report of 40,000 characters after 1,000 and 2,000 keys, with the engine of words or without. */
export async function memory(withWords: boolean): Promise<{ readonly half: number; readonly full: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-bench-'));
  const file = withWords ? SERVER : path.join(folder, 'server.js');
  if (!withWords) writeFileSync(file, readFileSync(SERVER));
  const text = makeReport(40_000);
  const { line, character } = placeIn(text);
  const server = await start(file);
  await open(server, text);
  await diagnose(server);
  let half = 0;
  for (let i = 0; i < 2_000; i++) {
    await key(server, i + 2, line, character);
    await diagnose(server);
    if (i === 999) half = residentMb(server.process);
  }
  const full = residentMb(server.process);
  server.stop();
  rmSync(folder, { recursive: true });
  return { half, full };
}

const residentMb = ({ pid }: ChildProcess): number => Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / MB;

/** Files per second and the most memory of the command line over reports of 4,000 characters, on all cores or held to one. */
export async function manyFiles(count: number, onOneCore = false): Promise<{ readonly perSecond: number; readonly peak: number }> {
  const folder = reports(count);
  const { seconds, peak } = await watched(['lint', '--fail-on', 'never', '--format', 'json', folder], onOneCore);
  rmSync(folder, { recursive: true });
  return { perSecond: count / seconds, peak };
}

/** Seconds and the most memory of one command that reviews a folder into one table, of texts and of Word documents made of them. */
export async function reviewed(count: number): Promise<Readonly<Record<'text' | 'word', { readonly seconds: number; readonly peak: number }>>> {
  const folder = reports(count);
  const review = (): Promise<{ seconds: number; peak: number }> => watched(['review', '--fail-on', 'never', '--force', folder, '-o', path.join(folder, '汇总校核.docx')]);
  const text = await review();
  execFileSync(process.execPath, [CLI, 'export', folder], { stdio: ['ignore', 'ignore', 'ignore'] });
  for (const file of readdirSync(folder)) if (file.endsWith('.md')) rmSync(path.join(folder, file));
  const word = await review();
  rmSync(folder, { recursive: true });
  return { text, word };
}

/** A folder of reports of 4,000 characters, no two with the same figures. */
function reports(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-bench-'));
  for (let i = 0; i < count; i++) writeFileSync(path.join(folder, `${i}.md`), makeReport(4_000, USUAL, 1 + i * PARAGRAPHS));
  return folder;
}

/** More than one of them has. */
const PARAGRAPHS = 50;

async function watched(args: readonly string[], onOneCore = false): Promise<{ readonly seconds: number; readonly peak: number }> {
  const from = performance.now();
  const [program = '', ...before] = onOneCore ? ['taskset', '-c', '0', process.execPath] : [process.execPath];
  const child = spawn(program, [...before, CLI, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / MB);
    } catch {
      // it has ended
    }
  }, 20);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  return { seconds: (performance.now() - from) / 1000, peak };
}

/** Milliseconds and MB that loading the engine of words takes in a process of its own; undefined where it is not installed. */
export function wordsLoad(): { readonly ms: number; readonly mb: number } | undefined {
  const script = `
    const path = require('node:path');
    const folder = ${JSON.stringify(path.join(RELEASE, 'dict'))};
    const file = (name) => path.join(folder, name);
    const before = process.memoryUsage.rss(), from = performance.now();
    const jieba = require(${JSON.stringify(path.resolve('node_modules/nodejieba'))});
    jieba.load({ dict: file('jieba.dict.utf8'), hmmDict: file('hmm_model.utf8'), userDict: file('user.dict.utf8'), idfDict: file('idf.utf8'), stopWordDict: file('stop_words.utf8') });
    jieba.cut('法治政府建设');
    console.log(JSON.stringify({ ms: performance.now() - from, mb: (process.memoryUsage.rss() - before) / 1048576 }));`;
  try {
    return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as { ms: number; mb: number };
  } catch {
    return undefined;
  }
}

interface ClientTimes {
  readonly load: number;
  readonly activate: number;
  readonly languageClient: number;
}

/** Bytes of the client's bundles, gzipped; milliseconds to load the first and to activate it in the editor host, and to load the language client besides, medians, undefined where no host is to be had. */
export function client(runs = 5): { readonly bytes: number; readonly times: ClientTimes | undefined } {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-bench-'));
  const node = (...args: readonly string[]): string => execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const bytes = ['client.js', 'language-client.js'].reduce((sum, name) => sum + gzipSync(readFileSync(path.join(RELEASE, name))).length, 0);
  node('scripts/package.mjs', '--out', path.join(folder, 'packages'));
  const [installed = ''] = readdirSync(path.join(folder, 'packages'));
  const times = Array.from({ length: runs }, () => {
    const printed = node('test/e2e/run.mjs', '--extension', path.join(folder, 'packages', installed), '--suite', 'test/bench/activation.ts', '--result', path.join(folder, 'result.json'));
    return /activation: (\d+) ms to load, (\d+) ms to activate, (\d+) ms to load the language client/u.exec(printed)?.slice(1).map(Number) ?? [];
  });
  rmSync(folder, { recursive: true });
  const medianOf = (at: number): number => median(times.flatMap((time) => time[at] ?? []));
  return { bytes, times: times.some((time) => time.length > 0) ? { load: medianOf(0), activate: medianOf(1), languageClient: medianOf(2) } : undefined };
}
