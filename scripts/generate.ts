// Writes everything that would otherwise be written twice: the manifest's contributions and their texts, snippets, the grammar, the
// heads of the rule pages, the list of what is known, the licences of others. `--check` writes nothing and fails when a file is stale. Generated files are committed.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { contributions } from './generate/contributions.ts';
import { grammar, languageConfiguration } from './generate/grammar.ts';
import { knowledge } from './generate/knowledge.ts';
import { notices } from './generate/notices.ts';
import { pageWithHead, rulesIndex } from './generate/pages.ts';
import { snippets } from './generate/snippets.ts';
import { bilingual, chinese } from './generate/texts.ts';
import { CONFIG_SCHEMA } from '../server/config/schema.ts';
import { RULES } from '../server/core/index.ts';

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;
const files: Readonly<Record<string, string>> = {
  'package.json': json({ ...manifest, ...contributions() }),
  'package.nls.json': json(bilingual()),
  'package.nls.zh-cn.json': json(chinese()),
  'snippets/plain.json': json(snippets('plain')),
  'snippets/markdown.json': json(snippets('markdown')),
  'syntaxes/fazhi-report.tmLanguage.json': json(grammar()),
  'syntaxes/language-configuration.json': json(languageConfiguration()),
  'syntaxes/config.schema.json': json(CONFIG_SCHEMA),
  'docs/rules/README.md': rulesIndex(),
  'docs/knowledge.md': knowledge(),
  'THIRD_PARTY_NOTICES.txt': notices(read('THIRD_PARTY_NOTICES.txt')),
  ...Object.fromEntries(RULES.map((rule) => [`docs/rules/${rule.id}.md`, pageWithHead(rule, read(`docs/rules/${rule.id}.md`))])),
};

const stale = Object.entries(files).filter(([file, text]) => read(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is not what scripts/generate.ts writes; run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(file, text);
  console.log(stale.length === 0 ? 'everything was up to date' : `wrote ${stale.map(([file]) => file).join(', ')}`);
}
