// Findings that wait for the sentence being written: what a client that tells its cursor sees, key by key.
// Must not know how a client finds out where the cursor is.

import { describe, expect, test } from 'vitest';
import { startClient, VS_CODE, type Client, type ClientOptions, type OpenDocument } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, offsetAt, positionAt, rangeOf, SOUND, textIn } from './texts.ts';

const CURSOR = 'fazhiReport/cursor';
const OLD = '社区服刑人员';
const BODY = '（二）加强普法宣传。';

const start = (options: ClientOptions = {}): Promise<Client> => startClient({ initializationOptions: { cursor: true }, ...options });

/** Waits until the server has read everything that was sent so far, and answers what is marked. */
const marked = async (client: Client, document: OpenDocument): Promise<readonly string[]> => (await client.pull(document)).map(({ range }) => textIn(document.text, range));

const tell = (client: Client, { uri, text }: OpenDocument, offset: number | undefined, typing: boolean): Promise<void> =>
  client.connection.sendNotification(CURSOR, { uri, position: offset === undefined ? null : positionAt(text, offset), typing });

/** Types as an editor tells it: the cursor first, as it will be, then the change. Gives what is marked after each key. */
async function type(client: Client, document: OpenDocument, at: number, keys: readonly string[]): Promise<readonly (readonly string[])[]> {
  const seen: (readonly string[])[] = [];
  let cursor = at;
  for (const key of keys) {
    const position = positionAt(document.text, cursor);
    await client.connection.sendNotification(CURSOR, { uri: document.uri, position: { ...position, character: position.character + key.length }, typing: true });
    await client.change(document, { start: cursor, end: cursor, text: key });
    cursor += key.length;
    seen.push(await marked(client, document));
  }
  return seen;
}

const behind = (document: OpenDocument, words: string): number => offsetAt(document.text, rangeOf(document.text, words).end);

describe('while a sentence is typed', () => {
  test.each([['\\n', '\n'], ['\\r\\n', '\r\n']])('nothing in it is marked until it ends, whichever line break: %s', async (_name, lineBreak) => {
    const client = await start();
    const document = await client.open(SOUND.replaceAll('\n', lineBreak));
    const seen = await type(client, document, behind(document, BODY), [...`走访${OLD}8户`, '。']);
    expect(seen.slice(0, -1).flat()).toEqual([]);
    expect(seen[seen.length - 1]).toEqual([OLD]);
  });

  test('everything else stays marked, what is told at the title too', async () => {
    const client = await start();
    const document = await client.open(FAULTY);
    const elsewhere = FAULTY_FINDINGS.map(({ words }): string => words);
    // Behind the run-in heading a new sentence begins; the one behind it, with two findings, becomes its rest.
    const inSentence = new Set(['七五', '法制副校长']);
    const seen = await type(client, document, behind(document, BODY), [...`走访${OLD}8户`, '。']);
    for (const now of seen.slice(0, -1)) expect(now).toEqual(elsewhere.filter((words) => !inSentence.has(words)));
    expect([...(seen[seen.length - 1] ?? [])].sort()).toEqual([...elsewhere, OLD].sort());
  });

  test('typing inside a sentence takes its marks away until the cursor leaves it', async () => {
    const client = await start();
    const document = await client.open(FAULTY);
    const at = behind(document, '开展活动36场次');
    expect((await type(client, document, at, ['和', '讲座']))[1]).not.toContain('法制副校长');
    const refreshes = client.refreshes;
    await tell(client, document, at - 3, false);
    expect(await marked(client, document)).not.toContain('法制副校长');
    expect(client.refreshes).toBe(refreshes);
    await tell(client, document, behind(document, '250起'), false);
    await client.until(() => client.refreshes > refreshes);
    expect(await marked(client, document)).toContain('法制副校长');
  });

  test.each([
    ['the cursor is gone', (client: Client, document: OpenDocument) => tell(client, document, undefined, false)],
    ['another document is typed in', async (client: Client) => void (await type(client, await client.open(SOUND), behind(await client.open(SOUND), BODY), ['好']))],
  ])('what waited is told when %s', async (_name, leave) => {
    const client = await start();
    const document = await client.open(SOUND);
    await type(client, document, behind(document, BODY), [`走访${OLD}8户`]);
    const refreshes = client.refreshes;
    await leave(client, document);
    await client.until(() => client.refreshes > refreshes);
    expect(await marked(client, document)).toEqual([OLD]);
  });

  test('no refresh is asked for where nothing waited', async () => {
    const client = await start();
    const document = await client.open(SOUND);
    await client.pull(document);
    await client.until(() => client.logs.some((line) => line.includes('分词')));
    await client.pull(document);
    const refreshes = client.refreshes;
    await type(client, document, behind(document, BODY), [...'走访8户']);
    await tell(client, document, 0, false);
    await tell(client, document, undefined, false);
    await client.pull(document);
    expect(client.refreshes).toBe(refreshes);
  });

  test('fixes, hovers and the list of problems see everything', async () => {
    const client = await start();
    const document = await client.open(SOUND);
    expect(await type(client, document, behind(document, BODY), [`走访${OLD}8户`])).toEqual([[]]);
    const range = rangeOf(document.text, OLD);
    expect((await client.actions(document, range)).map(({ title }) => title)).toEqual(['改为“社区矫正对象”']);
    expect(JSON.stringify(await client.hover(document, range.start))).toContain('社区矫正');
    expect(JSON.stringify(await client.overview(document, 'problems'))).toContain(OLD);
  });

  test('a document that is closed and opened again waits for nothing', async () => {
    const client = await start();
    const document = await client.open(SOUND);
    await type(client, document, behind(document, BODY), [`走访${OLD}8户`]);
    await client.close(document);
    const again = await client.open(document.text, { uri: document.uri });
    expect(await marked(client, again)).toEqual([OLD]);
  });
});

describe('everything is marked at once', () => {
  const typed = async (options: ClientOptions): Promise<readonly string[]> => {
    const client = await startClient(options);
    const document = await client.open(SOUND);
    return (await type(client, document, behind(document, BODY), [`走访${OLD}8户`]))[0] ?? [];
  };

  test('where the setting says so', async () => {
    expect(await typed({ initializationOptions: { cursor: true }, settings: { waitForSentence: false } })).toEqual([OLD]);
    expect(await typed({ initializationOptions: { cursor: true }, settings: { waitForSentence: 'no' } })).toEqual([]);
  });

  test('for a client that did not say that it tells the cursor, or cannot be asked to pull again', async () => {
    expect(await typed({})).toEqual([OLD]);
    const { workspace, ...rest } = VS_CODE;
    expect(await typed({ initializationOptions: { cursor: true }, capabilities: { ...rest, workspace: { ...workspace, diagnostics: { refreshSupport: false } } } })).toEqual([OLD]);
  });

  test('when the setting is switched off while a sentence waits', async () => {
    const client = await start();
    const document = await client.open(SOUND);
    expect(await type(client, document, behind(document, BODY), [`走访${OLD}8户`])).toEqual([[]]);
    const refreshes = client.refreshes;
    await client.changeSettings({ waitForSentence: false });
    await client.until(() => client.refreshes > refreshes);
    expect(await marked(client, document)).toEqual([OLD]);
  });

  test.each([[undefined], [null], [7], [{}], [{ uri: 7 }], [{ uri: 'file:///x', position: 'end', typing: true }], [{ uri: 'file:///x', position: { line: -1, character: 1e9 }, typing: true }], [[]]])('after nonsense, and the server goes on: %j', async (params) => {
    const client = await start();
    const document = await client.open(FAULTY);
    await client.connection.sendNotification(CURSOR, params as object);
    await client.connection.sendNotification(CURSOR, { uri: document.uri, position: { line: 1e6, character: -4 }, typing: true });
    expect(await marked(client, document)).toEqual(FAULTY_FINDINGS.map(({ words }) => words));
  });
});
