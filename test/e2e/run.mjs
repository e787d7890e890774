// The one entry of the editor tests (npm run e2e): bundles the suites and runs each in a window of a real VS Code: the one
// in VSCODE_EXECUTABLE, or a downloaded one (FAZHI_E2E_DOWNLOAD=1), or else the offline host under host/. Then the same in a
// VS Code that runs wholly in a browser, under web/.
// Options: --extension DIR (or a .vsix, offline host only), --vscode VERSION (offline host only), --core (a short part),
// --suite FILE, --only TEXT, --host desktop|browser, --words NAME (the engine of words that must be in use), --result FILE.
// Exit 0 passed, 1 a test failed, 2 the editor failed. It must not know what the tests assert, nor how the extension is built.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { setupHost } from './host/setup.mjs';
import { offline } from './offline.mjs';
import { chooseBrowser, runBrowser } from './web/run.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../..');
const SECONDS = Number(process.env.FAZHI_E2E_SECONDS ?? 300);

const CORE = path.join(HERE, 'suite/core.ts');

/** A window without a folder; and one with two folders that nobody has declared trustworthy, in English. */
const WINDOWS = [
  { suite: path.join(HERE, 'suite/index.ts') },
  { suite: path.join(HERE, 'suite/restricted.ts'), open: twoFolders, settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never', 'fazhiReport.language': 'en' } },
];

const { values: options } = parseArgs({
  options: {
    extension: { type: 'string', default: ROOT },
    vscode: { type: 'string' },
    core: { type: 'boolean', default: false },
    suite: { type: 'string' },
    only: { type: 'string', default: '' },
    host: { type: 'string' },
    words: { type: 'string', default: '' },
    result: { type: 'string', default: path.join(ROOT, 'dist/e2e-result.json') },
  },
});
if (options.vscode) process.env.FAZHI_E2E_VSCODE = options.vscode;
const extension = path.resolve(options.extension);
const isVsix = extension.endsWith('.vsix');

function finish(code, counts, reason) {
  mkdirSync(path.dirname(options.result), { recursive: true });
  writeFileSync(options.result, `${JSON.stringify(reason ? { ...counts, reason } : counts)}\n`);
  if (reason) console.log(`e2e: ${reason}`);
  console.log(`e2e: ${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = code;
}

/** What to hand to runTests() for the VS Code that is to be used. */
async function chooseEditor() {
  if (process.env.VSCODE_EXECUTABLE) return { vscodeExecutablePath: process.env.VSCODE_EXECUTABLE };
  if (process.env.FAZHI_E2E_DOWNLOAD === '1') return {};
  await setupHost((text) => console.log(`e2e: ${text}`));
  return { vscodeExecutablePath: path.join(HERE, 'host/code'), isHost: true };
}

/** Where the suites run, how each place is made ready, and what runs there. */
function hosts() {
  const own = options.suite ?? (options.core ? CORE : undefined);
  const windows = own ? [{ suite: own }] : WINDOWS;
  const all = [
    { name: 'desktop', choose: chooseEditor, runs: windows.map((window) => (editor, folder) => runWindow(window, editor, folder)) },
    { name: 'browser', choose: chooseBrowser, runs: [(root, folder) => runBrowser({ root, extension, temp: folder, only: options.only, seconds: SECONDS })] },
  ];
  // A browser needs the extension unpacked.
  return all.filter(({ name }) => (options.host ? name === options.host : name === 'desktop' || (!own && !isVsix)));
}

/** Two folders with a report each, and different wishes for it. */
function twoFolders(temp) {
  const report = readFileSync(path.join(HERE, 'workspace/report.txt'), 'utf8');
  const folders = { 甲镇: { rules: { 'wording-outdated': 'off' } }, 乙镇: { year: 2018 } };
  for (const [name, config] of Object.entries(folders)) {
    mkdirSync(path.join(temp, name));
    writeFileSync(path.join(temp, name, '云溪镇2024年度法治政府建设情况报告.txt'), report);
    writeFileSync(path.join(temp, name, '.fazhi-report.json'), JSON.stringify(config));
  }
  const file = path.join(temp, '两个镇.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: Object.keys(folders).map((name) => ({ path: name })) }));
  return file;
}

function checkExtension() {
  if (!existsSync(extension)) return `there is no ${extension}`;
  if (isVsix) {
    const offline = !process.env.VSCODE_EXECUTABLE && process.env.FAZHI_E2E_DOWNLOAD !== '1';
    return offline ? undefined : 'a .vsix is tested in the offline host only';
  }
  const { main } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
  return existsSync(path.resolve(extension, main)) ? undefined : `the extension is not built: ${main} is missing (npm run build)`;
}

async function main(temp) {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  const wrong = checkExtension();
  if (wrong) return finish(2, { ...nothing, failed: 1 }, wrong);

  const all = { ...nothing };
  for (const { name, choose, runs } of hosts()) {
    let editor;
    try {
      editor = await choose();
    } catch (error) {
      const reason = `no ${name} to test in: ${error.message}`;
      if (process.env.CI === 'true') return finish(2, { ...all, failed: all.failed + 1 }, reason);
      console.log(`e2e: suite skipped, ${reason}`);
      all.skipped++;
      continue;
    }
    for (const [index, run] of runs.entries()) {
      const folder = path.join(temp, `${name}-${index}`);
      mkdirSync(folder);
      const { counts, reason } = await run(editor, folder);
      for (const key of Object.keys(all)) all[key] += counts[key];
      if (reason) return finish(2, all, reason);
    }
  }
  if (all.skipped > 0 && all.passed + all.failed === 0 && options.only === '') return finish(0, all);
  if (all.passed + all.failed === 0) return finish(2, { ...all, failed: 1 }, 'no test ran');
  finish(all.failed > 0 ? 1 : 0, all);
}

/** Runs one suite in a window of its own; `reason` says what kept it from its end. */
async function runWindow({ suite, open, settings }, { isHost, ...editor }, temp) {
  // A VS Code of somebody else's starts as it will.
  const watch = isHost ? offline({ code: editor.vscodeExecutablePath, temp, note: (text) => console.log(`e2e: ${text}`) }) : undefined;
  const bundle = path.join(temp, 'suite.cjs');
  await build({
    entryPoints: [path.resolve(suite)], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', target: 'node20',
    external: ['vscode'], loader: { '.txt': 'text' }, logLevel: 'warning',
  });
  const progress = path.join(temp, 'progress.json');
  // The host keeps the time itself; a VS Code that does not is interrupted, and killed at the second signal.
  process.on('SIGINT', () => {}); // so that runTests() leaves the ending to us
  const interrupts = [SECONDS + 10, SECONDS + 20].map((seconds) => setTimeout(() => process.emit('SIGINT'), seconds * 1000));
  let problem;
  try {
    await runTests({
      ...editor,
      ...(watch ? { vscodeExecutablePath: watch.executable } : {}),
      extensionDevelopmentPath: extension,
      extensionTestsPath: bundle,
      extensionTestsEnv: { ...watch?.env, E2E_PROGRESS: progress, E2E_ONLY: options.only, E2E_WORDS: options.words, HOST_SECONDS: String(SECONDS), HOST_SETTINGS: JSON.stringify(settings ?? {}) },
      launchArgs: [...(open ? [open(temp)] : []), `--user-data-dir=${path.join(temp, 'user')}`, `--extensions-dir=${path.join(temp, 'extensions')}`],
    });
  } catch (error) {
    problem = error.message;
  } finally {
    interrupts.forEach(clearTimeout);
  }

  // An editor that ends well has proved nothing: what counts is what the suite noted when it was through.
  const { passed, failed, skipped, running, done } = existsSync(progress) ? JSON.parse(readFileSync(progress, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  if (!done) {
    const where = running ? `during: ${running}` : 'before the first test';
    return { counts: { passed, failed: failed + 1, skipped }, reason: `the editor ended ${where} (${problem ?? 'no error given'})` };
  }
  if (failed === 0 && problem) return { counts: { passed, failed: 1, skipped }, reason: problem };
  // The newest VS Code starts its extension host without what would watch it; there is no network for it either.
  const attempts = watch && options.only === '' && !options.vscode && !options.suite ? watch.verdict() : undefined;
  if (!attempts) return { counts: { passed, failed, skipped } };
  const isSilent = attempts.length === 0;
  console.log([`${isSilent ? 'ok' : 'not ok'} - nothing of the extension tried to reach a network or to start another program`, ...attempts].join('\n    '));
  return { counts: { passed: passed + (isSilent ? 1 : 0), failed: failed + (isSilent ? 0 : 1), skipped } };
}

const temp = mkdtempSync(path.join(tmpdir(), 'fazhi-e2e-'));
process.once('exit', () => rmSync(temp, { recursive: true, force: true, maxRetries: 5 }));
await main(temp).catch((error) => finish(2, { passed: 0, failed: 1, skipped: 0 }, error.message));
