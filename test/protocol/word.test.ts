// Word documents over the wire: text, name and language of what is imported, and why something is not.

import { describe, expect, test } from 'vitest';
import { startClient } from './client.ts';
import { docx, listed, lists, lvl, p } from '../word/docx.ts';

const IMPORT = 'fazhiReport/importWord';
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const REPORT = docx({ body: p('松澜镇2024年度法治政府建设情况报告', '<w:jc w:val="center"/>') + p('2024年，松澜镇扎实推进依法行政。现将有关情况报告如下：') + p('主要举措和成效', listed(1)), numbering: lists([[lvl(0, 'chineseCounting', '%1、')]], [[0]]) });

describe('an import', () => {
  test('has the text in the layout that is asked for, a name, the language, and what is to be told', async () => {
    const client = await startClient();
    expect(await client.connection.sendRequest(IMPORT, { name: '松澜镇报告.最终稿.docx', bytes: base64(REPORT), layout: 'markdown' })).toEqual({
      text: '# 松澜镇2024年度法治政府建设情况报告\n\n2024年，松澜镇扎实推进依法行政。现将有关情况报告如下：\n\n## 一、主要举措和成效\n',
      name: '松澜镇报告.最终稿.md',
      language: 'fazhi-report',
      isReport: true,
      notes: ['自动编号有1处，已写成文字，编号不再自动变。'],
    });
    expect(await client.connection.sendRequest(IMPORT, { name: 'a.docx', bytes: base64(docx(p('通知'))), layout: 'plain' })).toEqual({ text: '通知\n', name: 'a.txt', language: 'plaintext', isReport: false, notes: [] });
    expect(await client.connection.sendRequest(IMPORT, { name: 'a.docx', bytes: base64(docx(p('通知'))), layout: 'markdown' })).toMatchObject({ name: 'a.md', language: 'markdown' });
  });

  test('that fails says why, and the server goes on', async () => {
    const client = await startClient();
    const refused = (params: object): Promise<unknown> => client.connection.sendRequest(IMPORT, params).then(() => 'read', (error: Error) => error.message);
    expect(await refused({ name: 'a.docx', bytes: base64(REPORT.subarray(0, 300)), layout: 'plain' })).toMatch(/损坏/u);
    expect(await refused({ name: 'a.docx', bytes: base64(new TextEncoder().encode('%PDF-1.7')), layout: 'plain' })).toMatch(/PDF/u);
    expect(await refused({ name: 'a.docx', bytes: '***', layout: 'plain' })).toMatch(/base64/u);
    expect(await client.connection.sendRequest(IMPORT, { name: 'a.docx', bytes: base64(REPORT), layout: 'plain' })).toMatchObject({ isReport: true });
  });
});
