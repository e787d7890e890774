// The standards and regulations on which several rules rest. Data only.

import type { Basis } from './validity.ts';

export const PUNCTUATION_STANDARD: Basis = {
  document: '《标点符号用法》（GB/T 15834—2011）',
  confidence: 'verified',
  source: 'GB/T 15834-2011',
};

export const NUMERAL_STANDARD: Basis = {
  document: '《出版物上数字用法》（GB/T 15835—2011）',
  confidence: 'verified',
  source: 'GB/T 15835-2011',
};

export const FORMAT_STANDARD: Basis = {
  document: '《党政机关公文格式》（GB/T 9704—2012）',
  confidence: 'verified',
  source: 'GB/T 9704-2012',
};

/** Make-up of a title, exact wording. */
export const DOCUMENT_REGULATION: Basis = {
  document: '《党政机关公文处理工作条例》（中共中央办公厅、国务院办公厅，2012年7月1日起施行）',
  confidence: 'verified',
  source: '中办发〔2012〕14号',
};

/** What the persons in charge owe, and who says so. */
export const DUTY_REGULATION: Basis = {
  document: '《党政主要负责人履行推进法治建设第一责任人职责规定》（中共中央办公厅、国务院办公厅，2016年12月公布）',
  confidence: 'verified',
  source: 'http://fissico.com/html/xw/dzyw/27116.html (Xinhua, full text)',
};

/** Rules about many documents rest on each of them; a finding names its own. */
export const CITED_TEXT: Basis = {
  document: '所引文件的原文',
  note: '各条依据见悬停说明',
  confidence: 'verified',
  source: 'domain data',
};

/** What follows from the numbers in the text and nothing else. */
export const ARITHMETIC: Basis = {
  document: '按文中写明的数字核算，四舍五入、截尾和末位相差一都算相符',
  note: '没有全国统一的统计公式，只核对文中写明的数字',
  confidence: 'verified',
  source: 'arithmetic',
};

/** What the office itself has noted down. */
export const OWN_LEDGER: Basis = {
  document: '本单位的数据台账',
  note: '名称、单位、期间都对得上的才核对，四舍五入、截尾和末位相差一都算相符',
  confidence: 'verified',
  source: 'ledger',
};

/** What nobody has laid down. */
export const COMMON_USAGE: Basis = {
  document: '公文写作的通行做法',
  confidence: 'general',
  source: 'published reports',
};
