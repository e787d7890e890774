// The packages, as npm run package makes them: each holds what it should and nothing else, is small, and is a release; one with
// a file too many or too few is not made; what they hold of others has its licence. Must not know how they are packed.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { textIn } from '../../scripts/generate/notices.ts';
import { root } from '../support/check.ts';

interface Entry {
  readonly fileName: string;
}

interface Zip {
  eachEntry(): AsyncIterable<Entry>;
  openReadStreamPromise(entry: Entry): Promise<AsyncIterable<Uint8Array>>;
}

const { openPromise } = createRequire(import.meta.url)('yauzl') as { openPromise: (file: string, options: { autoClose: boolean }) => Promise<Zip> };

const LIST = path.join(root, 'scripts/package-files.txt');
const MB = 1024 * 1024;
const temp = mkdtempSync(path.join(tmpdir(), 'fazhi-packages-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

function makePackages(out: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', '--out', out, ...args], { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

async function contents(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(file, { autoClose: false });
  const all = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const parts: Uint8Array[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    all.set(entry.fileName, Buffer.concat(parts));
  }
  return all;
}

/** Every file of dist/ with the time it was written. */
const built = (): readonly string[] =>
  readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const { mtimeMs } = statSync(path.join(root, 'dist', file));
    return /\.js(?:\.map)?$|^(?:dict|node_modules)\b/u.test(file) && !file.startsWith('packages') ? [`${file} ${mtimeMs}`] : [];
  });

const hasEngine = existsSync(path.join(root, 'node_modules/nodejieba/build/Release/nodejieba.node'));
const before = built();
const made = makePackages(path.join(temp, 'made'));
const files = existsSync(path.join(temp, 'made')) ? readdirSync(path.join(temp, 'made')).sort() : [];
const { version, icon } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string; icon: string };

test('there is a package for every machine, and one for this platform where the engine of words was built', () => {
  expect(made).toMatchObject({ status: 0 });
  expect(files).toHaveLength(hasEngine ? 2 : 1);
  expect(files.at(-1)).toBe(`fazhi-report-${version}-universal.vsix`);
  if (hasEngine) expect(files[0]).toMatch(new RegExp(`^fazhi-report-${version.replaceAll('.', '\\.')}-(?:linux|alpine|darwin|win32)-\\w+\\.vsix$`, 'u'));
});

test('the instructions name the packages of this version', () => {
  for (const page of ['README.md', 'docs/command-line.md']) {
    const named = [...readFileSync(path.join(root, page), 'utf8').matchAll(/fazhi-report-(\d+\.\d+\.\d+)/gu)].map(([, found]) => found);
    expect(named.length, page).toBeGreaterThan(0);
    expect(new Set(named), page).toEqual(new Set([version]));
  }
});

test('packing leaves what was built as it was', () => {
  expect(built()).toEqual(before);
});

describe.each(files)('%s', async (file) => {
  const isUniversal = file.endsWith('-universal.vsix');
  const all = await contents(path.join(temp, 'made', file));
  const text = (name: string): string => all.get(name)?.toString('utf8') ?? '';

  test('is small', () => {
    expect(statSync(path.join(temp, 'made', file)).size).toBeLessThanOrEqual(6 * MB);
    const client = ['client.js', 'language-client.js'].map((name) => gzipSync(all.get(`extension/dist/${name}`) ?? '').length);
    expect(client.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(150 * 1024);
  });

  test('holds what is listed, the engine of words only where it fits', () => {
    const lines = readFileSync(LIST, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#') && (!isUniversal || !line.startsWith('+ ')));
    expect([...all.keys()].sort()).toEqual(lines.map((line) => line.replace('+ ', '')).sort());
    const engine = [...all.keys()].filter((name) => /^extension\/dist\/(?:dict|node_modules)\//u.test(name));
    expect(engine.some((name) => name.endsWith('.node'))).toBe(!isUniversal);
    expect(engine.length > 0).toBe(!isUniversal);
    expect(/TargetPlatform="([^"]+)"/u.exec(text('extension.vsixmanifest'))?.[1]).toBe(isUniversal ? undefined : file.slice(`fazhi-report-${version}-`.length, -'.vsix'.length));
  });

  test('is a release of this version', () => {
    const manifest = JSON.parse(text('extension/package.json')) as { version: string };
    expect(manifest.version).toBe(version);
    expect(/^## (\S+)/mu.exec(text('extension/changelog.md'))?.[1]).toBe(version);
    for (const name of ['client', 'server', 'cli', 'word']) {
      const bundle = text(`extension/dist/${name}.js`);
      expect(bundle).not.toContain('sourceMappingURL');
      expect(bundle.split('\n').length, `lines of ${name}, which is minified`).toBeLessThan(200);
    }
    expect(text('extension/THIRD_PARTY_NOTICES.txt')).toBe(readFileSync(path.join(root, 'THIRD_PARTY_NOTICES.txt'), 'utf8'));
  });

  test('has an icon that is large enough', () => {
    const picture = all.get(`extension/${icon}`);
    expect(picture?.toString('latin1', 1, 4)).toBe('PNG');
    expect(picture?.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    expect(picture?.readUInt32BE(20)).toBe(picture?.readUInt32BE(16));
  });
});

test('a package with a file too many, or one too few, is not made', () => {
  const lines = readFileSync(LIST, 'utf8').split('\n');
  const list = path.join(temp, 'list.txt');
  writeFileSync(list, [...lines.filter((line) => line !== 'extension/LICENSE.txt'), 'extension/absent.txt', ''].join('\n'));
  const { status, output } = makePackages(path.join(temp, 'wrong'), '--list', list);
  expect(status).toBe(1);
  expect(output).toMatch(/多了 extension\/LICENSE\.txt；少了 extension\/absent\.txt/u);
  expect(readdirSync(path.join(temp, 'wrong'))).toEqual([]);
});

test('a package without the text of its licence is found out', () => {
  const folder = path.join(temp, 'bare');
  mkdirSync(folder);
  expect(() => textIn(folder, 'bare')).toThrow(/bare brings no text of its licence/u);
  writeFileSync(path.join(folder, 'NOTICE'), 'made by somebody');
  expect(() => textIn(folder, 'bare')).toThrow(/bare brings no text of its licence/u);
  writeFileSync(path.join(folder, 'LICENSE'), 'Do what you like.');
  expect(textIn(folder, 'bare')).toBe('Do what you like.\n\nmade by somebody');
});
