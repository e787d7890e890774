// Which texts are taken for such a report: by their title, or by their opening, and not because they only mention one.

import { describe, expect, test } from 'vitest';
import { analyze, looksLikeReport } from '../../server/core/index.ts';

const OPENING = '\n\n2024年，全镇扎实推进法治政府建设。现将有关情况报告如下：\n';

describe('reports', () => {
  test.each([
    '云溪镇2024年度法治政府建设情况报告', '临岚县人民政府关于2024年度法治政府建设情况的报告', '# 青禾街道2024年法治政府建设年度报告', '《云溪镇2024年度法治政府建设情况报告》',
    '云溪镇2024年度法治政府建设工作总结及2025年工作计划', '云溪镇二〇二四年法治政府建设情况报告', '中共临岚县委\n临岚县人民政府\n关于2024年度\n法治政府建设情况的报告',
    '云溪镇2024年推进法治政府建设工作情况汇报材料', '临岚县农业农村局2018年度依法行政工作报告' + OPENING, OPENING,
  ])('%s', (text) => {
    expect(analyze(text).recognised).toBe(true);
    expect(looksLikeReport(text)).toBe(true);
  });
});

describe('other papers', () => {
  test.each([
    '关于做好2024年度法治政府建设情况报告工作的通知', '关于编报2024年法治政府建设\n年度报告的通知', '云溪镇向县人大常委会报告2024年法治政府建设情况', '首页 > 政务公开 > 法治政府建设年度报告',
    '- 法治政府建设年度报告\n- 政务公开年度报告', '2024年度述法报告' + OPENING, '临岚县法治政府建设第三方评估报告' + OPENING, '云溪镇2024年政府信息公开工作年度报告\n\n2024年，全镇推进法治政府建设。现将政府信息公开工作情况报告如下：',
    '云溪镇2024年法治建设工作要点', '某局局长2024年度履行推进法治政府建设第一责任人职责情况报告', '会议记录\n\n听取法治政府建设情况汇报。', '',
  ])('%s', (text) => {
    expect(analyze(text).recognised).toBe(false);
    expect(looksLikeReport(text)).toBe(false);
  });
});
