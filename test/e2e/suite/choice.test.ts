// What the settings switch as a whole: profiles, groups, and a rule that is off by default, on two open reports.
// It must not know the extension's code, only what the editor shows.
import * as vscode from 'vscode';
import report from '../workspace/report.txt';
import assert from './assert.ts';
import { codeOf, diagnosticsWhen, rangeOf, test, withDocument } from './harness.ts';

const SOURCE = '法治报告';
const MISSING = 'structure-missing-part';
const RATE = 'figure-rate-mismatch';
const COPIED = 'structure-copied-paragraph';
const { Error, Warning, Hint } = vscode.DiagnosticSeverity;

/** Settings of the user, taken back afterwards. */
async function withSettings(settings: Readonly<Record<string, unknown>>, body: () => Promise<void>): Promise<void> {
  const all = vscode.workspace.getConfiguration('fazhiReport');
  const put = async (value: (key: string) => unknown): Promise<void> => {
    for (const key of Object.keys(settings)) await all.update(key, value(key), vscode.ConfigurationTarget.Global);
  };
  await put((key) => settings[key]);
  try {
    await body();
  } finally {
    await put(() => undefined);
  }
}

/** Waits until all findings of a rule have this severity. */
const graveAs = (uri: vscode.Uri, rule: string, severity: vscode.DiagnosticSeverity): Promise<unknown> =>
  diagnosticsWhen(uri, SOURCE, (all) => all.some((each) => codeOf(each) === rule) && all.every((each) => codeOf(each) !== rule || each.severity === severity), `${rule} as ${severity}`);

test('a profile changes how grave a missing part is, and no wrong rate', () =>
  withDocument(report, 'fazhi-report', async ({ uri }) => {
    await graveAs(uri, MISSING, Warning);
    for (const [profile, severity] of [['draft', Hint], ['final', Error]] as const) {
      await withSettings({ profile }, async () => {
        await graveAs(uri, MISSING, severity);
        await graveAs(uri, RATE, Warning);
      });
    }
    await graveAs(uri, MISSING, Warning);
  }));

test('a group that is off tells nothing, whatever is set for one of its rules', () =>
  withDocument(report, 'fazhi-report', async ({ uri }) => {
    await graveAs(uri, RATE, Warning);
    await withSettings({ groups: { figure: false }, rules: { [RATE]: 'error' } }, async () => {
      await diagnosticsWhen(uri, SOURCE, (all) => all.length > 0 && !all.some((each) => codeOf(each).startsWith('figure-')), 'no figures');
    });
    await graveAs(uri, RATE, Warning);
  }));

test('a paragraph that stands in another open report names it, with its place, until that report changes', () => {
  const own = '镇里把矛盾纠纷排查化解放在心上，每月召开研判会，驻村干部带着问题清单入户，全年排查纠纷180起，化解172起，把问题解决在村里。';
  const text = (name: string, words: string): string => report.replaceAll('云溪镇', name).replace('（一）依法', `${words}\n\n（一）依法`);
  const isCopied = (each: vscode.Diagnostic): boolean => codeOf(each) === COPIED;
  return withSettings({ rules: { [COPIED]: 'warning' } }, () =>
    withDocument(text('云溪镇', own), 'fazhi-report', (here) =>
      withDocument(text('白石镇', own.replace('180', '214')), 'fazhi-report', async (there) => {
        const [found] = (await diagnosticsWhen(here.uri, SOURCE, (all) => all.some(isCopied), 'the copy')).filter(isCopied);
        assert.ok(found?.message.includes('只有数字不同'), found?.message);
        const place = found?.relatedInformation?.[0]?.location;
        assert.equal(place?.uri.toString(), there.uri.toString());
        assert.ok(place?.range.isEqual(rangeOf(there, own.replace('180', '214'))));
        const edit = new vscode.WorkspaceEdit();
        edit.replace(there.uri, rangeOf(there, '带着问题清单'), '带着本子');
        assert.ok(await vscode.workspace.applyEdit(edit));
        await diagnosticsWhen(here.uri, SOURCE, (all) => all.length > 0 && !all.some(isCopied), 'no copy any more');
      }),
    ),
  );
});
