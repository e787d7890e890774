// Settings as a client gives them: asked for, pushed, changed, absent and nonsensical.
// Must not know how they are kept.

import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { PLAIN, startClient, VS_CODE, type Client, type OpenDocument } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, textIn } from './texts.ts';

const ALL = FAULTY_FINDINGS.map(({ words }): string => words);
const without = (rule: string): readonly string[] => FAULTY_FINDINGS.filter((finding) => finding.rule !== rule).map(({ words }) => words);

const marked = async (client: Client, document: OpenDocument): Promise<readonly string[]> =>
  (await client.pull(document)).map(({ range }) => textIn(document.text, range));

describe('asked for', () => {
  test('a rule that is off finds nothing, offers nothing and explains nothing', async () => {
    const client = await startClient({ settings: { rules: { 'wording-outdated': 'off' } } });
    const document = await client.open(FAULTY);
    expect(await marked(client, document)).toEqual(without('wording-outdated'));
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(await client.actions(document, all)).toHaveLength(2);
  });

  test('a severity that was set counts for every finding of the rule', async () => {
    for (const [level, severity] of [['error', 1], ['warning', 2], ['information', 3], ['hint', 4]] as const) {
      const client = await startClient({ settings: { rules: { 'wording-outdated': level } } });
      const found = (await client.pull(await client.open(FAULTY))).filter(({ code }) => code === 'wording-outdated');
      expect(found.map((item) => item.severity)).toEqual([severity, severity, severity]);
    }
  });

  test('a year that was set is the one the report is judged by', async () => {
    const client = await startClient({ settings: { year: 2019 } });
    const document = await client.open(FAULTY);
    // In 2019 the seventh plan was in force and the newer names had not come.
    expect(await marked(client, document)).toEqual([ALL[0], '98.6%']);
    await client.changeSettings({ year: null });
    expect(await marked(client, document)).toEqual(ALL);
  });
});

describe('whole sets of rules', () => {
  const severities = async (settings: unknown): Promise<readonly (readonly [string, number | undefined])[]> => {
    const client = await startClient({ settings });
    return (await client.pull(await client.open(FAULTY))).map(({ code, severity }) => [String(code), severity]);
  };

  test('change with the profile, but for what is set for a rule', async () => {
    const own = await severities({});
    expect(await severities({ profile: 'review' })).toEqual(own);
    expect(await severities({ profile: 'draft' })).toEqual(own.map(([code, severity]) => [code, code === 'structure-missing-part' ? DiagnosticSeverity.Hint : severity]));
    const final = await severities({ profile: 'final' });
    expect(final).toEqual(own.map(([code, severity]) => [code, code === 'structure-missing-part' ? DiagnosticSeverity.Error : severity]));
    expect(await severities({ profile: 'final', rules: { 'structure-missing-part': 'information' } })).toContainEqual(['structure-missing-part', DiagnosticSeverity.Information]);
  });

  test('are switched off with their group, whatever is set for one of them', async () => {
    const own = await severities({});
    for (const group of ['structure', 'figure', 'wording', 'format']) {
      expect(await severities({ groups: { [group]: false }, rules: { 'figure-rate-mismatch': 'warning' } }), group).toEqual(own.filter(([code]) => !code.startsWith(group)));
    }
    expect(await severities({ groups: { structure: false, figure: false, wording: false, format: false } })).toEqual([]);
  });
});

describe('changed', () => {
  test('are asked for anew, and the client is told to pull again', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    expect(await marked(client, document)).toEqual(ALL);
    const refreshes = client.refreshes;
    await client.changeSettings({ rules: { 'figure-rate-mismatch': 'off' } });
    await client.until(() => client.refreshes > refreshes);
    expect(await marked(client, document)).toEqual(without('figure-rate-mismatch'));
    expect(client.settingsAsked).toBe(2);
    await client.changeSettings({});
    expect(await marked(client, document)).toEqual(ALL);
  });

  test('told again as they are, nothing is asked for anew', async () => {
    const client = await startClient({ settings: { rules: { 'figure-rate-mismatch': 'off' } } });
    const document = await client.open(FAULTY);
    await client.pull(document);
    await client.until(() => client.logs.some((line) => line.startsWith('分词')));
    await client.pull(document);
    const refreshes = client.refreshes;
    await client.changeSettings({ rules: { 'figure-rate-mismatch': 'off' } });
    expect(await marked(client, document)).toEqual(without('figure-rate-mismatch'));
    await client.changeSettings({});
    await client.until(() => client.refreshes > refreshes);
    expect(await marked(client, document)).toEqual(ALL);
    expect(client.refreshes).toBe(refreshes + 1);
  });

  test('count from the next answer on, however fast they change', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    for (let i = 0; i < 20; i++) await client.changeSettings({ rules: { 'wording-outdated': i % 2 === 0 ? 'off' : 'hint' } });
    await client.changeSettings({ rules: { 'structure-missing-part': 'off' } });
    expect(await marked(client, document)).toEqual(without('structure-missing-part'));
  });

  test('are taken from the message where the client cannot be asked', async () => {
    const client = await startClient({ capabilities: PLAIN });
    const document = await client.open(FAULTY);
    expect(await marked(client, document)).toEqual(ALL);
    await client.changeSettings({ rules: { 'wording-outdated': 'off' } });
    expect(await marked(client, document)).toEqual(without('wording-outdated'));
    for (const settings of [null, undefined, 3, 'x', [], { other: {} }]) {
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      expect(await marked(client, document), JSON.stringify(settings)).toEqual(ALL);
    }
    expect(client.settingsAsked).toBe(0);
  });
});

describe('nonsense', () => {
  const wrong: readonly unknown[] = [null, undefined, true, false, 0, -1, 1e99, '', 'off', [], ['off'], {}, { rules: 'off' }];

  test('of any type counts as nothing said', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const settings: readonly unknown[] = [
      ...wrong,
      ...wrong.map((rules) => ({ rules })),
      ...wrong.filter((level) => level !== 'off').map((level) => ({ rules: { 'wording-outdated': level } })),
      { rules: { 'wording-outdated': 'OFF', 'figure-rate-mismatch': 'none', 'no-such-rule': 'off', __proto__: { 'structure-missing-part': 'off' } } },
      ...wrong.map((groups) => ({ groups })),
      ...wrong.filter((value) => value !== false).map((value) => ({ groups: { structure: value, figure: value } })),
      ...[...wrong, 'Final', 'none'].map((profile) => ({ profile })),
      ...[...wrong, '2019', 2019.5, 1999, 2101, Number.MAX_SAFE_INTEGER].map((year) => ({ year })),
    ];
    for (const given of settings) {
      await client.changeSettings(given);
      expect(await marked(client, document), JSON.stringify(given)).toEqual(ALL);
    }
  });

  test('in one place leaves the others standing', async () => {
    const client = await startClient({ settings: { year: 'soon', trace: 7, rules: { 'wording-outdated': 7, 'figure-rate-mismatch': 'hint', 'structure-missing-part': 'off' } } });
    const found = await client.pull(await client.open(FAULTY));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['figure-rate-mismatch', DiagnosticSeverity.Hint],
      ['wording-outdated', DiagnosticSeverity.Warning],
      ['wording-outdated', DiagnosticSeverity.Error],
      ['wording-outdated', DiagnosticSeverity.Warning],
    ]);
  });
});

describe('a client that refuses', () => {
  test('to give settings, to register and to refresh is served with the defaults', async () => {
    const client = await startClient({ refuses: true });
    const document = await client.open(FAULTY);
    expect(await marked(client, document)).toEqual(ALL);
    await client.changeSettings({ rules: { 'wording-outdated': 'off' } });
    expect(await marked(client, document)).toEqual(ALL);
    expect(await client.shutdown()).toBe(0);
  });

  test('only to refresh keeps its server', async () => {
    const client = await startClient({ refuses: true, capabilities: { ...PLAIN, workspace: { diagnostics: VS_CODE.workspace?.diagnostics ?? {} } } });
    const document = await client.open(FAULTY);
    await client.changeSettings({ rules: { 'wording-outdated': 'off' } });
    await client.until(() => client.refreshes > 0);
    expect(await marked(client, document)).toEqual(without('wording-outdated'));
    expect(await client.shutdown()).toBe(0);
  });
});
