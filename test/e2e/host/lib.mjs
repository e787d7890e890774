// The parts of the offline editor host: a fresh profile, the VS Code server, a headless Chromium, workbench
// addresses, installing a .vsix. Everything made here is gone again when the process ends.
// It must not know the extension, its tests, or what they assert.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, findHost, hostNode, hostStart } from './setup.mjs';

const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'files.simpleDialog.enable': true,
  'window.dialogStyle': 'custom',
};

const cleanups = new Set();
let watching = false;

/** Runs `clean` (synchronous) once: when the returned function is called, or else when the process ends, also by a signal. */
function atEnd(clean) {
  if (!watching) {
    watching = true;
    process.once('exit', () => cleanups.forEach((each) => each()));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  }
  const once = () => {
    if (cleanups.delete(once)) clean();
  };
  cleanups.add(once);
  return once;
}

/** A new folder under the system's temporary folder: { dir, remove }. */
export function temporary(name) {
  const dir = mkdtempSync(path.join(tmpdir(), `fazhi-${name}-`));
  return { dir, remove: atEnd(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 })) };
}

/** A fresh user: settings, data, no extensions. */
export function profile(settings = {}) {
  const { dir, remove } = temporary('host');
  const text = JSON.stringify({ ...SETTINGS, ...settings }, undefined, 2);
  for (const scope of ['User', 'Machine']) {
    mkdirSync(path.join(dir, 'data', scope), { recursive: true });
    writeFileSync(path.join(dir, 'data', scope, 'settings.json'), text);
  }
  mkdirSync(path.join(dir, 'tmp'), { mode: 0o700 });
  return { dir, extensions: path.join(dir, 'extensions'), remove };
}

function startVSCode(user, args, env = {}) {
  const root = findHost();
  if (!root) throw new Error('no VS Code server here; run test/e2e/host/setup.mjs');
  // What an editor that started us put into the environment must not reach this one.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  const temp = path.join(user.dir, 'tmp');
  // HOST_PRELOAD: a file for every process of Node to begin with.
  const preload = process.env.HOST_PRELOAD ? { NODE_OPTIONS: `--require ${JSON.stringify(process.env.HOST_PRELOAD)}` } : {};
  // EXTENSIONS_GALLERY: no marketplace, so nothing outside is asked for.
  return spawn(hostNode(), [
    ...hostStart(root),
    '--server-data-dir', user.dir, '--user-data-dir', path.join(user.dir, 'data'), '--extensions-dir', user.extensions,
    '--accept-server-license-terms', '--telemetry-level', 'off', ...args,
  ], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, so that the extension host ends with it
    env: { ...Object.fromEntries(inherited), TMPDIR: temp, XDG_RUNTIME_DIR: temp, EXTENSIONS_GALLERY: '{}', ...preload, ...env },
  });
}

/** Lets VS Code install a .vsix for this user. Returns the folder it was unpacked into. */
export async function installVsix(user, vsix) {
  const child = startVSCode(user, ['--install-extension', path.resolve(vsix), '--force']);
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0 || !output.includes('was successfully installed')) throw new Error(`installing ${vsix} failed (${code}): ${output}`);
  const folders = readdirSync(user.extensions, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return path.join(user.extensions, folders[0].name);
}

/** Starts the server on a free port: { port, stop, output, onOutput, onExit }. */
export async function startServer(user, { env } = {}) {
  const child = startVSCode(user, ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--enable-smoke-test-driver'], env);
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // gone already
    }
  };
  const killed = atEnd(() => kill('SIGKILL'));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  const listeners = [];
  const port = await new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`the VS Code server did not start: ${output}`)), 60_000);
    const take = (data) => {
      output += data;
      for (const listener of listeners) listener(String(data));
      const found = /Extension host agent listening on (\d+)/.exec(output);
      if (found) {
        clearTimeout(limit);
        resolve(Number(found[1]));
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    gone.then((code) => {
      clearTimeout(limit);
      reject(new Error(`the VS Code server exited with ${code}: ${output}`));
    });
  });
  return {
    port,
    output: () => output,
    onOutput: (listener) => listeners.push(listener),
    onExit: (listener) => gone.then(listener),
    async stop() {
      kill('SIGTERM');
      let timer;
      await Promise.race([gone, new Promise((resolve) => (timer = setTimeout(resolve, 5_000)))]);
      clearTimeout(timer);
      killed(); // whatever of the group is left
    },
  };
}

/** A headless Chromium with one empty page: { browser, page }. */
export async function startBrowser({ width = 1280, height = 800 } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium here; run test/e2e/host/setup.mjs');
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
    ],
  });
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US' });
  // Nothing but the local server is to be asked for anything; refuse at once instead of waiting for a name server.
  await context.route(/^https?:\/\/(?!(?:127\.0\.0\.1|(?:[\w-]+\.)?localhost)[:/])/, (route) => route.abort());
  return { browser, page: await context.newPage() };
}

/** The address of a workbench with this folder or .code-workspace open, or none. `payload` holds VS Code's own switches. */
export function workbenchUrl(port, { folder, payload = [] }) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (folder) url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(folder));
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  return url.href;
}

/** A file on the server's disk, as the workbench names it. */
export const remoteUri = (port, file) => `vscode-remote://127.0.0.1:${port}${path.resolve(file)}`;
