// Which rules run and how grave they are: groups before single rules, single rules before the profile, rules off by default.

import { describe, expect, test } from 'vitest';
import { analyze, GROUPS, isOn, lint, PROFILES, RULES, type RuleChoice, type ProfileId } from '../../server/core/index.ts';

const TEXT = `云溪镇2024年度法治政府建设情况报告

一、主要举措和成效

全年受理调解纠纷250起，成功调解结案242起，结案率95.8%。走访社区服刑人员12人次。

普法效果明显。

开展宣传××场,发放资料30份。

二、党政主要负责人履行推进法治建设第一责任人职责情况

主持召开专题会议4次。

三、2025年主要安排

充实执法力量。
`;

/** Every finding as `rule severity`, each kind once. */
const found = (choice: RuleChoice = {}): readonly string[] => [...new Set(lint(analyze(TEXT), { rules: RULES, ...choice }).map(({ rule, severity }) => `${rule.id} ${severity}`))];

const OWN = ['structure-missing-part warning', 'figure-rate-mismatch warning', 'wording-outdated warning', 'structure-placeholder error', 'format-punctuation warning'];

describe('a profile', () => {
  test('for review leaves every rule its own severity, and is the usual one', () => {
    expect(found()).toEqual(OWN);
    expect(found({ profile: 'review' })).toEqual(OWN);
  });

  test('for a draft quiets what is not yet written and keeps what is wrong', () => {
    expect(found({ profile: 'draft' })).toEqual(['structure-missing-part hint', 'figure-rate-mismatch warning', 'wording-outdated warning', 'structure-placeholder hint', 'format-punctuation hint']);
  });

  test('for a final text makes it an error that no part has a heading', () => {
    const bare = analyze('云溪镇2024年度法治政府建设情况报告\n\n2024年，全镇组织开展普法宣传12场次，走访企业30家。\n');
    const severities = (profile: ProfileId) => lint(bare, { rules: RULES, profile }).filter(({ rule }) => rule.id === 'structure-missing-part').map(({ severity }) => severity);
    expect(severities('review')).toEqual(['information']);
    expect(severities('final')).toEqual(['error']);
  });

  test('for a final text makes a missing part an error and asks for more', () => {
    expect(found({ profile: 'final' })).toEqual(['structure-missing-part error', 'figure-rate-mismatch warning', 'wording-outdated warning', 'structure-vague-claim information', 'structure-placeholder error', 'format-punctuation warning']);
  });

  test('never makes a promise of what was none, and only ever tells less in a draft', () => {
    const grave = new Set(['error', 'warning']);
    const keyed = (profile: ProfileId) => new Map(lint(analyze(TEXT), { rules: RULES, profile }).map(({ rule, span, message, severity }) => [`${rule.id} ${span.start} ${message}`, severity]));
    const review = keyed('review');
    for (const { id } of PROFILES) {
      for (const [key, severity] of keyed(id)) if (grave.has(severity)) expect(grave.has(review.get(key) ?? ''), key).toBe(true);
    }
    expect([...keyed('draft').keys()]).toEqual([...review.keys()]);
  });

  test('knows no rule that does not exist', () => {
    for (const name of PROFILES.flatMap(({ quiet }): readonly string[] => quiet)) expect([...RULES, ...GROUPS].some(({ id }) => id === name), name).toBe(true);
  });

  test('gives way to what is set for a rule', () => {
    const settings = { 'structure-missing-part': 'information', 'format-punctuation': 'off', 'structure-vague-claim': 'warning' } as const;
    for (const { id: profile } of PROFILES) {
      const all = found({ profile, settings });
      expect(all).toContain('structure-missing-part information');
      expect(all).toContain('structure-vague-claim warning');
      expect(all.filter((each) => each.startsWith('format-punctuation'))).toEqual([]);
    }
  });
});

describe('a group', () => {
  test.each(GROUPS.map(({ id }) => id))('that is off tells nothing: %s', (group) => {
    expect(found({ groups: { [group]: false } })).toEqual(OWN.filter((each) => !each.startsWith(group)));
    expect(found({ groups: { [group]: true } })).toEqual(OWN);
  });

  test('that is off runs none of its rules, whatever is set for them', () => {
    const asked: string[] = [];
    const rules = RULES.map((rule) => ({ ...rule, check: () => (asked.push(rule.id), []) }));
    lint(analyze(TEXT), { rules, groups: { figure: false, wording: false, format: false }, settings: { 'figure-rate-mismatch': 'error' } });
    expect(asked).toEqual(RULES.filter(({ id, optional }) => id.startsWith('structure-') && !optional).map(({ id }) => id));
  });

  test('holds every rule', () => {
    for (const { id } of RULES) expect(GROUPS.some((group) => id.startsWith(`${group.id}-`)), id).toBe(true);
  });
});

describe('a rule off by default', () => {
  const optional = RULES.filter((rule) => rule.optional);

  test('is not run unless it is set, or the profile asks for all', () => {
    expect(optional.length).toBeGreaterThan(0);
    for (const rule of optional) {
      expect(isOn(rule, {})).toBe(false);
      expect(isOn(rule, { profile: 'draft' })).toBe(false);
      expect(isOn(rule, { profile: 'final' })).toBe(true);
      expect(isOn(rule, { profile: 'final', settings: { [rule.id]: 'off' } })).toBe(false);
      expect(isOn(rule, { settings: { [rule.id]: 'hint' } })).toBe(true);
      expect(isOn(rule, { groups: { [rule.id.split('-')[0] ?? '']: false }, settings: { [rule.id]: 'hint' } })).toBe(false);
    }
  });

  test('never warns by itself', () => {
    for (const { severities } of optional) expect(severities.every((severity) => severity === 'information' || severity === 'hint')).toBe(true);
  });
});
