// THIRD_PARTY_NOTICES.txt: the licences of what the packages hold of others, read from node_modules: the npm packages that are
// really in the bundles, by the bundler's own account, and the engine of words with its dictionaries.
// Must not be guessed: what has no licence text here fails.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whose licence it is: a name with a version, and the text. */
interface Notice {
  readonly of: string;
  readonly text: string;
}

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>;
}

const ENGINE = 'node_modules/nodejieba';
const CPPJIEBA = `${ENGINE}/submodules/cppjieba`;
const LIMONP = `${CPPJIEBA}/deps/limonp`;
const NODE_ADDON_API = ['node_modules/nodejieba/node_modules/node-addon-api', 'node_modules/node-addon-api'];

/** Under the MIT licence by their own manifest or page, whose text they do not bring along: the line of the copyright. */
const WITHOUT_TEXT: Readonly<Record<string, string>> = { '@vscode/l10n': 'Copyright (c) Microsoft Corporation', jieba: 'Copyright (c) 2013 Sun Junyi' };

const read = (file: string): string => readFileSync(file, 'utf8').replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n').replace(/[ \t]+$/gmu, '').trim();

/** Under the ISC licence, as their repository says, whose text their package does not bring along. */
const ISC: Readonly<Record<string, string>> = { saxes: 'Copyright (c) Contributors\n\nsaxes was forked from sax: Copyright (c) Isaac Z. Schlueter and Contributors' };

const ISC_TEXT = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that
the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES
OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR
ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS
ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const mit = (copyright: string): string => read('LICENSE').replace(/^Copyright .*$/mu, copyright);

/** The licence of a package, and its notices, as they lie in its folder. */
export function textIn(folder: string, name: string): string {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice|thirdpartynotices)(?:\.(?:md|txt))?$/iu.test(file)).sort();
  const given = WITHOUT_TEXT[name];
  const isc = ISC[name];
  if (files.some((file) => /^(?:licen[cs]e|copying)/iu.test(file))) return files.map((file) => read(path.join(folder, file))).join('\n\n');
  if (isc !== undefined) return `The ISC License\n\n${isc}\n\n${ISC_TEXT}`;
  if (given === undefined) throw new Error(`${name} brings no text of its licence; look it up and write it into scripts/generate/notices.ts`);
  return mit(given);
}

function noticeOf(folder: string): Notice {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: string };
  return { of: `${name} ${version}${license === undefined ? '' : ` (${license})`}`, text: textIn(folder, name) };
}

/** The packages of which something is left in a bundle. */
function bundled(): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'fazhi-notices-'));
  try {
    const meta = path.join(folder, 'meta.json');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', '--release', '--out', path.join(folder, 'dist'), '--meta', meta], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the bundles could not be made: ${stderr}`);
    const { outputs } = JSON.parse(readFileSync(meta, 'utf8')) as Metafile;
    const files = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])));
    return [...new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(file)?.[0] ?? []))].sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The engine is built from sources of several hands, and its dictionaries are those of jieba. */
function engine(): readonly Notice[] {
  const addonApi = NODE_ADDON_API.find((folder) => existsSync(folder));
  if (addonApi === undefined) throw new Error('node-addon-api is not where nodejieba has it');
  return [
    { ...noticeOf(ENGINE), text: textIn(ENGINE, 'nodejieba') },
    noticeOf(addonApi),
    { of: 'cppjieba, with its hidden Markov model (MIT)', text: textIn(CPPJIEBA, 'cppjieba') },
    { of: 'limonp (MIT)', text: textIn(LIMONP, 'limonp') },
    { of: 'jieba, its dictionary of words (MIT), https://github.com/fxsjy/jieba', text: mit(WITHOUT_TEXT['jieba'] ?? '') },
  ];
}

const head = (title: string): string => `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}`;

/** Those under the same words stand together. */
function section(title: string, notices: readonly Notice[]): string {
  const byText = new Map<string, string[]>();
  for (const { of, text } of notices) byText.set(text, [...(byText.get(text) ?? []), of]);
  return [head(title), ...[...byText].map(([text, of]) => `${of.join('\n')}\n${'-'.repeat(80)}\n${text}`)].join('\n\n');
}

const ENGINE_TITLE = 'In packages for one platform: nodejieba and its dictionaries';

/** `before` is the file as it stands: where the engine could not be installed, what was read of it elsewhere remains. */
export function notices(before: string): string {
  const ofEngine = existsSync(ENGINE) ? section(ENGINE_TITLE, engine()) : before.slice(before.indexOf(head(ENGINE_TITLE))).trimEnd();
  return `${['法治报告助手 contains software of others, under the licences below.', section('In the bundles', bundled().map(noticeOf)), ofEngine].join('\n\n')}\n`;
}
