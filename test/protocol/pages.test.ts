// What the preview is told, and the Word file an editor asks for, over the wire.

import { strFromU8, unzipSync } from 'fflate/browser';
import { describe, expect, test } from 'vitest';
import { startClient } from './client.ts';
import { FAULTY } from './texts.ts';

interface Pages {
  readonly version: number;
  readonly sheet: { readonly textWidth: number; readonly line: number; readonly faces: { readonly body: { readonly font: string; readonly families: readonly string[] } } };
  readonly blocks: readonly { readonly kind: string; readonly pieces: readonly { readonly text: string; readonly at: number }[]; readonly marks?: readonly { readonly start: number; readonly end: number; readonly message: string }[] }[];
  readonly starts: readonly number[];
}

describe('pages', () => {
  test('come with the overview where they are asked for, and only then', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    expect(await client.overview(document, 'figures')).not.toHaveProperty('pages');
    const { pages } = await client.overview<{ pages: Pages }>(document, 'pages');
    expect(pages.blocks[0]?.kind).toBe('title');
    pages.blocks.forEach(({ pieces }, i) => {
      for (const { text, at } of pieces) expect(FAULTY.slice((pages.starts[i] ?? 0) + at, (pages.starts[i] ?? 0) + at + text.length)).toBe(text);
    });
    expect(pages.sheet.faces.body).toMatchObject({ font: '仿宋_GB2312' });
    expect(pages.sheet.faces.body.families.length).toBeGreaterThan(5);
  });

  test('mark what was found, block by block, as the diagnostics do', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const items = await client.pull(document);
    const { pages } = await client.overview<{ pages: Pages }>(document, 'pages');
    const told = pages.blocks.flatMap(({ marks = [] }, i) => marks.map(({ start, end, message }) => `${FAULTY.slice((pages.starts[i] ?? 0) + start, (pages.starts[i] ?? 0) + end)} ${message}`));
    expect(told.length).toBeGreaterThanOrEqual(items.length);
    for (const message of items.map((item) => String(item.message).split('\n')[0] ?? '')) expect(told.some((each) => each.includes(message)), message).toBe(true);
  });

  test('a block is the same wherever it has moved', async () => {
    const client = await startClient();
    const ask = async (text: string): Promise<Pages> => (await client.overview<{ pages: Pages }>(await client.open(text), 'pages')).pages;
    const before = await ask(FAULTY);
    const after = await ask(FAULTY.replace('\n', '\n\n\n\n'));
    expect(after.blocks).toEqual(before.blocks);
    expect(after.starts).not.toEqual(before.starts);
  });

  test('follow the settings and the workspace file', async () => {
    const client = await startClient({ settings: { page: { lines: 20, fonts: { body: '方正仿宋_GBK' } } } });
    const { pages } = await client.overview<{ pages: Pages }>(await client.open(FAULTY), 'pages');
    expect(pages.sheet.faces.body.font).toBe('方正仿宋_GBK');
    expect(Math.floor(12756 / pages.sheet.line)).toBe(20);
  });

  test('are none of what is no report', async () => {
    const client = await startClient();
    expect(await client.overview(await client.open('今天的会议记录。'), 'pages')).toBeNull();
  });
});

describe('a Word file', () => {
  test('is the report, with what is still open in it', async () => {
    const client = await startClient();
    const answer = await client.own<{ data: string; places: number; errors: number }>('fazhiReport/exportWord', await client.open(`${FAULTY}\n\n全年办件【件数】件。\n`));
    expect(answer.places).toBe(1);
    expect(strFromU8(unzipSync(Buffer.from(answer.data, 'base64'))['word/document.xml'] ?? new Uint8Array())).toContain('全年办件【件数】件。');
  });

  test('is none of what is no report, and wrong parameters are told', async () => {
    const client = await startClient();
    expect(await client.own('fazhiReport/exportWord', await client.open('今天的会议记录。'))).toBeNull();
  });
});
