// npm run pictures: takes the pictures of the walkthrough and of README.md from the real workbench, in light and in dark, and
// writes them to media/guide/; draws media/icon.png from media/icon.svg. Run it when what they show has changed, and look at
// them. With --icon the icon alone.
// It must not know the extension's code, nor check anything beyond what a picture needs.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { boxOf, openContainer, openFile, rowsOf, runCommand, setTheme, step, until, untilVisible } from './hand.mjs';
import { profile, remoteUri, startBrowser, startServer, temporary, workbenchUrl } from './host/lib.mjs';
import { setupHost } from './host/setup.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../..');
const FOLDER = path.join(ROOT, 'media/guide');
const NAME = '松澜镇2024年度法治政府建设情况报告';
const THEMES = [['Light Modern', '.vs', 'light'], ['Dark Modern', '.vs-dark', 'dark']];

/** Opens the view container of the extension, if it is not open. */
async function openViews(page) {
  const row = rowsOf(page, '结构');
  if ((await row.count()) === 0) await untilVisible(page.locator('.pane-header').filter({ hasText: '结构' }), () => openContainer(page));
}

/** Every picture by its name: what is done before it is taken, and after. */
const SCENES = {
  async check(page, take) {
    await openFile(page, NAME);
    await until(() => boxOf(page, '结案率'), 'the report with faults');
    await openViews(page);
    await rowsOf(page, '问题').filter({ hasText: '社区服刑人员' }).first().waitFor();
    await page.locator('.codelens-decoration a:visible').filter({ hasText: '还缺' }).first().waitFor();
    await take();
  },
  async fix(page, take) {
    const menu = page.locator('.action-widget:visible');
    const box = await until(() => boxOf(page, '结案率'), 'the rate');
    await untilVisible(menu.getByText('比率改为'), async () => {
      await page.keyboard.press('Escape');
      await page.mouse.click(box.x + box.width + 12, box.y + box.height / 2);
      await page.keyboard.press('Control+.');
    });
    await take();
    await page.keyboard.press('Escape');
  },
  async menu(page, take) {
    const entry = page.locator('.statusbar-item').filter({ hasText: '字 ' });
    const menu = page.locator('.quick-input-widget:visible');
    await untilVisible(menu.getByText('写到哪一步'), () => entry.first().click());
    await take();
    await page.keyboard.press('Escape');
  },
  async draft(page, take) {
    await runCommand(page, 'View: Close All Editors');
    const input = page.locator('.quick-input-widget:visible');
    await untilVisible(input.getByText('哪一类单位'), () => page.getByRole('button', { name: '新建报告' }).first().click());
    await page.keyboard.press('Enter');
    await input.getByText('单位名称').first().waitFor();
    await input.locator('input').fill('澜湾镇');
    await page.keyboard.press('Enter');
    await input.getByText('哪一年').waitFor();
    await input.locator('input').fill('2024');
    await page.keyboard.press('Enter');
    await input.getByText('哪种格式').waitFor();
    await page.keyboard.press('Enter');
    await until(() => boxOf(page, '【概述全年工作】'), 'the draft');
    await rowsOf(page, '结构').filter({ hasText: '都有' }).first().waitFor();
    await take();
  },
  async complete(page, take) {
    const list = page.locator('.suggest-widget.visible .monaco-list-row');
    const at = await until(() => boxOf(page, '深化普法宣传'), 'the last heading of the first part');
    await page.keyboard.press('Escape'); // out of the places to fill in
    await page.mouse.click(at.x + 4, at.y + at.height / 2);
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'Enter', 'Enter']) await page.keyboard.press(key);
    await page.keyboard.insertText('（');
    await list.filter({ hasText: '（七）' }).first().waitFor();
    await take();
    await page.keyboard.press('Escape');
  },
};

async function takeIn([theme, mark, suffix]) {
  const user = profile({ 'editor.fontSize': 14, 'editor.wordWrap': 'on', 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false, 'files.autoSave': 'off', 'window.commandCenter': false, 'workbench.layoutControl.enabled': false });
  const workspace = temporary('pictures');
  copyFileSync(path.join(ROOT, 'examples/示例报告（有问题）.md'), path.join(workspace.dir, `${NAME}.md`));
  const server = await startServer(user);
  const { browser, page } = await startBrowser({ width: 1200, height: 760 });
  try {
    page.setDefaultTimeout(30_000);
    await page.goto(workbenchUrl(server.port, { folder: workspace.dir, payload: [['openFile', remoteUri(server.port, path.join(workspace.dir, `${NAME}.md`))], ['extensionDevelopmentPath', remoteUri(server.port, ROOT)]] }));
    await until(() => boxOf(page, '松澜镇'), 'the report');
    await setTheme(page, theme, mark);
    for (const [name, scene] of Object.entries(SCENES)) {
      page.on('crash', () => {});
      await scene(page, async () => {
        await page.mouse.move(640, 4); // nothing there answers a mouse
        await page.screenshot({ path: path.join(FOLDER, `${name}-${suffix}.png`) });
      });
      step(`${name}-${suffix}.png`);
    }
  } finally {
    await browser.close().catch(() => {});
    await server.stop();
    workspace.remove();
    user.remove();
  }
}

/** The manifest takes no SVG. */
async function drawIcon() {
  const { browser, page } = await startBrowser({ width: 256, height: 256 });
  await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(path.join(ROOT, 'media/icon.svg'), 'utf8')}`);
  await page.screenshot({ path: path.join(ROOT, 'media/icon.png'), omitBackground: true });
  await browser.close();
  step('icon.png');
}

await setupHost(step);
await drawIcon();
if (process.argv.includes('--icon')) process.exit(0);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const theme of THEMES) await takeIn(theme);
process.exit(0);
