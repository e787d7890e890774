// The rule pages are the rule tests: every fenced block 有问题, 没问题 and 修复后 of docs/rules/<id>.md runs.
//
//     ```有问题 2024      the block's text with its findings of this rule marked, in a report of that year
//     ```修复后           the text before it with the first fix of every finding applied
//     ```没问题 2024      nothing is found
//     ```配置             the workspace file that holds for the blocks below it
//     ```另一份 名称      another report, which the blocks below it are compared with
//     ```往年 名称        an earlier report of the same reporter, likewise
//     ```台账 数据.csv    the ledger of figures that the blocks below it are held against

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../server/import/ledger.ts';
import { readConfig } from '../../server/config/read.ts';
import { analyze, applyEdits, RULES, type Env, type Ledger, type OtherReport } from '../../server/core/index.ts';
import { marked, problemsOf, read, root } from '../support/check.ts';
import { unmark } from '../support/marks.ts';

interface Example {
  readonly kind: string;
  readonly env: Env;
  readonly text: string;
  readonly others: readonly OtherReport[];
  readonly past: readonly OtherReport[];
  readonly ledger: Ledger | undefined;
}

function examplesOf(page: string): readonly Example[] {
  let local: Env['local'];
  let others: readonly OtherReport[] = [];
  let past: readonly OtherReport[] = [];
  let ledger: Ledger | undefined;
  return [...page.matchAll(/^```(有问题|没问题|修复后|配置|另一份|往年|台账)(?: (\S+))?\n([\s\S]*?)^```$/gmu)].flatMap(([, kind = '', year, body = '']) => {
    if (kind === '台账') {
      ledger = ledgerOf(year ?? '', year ?? '', body);
      expect(ledger.problems).toEqual([]);
      return [];
    }
    if (kind === '另一份' || kind === '往年') {
      const report = { id: year ?? '', name: year ?? '', report: analyze(body) };
      if (kind === '往年') past = [...past, report];
      else others = [...others, report];
      return [];
    }
    if (kind === '配置') {
      const { config, problems } = readConfig(body);
      expect(problems).toEqual([]);
      local = config.local;
      return [];
    }
    const env: Env = { isReport: true, ...(local ? { local } : {}), ...(year === undefined ? {} : { year: Number(year) }) };
    return [{ kind, env, text: body.replace(/\n$/u, ''), others, past, ledger }];
  });
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const examples = examplesOf(read(`docs/rules/${id}.md`));

  test('has examples of right and wrong', () => {
    expect(examples.filter(({ kind }) => kind === '有问题').length).toBeGreaterThan(0);
    expect(examples.filter(({ kind }) => kind === '没问题').length).toBeGreaterThan(0);
    if (rule.fix !== 'none') expect(examples.filter(({ kind }) => kind === '修复后').length).toBeGreaterThan(0);
  });

  test.each(examples.map((example, index) => [`${index + 1} ${example.kind}`, example, examples[index - 1]] as const))('example %s', (_, example, before) => {
    if (example.kind === '有问题') {
      expect(marked(unmark(example.text).text, example.env, id, example.others, example.past, example.ledger)).toBe(example.text);
    } else if (example.kind === '没问题') {
      expect(marked(example.text, example.env, id, example.others, example.past, example.ledger)).toBe(example.text);
    } else {
      const { text } = unmark(before?.text ?? '');
      const problems = problemsOf(analyze(text, before?.env), id, before?.others, before?.past, before?.ledger);
      expect(applyEdits(text, problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []))).toBe(example.text);
    }
  });
});

test('every page belongs to a rule', () => {
  const pages = readdirSync(path.join(root, 'docs/rules')).filter((file) => file !== 'README.md');
  expect(pages.sort()).toEqual(RULES.map((rule) => `${rule.id}.md`).sort());
});
