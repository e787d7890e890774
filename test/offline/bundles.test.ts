// What the bundles could do at all: which of Node's modules they hold, who brought them, and which of the names by which a
// program reaches a network, reports on its users or runs text as a program. Each exception has its reason.

import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles } from '../../scripts/bundles.mjs';
import { ROOT } from '../support/process.ts';

/** Node's modules that touch nothing but the disk, the program's own streams and its memory. */
const HARMLESS = new Set(['buffer', 'crypto', 'fs', 'fs/promises', 'module', 'os', 'path', 'readline', 'stream', 'string_decoder', 'timers/promises', 'url', 'util', 'v8']);

/** The others, who brings them, and why that is no matter. */
const EXCUSED: Readonly<Record<string, string>> = {
  'client.js: child_process in client/server-process.ts': 'starts the server: our own bundle, by fork',
  'language-client.js: child_process in vscode-languageclient': 'starts servers that are handed over as a command; ours is handed over started',
  'language-client.js: net in vscode-jsonrpc': 'pipes and sockets for servers that want them; ours speaks over IPC',
  'server.js: child_process in vscode-languageserver': 'looks for modules of a workspace, which only other servers ask it to',
  'cli.js: worker_threads in server/cli/threads.ts': 'the same bundle in another thread, for many files',
  'server.js: net in vscode-jsonrpc': 'pipes and sockets where --pipe or --socket asks for them; --stdio and IPC do not',
};

const NAMES = new Set([
  'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport', 'sendBeacon', 'importScripts', 'Worker', 'SharedWorker',
  'createTelemetryLogger', 'openExternal', 'createTerminal', 'executeTask', 'eval', 'Function', 'require', 'createRequire', 'import()',
]);

/** The same for names: those of packages are code that we never call. */
const EXCUSED_NAMES: Readonly<Record<string, string>> = {
  'client.js: fetch in @vscode/l10n': 'for texts given by their address; ours are given as they are',
  'browser/client.js: fetch in @vscode/l10n': 'for texts given by their address; ours are given as they are',
  'language-client.js: openExternal in vscode-languageclient': 'shows an address where the server asks for it; ours never does',
  'browser/client.js: openExternal in vscode-languageclient': 'shows an address where the server asks for it; ours never does',
  'browser/client.js: Worker in vscode-languageclient': 'asks whether it was given one',
  'browser/client.js: Worker in client/browser.ts': 'starts the server: our own bundle',
  'server.js: createRequire in server/words/jieba.ts': 'loads nodejieba from beside the bundle, by its name',
  'cli.js: createRequire in server/cli/word.ts': 'loads our own bundle word.js from beside this one',
  'client.js: openExternal in client/written-file.ts': 'shows the file that was just written, when the user asks for it',
  'browser/client.js: openExternal in client/written-file.ts': 'shows the file that was just written, when the user asks for it',
  'cli.js: Function in iconv-lite': 'Function.call, an ordinary method',
};

/** VS Code's own module, and bundles beside the one that reads them. */
const OURS = new Set(['vscode', './word.js', './language-client.js']);

interface Bundle {
  /** As it lies in dist/. */
  readonly name: string;
  readonly text: string;
  /** Node's modules, and the file that imports each. */
  readonly builtins: readonly (readonly [module: string, file: string])[];
}

async function bundled(release: boolean): Promise<readonly Bundle[]> {
  const built = await Promise.all(bundles({ release }).map((options) => build({ ...options, sourcemap: false, write: false, metafile: true })));
  return built.flatMap(({ outputFiles, metafile }) =>
    outputFiles.map(({ path: file, text }) => {
      const inputs = metafile.outputs[path.relative(ROOT, file)]?.inputs ?? {};
      const builtins = Object.keys(inputs).flatMap((input) => (metafile.inputs[input]?.imports ?? []).flatMap(({ path: to, external }) => (external && !OURS.has(to) ? [[to.replace(/^node:/u, ''), input] as const] : [])));
      return { name: path.relative(path.join(ROOT, 'dist'), file).replaceAll(path.sep, '/'), text, builtins };
    }),
  );
}

/** A file of a package by the package's name, one of ours by its own. */
const ownerOf = (file: string): string => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(file)?.[1] ?? file;

/** The names in a bundle, each with who uses it; a property called like one is none, unless the name is nobody's else. */
function namesIn({ name: bundle, text }: Bundle): readonly string[] {
  if (bundle.endsWith('.css')) return [...text.matchAll(/@import|url\([^)]*\)/gu)].map(([address]) => `${bundle}: ${address}`);
  const source = ts.createSourceFile(bundle, text, ts.ScriptTarget.ES2022, true);
  const files = [...text.matchAll(/^\s*\/\/ ((?:node_modules|client|server)\/\S+)$/gmu)].map(({ index, 1: file = '' }) => ({ index, file }));
  const ownerAt = (place: number): string => ownerOf(files.findLast(({ index }) => index <= place)?.file ?? 'nobody');
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) found.add(`${bundle}: import() in ${ownerAt(node.pos)}`);
    if (ts.isIdentifier(node) && NAMES.has(node.text) && !isOther(node)) found.add(`${bundle}: ${node.text} in ${ownerAt(node.pos)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found].sort();
}

/** Names of VS Code's and the browser's methods are told as properties too. */
const METHODS = new Set(['createTelemetryLogger', 'openExternal', 'createTerminal', 'executeTask', 'sendBeacon', 'createRequire']);

function isOther(node: ts.Identifier): boolean {
  const { parent, text } = node;
  if (ts.isCallExpression(parent) && text === 'require' && parent.expression === node) return parent.arguments[0] !== undefined && ts.isStringLiteral(parent.arguments[0]);
  return !METHODS.has(text) && ((ts.isPropertyAccessExpression(parent) && parent.name === node) || ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === node));
}

describe('the bundles', () => {
  let plain: readonly Bundle[];
  beforeAll(async () => {
    plain = await bundled(false);
  });

  test('are those that the extension has', () => {
    expect(plain.map(({ name }) => name).sort()).toEqual(['browser/client.js', 'browser/server.js', 'cli.js', 'client.js', 'language-client.js', 'preview-style.css', 'preview.js', 'server.js', 'word.js']);
  });

  test('hold none of Node’s modules that could reach out, but for those of packages that are never asked', () => {
    const reaching = plain.flatMap(({ name, builtins }) => builtins.filter(([module]) => !HARMLESS.has(module)).map(([module, file]) => `${name}: ${module} in ${ownerOf(file)}`));
    expect([...new Set(reaching)].sort()).toEqual(Object.keys(EXCUSED).sort());
    expect(plain.filter(({ name, builtins }) => name.startsWith('browser/') && builtins.length > 0)).toEqual([]);
  });

  test('call nothing that reaches a network, reports on users or runs text', () => {
    expect(plain.flatMap(namesIn).sort()).toEqual(Object.keys(EXCUSED_NAMES).sort());
  });

  test('are no different when they are released', async () => {
    const names = (all: readonly Bundle[]): readonly string[] => [...new Set(all.flatMap(namesIn).map((line) => line.replace(/ in .*$/u, '')))].sort();
    expect(names(await bundled(true))).toEqual(names(plain));
  }, 60_000);
});

describe('the manifest', () => {
  const { contributes, dependencies = {} } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    contributes: Record<string, unknown> & { configuration: readonly { properties: Record<string, { type: string | string[]; enum?: unknown[] }> }[] };
    dependencies?: object;
  };

  test('has no setting that could name a program or an address: where text is taken, the texts are listed', () => {
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    expect(settings.filter(([, { type, enum: choices }]) => [type].flat().includes('string') && choices === undefined).map(([name]) => name)).toEqual([]);
  });

  test('contributes nothing that is run', () => {
    const run = ['tasks', 'taskDefinitions', 'debuggers', 'terminal', 'authentication', 'typescriptServerPlugins', 'mcpServerDefinitionProviders', 'languageModelTools', 'problemMatchers'];
    expect(run.filter((point) => point in contributes)).toEqual([]);
    expect(dependencies).toEqual({});
  });
});
