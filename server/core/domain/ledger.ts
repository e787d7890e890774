// How a ledger of figures is kept: what its columns are called, how a period is written, and which words show that a figure is
// of another scope than the reporter's own. Data only. Observed usage of the tables that offices fill in.

import type { LevelSpec } from './types.ts';

/** How the file is called that is found by itself, the one that counts first. */
export const LEDGER_FILES = ['数据.csv', '数据.xlsx'] as const;

/** Headings of columns, without blanks and brackets, in lower case; the first is what a new ledger has. */
export const LEDGER_COLUMNS = {
  name: ['名称', '指标', '指标名称', '数据名称', '数据项', '项目', '项目名称', 'name', 'indicator', 'item', 'metric'],
  value: ['数值', '数量', '数', '值', '数据', '本年数', '全年数', '指标值', 'value', 'number', 'count', 'amount'],
  unit: ['单位', '计量单位', '数量单位', 'unit'],
  period: ['期间', '年度', '年份', '统计期间', '统计年度', '时期', '报告年度', 'period', 'year'],
  source: ['来源', '数据来源', '出处', '提供单位', '责任单位', '依据', 'source'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LedgerColumn = keyof typeof LEDGER_COLUMNS;

/** Of a year that is a period, or of the year of a file. */
export const PERIOD_YEAR = '(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])';

/** A period that is a whole year though it names months. */
export const WHOLE_YEAR = '1月?(?:1日)?(?:[-－—–～~至到]|－)+(?:(?:19|20)[0-9]{2}年)?12月|全年';

/** A period that is another stretch of time than a year: 上半年, 一季度, 截至6月, 累计. */
export const NOT_A_YEAR = '季度|半年|月|旬|周|截至|截止|以来|累计|[-－—–～~至到](?:19|20)[0-9]{2}|同期';

/** A period that is the year before, whichever that is. */
export const YEAR_BEFORE = '上年|去年|上一年|往年|同期';

/** In the words before a figure: 全县, 我镇, and which of them are a reporter's own. */
export const SCOPE_OF_PLACE = '(?:全|我|本|各)(?<place>镇|乡|街道|县|区|市|省|国|局)';

export const OWN_PLACES: Readonly<Record<LevelSpec['id'], readonly string[]>> = {
  township: ['镇', '乡', '街道'],
  county: ['县', '区', '市'],
  city: ['市'],
  province: ['省', '区', '市'],
  department: ['局', '县', '区', '市', '省'],
};

/** Left in a cell where there is no number yet: nothing, a dash, 待填. */
export const NO_VALUE = '^(?:[-－—–/／\\\\]+|无|暂无|待填|待定|…+|【[^】]{0,60}】)?$';

/** At the head of a name: the year, which the period says. */
export const LEADING_YEAR = '^(?:19|20)[0-9]{2}年(?:度)?';
