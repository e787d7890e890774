// The pages beside the text, through the user's eyes: opened, changed while one types, scrolled from either side, clicked,
// zoomed, in light and dark, there again after a reload; and the Word file that comes of them.
// Must not know the extension's code.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { boxOf, openFile, runCommand, setTheme, step, until, untilVisible } from './hand.mjs';

const REPORT = '松澜镇2024年度法治政府建设情况报告.md';

/** The page inside the webview. */
const inside = (page) => page.frameLocator('iframe.webview').frameLocator('#active-frame');

/** `reload` loads the window anew, without a file that it is to open. */
export async function lookAtPages(page, folder, shot, reload) {
  const refused = [];
  page.on('console', (message) => {
    if (/Refused to|Content Security Policy/u.test(message.text()) && /preview/u.test(message.text() + message.location().url)) refused.push(message.text());
  });
  await openFile(page, REPORT);
  await until(async () => {
    await page.keyboard.press('Control+Home');
    return boxOf(page, '松澜镇2024年度');
  }, 'the report');
  await page.locator('.statusbar-item', { hasText: '乡镇' }).first().waitFor();
  const frame = inside(page);
  const pages = frame.locator('.page');
  await untilVisible(frame.locator('.title').filter({ hasText: '松澜镇' }), () => runCommand(page, '预览版面'));
  const counted = async () => Number(/\d+/u.exec(await frame.locator('#count').innerText())?.[0]);
  assert.equal(await counted(), await pages.count());
  await frame.locator('mark.warning').first().waitFor();
  await shot('47-pages');
  step(`${await pages.count()} pages; ${await frame.locator('#fonts').innerText()}`);

  const lines = await pages.nth(1).locator('.text > .line').count();
  assert.equal(lines, 22, 'lines of a full page');
  step(`${lines} lines on the second page; ${(await pages.nth(0).locator('.foot').innerText())} ${(await pages.nth(1).locator('.foot').innerText())}`);

  const first = await boxOf(page, '松澜镇在县委');
  await page.mouse.click(first.x + 2, first.y + first.height / 2);
  await page.keyboard.insertText('测试一句。');
  await frame.locator('.line').filter({ hasText: '测试一句。' }).first().waitFor();
  step('what is typed shows');
  await until(async () => {
    await page.keyboard.press('Control+Z');
    return (await frame.locator('.line').filter({ hasText: '测试一句。' }).count()) === 0;
  }, 'the undone to go');

  await page.mouse.move(first.x, first.y);
  const top = () => frame.locator('#scroller').evaluate((scroller) => scroller.scrollTop);
  const before = await top();
  await until(async () => {
    await page.mouse.wheel(0, 400);
    return (await top()) > before + 200;
  }, 'the pages to follow the text');
  step('the pages follow the text');

  const seen = () => page.locator('.editor-instance .view-line').evaluateAll((all) => all.map((line) => line.textContent).join('\n'));
  await until(async () => {
    await frame.locator('#scroller').evaluate((scroller) => scroller.scrollBy(0, 600));
    return (await seen()).includes('主要安排');
  }, 'the text to follow the pages');
  step('the text follows the pages');

  const mark = frame.locator('mark.warning').filter({ hasText: '95.8' }).first();
  await mark.scrollIntoViewIfNeeded();
  assert.match(await mark.getAttribute('title'), /242/u);
  await mark.click();
  await until(async () => (await seen()).includes('结案率'), 'the place in the text');
  const columnOf = async () => (await page.locator('.statusbar-item', { hasText: /(?:Ln|行) ?\d+/u }).first().innerText()).trim();
  const isAt = (line) => until(async () => (await columnOf()).includes(`Ln ${line},`), `the cursor on line ${line}`);
  await isAt(15);
  step(`a click on a mark goes to ${await columnOf()}`);
  await frame.locator('.line').filter({ hasText: '第一责任人职责情况' }).first().dblclick({ position: { x: 60, y: 10 } });
  await isAt(19);
  step(`a double click goes to ${await columnOf()}`);

  const width = async () => (await pages.first().boundingBox()).width;
  const usual = await width();
  await frame.locator('#larger').click();
  await until(async () => (await width()) > usual * 1.1, 'larger pages');
  await frame.locator('#fit').click();
  await until(async () => Math.abs((await width()) - usual) < 1, 'pages as wide as the window');
  await setTheme(page, 'Dark Modern', '.vs-dark');
  await frame.locator('body.vscode-dark').waitFor();
  await shot('47-pages-dark');
  await setTheme(page, 'Light Modern', '.vs');

  const dialog = page.locator('.quick-input-widget:visible').filter({ hasText: '导出 Word 文件' });
  await untilVisible(dialog.locator('input'), () => runCommand(page, '法治报告助手: 导出 Word 文件'));
  const name = REPORT.replace(/\.md$/u, '.docx');
  await until(async () => (await dialog.locator('input').first().inputValue()).endsWith(name), 'the name beside the report');
  await shot('47-word');
  await page.keyboard.press('Enter');
  const file = path.join(folder, name);
  await until(() => existsSync(file) && readFileSync(file).subarray(0, 2).toString() === 'PK', 'the Word file');
  await page.locator('.notification-toast').filter({ hasText: '已导出' }).first().waitFor();
  await shot('47-word-exported');
  step(`exported ${name}: ${(await page.locator('.notification-toast').filter({ hasText: '已导出' }).first().innerText()).replace(/\s+/gu, ' ')}`);

  await page.locator('.notification-toast').filter({ hasText: '已导出' }).locator('.codicon-notifications-clear').click().catch(() => undefined);
  await page.locator('.tab').filter({ hasText: '版面预览' }).first().click();
  // What a window shows is written down a little later.
  await until(async () => {
    await reload();
    return page.locator('.tab').filter({ hasText: '版面预览' }).first().waitFor({ timeout: 8_000 }).then(() => true, () => false);
  }, 'the tab of the pages', 60_000);
  await page.locator('.tab').filter({ hasText: REPORT }).filter({ hasNotText: '版面预览' }).first().click();
  await frame.locator('.title').filter({ hasText: '松澜镇' }).first().waitFor();
  await page.locator('.statusbar-item', { hasText: '乡镇' }).first().waitFor();
  await page.keyboard.press('Control+Home');
  const again = await until(() => boxOf(page, '松澜镇在县委'), 'the beginning of the text');
  await page.mouse.click(again.x + 2, again.y + again.height / 2);
  await page.keyboard.insertText('再测一句。');
  await frame.locator('.line').filter({ hasText: '再测一句。' }).first().waitFor();
  await shot('47-pages-again');
  step('the pages are there, and follow, after the window was loaded anew');
  assert.deepEqual(refused, [], 'nothing that the page may not do');
  await page.keyboard.press('Control+Z');
  await runCommand(page, 'View: Close All Editors');
}
