// Snippets for the title, the opening and the standard headings, from the same data as the fixes.
// Must not touch files.

import { PARTS } from '../../server/core/domain/parts.ts';
import type { PartId, PartSpec } from '../../server/core/domain/types.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** Pinyin initials and Chinese words by which a clerk calls a part up, and its usual place in the report. */
const PREFIXES: Readonly<Record<PartId, { readonly prefix: readonly string[]; readonly number: string }>> = {
  work: { prefix: ['zyjc', '主要举措'], number: '一' },
  problems: { prefix: ['bzyy', '不足原因'], number: '二' },
  first_person: { prefix: ['dyzr', '第一责任人'], number: '三' },
  plan: { prefix: ['xynd', '下一年度'], number: '四' },
  other: { prefix: ['qtqk', '其他情况'], number: '五' },
};

/** `headingMark` stands before every first-level heading, `## ` in Markdown. */
export function snippets(headingMark: string): Readonly<Record<string, Snippet>> {
  const title = headingMark === '' ? '' : '# ';
  return {
    '报告标题': {
      prefix: ['bt', '报告标题'],
      body: [`${title}\${1:单位名称}\${2:年份}年度法治政府建设情况报告`, '', '$0'],
      description: '标题：单位、年度、文种',
    },
    '导语': {
      prefix: ['dy', '导语'],
      body: [
        '${1:年份}年，${2:单位简称}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，${3:概述全年工作}。现将${1:年份}年度法治政府建设情况报告如下：',
        '',
        '$0',
      ],
      description: '开头一段和“现将……报告如下”',
    },
    ...Object.fromEntries(PARTS.filter((part: PartSpec) => part.required).map((part: PartSpec) => [part.name, partSnippet(part, headingMark)])),
  };
}

function partSnippet(part: PartSpec, headingMark: string): Snippet {
  const { prefix, number } = PREFIXES[part.id];
  const others = ['一', '二', '三', '四', '五', '六'].filter((n) => n !== number);
  let stop = 1;
  const heading = part.standardHeading.replace(/\{(?:year|next)\}年/u, () => `\${${++stop}:年份}年`);
  const skeleton = part.skeleton.flatMap((line) => ['', line.replace(/\$\{\d+:/gu, () => `\${${++stop}:`)]);
  return {
    prefix,
    body: [`${headingMark}\${1|${[number, ...others].join(',')}|}、${heading}`, ...skeleton, '', '$0'],
    description: part.contents,
  };
}
