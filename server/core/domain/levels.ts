// Kinds of reporter, recognised by how the issuer's name ends. First match wins.
// Must not know titles or headings.

import type { LevelSpec } from './types.ts';

export const LEVELS = [
  { id: 'township', name: '乡镇（街道）', issuer: '(?:镇|乡|街道|苏木)(?:党委|党工委|人民政府|办事处|政府|委员会)*[）)]?$' },
  { id: 'province', name: '省级政府', issuer: '(?:省|自治区)(?:委|人民政府|政府)*$' },
  { id: 'county', name: '县级政府', issuer: '(?:县|区|旗|自治县)(?:委员会|委|人民政府|政府|管理委员会|管委会)*$' },
  { id: 'city', name: '市级政府', issuer: '(?:市|州|盟|地区)(?:委员会|委|人民政府|政府|行政公署|行署)*$' },
  { id: 'department', name: '部门', issuer: '(?:局|厅|委员会|委|办公室|办|中心|院|支队|大队|总队|所|署)[）)]?$' },
] as const satisfies readonly LevelSpec[];
