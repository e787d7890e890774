// What a client is told of figures: the groups behind the view, the file for spreadsheets, hints, renaming, links.
// Must not test how figures are found, judged or renamed beyond one plain report.

import { describe, expect, test } from 'vitest';
import { apply, editsOf, PLAIN, startClient, VS_CODE } from './client.ts';
import { FAULTY, OTHER, positionAt, rangeOf, SOUND, textIn, type Range } from './texts.ts';

interface Group {
  readonly marker: string;
  readonly title: string;
  readonly range?: Range;
  readonly figures: readonly { readonly text: string; readonly verdict: string; readonly equation?: string; readonly range: Range }[];
  readonly groups: readonly Group[];
}

const OVERVIEW = 'fazhiReport/overview';
const CSV = 'fazhiReport/figuresCsv';
interface Answer {
  readonly version: number;
  readonly figures: readonly Group[];
}

const all = (groups: readonly Group[]): Group['figures'] => groups.flatMap((group) => [...group.figures, ...all(group.groups)]);

describe('the figures of a report', () => {
  test.each([['\\n', '\n'], ['\\r\\n', '\r\n']])('come by section with places in the text: %s', async (_name, lineBreak) => {
    const client = await startClient();
    const document = await client.open(FAULTY.replaceAll('\n', lineBreak));
    const { version, figures: groups } = await client.overview<Answer>(document, 'figures');
    expect(version).toBe(1);
    expect(groups[0]).toMatchObject({ marker: '一、', title: '推进法治政府建设的主要举措和成效', figures: [] });
    expect(groups[0]?.groups[0]).toMatchObject({ marker: '（一）', title: '化解矛盾纠纷' });
    for (const { text, range } of all(groups)) expect(textIn(document.text, range)).toBe(text);
    expect(all(groups).find(({ text }) => text === '98.6%')).toMatchObject({ verdict: 'inconsistent', equation: '240÷250＝96.00%' });
  });

  test('follow the edits of an untitled document', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY, { uri: 'untitled:Untitled-1' });
    await client.replace(document, '98.6%', '96%');
    const { version, figures: groups } = await client.overview<Answer>(document, 'figures');
    expect(version).toBe(2);
    expect(all(groups).find(({ text }) => text === '96%')).toMatchObject({ verdict: 'consistent' });
  });

  test('are nothing for what is no report or not open', async () => {
    const client = await startClient();
    const other = await client.open(OTHER);
    for (const method of [OVERVIEW, CSV]) {
      expect(await client.own(method, other)).toBeNull();
      expect(await client.own(method, { ...other, uri: 'file:///nowhere.txt' })).toBeNull();
    }
  });

  test.each([[undefined], [null], [{}], [{ uri: 7 }], [{ uri: 'file:///%' }], [[]]])('are not to be had for %j, and the server goes on', async (params) => {
    const client = await startClient();
    for (const method of [OVERVIEW, CSV]) await client.connection.sendRequest(method, params).catch(() => undefined);
    expect(await client.own(OVERVIEW, await client.open(SOUND))).not.toBeNull();
  });

  test('come as a file for spreadsheets', async () => {
    const client = await startClient();
    const { text, count } = await client.own<{ text: string; count: number }>(CSV, await client.open(FAULTY));
    const [head, ...lines] = text.split('\r\n');
    expect(head).toBe('\ufeff部分,名称,数值,单位,原文,核对结果,算式,行号');
    expect(lines).toHaveLength(count);
    expect(lines).toContainEqual(expect.stringMatching(/调解成功率,98\.6,%,98\.6%,对不上,240÷250＝96\.00%,\d+$/u));
  });
});

describe('renaming a number', () => {
  test('offers the digits', async () => {
    const client = await startClient();
    expect(client.capabilities.renameProvider).toEqual({ prepareProvider: true });
    const document = await client.open(SOUND);
    const whole = rangeOf(SOUND, '250起');
    const digits = rangeOf(SOUND, '250');
    for (const at of [whole.start, digits.end, whole.end]) expect(await client.prepareRename(document, at)).toEqual({ range: digits, placeholder: '250' });
  });

  test('is one edit of the version asked about, with what goes beyond the place for consent', async () => {
    const client = await startClient();
    const document = await client.open(SOUND);
    await client.change(document, { start: 0, end: 0, text: '' });
    const edit = await client.rename(document, rangeOf(SOUND, '250').start, '300');
    if (!edit) throw new Error('no edit');
    const edits = editsOf({ edit }, document);
    expect(apply(SOUND, edits)).toBe(SOUND.replace('250起', '300起').replace('96%', '80%'));
    expect(edits.map((each) => 'annotationId' in each && edit.changeAnnotations?.[String(each.annotationId)])).toEqual([
      { label: '改这个数', needsConfirmation: false },
      { label: '按新数重算', needsConfirmation: true },
    ]);
  });

  test('is a plain edit for a client without consent', async () => {
    const client = await startClient({ capabilities: { ...PLAIN, workspace: { workspaceEdit: { documentChanges: true } } } });
    expect(client.capabilities.renameProvider).toBe(true);
    const document = await client.open(SOUND);
    const edit = await client.rename(document, rangeOf(SOUND, '250').start, '300');
    expect(edit?.changeAnnotations).toBeUndefined();
    expect(editsOf({ ...(edit ? { edit } : {}) }, document)).toHaveLength(2);
  });

  test('is refused in one sentence where there is no number, or none is given', async () => {
    const client = await startClient();
    const document = await client.open(SOUND);
    const word = rangeOf(SOUND, '专业人员少').start;
    await expect(client.prepareRename(document, word)).rejects.toThrow('光标不在数据上，没有可以改的数。');
    await expect(client.rename(document, word, '3')).rejects.toThrow('光标不在数据上，没有可以改的数。');
    await expect(client.rename(document, rangeOf(SOUND, '250').start, '很多')).rejects.toThrow('“很多”不是数，写成250、96.5这样的数字。');
    expect(await client.prepareRename(await client.open(OTHER), { line: 0, character: 0 })).toBeNull();
  });
});

describe('hints', () => {
  const TEXT = SOUND.replace('，调解成功率96%', '');
  const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  test('are shown only to those who want them, from the moment they do', async () => {
    const client = await startClient();
    const document = await client.open(TEXT);
    expect(await client.hints(document, WHOLE)).toEqual([]);
    const before = client.hintRefreshes;
    await client.changeSettings({ inlayHints: true });
    await client.until(() => client.hintRefreshes > before);
    expect(await client.hints(document, WHOLE)).toEqual([
      { position: rangeOf(TEXT, '240起').end, label: '96.0%', tooltip: expect.stringContaining('240÷250＝96.00%') as unknown, paddingLeft: true },
    ]);
    expect(await client.hints(document, { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } })).toEqual([]);
  });

  test('are not asked for again by a client that cannot', async () => {
    const { inlayHint: _, ...workspace } = VS_CODE.workspace ?? {};
    const client = await startClient({ capabilities: { ...VS_CODE, workspace }, settings: { inlayHints: true } });
    const document = await client.open(TEXT);
    expect(await client.hints(document, WHOLE)).toHaveLength(1);
    await client.changeSettings({ inlayHints: 'yes' });
    await client.until(() => client.refreshes > 0);
    expect(await client.hints(document, WHOLE)).toEqual([]);
    expect(client.hintRefreshes).toBe(0);
  });
});

describe('the hover of a number', () => {
  test('links its other mentions, at most five', async () => {
    const client = await startClient();
    for (const [times, links] of [[1, 1], [8, 5]] as const) {
      const text = SOUND.replace('三、党政', `${'受理调解纠纷250起。\n'.repeat(times)}\n三、党政`);
      const document = await client.open(text);
      const hover = await client.hover(document, positionAt(text, text.indexOf('250起')));
      const { value } = hover?.contents as { value: string };
      const found = [...value.matchAll(/\]\((\S+)#L(\d+),(\d+)\) (.*)/gu)];
      expect(found).toHaveLength(links);
      const { line, character } = positionAt(text, text.lastIndexOf('250起', text.indexOf('三、党政')) - (times - 1) * '受理调解纠纷250起。\n'.length);
      expect(found[0]?.slice(1)).toEqual([document.uri, String(line + 1), String(character + 1), '二、存在的不足和原因 250起']);
      expect(value.includes(`共${times}处`)).toBe(times > links);
    }
  });
});
