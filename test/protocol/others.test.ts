// Open reports compared with each other: only where the rule is on, at both places, and anew when one of them changes.
// Must not test what counts as alike.

import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/core/index.ts';
import { startClient, type Client, type OpenDocument } from './client.ts';
import { OTHER, rangeOf, SOUND } from './texts.ts';

const RULE = 'structure-copied-paragraph';
const OWN = '镇里把矛盾纠纷排查化解放在心上，每月召开研判会，驻村干部带着问题清单入户，全年排查纠纷180起，化解172起，把问题解决在村里。';
const reportOf = (name: string, text: string): string => SOUND.replaceAll('溪柏乡', name).replace('（二）', `${text}\n\n（二）`);
const HERE = reportOf('青石镇', OWN);
const THERE = `\n\n${reportOf('白石镇', OWN.replace('180', '214'))}`;
const OFF = Object.fromEntries(RULES.filter(({ compares }) => compares).map(({ id }) => [id, 'off']));
const ON = { rules: { [RULE]: 'warning' } };

const copies = async (client: Client, document: OpenDocument) => (await client.pull(document)).filter(({ code }) => code === RULE);

/** Words are there by then, so that their refresh is not taken for another. */
async function both(settings: unknown): Promise<{ client: Client; here: OpenDocument; there: OpenDocument }> {
  const client = await startClient({ settings });
  const here = await client.open(HERE, { uri: 'file:///reports/%E9%9D%92%E7%9F%B3.txt' });
  await client.pull(here);
  await client.until(() => client.logs.some((line) => line.includes('分词')));
  await client.pull(here);
  const there = await client.open(THERE, { uri: 'untitled:Untitled-1' });
  return { client, here, there };
}

describe('two open reports that share a paragraph', () => {
  test('name each other, with the place in the other document', async () => {
    const { client, here, there } = await both(ON);
    const [found] = await copies(client, there);
    expect(found).toMatchObject({ severity: 2, range: rangeOf(there.text, OWN.replace('180', '214')), message: expect.stringContaining('“青石.txt”') as unknown });
    expect(found?.relatedInformation).toEqual([{ location: { uri: here.uri, range: rangeOf(here.text, OWN) }, message: '另一份报告里的这一段' }]);
    const [other] = await copies(client, here);
    expect(other?.message).toContain('“Untitled-1”');
    expect(other?.relatedInformation?.[0]?.location).toEqual({ uri: there.uri, range: rangeOf(there.text, OWN.replace('180', '214')) });
  });

  test.each([[{}], [{ rules: { [RULE]: 'off' } }], [{ profile: 'final', rules: OFF }], [{ ...ON, groups: { structure: false } }]])('are not compared where the rule is off: %j', async (settings) => {
    const { client, here, there } = await both(settings);
    const refreshes = client.refreshes;
    expect([...(await copies(client, here)), ...(await copies(client, there))]).toEqual([]);
    await client.replace(there, '驻村干部', '村干部');
    await client.pull(there);
    await client.close(there);
    await client.pull(here);
    expect(client.refreshes).toBe(refreshes);
  });

  test('are compared in a final text', async () => {
    const { client, there } = await both({ profile: 'final' });
    expect(await copies(client, there)).toMatchObject([{ severity: 3 }]);
  });

  test('are told anew when the other changes, opens or closes, and only then', async () => {
    const { client, here, there } = await both(ON);
    const asked = async (act: () => Promise<unknown>, ...expected: readonly number[]): Promise<void> => {
      const before = client.refreshes;
      await act();
      await client.until(() => client.refreshes > before);
      expect([(await copies(client, here)).length]).toEqual(expected);
    };
    await asked(() => client.pull(there), 1);
    await asked(async () => void (await client.replace(there, '带着问题清单', '带着本子'), await client.pull(there)), 0);
    await asked(async () => void (await client.replace(there, '带着本子', '带着问题清单'), await client.pull(there)), 1);
    const before = client.refreshes;
    await client.replace(there, '开展活动36场次', '开展活动37场次');
    await client.pull(there);
    await client.replace(there, '\n\n白石镇', '\n\n\n白石镇');
    await client.pull(there);
    await client.pull(here);
    expect(client.refreshes).toBe(before);
    await asked(() => client.close(there), 0);
  });

  test('leave other documents alone, even one whose name cannot be read', async () => {
    const { client, here, there } = await both(ON);
    await client.pull(await client.open(OTHER));
    await client.close(there);
    await client.open(reportOf('黑石镇', OWN), { uri: 'untitled:50%' });
    await client.connection.sendRequest('workspace/symbol', { query: '' });
    expect((await copies(client, here)).map(({ message }) => /“(.*?)”/u.exec(String(message))?.[1])).toEqual(['50%']);
  });
});
