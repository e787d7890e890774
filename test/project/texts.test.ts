// What the extension says in words: the manifest and the client speak Chinese, with English beside it, and nothing is said
// in one language only.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from '../support/check.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const json = <T>(file: string): T => JSON.parse(read(file)) as T;
const HAN = /\p{Script=Han}/u;
/** The product's name, and file names, are the same in every language. */
const NAME = /^法治报告助手$|\.(?:csv|xlsx|docx)$/u;

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
}

describe('the manifest', () => {
  const manifest = json<{ contributes: { configuration: { title: string; properties: Record<string, Setting> }[] } }>('package.json');
  const chinese = json<Record<string, string>>('package.nls.zh-cn.json');
  const both = json<Record<string, string>>('package.nls.json');

  test('says everything in Chinese and in English', () => {
    const used = new Set([...JSON.stringify({ ...manifest, scripts: {} }).matchAll(/"%([\w.-]+)%"/gu)].map(([, key = '']) => key));
    expect([...used].sort()).toEqual(Object.keys(chinese).sort());
    expect(Object.keys(both)).toEqual(Object.keys(chinese));
    expect(Object.entries(chinese).filter(([key, text]) => !HAN.test(text) || !HAN.test(both[key] ?? ''))).toEqual([]);
    const spoken = { ...manifest, name: '', keywords: [] };
    const literals = [...JSON.stringify(spoken).matchAll(/"(?:title|shortTitle|category|description|markdownDescription|contents|contextualTitle)":"(?!%)[^"]*"/gu)].map(([text]) => text);
    expect(literals).toEqual([]);
  });

  test('has few settings, each with a sentence, in groups', () => {
    const groups = manifest.contributes.configuration;
    const settings = groups.flatMap(({ properties }) => Object.entries(properties));
    expect(settings.length).toBeLessThan(25);
    expect(groups.length).toBeGreaterThan(1);
    for (const [name, setting] of settings) {
      const key = (setting.description ?? setting.markdownDescription ?? '').replaceAll('%', '');
      expect(chinese[key], name).toMatch(/。$/u);
      expect(setting.default, name).toBeDefined();
      expect(setting.enumDescriptions?.length, name).toBe(setting.enum?.length);
    }
  });
});

describe('the client', () => {
  const english = json<Record<string, string>>('l10n/bundle.l10n.en.json');
  const files = readdirSync(path.join(root, 'client')).filter((file) => file.endsWith('.ts'));
  const asked = new Set<string>();
  const bare: string[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, read(`client/${file}`), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      const { parent } = node;
      const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
      if (isText && ts.isStringLiteralLike(node) && ts.isCallExpression(parent) && parent.expression.getText() === 'l10n.t' && parent.arguments[0] === node) asked.add(node.text);
      else if (isText && HAN.test(node.text) && !NAME.test(node.text)) bare.push(`${file}: ${node.text}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }

  test('says nothing in Chinese alone', () => {
    expect(bare).toEqual([]);
  });

  test('has an English text for each Chinese one, with the same places to fill in', () => {
    expect(Object.keys(english).sort()).toEqual([...asked].sort());
    const places = (text: string): string[] => [...text.matchAll(/\{\d\}/gu)].map(([place]) => place).sort();
    expect(Object.entries(english).filter(([text, translated]) => HAN.test(translated) || places(text).join() !== places(translated).join())).toEqual([]);
  });
});
