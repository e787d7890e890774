// What is told of laws, meetings and fixed phrases, and what is offered while they are written.

import { describe, expect, test } from 'vitest';
import { PHRASES } from '../../server/core/domain/phrases.ts';
import { analyze, completions } from '../../server/core/index.ts';
import { knowledgeAt } from '../../server/core/features/knowledge.ts';
import { problemsOf } from '../support/check.ts';

const head = (year: number): string => `云溪镇${year}年度法治政府建设情况报告\n\n一、主要举措和成效\n\n`;
const told = (words: string, year = 2024): string => {
  const text = `${head(year)}全镇学习${words}有关内容。\n`;
  return knowledgeAt(analyze(text), text.indexOf(words) + 1)?.markdown ?? '';
};
const offered = (written: string, year = 2024, behind = ''): string[] => {
  const text = `${head(year)}${written}${behind}`;
  return completions(analyze(text), head(year).length + written.length).items.map(({ text: full, span }) => `${text.slice(span.start, span.end)}→${full}`);
};

describe('what is known', () => {
  test.each([
    ['《民法典》', 2024, /全国人民代表大会[\s\S]*2021年1月1日起施行[\s\S]*2024年的报告：写“《中华人民共和国民法典》”/u],
    ['《担保法》', 2024, /不再施行/u],
    ['党的二十届三中全会', 2024, /2024年7月/u],
    ['“两个确立”', 2024, /确立习近平同志/u],
    ['两个确立', 2024, /确立习近平同志/u],
    ['“八五”普法', 2019, /不在这个提法的时限内/u],
    ['行政执法“三项制度”', 2024, /执法全过程记录制度/u],
    ['《云溪镇议事规则》', 2024, /^$/u],
    ['公共法律服务', 2024, /^$/u],
  ])('of %s in %i', (words, year, expected) => expect(told(words, year)).toMatch(expected));

  test('every phrase is one that no rule finds fault with', () => {
    for (const { text, id } of PHRASES) expect(problemsOf(analyze(`${head(2024)}全镇深入贯彻${text}。\n`)).filter(({ rule }) => rule.id.startsWith('wording-')).map(({ message }) => `${id} ${message}`)).toEqual([]);
  });
});

describe('what is offered', () => {
  test('titles inside 《, those in force in the year', () => {
    expect(offered('依照《')).toContain('→中华人民共和国行政处罚法》');
    expect(offered('依照《', 2024, '》')).toContain('→中华人民共和国行政处罚法');
    expect(offered('依照《').some((title) => title.includes('担保法'))).toBe(false);
    expect(offered('依照《', 2019).some((title) => title.includes('担保法'))).toBe(true);
    expect(offered('依照《民法典》')).toEqual([]);
  });

  test('a fixed phrase once it is begun', () => {
    expect(offered('增强四个意')).toEqual(['四个意→“四个意识”']);
    expect(offered('坚持“四个意', 2024, '”')).toEqual(['四个意→四个意识']);
    expect(offered('建设职能科学')).toEqual(['职能科学→职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府']);
    expect(offered('建设职能科学', 2019)).toEqual([]);
    expect(offered('开展四个')).toEqual([]);
  });
});
