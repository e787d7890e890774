// Typing: whatever is changed, and however lines end, the answers are those for the same text opened afresh.
// Must not know how documents are kept.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, DocumentSymbol, FoldingRange } from 'vscode-languageserver-protocol/node';
import { startClient, type Client, type OpenDocument } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, OTHER, rangeOf, SOUND, textIn } from './texts.ts';

interface Answers {
  readonly found: readonly Diagnostic[];
  readonly symbols: readonly DocumentSymbol[];
  readonly folds: readonly FoldingRange[];
}

/** Everything the server says of a document, free of the document's own name. */
async function answers(client: Client, document: OpenDocument): Promise<Answers> {
  const [found, symbols, folds] = await Promise.all([client.pull(document), client.symbols(document), client.folds(document)]);
  const anonymous = found.map((item) => ({
    ...item,
    relatedInformation: item.relatedInformation?.map(({ message, location: { range } }) => ({ message, location: { uri: '', range } })) ?? [],
  }));
  return { found: anonymous, symbols, folds };
}

async function expectAsFresh(client: Client, document: OpenDocument): Promise<Answers> {
  const edited = await answers(client, document);
  const fresh = await client.open(document.text);
  expect(edited, JSON.stringify(document.text)).toEqual(await answers(client, fresh));
  await client.close(fresh);
  return edited;
}

const words = (document: OpenDocument, { found }: Answers): readonly string[] => found.map(({ range }) => textIn(document.text, range));

/** The protocol has no positions between \r and \n. */
const outsideLineBreak = (text: string, at: number): number => (text[at] === '\n' && text[at - 1] === '\r' ? at - 1 : at);

const BREAKS: readonly (readonly [string, string])[] = [['\\n', '\n'], ['\\r\\n', '\r\n'], ['a lone \\r', '\r']];

describe.each(BREAKS)('lines that end with %s', (_name, lineBreak) => {
  const text = FAULTY.replaceAll('\n', lineBreak);

  test('have the ranges of their own lines', async () => {
    const client = await startClient();
    const found = await client.pull(await client.open(text));
    expect(found.map(({ range }) => range)).toEqual(FAULTY_FINDINGS.map(({ words: marked }) => rangeOf(text, marked)));
  });

  test('keep them right while lines are put in, joined and taken out', async () => {
    const client = await startClient();
    const document = await client.open(text);
    const all = FAULTY_FINDINGS.map(({ words: marked }): string => marked);
    const steps: readonly (() => Promise<void>)[] = [
      () => client.change(document, { start: 0, end: 0, text: lineBreak }),
      () => client.replace(document, '扎实推进依法行政。', `扎实推进依法行政。${lineBreak}${lineBreak}全年无重大案件。`),
      () => client.replace(document, `${lineBreak}（二）加强普法宣传`, `${lineBreak}${lineBreak}${lineBreak}（二）加强普法宣传`),
      () => client.change(document, { start: 0, end: lineBreak.length, text: '' }),
      () => client.change(document, { start: document.text.length, end: document.text.length, text: `${lineBreak}特此报告。` }),
    ];
    for (const step of steps) {
      await step();
      expect(words(document, await expectAsFresh(client, document))).toEqual(all);
    }
    await client.replace(document, `98.6%。${lineBreak}`, '98.6%，');
    await expectAsFresh(client, document);
  });

  test('are found one by one while they are typed', async () => {
    const client = await startClient();
    const document = await client.open('');
    const typed = `云汀镇2024年度法治政府建设情况报告${lineBreak}${lineBreak}一、工作情况${lineBreak}聘请法制副校长3名。`;
    for (const character of typed) await client.change(document, { start: document.text.length, end: document.text.length, text: character });
    expect(document.text).toBe(typed);
    expect(words(document, await expectAsFresh(client, document))).toContain('法制副校长');
  });
});

test('characters outside the basic plane count two, before, in and behind the words', async () => {
  const client = await startClient();
  const document = await client.open(FAULTY);
  await client.replace(document, '镇2024年度', '镇𠮷祥社区2024年度');
  await client.replace(document, '（三）做好', '（三）😀👨‍👩‍👧做好');
  await client.replace(document, '全年受理调解纠纷', '全年𠮷里受理调解纠纷');
  const now = await expectAsFresh(client, document);
  expect(words(document, now)).toEqual(['云汀镇𠮷祥社区2024年度法治政府建设情况报告', '98.6%', '七五', '法制副校长', '社区服刑人员']);
  expect(now.found[1]?.range.start.character).toBe(rangeOf(FAULTY, '98.6%').start.character + '𠮷里'.length);
});

test('half of such a character typed away and put back leaves nothing behind', async () => {
  const client = await startClient();
  const document = await client.open(FAULTY.replace('（三）做好', '（三）𠮷做好'));
  const before = await answers(client, document);
  const at = document.text.indexOf('𠮷');
  await client.change(document, { start: at + 1, end: at + 2, text: '' });
  await expectAsFresh(client, document);
  await client.change(document, { start: at + 1, end: at + 1, text: '𠮷'[1] ?? '' });
  expect(await answers(client, document)).toEqual(before);
});

test('several changes of one message apply one after the other', async () => {
  const client = await startClient();
  const document = await client.open(FAULTY);
  const title = '溪柏镇\n';
  const added = '深入推进“七五”普法，';
  await client.change(
    document,
    { start: 0, end: 0, text: title },
    { start: FAULTY.indexOf('聘请') + title.length, end: FAULTY.indexOf('聘请') + title.length, text: added },
    { start: FAULTY.indexOf('98.6') + title.length, end: FAULTY.indexOf('98.6') + title.length + 4, text: '96.0' },
  );
  expect(document.text).toBe(`溪柏镇\n${FAULTY.replace('聘请', `${added}聘请`).replace('98.6', '96.0')}`);
  expect(words(document, await expectAsFresh(client, document)).slice(1)).toEqual(['七五', '七五', '法制副校长', '社区服刑人员']);
});

test('undoing every change brings back every answer', async () => {
  const client = await startClient();
  const document = await client.open(FAULTY);
  const before = await answers(client, document);
  await client.change(document, { start: 0, end: FAULTY.length, text: OTHER });
  await client.change(document, { start: 0, end: OTHER.length, text: SOUND });
  expect((await answers(client, document)).found).toEqual([]);
  await client.change(document, { start: 0, end: SOUND.length, text: FAULTY });
  expect(await answers(client, document)).toEqual(before);
});

test('a change without a range replaces the whole text', async () => {
  const client = await startClient();
  const document = await client.open(SOUND);
  document.version++;
  document.text = FAULTY;
  await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: document.uri, version: document.version }, contentChanges: [{ text: FAULTY }] });
  expect(words(document, await expectAsFresh(client, document))).toEqual(FAULTY_FINDINGS.map(({ words: marked }) => marked));
});

test('any changes whatever end in the answers for the text as it is then', async () => {
  const client = await startClient();
  const pieces = fc.constantFrom('\n', '\r\n', '\r', '𠮷', '😀', '', '。', '（四）', '一、', '八五', '七五”普法', '240', '98.6%', '法制副校长', '\u3000\u3000', '# ', '**', '\t', 'a');
  const change = fc.record({ at: fc.nat(10_000), length: fc.nat(12), text: fc.array(pieces, { maxLength: 3 }).map((parts) => parts.join('')) });
  const start = fc.constantFrom(FAULTY, SOUND.replaceAll('\n', '\r\n'), FAULTY.replaceAll('\n', '\r'), `${FAULTY}${OTHER}`);
  await fc.assert(
    fc.asyncProperty(start, fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (text, steps) => {
      const document = await client.open(text);
      for (const step of steps) {
        let current = document.text;
        const changes = step.map(({ at, length, text: by }) => {
          const from = outsideLineBreak(current, at % (current.length + 1));
          const to = outsideLineBreak(current, Math.min(current.length, from + length));
          current = current.slice(0, from) + by + current.slice(to);
          return { start: from, end: to, text: by };
        });
        await client.change(document, ...changes);
      }
      await expectAsFresh(client, document);
      await client.close(document);
    }),
    { numRuns: 150, seed: 20240412 },
  );
});
