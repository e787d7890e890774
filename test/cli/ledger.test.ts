// The ledger of figures on the command line: found, named, told what is wrong in it, in one thread or several.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/process.ts';
import { lintFiles, place } from './command.ts';

const REPORT = `云溪镇2025年度法治政府建设情况报告
一、2025年主要举措和成效
（一）化解矛盾纠纷
全年受理调解矛盾纠纷231起。
二、存在的不足和原因
因人手不足，宣传不够。
三、党政主要负责人履行推进法治建设第一责任人职责情况
主持召开会议3次。
四、2026年主要安排
加强宣传。
`;
const LEDGER = '名称,数值,单位,期间,来源\n受理调解矛盾纠纷,232,起,2025年,司法所\n';
const RULE = 'figure-ledger';
const found = (finished: Parameters<typeof lintFiles>[0]): readonly string[] => lintFiles(finished).flatMap(({ problems }) => problems.filter(({ rule }) => rule === RULE).map(({ severity, message }) => `${severity} ${/（[^）]*）/u.exec(message)?.[0]}`));

describe('a ledger', () => {
  test('is found beside the report and above it, the nearest first, as far as the folder of the run', async () => {
    const { fazhi } = place({ '云溪镇/报告.txt': REPORT, '数据.csv': LEDGER });
    expect(found(await fazhi(['lint', '--format', 'json', '云溪镇/报告.txt']))).toEqual(['warning （数据.csv第2行，来源：司法所）']);
    const near = place({ '云溪镇/报告.txt': REPORT, '云溪镇/数据.csv': LEDGER.replace('232', '231'), '数据.csv': LEDGER });
    expect(found(await near.fazhi(['lint', '--format', 'json', '云溪镇/报告.txt']))).toEqual([]);
    expect(found(await place({ '报告.txt': REPORT }).fazhi(['lint', '--format', 'json', '报告.txt']))).toEqual([]);
  });

  test('is the one that is named, or that the workspace file names; a workbook, and a text in GB18030', async () => {
    const xlsx = readFileSync(path.join(ROOT, 'test/word/fixtures/ledger.xlsx'));
    const { fazhi } = place({ '报告.txt': REPORT, '台账/a.csv': iconv.encode(LEDGER, 'gb18030'), '台账/b.xlsx': xlsx, '数据.csv': LEDGER.replace('232', '231') });
    expect(found(await fazhi(['lint', '--format', 'json', '--ledger', '台账/a.csv', '报告.txt']))).toEqual(['warning （a.csv第2行，来源：司法所）']);
    const workbook = await fazhi(['lint', '--format', 'json', '--ledger', '台账/b.xlsx', '报告.txt']);
    expect(found(workbook)).toEqual(['warning （b.xlsx第3行，来源：司法所）']);
    expect(workbook.err).toBe('台账/b.xlsx：第8行：“开展法治宣传”的数值“若干”不是一个数，没有用它核对。写成232、97.8%、1.2万这样。\n');
    const configured = place({ '报告.txt': REPORT, '台账/a.csv': LEDGER, '.fazhi-report.json': '{ "ledger": "台账/a.csv" }' });
    expect(found(await configured.fazhi(['lint', '--format', 'json', '报告.txt']))).toEqual(['warning （a.csv第2行，来源：司法所）']);
    const missing = await place({ '报告.txt': REPORT, '.fazhi-report.json': '{ "ledger": "没有.csv" }' }).fazhi(['lint', '报告.txt']);
    expect(missing.err).toContain('没有这个文件');
  });

  test('that is not there ends the run; what is wrong in one is told once, with its place', async () => {
    const { fazhi } = place({ '甲.txt': REPORT, '乙.txt': REPORT, '数据.csv': LEDGER + '成功调解,很多,起,2025年,\n' });
    expect(await fazhi(['lint', '--ledger', '没有.csv', '甲.txt'])).toMatchObject({ code: 2, out: '', err: 'fazhi-report：没有.csv：没有这个台账，或者读不了。\n' });
    expect((await fazhi(['lint', '--ledger', '台账.docx', '甲.txt'])).code).toBe(2);
    expect((await fazhi(['outline', '--ledger', '数据.csv', '甲.txt'])).code).toBe(2);
    expect((await fazhi(['lint', '甲.txt', '乙.txt'])).err).toBe('数据.csv:3:6 “成功调解”的数值“很多”不是一个数，没有用它核对。写成232、97.8%、1.2万这样。\n');
  });

  test('holds for files that other threads read, and for those that are compared', async () => {
    const many = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`报告${i}.txt`, REPORT]));
    const { fazhi } = place({ ...many, '数据.csv': LEDGER });
    expect(found(await fazhi(['lint', '--format', 'json', '.']))).toHaveLength(130);
    const two = place({ '甲.txt': REPORT, '乙.txt': REPORT, '数据.csv': LEDGER });
    expect(found(await two.fazhi(['lint', '--format', 'json', '--rule', 'structure-copied-paragraph=hint', '.']))).toHaveLength(2);
  });

  test('is what figures prints', async () => {
    const right = REPORT.replace('231起', '232起，成功调解227起，调解成功率97.8%');
    const { fazhi, folder } = place({ '报告.txt': right });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(path.join(folder, '数据.csv'), (await fazhi(['figures', '--format', 'csv', '报告.txt'])).out);
    expect(found(await fazhi(['lint', '--format', 'json', '报告.txt']))).toEqual([]);
    writeFileSync(path.join(folder, '报告.txt'), right.replace('232起', '230起'));
    expect(found(await fazhi(['lint', '--format', 'json', '报告.txt']))).toHaveLength(1);
  });
});
