// The project's own invariants: who may import whom, generated files, rule pages, no domain words in code.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIRST_YEAR } from '../../server/core/domain/draft.ts';
import { KINDS, RULES } from '../../server/core/index.ts';
import { LEDGER_FILE } from '../../server/import/ledger.ts';
import { TEXT_FILE, WORD_FILE } from '../../server/import/text.ts';
import { TOKEN_TYPES } from '../../server/lsp/tokens.ts';
import { LARGEST_FILE } from '../../server/word/index.ts';
import { root } from '../support/check.ts';

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = `${folder}/${entry.name}`;
    return entry.name === 'node_modules' ? [] : entry.isDirectory() ? sources(below) : /\.(?:ts|mjs|cjs)$/u.test(entry.name) ? [below] : [];
  });
}

const code = [...sources('client'), ...sources('server'), ...sources('scripts')];
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Project files as paths from the root, packages by name. */
function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gu)].map(([, to = '']) =>
    to.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), to)) : to,
  );
}

/** An arrow may be skipped, never reversed. */
const LAYERS = ['text', 'domain', 'words', 'figures', 'report', 'compare', 'ledger', 'lint', 'rules', 'features', 'index.ts'];
const layerOf = (file: string): number => LAYERS.indexOf(file.replace('server/core/', '').split('/')[0] ?? '');

describe('imports', () => {
  const core = code.filter((file) => file.startsWith('server/core/'));

  test('core imports only core, in the order of its layers', () => {
    const wrong = core.flatMap((file) =>
      importsOf(file).filter((to) => !to.startsWith('server/core/') || layerOf(to) > layerOf(file)).map((to) => `${file} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('rules do not import each other', () => {
    const rules = core.filter((file) => file.startsWith('server/core/rules/') && !file.endsWith('/index.ts'));
    expect(rules.flatMap((file) => importsOf(file).filter((to) => to.startsWith('server/core/rules/')))).toEqual([]);
  });

  test('shells import the core only through its façade', () => {
    const shells = code.filter((file) => /^server\/(?:lsp|cli|config|export|import|word|words)\/|^server\/(?:main|browser)|^client\//u.test(file));
    expect(shells.flatMap((file) => importsOf(file).filter((to) => to.startsWith('server/core/') && to !== 'server/core/index.ts').map((to) => `${file} → ${to}`))).toEqual([]);
    expect(code.filter((file) => file.startsWith('client/') && importsOf(file).some((to) => to.startsWith('server/')))).toEqual([]);
  });

  test('each package is known only where it belongs', () => {
    const only = (name: RegExp, where: RegExp): string[] => code.filter((file) => !where.test(file) && importsOf(file).some((to) => name.test(to)));
    expect(only(/^vscode-languageserver/u, /^server\/(?:lsp\/|main|browser)/u)).toEqual([]);
    expect(only(/^vscode$|^vscode-languageclient/u, /^client\//u)).toEqual([]);
    expect(only(/^node:/u, /^(?:server\/cli|server\/words\/|server\/main|client\/(?:main|server-process|language-client)|scripts)/u)).toEqual([]);
    expect(only(/^(?:fflate|saxes|dingbat-to-unicode)/u, /^server\/word\//u)).toEqual([]);
    expect(only(/\/node$/u, /^(?:server\/main|client\/language-client)/u)).toEqual([]);
    expect(code.filter((file) => file !== 'server/words/jieba.ts' && /require\)?\(['"]nodejieba/u.test(read(file)))).toEqual([]);
  });

  test('what reads Word documents is loaded by those that ask for it, and by nobody at the start', () => {
    // An import that is part of an expression is one on demand, and one of types is none.
    const atStart = code.filter((file) => !file.startsWith('server/word/') && /^(?:import|export) .*from '[^']*\/word\/[a-z/]+\.ts'/mu.test(read(file)));
    expect(atStart).toEqual([]);
    const onDemand = code.filter((file) => !file.startsWith('scripts/') && /import\('[^']*\/word\/index\.ts'\)/u.test(read(file)));
    expect(onDemand.sort()).toEqual(['server/cli/word.ts', 'server/lsp/handlers/papers.ts', 'server/lsp/ledgers.ts', 'server/lsp/review.ts', 'server/lsp/word.ts']);
  });

  test('the language client is loaded by nobody while VS Code waits for the extension', () => {
    const loads = code.filter((file) => /^import (?!type )[^;]* from 'vscode-languageclient(?:\/\w+)?'/mu.test(read(file)));
    expect(loads).toEqual(['client/language-client.ts', 'client/recovery.ts', 'client/worker-client.ts']);
    const importers = code.filter((file) => /^(?:import|export) (?!type )[^;]* from '\.\/(?:language-client|recovery|worker-client)\.ts'/mu.test(read(file)));
    expect(importers.filter((file) => !loads.includes(file))).toEqual([]);
    expect(code.filter((file) => /import\('\.\/(?:language|worker)-client\.ts'\)/u.test(read(file)))).toEqual(['client/browser.ts', 'client/main.ts']);
  });

  test('there are no cycles', () => {
    const visiting = new Set<string>();
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string): void => {
      if (done.has(file) || !existsSync(path.join(root, file))) return;
      if (visiting.has(file)) {
        cycles.push(file);
        return;
      }
      visiting.add(file);
      importsOf(file).filter((to) => to.startsWith('server/')).forEach(visit);
      visiting.delete(file);
      done.add(file);
    };
    [...core, ...code.filter((file) => file.startsWith('server/word/'))].forEach(visit);
    expect(cycles).toEqual([]);
  });
});

test('the core compiles without Node, DOM or any other surroundings', () => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', 'server/core'], { cwd: root, encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
}, 120_000);

test('the core asks no clock and no chance', () => {
  const core = code.filter((file) => file.startsWith('server/core/'));
  expect(core.filter((file) => /Date\.now|new Date|Math\.random|performance\.|setTimeout|console\./u.test(read(file)))).toEqual([]);
});

test('code outside domain/ holds no law title, part, metric or year', () => {
  const outside = code.filter((file) => file.startsWith('server/') && !file.startsWith('server/core/domain/'));
  const strip = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(?<!:)\/\/.*$/gmu, '');
  const wrong = outside.flatMap((file) => [...strip(read(file)).matchAll(/《[一-龥]{2,}[^》]*》|[一-龥]{2,}(?:率|(?<![提办方用写])法|条例|纲要)(?=['`"])|20[0-3]\d年|[一二]?十[一二三四五六七八九]?届/gu)].map(([hit]) => `${file}: ${hit}`));
  expect(wrong).toEqual([]);
});

test('generated files are what the generator writes', () => {
  const { stderr, status } = spawnSync(process.execPath, ['scripts/run-ts.mjs', 'scripts/generate.ts', '--check'], { cwd: root, encoding: 'utf8' });
  expect(stderr.split('\n').filter((line) => line.includes('run npm run generate'))).toEqual([]);
  expect(status).toBe(0);
}, 60_000);

test('every file says what it is', () => {
  const all = [...code, ...sources('test')];
  expect(all.filter((file) => !/^(?:#!.*\n)?(?:\/\/|\/\*)/u.test(read(file)))).toEqual([]);
});

test('every rule has a page, a basis and a setting', () => {
  const manifest = JSON.parse(read('package.json')) as { contributes: { configuration: { properties: Record<string, { properties?: Record<string, unknown> }> }[] } };
  const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<string, { properties?: Record<string, unknown> }>;
  for (const rule of RULES) {
    expect(existsSync(path.join(root, `docs/rules/${rule.id}.md`)), rule.id).toBe(true);
    expect(rule.basis.document.length, rule.id).toBeGreaterThan(0);
    expect(settings['fazhiReport.rules']?.properties).toHaveProperty(rule.id);
    expect(rule.id).toMatch(/^(?:structure|figure|wording|format)(?:-[a-z]+)+$/u);
  }
});

test('every kind of colour is contributed, for reports and plain text', () => {
  const { contributes } = JSON.parse(read('package.json')) as { contributes: { semanticTokenTypes: { id: string }[]; semanticTokenScopes: { language: string; scopes: Record<string, string[]> }[] } };
  const types = Object.values(TOKEN_TYPES).sort();
  expect(contributes.semanticTokenTypes.map(({ id }) => id).sort()).toEqual(types);
  expect(contributes.semanticTokenScopes.map(({ language }) => language)).toEqual(['fazhi-report', 'plaintext']);
  for (const { scopes } of contributes.semanticTokenScopes) expect(Object.keys(scopes).sort()).toEqual(types);
});

test('the questions of a new report offer the kinds and years that the core knows', () => {
  const source = read('client/new-report.ts');
  const names = [...read('client/status-text.ts').matchAll(/^ {2}(\w+): l10n\.t\('([^']+)'\),$/gmu)].map(([, id, name]) => `${id} ${name}`);
  expect(names.sort()).toEqual(KINDS.map(({ id, name }) => `${id} ${name}`).sort());
  const asked = [...source.matchAll(/label: kindNames\(\)\['(\w+)'\]/gu)].map(([, id]) => id);
  expect(asked.sort()).toEqual(KINDS.map(({ id }) => id).sort());
  expect(source).toContain(`FIRST_YEAR = ${FIRST_YEAR};`);
});

test.each(['client/import-word.ts', 'server/lsp/handlers/papers.ts'])('%s loads no larger document than can be read', (file) => {
  const asked = /^const LARGEST_FILE = (.+);$/mu.exec(read(file))?.[1]?.split('*').reduce((product, factor) => product * Number(factor), 1);
  expect(asked).toBe(LARGEST_FILE);
});

test('the editor watches, offers and reads the files that may hold a report or a ledger for the server, and no others', () => {
  const client = read('client/report-files.ts');
  const named = (list: string): string[] => [...(new RegExp(`const ${list} = \\[(.+)\\];`, 'u').exec(client)?.[1] ?? '').matchAll(/'(\w+)'/gu)].map(([, ending = '']) => ending);
  const endings = ({ source }: RegExp): string[] => (/^\\\.\(\?:(.+)\)\$$/u.exec(source)?.[1] ?? '').split('|');
  expect(named('TEXT_ENDINGS')).toEqual(endings(TEXT_FILE));
  expect(named('WORD_ENDINGS')).toEqual(endings(WORD_FILE));
  expect(named('LEDGER_ENDINGS')).toEqual(endings(LEDGER_FILE));
});

test('the project speaks of itself alone', () => {
  const files = [...code, ...sources('test'), 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'package.json', ...RULES.map((rule) => `docs/rules/${rule.id}.md`)];
  expect(files.filter((file) => existsSync(path.join(root, file)) && /\/work\//u.test(read(file)))).toEqual([]);
});
