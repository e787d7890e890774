// The ledger of figures through the user's eyes: a figure that differs, its hover, the view, filling in with its preview, the list
// of what is written, the ledger open with its own fault; in light and dark. Must not know the extension's code.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { boxOf, openContainer, openFile, rowsOf, runCommand, setTheme, step, until, untilVisible } from './hand.mjs';

const REPORT = '石桥镇2025年度法治政府建设情况报告';
const TEXT = `${REPORT}

一、2025年推进法治政府建设的主要举措和成效

（一）化解矛盾纠纷

全年受理调解矛盾纠纷231起，成功调解【调解成功数】起，调解成功率97.8%。开展法治宣传46场次。

二、存在的不足和原因

因人手不足，执法案卷制作不够规范。

三、党政主要负责人履行推进法治建设第一责任人职责情况

镇党委书记主持召开法治建设会议3次。

四、2026年推进法治政府建设的主要安排

加强案卷评查。
`;
const LEDGER = '指标,数量,单位,年度,数据来源,备注\n受理调解矛盾纠纷,232,起,2025年,司法所,\n成功调解,227,起,2025年,司法所,\n调解成功率,97.83%,,2025年,司法所,\n办理行政处罚案件,若干,件,2025年,综合执法队,待核\n';

export function placeLedger(folder) {
  mkdirSync(path.join(folder, '石桥镇'), { recursive: true });
  writeFileSync(path.join(folder, '石桥镇', `${REPORT}.txt`), TEXT);
  writeFileSync(path.join(folder, '石桥镇', '数据.csv'), LEDGER);
}

export async function lookAtLedger(page, folder, shot) {
  const file = path.join(folder, '石桥镇', '数据.csv');
  await openFile(page, '石桥镇2025');
  await until(() => boxOf(page, '231起'), 'the report');
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: '数据台账' });
  const over = async () => {
    const box = await boxOf(page, '231起');
    await page.mouse.move(box.x + 200, box.y + 200);
    await page.mouse.move(box.x + 8, box.y + box.height / 2);
    await page.mouse.move(box.x + 10, box.y + box.height / 2);
  };
  await untilVisible(hover, over);
  await shot('60-ledger-hover');
  step(`hover: ${(await hover.first().innerText()).replace(/\s+/g, ' ').slice(0, 240)}`);
  await page.keyboard.press('Escape');

  const rows = rowsOf(page, '数据');
  await untilVisible(rows.filter({ hasText: '台账232起' }), () => openContainer(page));
  assert.equal(await rows.filter({ hasText: '台账一致' }).count(), 1);
  await shot('61-ledger-view');

  const preview = page.locator('.bulk-edit-panel .monaco-list-row');
  await untilVisible(preview, () => runCommand(page, '按台账填数'));
  await shot('62-ledger-preview');
  step(`preview: ${(await preview.allInnerTexts()).map((text) => text.trim().replace(/\s+/g, ' ')).join(' | ')}`);
  assert.ok(await boxOf(page, '231起'), 'nothing is changed yet');
  const all = preview.getByRole('checkbox').first();
  await all.click();
  if (!(await all.isChecked())) await all.click();
  await page.getByRole('button', { name: 'Apply', exact: false }).first().click();
  await until(() => boxOf(page, '矛盾纠纷232起，成功调解227起'), 'the values of the ledger');
  await until(async () => (await rows.filter({ hasText: '台账一致' }).count()) === 3, 'all figures to agree');
  await setTheme(page, 'Dark Modern', '.vs-dark');
  await shot('63-ledger-filled-dark');
  await setTheme(page, 'Light Modern', '.vs');

  const list = page.locator('.quick-input-widget:visible').filter({ hasText: '开展法治宣传' });
  await untilVisible(list, () => runCommand(page, '把本文数据写入台账'));
  await shot('64-ledger-write');
  await until(async () => {
    await page.keyboard.press('Enter');
    return readFileSync(file, 'utf8').includes('开展法治宣传,46,场次,2025年,,');
  }, 'the new row');
  assert.ok(readFileSync(file, 'utf8').startsWith(LEDGER), 'what stood in the ledger');
  await shot('65-ledger-written');
  step('the ledger has the new row, and all else as it was');

  await openFile(page, '数据.csv');
  await until(() => boxOf(page, '综合执法队'), 'the ledger');
  await until(async () => (await page.locator('.squiggly-warning:visible').count()) > 0, 'the fault of the ledger');
  await shot('66-ledger-fault');
}
