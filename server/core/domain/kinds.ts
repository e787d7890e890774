// Kinds of reporter: what each must report, by when, and how its duty part is called. Data only.
// Must not know issuers' names beyond what tells a joint report.

import { PARTS } from './parts.ts';
import type { KindSpec } from './types.ts';

const DUTY = '《法治政府建设与责任落实督察工作规定》（中共中央办公厅、国务院办公厅，2019年4月15日起施行）';
const ALL = ['work', 'problems', 'first_person', 'plan'] as const;

export const KINDS = [
  {
    id: 'joint',
    name: '党委和政府联合报告',
    levels: [],
    issuer: '(?:中共|党委|党工委|县委|区委|市委|省委|州委|旗委|盟委|地委).{0,60}(?:政府|办事处|管委会|管理委员会|行政公署|行署)',
    required: ALL,
    headings: {},
    due: '每年4月1日之前向社会公开',
    basis: { ...PARTS[0].basis, article: '第二十四条' },
  },
  {
    id: 'township',
    name: '乡镇（街道）',
    levels: ['township'],
    required: ALL,
    headings: {},
    due: '每年4月1日之前向社会公开',
    basis: { document: DUTY, article: '第二十四条', note: '市县乡党委和政府向上一级报告，报告除涉及国家秘密的以外每年4月1日之前公开', confidence: 'verified', source: 'http://scfzw.net/sifa/36/6427.html' },
  },
  {
    id: 'government',
    name: '县级以上政府',
    levels: ['county', 'city', 'province'],
    required: ALL,
    headings: {},
    due: '每年4月1日之前向社会公开',
    basis: { document: DUTY, article: '第二十四条', note: '市县乡党委和政府向上一级报告，报告除涉及国家秘密的以外每年4月1日之前公开', confidence: 'verified', source: 'http://scfzw.net/sifa/36/6427.html' },
  },
  {
    id: 'department',
    name: '政府部门',
    levels: ['department'],
    required: ALL,
    headings: { first_person: '主要负责人履行推进法治建设第一责任人职责情况' },
    due: '每年3月1日之前报本级党委和政府、上一级部门，4月1日之前向社会公开',
    basis: { document: DUTY, article: '第二十四条', note: '县级以上部门每年3月1日之前向本级党委和政府以及上一级政府有关部门报告，4月1日之前公开', confidence: 'verified', source: 'http://scfzw.net/sifa/36/6427.html' },
  },
] as const satisfies readonly KindSpec[];
