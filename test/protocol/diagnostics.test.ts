// Pulled diagnostics: which documents are checked, and what a finding looks like to an editor.
// Must not judge the rules themselves beyond one report that breaks all of them.

import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { Client, PAGES, startClient, VS_CODE } from './client.ts';
import { FAULTY, FAULTY_FINDINGS, OTHER, rangeOf, SOUND, textIn } from './texts.ts';

const SEVERITY = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning } as const;

describe('a report', () => {
  test('shows every finding at its words, in order', async () => {
    const client = await startClient();
    const found = await client.pull(await client.open(FAULTY));
    expect(found.map(({ code, severity, range }) => ({ code, severity, words: textIn(FAULTY, range) }))).toEqual(
      FAULTY_FINDINGS.map(({ rule, severity, words }) => ({ code: rule, severity: SEVERITY[severity], words })),
    );
    expect(found.map(({ range }) => range)).toEqual(FAULTY_FINDINGS.map(({ words }) => rangeOf(FAULTY, words)));
    for (const { source, message, codeDescription, code } of found) {
      expect(source).toBe('法治报告');
      expect(message).toMatch(/。$/u);
      expect(codeDescription).toEqual({ href: `${PAGES}/${code}.md` });
    }
  });

  test('points from a wrong rate to its two counts', async () => {
    const client = await startClient();
    const document = await client.open(FAULTY);
    const rate = (await client.pull(document)).find(({ code }) => code === 'figure-rate-mismatch');
    expect(rate?.message).toContain('96.0%');
    expect(rate?.relatedInformation).toEqual([
      { location: { uri: document.uri, range: rangeOf(FAULTY, '240起') }, message: expect.stringContaining('240起') },
      { location: { uri: document.uri, range: rangeOf(FAULTY, '250起') }, message: expect.stringContaining('250起') },
    ]);
  });

  test('has no link where the client names no pages, and one slash where its folder ends with one', async () => {
    const without = new Client({});
    await without.initialize(VS_CODE, undefined);
    for (const found of await without.pull(await without.open(FAULTY))) expect(found).not.toHaveProperty('codeDescription');
    const slash = await startClient({ initializationOptions: { pages: 'file:///x/rules/' } });
    const [first] = await slash.pull(await slash.open(FAULTY));
    expect(first?.codeDescription?.href).toBe('file:///x/rules/structure-missing-part.md');
  });

  test('shows nothing where nothing is wrong', async () => {
    const client = await startClient();
    expect(await client.pull(await client.open(SOUND))).toEqual([]);
  });

  test('is checked in every language it may have, and untitled', async () => {
    const client = await startClient();
    for (const language of ['plaintext', 'markdown', 'fazhi-report']) {
      expect(await client.pull(await client.open(FAULTY, { language })), language).toHaveLength(FAULTY_FINDINGS.length);
    }
    expect(await client.pull(await client.open(FAULTY, { uri: 'untitled:Untitled-1' }))).toHaveLength(FAULTY_FINDINGS.length);
  });
});

describe('another document', () => {
  test('shows nothing, whatever is asked', async () => {
    const client = await startClient();
    const document = await client.open(OTHER);
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(await client.pull(document)).toEqual([]);
    expect(await client.actions(document, all)).toEqual([]);
    expect(await client.actions(document, all, ['source.fixAll'])).toEqual([]);
    expect(await client.hover(document, { line: 4, character: 15 })).toBeUndefined();
    expect(await client.symbols(document)).toEqual([]);
    expect(await client.folds(document)).toEqual([]);
  });

  test('becomes a report while it is written, and none again', async () => {
    const client = await startClient();
    const document = await client.open('');
    expect(await client.pull(document)).toEqual([]);
    await client.change(document, { start: 0, end: 0, text: FAULTY });
    expect(await client.pull(document)).toHaveLength(FAULTY_FINDINGS.length);
    await client.change(document, { start: 0, end: document.text.length, text: OTHER });
    expect(await client.pull(document)).toEqual([]);
  });

  test('is checked all the same where the user says that it is a report', async () => {
    const client = await startClient();
    const text = '聘请法制副校长3名。\n';
    expect(await client.pull(await client.open(text))).toEqual([]);
    // Without a year in sight nothing that depends on it is claimed: only the missing parts are.
    const found = await client.pull(await client.open(text, { language: 'fazhi-report' }));
    expect(found.map(({ code }) => code)).toContain('structure-missing-part');
  });

  test('is not looked at where it is another view of a text', async () => {
    const client = await startClient();
    for (const scheme of ['git', 'output', 'search-editor', 'debug', 'comment']) {
      const document = await client.open(FAULTY, { uri: `${scheme}:/reports/report.txt?ref=HEAD`, language: 'fazhi-report' });
      expect(await client.pull(document), scheme).toEqual([]);
      expect(await client.symbols(document), scheme).toEqual([]);
    }
  });

  test('is unknown once it was closed, and new when it is opened again', async () => {
    const client = await startClient();
    const uri = 'file:///reports/again.txt';
    const document = await client.open(FAULTY, { uri });
    expect(await client.pull(document)).toHaveLength(FAULTY_FINDINGS.length);
    await client.close(document);
    expect(await client.pull(document)).toEqual([]);
    expect(await client.symbols(document)).toEqual([]);
    // The same version number with another text: nothing may be left from before.
    expect(await client.pull(await client.open(SOUND, { uri }))).toEqual([]);
  });
});
