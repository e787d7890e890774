// Goes through a VS Code that runs wholly in a browser with mouse and keyboard, and leaves a screenshot of each step:
// node test/e2e/web/ui.mjs --shots DIR [--extension DIR]. Run by hand; npm run build first. Must not know the extension's code.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { boxOf, isMarked, rowsOf, runCommand, setTheme, SQUIGGLES, step, until, untilVisible } from '../hand.mjs';
import { startBrowser } from '../host/lib.mjs';
import { setupWeb } from '../host/setup.mjs';
import { serve } from './serve.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const NAME = '云溪镇2024年度法治政府建设情况报告.txt';
const { values: options } = parseArgs({ options: { shots: { type: 'string' }, extension: { type: 'string', default: path.resolve(HERE, '../../..') } } });
if (!options.shots) throw new Error('--shots DIR is missing');
mkdirSync(options.shots, { recursive: true });

const { root } = await setupWeb((text) => step(text));
const server = await serve({ root, extension: path.resolve(options.extension), files: { [`/reports/${NAME}`]: readFileSync(path.join(HERE, '../workspace/report.txt'), 'utf8') } });
const { browser, page } = await startBrowser();
let count = 0;
const shot = async (name) => {
  await page.screenshot({ path: path.join(options.shots, `${String(++count).padStart(2, '0')}-${name}.png`) });
  step(name);
};

try {
  await page.goto(server.origin);
  const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: '云溪镇' });
  await untilVisible(page.locator('.editor-instance .view-line'), () => file.dblclick());
  await page.locator(SQUIGGLES).first().waitFor({ timeout: 60_000 });
  await until(() => isMarked(page, '97.8%'), 'the mark under the rate');
  await shot('marks');

  const box = await boxOf(page, '97.8%');
  const hover = page.locator('.monaco-hover:visible', { hasText: '240' });
  await untilVisible(hover, async () => {
    await page.mouse.move(10, 400);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  });
  await shot('hover');
  await page.keyboard.press('Escape');

  await untilVisible(rowsOf(page, '结构'), () => page.locator('.activitybar .action-label[aria-label^="法治报告助手"]').click({ force: true }));
  await until(async () => (await rowsOf(page, '结构').count()) > 5, 'the checklist');
  await shot('structure');

  const widget = page.locator('.action-widget:visible .monaco-list-row');
  await page.mouse.click(box.x + 100, box.y);
  await untilVisible(widget, async () => {
    const now = await boxOf(page, '97.8%');
    await page.mouse.click(now.x + now.width / 2, now.y + now.height / 2);
    await page.keyboard.press('Control+.');
  });
  await shot('fixes');
  await page.keyboard.press('Enter');
  await until(async () => !(await boxOf(page, '97.8%')), 'the fix to be applied');
  await shot('fixed');

  const problem = rowsOf(page, '问题').first();
  await untilVisible(page.locator('.context-view .action-label, .monaco-menu .action-label').filter({ hasText: /说明/u }), () => problem.click({ button: 'right' }));
  await shot('menu');
  await page.locator('.monaco-menu .action-label').filter({ hasText: /说明/u }).first().click();
  const frame = page.frameLocator('iframe.webview').last().frameLocator('iframe');
  await until(async () => (await frame.locator('h1').first().textContent().catch(() => '')) !== '', 'the page of the rule');
  await shot('page');

  await runCommand(page, '检查运行状态');
  await until(() => boxOf(page, '正在运行'), 'the diagnosis');
  await shot('diagnosis');
  await setTheme(page, 'Dark Modern', '.vs-dark');
  await page.locator('.tab', { hasText: '云溪镇' }).first().click();
  await until(() => boxOf(page, '社区服刑人员'), 'the report');
  await shot('dark');
  await runCommand(page, '新建报告');
  await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: '乡镇' }).first().waitFor();
  await shot('new-report');
} catch (error) {
  await page.screenshot({ path: path.join(options.shots, 'failed.png') });
  throw error;
} finally {
  await browser.close();
  await server.close();
}
