// A look through the user's eyes: opens a report in the workbench of the offline editor host and checks, by mouse and
// keyboard, squiggles, hover, the Ctrl+. menu, Problems, Outline, saving, sticky scroll and breadcrumbs; takes a
// screenshot at each step.
// Options: --shots DIR (default: a new temporary folder), --extension DIR or --vsix FILE; --only past|pages|ledger for one part alone.
// Exit 0 or 1.
// It must not know the extension's code, nor send input and wait a fixed time: it repeats until the effect shows.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SQUIGGLES, boxOf, compose, isMarked, openContainer, openFile, rowsOf, runCommand, setTheme, step, until, untilVisible } from './hand.mjs';
import { installVsix, profile, remoteUri, startBrowser, startServer, temporary, workbenchUrl } from './host/lib.mjs';
import { setupHost } from './host/setup.mjs';
import { lookAtLedger, placeLedger } from './ledger.mjs';
import { lookAtPages } from './pages.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    shots: { type: 'string' },
    extension: { type: 'string', default: path.resolve(HERE, '../..') },
    vsix: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const shots = path.resolve(options.shots ?? mkdtempSync(path.join(tmpdir(), 'fazhi-shots-')));
mkdirSync(shots, { recursive: true });

const RATE = '97.8%';
const OLD = '社区服刑人员';

async function look(page, file, shot) {
  await page.locator('.editor-instance .view-lines').waitFor();
  await until(() => boxOf(page, OLD), 'the text of the report');
  step('workbench with the report open');

  for (const text of [RATE, OLD]) await until(() => isMarked(page, text), `a squiggle under ${text}`);
  // They move the text down.
  await page.locator('.codelens-decoration a:visible').filter({ hasText: '还缺' }).first().waitFor();
  await until(async () => (await page.locator('.codelens-decoration:visible').count()) === 4, 'a lens above each heading');
  await shot('1-squiggles');
  step(`${await page.locator(SQUIGGLES).count()} squiggles on screen, one each under ${RATE} and ${OLD}`);

  const hover = page.locator('.monaco-hover:visible').filter({ hasText: /240\s*÷\s*250/ });
  const rate = await boxOf(page, RATE);
  const [x, y] = [rate.x + rate.width / 2, rate.y + rate.height / 2];
  await untilVisible(hover, async () => {
    await page.mouse.move(x + 200, y + 200);
    await page.mouse.move(x, y);
    await page.mouse.move(x + 2, y);
  });
  assert.match(await hover.first().innerText(), /96/);
  await shot('2-hover');
  step(`hover: ${(await hover.first().innerText()).replace(/\s+/g, ' ').slice(0, 160)}`);

  const menu = page.locator('.action-widget:visible');
  const fix = menu.locator('.monaco-list-row.action').filter({ hasText: /96(\.0+)?[%％]/ });
  await untilVisible(fix, async () => {
    await page.keyboard.press('Escape');
    await page.mouse.click(x, y);
    await page.keyboard.press('Control+.');
  });
  const titles = await menu.locator('.monaco-list-row.action').allInnerTexts();
  await shot('3-quick-fix-menu');
  step(`Ctrl+. offers: ${titles.map((title) => title.trim()).join(' | ')}`);

  const focused = menu.locator('.monaco-list-row.action.focused').filter({ hasText: /96(\.0+)?[%％]/ });
  for (let row = 0; row < titles.length && !(await focused.count()); row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter'); // a mouse that moves here first lifts the menu's guard, and may close it
  await until(async () => !(await boxOf(page, RATE)), `${RATE} to be replaced`);
  const fixed = await until(async () => {
    for (const text of ['结案率96.0%', '结案率96%']) if (await boxOf(page, text)) return text;
    return undefined;
  }, '96% in its place');
  await until(async () => !(await isMarked(page, fixed.slice(3))), 'the squiggle to go');
  await shot('4-fixed');
  step(`fixed: ${fixed}`);

  const problems = page.locator('.markers-panel .monaco-list-row');
  await untilVisible(problems.filter({ hasText: OLD }), () => runCommand(page, 'Problems: Focus on Problems View'));
  assert.equal(await problems.filter({ hasText: RATE }).count(), 0, 'the fixed fault is listed no longer');
  await shot('5-problems');
  step(`Problems lists ${await problems.count()} rows`);

  const outline = page.locator('.outline-tree .monaco-list-row, .outline-pane .monaco-list-row');
  await untilVisible(outline.filter({ hasText: '一、' }), () => runCommand(page, 'Explorer: Focus on Outline View'));
  await until(async () => (await outline.filter({ hasText: '（一）' }).count()) > 0, 'sections in the outline');
  await shot('6-outline');
  step(`Outline: ${(await outline.allInnerTexts()).map((text) => text.trim().split('\n')[0]).join(' | ')}`);

  await page.mouse.click(x, y);
  await until(async () => {
    await page.keyboard.press('Control+S');
    return readFileSync(file, 'utf8').includes(fixed);
  }, 'the fix on the disk');
  step('saved to disk');
}

const LONG = '长报告.txt';
const HEADINGS = ['第一部分 2024年法治政府建设工作情况', '二、推进法治政府建设的主要举措和成效', '（二）规范行政执法'];

/** A report of many screens, three levels deep. */
function longReport() {
  const text = Array.from({ length: 60 }, (_, i) => `第${i + 1}次培训后进行考试，成绩记入执法人员档案。`).join('\n');
  const [first, second, third] = HEADINGS;
  return ['云溪镇2024年度法治政府建设情况报告', first, '一、基本情况', text, second, '（一）加强组织领导', text, third, text, '第二部分 2025年工作安排', '一、充实执法力量', text, ''].join('\n');
}

/** Scrolls a long report: the headings above the text stay in sight, and the breadcrumbs name them. */
async function scroll(page, shot) {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await untilVisible(input, () => page.keyboard.press('Control+P'));
  await input.fill(LONG);
  await page.locator('.quick-input-widget:visible .monaco-list-row').filter({ hasText: LONG }).first().click();
  await until(() => boxOf(page, '一、基本情况'), 'the long report');
  const editor = await page.locator('.editor-instance').first().boundingBox();
  await page.mouse.move(editor.x + 300, editor.y + 300);
  const sticky = page.locator('.sticky-widget .sticky-line-content');
  const stuck = async () => (await sticky.allInnerTexts()).map((text) => text.replace(/\u00a0/gu, ' ').trim());
  for (let turn = 0; !(await stuck()).includes(HEADINGS[2]); turn++) {
    assert.ok(turn < 60, `sticky scroll never showed ${HEADINGS[2]}, but: ${await stuck()}`);
    await page.mouse.wheel(0, 240);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  await page.mouse.wheel(0, 480);
  await until(async () => JSON.stringify(await stuck()) === JSON.stringify(HEADINGS), `the headings ${HEADINGS} to stick`);
  await shot('7-sticky-scroll');
  step(`sticky scroll: ${(await stuck()).join(' | ')}`);

  const crumbs = page.locator('.breadcrumbs-control .monaco-breadcrumb-item');
  const named = async () => (await crumbs.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim());
  await until(async () => {
    await page.mouse.click(editor.x + 300, editor.y + 250);
    const names = (await named()).join(' ').replace(/\s/gu, '');
    return HEADINGS.every((heading) => names.includes(heading.replace(/\s/gu, '')));
  }, 'the headings in the breadcrumbs');
  await shot('8-breadcrumbs');
  step(`breadcrumbs: ${(await named()).join(' > ')}`);
}

/** The figures: the view in the side bar, its filter, a jump, a rename with its preview, hints, the export. */
async function lookAtFigures(page, folder, shot) {
  await openFile(page, '青禾乡2024');
  await until(() => boxOf(page, '全年办理行政处罚案件'), 'the second report');

  const rows = rowsOf(page, '数据');
  const row = (text) => rows.filter({ hasText: text });
  await untilVisible(row('95.0%'), () => openContainer(page));
  await shot('7-figures');
  step(`figures: ${(await rows.allInnerTexts()).map((text) => text.trim().replace(/\s+/g, ' ')).join(' | ')}`);

  // The tree may be drawn anew under the mouse.
  await untilVisible(page.locator('.statusbar').getByText('Ln 8, Col 30 (5 selected)'), () => row('95.0%').first().click());
  await shot('8-jump');

  const title = page.locator('.pane-header').filter({ hasText: '数据' }).first();
  await title.hover();
  await page.getByRole('button', { name: '只看对不上的' }).first().click();
  await until(async () => (await row('96.0%').count()) === 0, 'right figures to go');
  assert.equal(await row('95.0%').count(), 1);
  await shot('9-only-wrong');
  await title.hover();
  await page.getByRole('button', { name: '显示全部数据' }).first().click();
  await row('96.0%').first().waitFor();
  step('the filter hides what is right, and shows it again');

  const count = await boxOf(page, '250起');
  const preview = page.locator('.refactor-preview:visible, .bulk-edit-panel:visible');
  await page.mouse.click(count.x + 8, count.y + count.height / 2);
  const input = page.locator('.rename-box:visible input');
  await untilVisible(input, () => page.keyboard.press('F2'));
  await shot('10-rename');
  await input.fill('300');
  await page.keyboard.press('Enter');
  await preview.first().waitFor();
  await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
  await shot('11-rename-preview');
  step(`preview: ${(await page.locator('.bulk-edit-panel .monaco-list-row').allInnerTexts()).map((text) => text.trim().replace(/\s+/g, ' ')).join(' | ')}`);
  const all = page.locator('.bulk-edit-panel .monaco-list-row').getByRole('checkbox').first();
  await all.click();
  if (!(await all.isChecked())) await all.click(); // some were ticked, so the first click took them away
  await shot('11-rename-ticked');
  await page.getByRole('button', { name: 'Apply', exact: false }).first().click();
  await until(() => boxOf(page, '受理调解纠纷300起'), 'the new number');
  await row('80.0%').first().waitFor();
  await shot('12-renamed');
  step('renamed, and the rate follows');

  const again = await boxOf(page, '300起');
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: '其他地方也写到' });
  await untilVisible(hover, async () => {
    await page.mouse.move(again.x + 200, again.y + 200);
    await page.mouse.move(again.x + 8, again.y + again.height / 2);
    await page.mouse.move(again.x + 10, again.y + again.height / 2);
  });
  await shot('13-hover-links');
  await hover.getByRole('link').first().click();
  await shot('14-link-followed');

  const dialog = page.locator('.quick-input-widget:visible').filter({ hasText: '导出' });
  await untilVisible(dialog, async () => {
    await title.hover();
    await page.getByRole('button', { name: '导出' }).first().click();
  });
  await shot('15-export');
  const name = path.basename(await dialog.locator('input').first().inputValue());
  await page.keyboard.press('Enter');
  await until(() => existsSync(path.join(folder, name)) && readFileSync(path.join(folder, name), 'utf8').includes('调解成功率'), 'the exported file');
  step(`exported ${name}`);
  await shot('16-exported');
}

/** The problems: the view in the side bar, its filter, decisions from the context menu and back, a rule's page, the colours. */
async function lookAtProblems(page, folder, shot) {
  await openFile(page, '松澜镇2024');
  await until(() => boxOf(page, '松澜镇'), 'the report with faults');
  const rows = rowsOf(page, '问题');
  const row = (text) => rows.filter({ hasText: text });
  const said = async () => (await rows.allInnerTexts()).map((text) => text.trim().replace(/\s+/g, ' '));
  const config = path.join(folder, '.fazhi-report.json');
  const written = (text) => existsSync(config) && readFileSync(config, 'utf8').includes(text);
  await row('比率与件数不符').first().waitFor();
  await row(OLD).first().waitFor();
  await shot('17-problems');
  step(`problems: ${(await said()).join(' | ')}`);

  const title = page.locator('.pane-header').filter({ hasText: '问题' }).first();
  await title.hover();
  await page.getByRole('button', { name: '只看错误和警告' }).first().click();
  await page.getByText('没有列出').first().waitFor();
  await shot('18-grave');
  await title.hover();
  await page.getByRole('button', { name: '显示全部问题' }).first().click();
  await until(async () => (await page.getByText('没有列出').count()) === 0, 'all problems');

  const menu = page.locator('.monaco-menu:visible');
  const choose = async (of, command, name) => {
    // In Chinese alone, or with the English behind it.
    const entry = menu.getByText(new RegExp(`^${command}( |$)`, 'u'));
    await untilVisible(entry, async () => {
      await page.keyboard.press('Escape');
      await of.first().click({ button: 'right' });
    });
    if (name) await shot(name);
    await entry.hover();
    await page.locator('.monaco-menu:visible .action-item.focused').filter({ hasText: command }).waitFor();
    await page.keyboard.press('Enter');
    await until(async () => (await menu.count()) === 0, 'the menu to close');
  };
  const before = await row(OLD).count();
  await choose(row(OLD), '不再提示这一处', '19-menu');
  await row('已忽略').first().waitFor();
  await until(() => written(OLD), 'the decision on the disk');
  assert.equal(await row(OLD).count(), before - 1);
  await row('已忽略').first().click();
  await row('没有写理由').first().waitFor();
  await choose(row('没有写理由'), '写理由', '20-ignored');
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await input.fill('沿用上级文件的写法');
  await shot('21-reason');
  await page.keyboard.press('Enter');
  await row('沿用上级').first().waitFor();
  await until(() => written('沿用上级文件的写法'), 'the reason on the disk');

  await choose(row('标题句号').or(row('缺项')).or(row('比率与件数不符')), '本工作区关闭这条规则', '22-menu-of-rule');
  await row('已关闭的规则').first().waitFor();
  await row('已关闭的规则').first().click();
  await shot('23-off');
  step(`decided: ${(await said()).join(' | ')}`);
  await choose(row('本工作区关闭'), '打开');
  await until(async () => (await row('已关闭的规则').count()) === 0, 'the rule to be open again');
  await choose(row('沿用上级'), '恢复提示', '24-menu-of-ignored');
  await until(async () => (await row('已忽略').count()) === 0 && (await row(OLD).count()) === before, 'the finding to be told again');
  assert.ok(!written(OLD));
  step('all taken back');

  await choose(row(OLD), '查看这条规则的说明');
  await page.locator('.tab').filter({ hasText: 'wording-outdated' }).first().waitFor();
  await page.frameLocator('iframe.webview').frameLocator('iframe').getByText('依据').first().waitFor();
  assert.ok((await row(OLD).count()) > 0, 'the view keeps its report');
  await shot('25-page');
  await page.locator('.tab').filter({ hasText: '松澜镇2024' }).first().click();

  for (const [theme, mark, name] of THEMES) {
    await setTheme(page, theme, mark);
    await choose(row(OLD), '不再提示这一处').catch(() => undefined);
    await row('已忽略').first().waitFor();
    await row('没有写理由').first().waitFor({ timeout: 1_000 }).catch(() => row('已忽略').first().click());
    await row('没有写理由').first().waitFor();
    await shot(`26-${name}`);
    await choose(row('没有写理由'), '恢复提示');
    await until(async () => (await row('已忽略').count()) === 0, 'nothing to be ignored');
  }
}

/** The structure and the status bar: what is missing is inserted, kind, year and stage are chosen for this document and taken back, groups are set. */
async function lookAtStructure(page, folder, shot) {
  await openFile(page, '松澜镇2024');
  await until(() => boxOf(page, '松澜镇'), 'the report with faults');
  const rows = rowsOf(page, '结构');
  const row = (text) => rows.filter({ hasText: text });
  await row('应当写明的').first().waitFor();
  const lens = page.locator('.codelens-decoration a:visible');
  await lens.filter({ hasText: '还缺' }).first().waitFor();
  await lens.filter({ hasText: '数据' }).first().waitFor();
  await shot('40-structure');
  step(`structure: ${(await rows.allInnerTexts()).map((text) => text.trim().replace(/\s+/g, ' ')).join(' | ')}`);
  step(`lenses: ${(await page.locator('.codelens-decoration:visible').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')).join(' || ')}`);

  await row('缺，点一下插入').first().hover();
  await row('缺，点一下插入').first().locator('.action-label').first().click();
  await until(() => boxOf(page, '三、存在的不足和原因'), 'the part');
  await page.keyboard.insertText('执法力量不足');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('专业人员少');
  await until(() => boxOf(page, '一是执法力量不足。主要原因是专业人员少。'), 'both places filled in');
  await until(async () => (await lens.filter({ hasText: '还缺' }).count()) === 0, 'the lens to go');
  await shot('41-inserted');
  await page.keyboard.press('Escape');

  const entry = page.locator('.statusbar-item').filter({ hasText: '字 ' });
  const menu = page.locator('.quick-input-widget:visible');
  const item = (text) => menu.locator('.monaco-list-row').filter({ hasText: text });
  const says = (words) => until(async () => (await entry.innerText()).includes(words), `the status bar to say ${words}`);
  /** By mouse to the menu, by keyboard through it. */
  const choose = async (...path) => {
    await untilVisible(menu, () => entry.first().click());
    for (const words of path) {
      await item(words).first().waitFor();
      if (words === path[0]) await shot(`42-menu-${words}`);
      await menu.locator('input').first().fill(words);
      await page.keyboard.press('Enter');
    }
  };
  await entry.first().hover();
  await page.getByText('算法同 Word').first().waitFor();
  await shot('42-tooltip');
  await says('乡镇（街道） 2024年');
  await choose('单位类别', '政府部门');
  await says('政府部门 2024年');
  await choose('报告年度', '其他年度');
  await menu.locator('input').first().fill('2019');
  await page.keyboard.press('Enter');
  await says('政府部门 2019年');
  await rowsOf(page, '问题').filter({ hasText: '2019年的报告' }).first().waitFor();
  await untilVisible(item('人工选定'), () => entry.first().click());
  await shot('43-chosen');
  await page.keyboard.press('Escape');
  await runCommand(page, '重新启动检查程序');
  await until(async () => (await entry.count()) === 0 || (await entry.innerText()).includes('2019年'), 'the checker to start again');
  await says('政府部门 2019年');
  await choose('单位类别', '恢复自动识别');
  await says('乡镇（街道） 2019年');
  await choose('报告年度', '恢复自动识别');
  await says('乡镇（街道） 2024年');
  step('kind and year chosen for the document, kept over a restart of the checker, taken back');

  const settings = path.join(folder, '.vscode/settings.json');
  const isSet = (pattern) => until(() => existsSync(settings) && pattern.test(readFileSync(settings, 'utf8')), `${pattern} in the settings of the folder`);
  await choose('写到哪一步', '定稿');
  await says('定稿');
  await choose('检查哪几组');
  await item('格式').first().waitFor();
  await item('格式').first().click();
  await shot('44-groups');
  await page.keyboard.press('Enter');
  await isSet(/"format": false/u);
  await untilVisible(item('没有查：格式'), () => entry.first().click());
  await shot('45-settings');
  await page.keyboard.press('Escape');
  await choose('写到哪一步', '恢复设置里写定的');
  await until(async () => !(await entry.innerText()).includes('定稿'), 'the stage to be the usual one');
  rmSync(path.dirname(settings), { recursive: true });
  await runCommand(page, '检查运行状态');
  await until(() => boxOf(page, '正在运行'), 'the diagnosis');
  await shot('46-diagnosis');
  assert.ok((await rows.count()) > 0, 'the view keeps its report');
  await page.keyboard.press('Control+W').catch(() => undefined);
  step('stage chosen for the document, groups set in the folder; the diagnosis read');

  for (const [theme, mark, name] of THEMES) {
    await setTheme(page, theme, mark);
    await openFile(page, WRAPPED);
    await until(() => boxOf(page, '枕河镇'), 'the report from a PDF');
    await until(() => hasColour(page, '职责情况', '二、存在的不足和原因'), 'a heading coloured over both its lines');
    await shot(`48-colours-${name}`);
  }
  await runCommand(page, 'View: Close All Editors in Group');
}

const WRAPPED = '断行报告.txt';
const THEMES = [['Dark Modern', '.vs-dark', 'dark'], ['Dark High Contrast', '.hc-black', 'high-contrast'], ['Light High Contrast', '.hc-light', 'high-contrast-light'], ['Light Modern', '.vs', 'light']];

/** Whether two words are drawn in one colour, which is not that of the running text. */
const hasColour = (page, ...words) =>
  page.evaluate((wanted) => {
    const spans = [...document.querySelectorAll('.editor-instance .view-line span > span')];
    const colourOf = (text) => spans.filter((span) => span.textContent.replace(/\u00a0/gu, ' ').includes(text)).map((span) => getComputedStyle(span).color)[0];
    const plain = colourOf('镇党委书记、镇长');
    const colours = wanted.map(colourOf);
    return plain !== undefined && colours.every((colour) => colour !== undefined && colour === colours[0] && colour !== plain);
  }, words);

/** Types 《 and a word as a Chinese input method does, and takes the first title that is offered. */
async function typeTitle(page, shot) {
  await openFile(page, '青禾乡2024');
  const place = await until(() => boxOf(page, '普法宣传不够深入。'), 'the second report');
  await page.mouse.click(place.x + place.width + 30, place.y + place.height / 2);
  await page.keyboard.press('End');
  const list = page.locator('.suggest-widget.visible .monaco-list-row');
  await page.keyboard.insertText('《');
  await list.first().waitFor();
  await shot('30-titles');
  step(`after 《: ${(await list.allInnerTexts()).slice(0, 4).map((text) => text.replace(/\s+/g, ' ').trim()).join(' | ')}`);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'xing zheng chu fa', selectionStart: 17, selectionEnd: 17 });
  await session.send('Input.insertText', { text: '行政处罚' });
  await list.filter({ hasText: '行政处罚法' }).first().waitFor();
  await shot('31-titles-typed');
  await page.keyboard.press('Enter');
  await until(() => boxOf(page, '深入。《中华人民共和国行政处罚法》'), 'the title with its 》');
  await shot('32-title');
  step('a title typed by an input method');
}

/** Types a sentence with an outdated wording: nothing is underlined until 。, and again until the cursor leaves. */
async function typeSentence(page, shot) {
  await openFile(page, '青禾乡2024');
  const place = await until(() => boxOf(page, '普法宣传不够深入。'), 'the second report');
  await page.mouse.click(place.x + place.width + 30, place.y + place.height / 2);
  await page.keyboard.press('End');
  const marks = page.locator('.view-overlays .cdr[class*=squiggly-]');
  const settled = async () => {
    let last = -1;
    await until(async () => last === (last = await marks.count()), 'the marks to stay as they are');
    return last;
  };
  await marks.first().waitFor({ state: 'attached' });
  const before = await settled();
  const session = await page.context().newCDPSession(page);
  for (const [pinyin, words] of [['quan nian zou fang', '全年走访'], ['she qu fu xing ren yuan', '社区服刑人员'], ['ba hu', '8户']]) {
    await session.send('Input.imeSetComposition', { text: pinyin, selectionStart: pinyin.length, selectionEnd: pinyin.length });
    await session.send('Input.insertText', { text: words });
  }
  await until(() => boxOf(page, '全年走访社区服刑人员8户'), 'the words');
  assert.equal(await settled(), before);
  await shot('35-typing');
  await page.keyboard.insertText('。');
  await until(async () => (await marks.count()) > before, 'the mark behind 。');
  await shot('36-sentence-ended');
  await page.keyboard.press('Backspace');
  await until(async () => (await marks.count()) === before, 'the mark to wait again');
  await page.keyboard.press('ArrowUp');
  await until(async () => (await marks.count()) > before, 'the mark once the cursor has left');
  await shot('37-cursor-left');
  step('a sentence is marked when it is written, or left');
}

/** The settings of how severe findings are and which are looked for, as a user finds them. */
async function lookAtSettings(page, shot) {
  for (const [query, says, name] of [['fazhiReport.profile', '送审', '38-profile'], ['fazhiReport.groups', '必备部分', '39-groups'], ['fazhiReport.waitForSentence', '一句话没有写完', '40-wait'], ['fazhiReport.rules', '逐条规则', '41-rules']]) {
    await runCommand(page, 'Preferences: Open Settings (UI)');
    const search = page.locator('.settings-editor .suggest-input-container').first();
    await search.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(query);
    await page.locator('.settings-editor .setting-item-contents').filter({ hasText: says }).first().waitFor();
    await shot(name);
  }
  await runCommand(page, 'View: Close Editor');
  step('settings shown');
}

/** A choice for a document that was never saved goes with it. */
async function chooseUnsaved(page) {
  const entry = page.locator('.statusbar-item').filter({ hasText: '字 ' });
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  const says = (words) => until(async () => (await entry.count()) > 0 && (await entry.innerText()).includes(words), `the status bar to say ${words}`);
  const write = async () => {
    await runCommand(page, 'File: New Untitled Text File');
    await until(async () => (await page.locator('.tab.active').innerText()).includes('Untitled-1'), 'a new file');
    await page.keyboard.insertText('云岭乡2024年度法治政府建设情况报告');
    await page.keyboard.press('Enter');
    await says('乡镇（街道） 2024年');
  };
  await write();
  await untilVisible(input, () => entry.first().click());
  for (const words of ['报告年度', '2023年']) {
    await input.fill(words);
    await page.locator('.quick-input-widget:visible .monaco-list-row').filter({ hasText: words }).first().waitFor();
    await page.keyboard.press('Enter');
  }
  await says('乡镇（街道） 2023年');
  await runCommand(page, 'View: Revert and Close Editor');
  await write();
  await runCommand(page, 'View: Revert and Close Editor');
  step('a choice for an unsaved file goes with it');
}

/** From the welcome text to a report: the questions, a step back, the draft, its places, completion by an input method. */
async function draft(page, folder, shot) {
  const input = page.locator('.quick-input-widget:visible');
  const field = input.locator('input');
  const row = (text) => input.locator('.monaco-list-row').filter({ hasText: text });
  const asks = (text) => input.locator('.quick-input-title').filter({ hasText: text }).waitFor();
  await page.getByRole('button', { name: '新建报告' }).first().click();
  await asks('哪一类单位');
  await shot('40-kind');
  await row('乡镇').click();
  await asks('单位名称');
  await page.keyboard.press('Enter');
  await input.getByText('写上单位名称').waitFor();
  await field.fill('临岚县司法局');
  await input.getByText('从名称看是').waitFor();
  await shot('41-unit-of-another-kind');
  await input.getByRole('button', { name: 'Back' }).first().click();
  await asks('哪一类单位');
  await row('乡镇').click();
  await asks('单位名称');
  await field.fill('');
  await compose(page, 'song lan zhen', '松澜镇');
  await shot('42-unit');
  await page.keyboard.press('Enter');
  await asks('哪一年');
  await shot('43-year');
  await field.fill('2024');
  await page.keyboard.press('Enter');
  await asks('哪种格式');
  await shot('44-layout');
  await page.keyboard.press('Enter');
  await until(() => boxOf(page, '二、存在的不足和原因'), 'the draft');
  await until(() => boxOf(page, '【概述全年工作】'), 'its first place');
  const tab = page.locator('.tab.active').first();
  const name = (await tab.innerText()).replace(/\s/gu, '');
  assert.match(name, /^松澜镇2024年度法治政府建设情况报告(?:（\d）)?\.txt$/u);
  await shot('45-draft');
  step(`drafted ${name}`);

  await compose(page, 'zha shi', '扎实推进各项任务');
  for (const words of ['', '4', '印发年度工作要点', '把法治建设纳入年度考核', '', '设立帮办代办窗口', '250', '242']) {
    await page.keyboard.press('Tab');
    if (words !== '') await page.keyboard.insertText(words);
  }
  await shot('46-counts');
  await page.keyboard.press('Tab');
  await until(() => boxOf(page, '按期办结率96.8%。'), 'the rate, computed');
  await shot('47-rate-on-tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('落实集体讨论制度');
  await until(() => boxOf(page, '落实集体讨论制度。'), 'the place behind the rate to be filled in');
  step('Tab goes on behind the rate');

  const list = page.locator('.suggest-widget.visible .monaco-list-row');
  const at = await until(() => boxOf(page, '二、存在的不足和原因'), 'the second part');
  await page.mouse.click(at.x + 4, at.y + at.height / 2);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await compose(page, 'xue fa', '学法');
  await list.filter({ hasText: '（七）抓实学法用法' }).first().waitFor();
  await shot('48-topic-by-input-method');
  step(`学法 offers: ${(await list.allInnerTexts()).map((text) => text.trim().replace(/\s+/g, ' ')).join(' | ')}`);
  await page.keyboard.press('Enter');
  await until(async () => (await list.count()) === 0 && (await boxOf(page, '学法')) !== undefined, 'Enter to break the line and take nothing');
  assert.equal(await boxOf(page, '（七）抓实学法用法'), undefined);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await compose(page, 'xue fa', '学法');
  await list.filter({ hasText: '（七）抓实学法用法' }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(() => boxOf(page, '（七）抓实学法用法'), 'the topic');
  await shot('49-topic');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  const end = await until(() => boxOf(page, '考试合格率'), 'its sentence');
  await page.mouse.click(end.x + end.width + 200, end.y + end.height / 2);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('（');
  await list.filter({ hasText: '（八）' }).first().waitFor();
  await shot('50-headings');
  step(`（ offers: ${(await list.allInnerTexts()).map((text) => text.trim().replace(/\s+/g, ' ')).join(' | ')}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('全年受理案件250件，结案242件，');
  await compose(page, 'jie an lv', '结案率');
  await list.filter({ hasText: '结案率96.8%' }).first().waitFor();
  await shot('51-rate');
  await page.keyboard.insertText('。');
  await until(() => boxOf(page, '，结案率。'), '。 to take nothing');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Space');
  await list.filter({ hasText: '结案率96.8%' }).first().waitFor();
  await page.keyboard.press('Enter');
  await until(() => boxOf(page, '，结案率96.8%'), 'the rate');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('经认真组织，');
  await compose(page, 'tiao jie', '调解');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  assert.equal(await list.count(), 0, 'nothing comes up in running text');
  await shot('52-running-text');

  await setTheme(page, 'Dark Modern', '.vs-dark');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('（');
  await list.first().waitFor();
  await shot('53-dark');
  await setTheme(page, 'Light Modern', '.vs');
  await page.keyboard.press('Escape');

  await until(async () => {
    await page.keyboard.press('Control+S');
    return existsSync(path.join(folder, name));
  }, 'the draft on the disk, under its name and without a question');
  step(`saved as ${name}`);
  await page.locator('.statusbar-item').filter({ hasText: '起草' }).first().waitFor();
  await page.locator('.tab.active:not(.dirty)').first().waitFor();
  await untilVisible(input.locator('.quick-input-title').filter({ hasText: '哪一类单位' }), async () => {
    await page.keyboard.press('Escape');
    await runCommand(page, '新建报告');
  });
  await shot('54-new-report-from-the-palette');
  await page.keyboard.press('Escape');
}

const WORD = '松澜镇初稿.docx';

/** A Word document: from the menu of the explorer to its text, with what is to be told; then dragged into another text. */
async function bringInWord(page, shot) {
  await runCommand(page, 'View: Close All Editors');
  const row = page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: WORD });
  await untilVisible(row, () => runCommand(page, 'Explorer: Focus on Folders View'));
  const entry = page.locator('.monaco-menu:visible').getByText(/^导入 Word 文件/u);
  await untilVisible(entry, async () => {
    await page.keyboard.press('Escape');
    await row.first().click({ button: 'right' });
  });
  await shot('60-word-menu');
  const input = page.locator('.quick-input-widget:visible');
  await entry.first().hover();
  await page.locator('.monaco-menu:visible .action-item.focused').filter({ hasText: '导入 Word 文件' }).waitFor();
  await page.keyboard.press('Enter');
  await input.locator('.quick-input-title').filter({ hasText: '导入 Word 文件' }).waitFor();
  await shot('61-word-layout');
  await input.locator('.monaco-list-row').filter({ hasText: 'Markdown' }).click();
  await until(() => boxOf(page, '一、主要举措和成效'), 'the text of the document');
  assert.match((await page.locator('.tab.active').first().innerText()).replace(/\s/gu, ''), /^松澜镇初稿\.md/u);
  const told = page.locator('.notifications-toasts').getByText('自动编号有12处');
  await told.first().waitFor();
  await page.locator('.statusbar-item').filter({ hasText: '乡镇（街道） 2024年' }).first().waitFor();
  await shot('62-word-imported');
  await setTheme(page, 'Dark Modern', '.vs-dark');
  await shot('63-word-imported-dark');
  await setTheme(page, 'Light Modern', '.vs');
  step('a Word document read from the menu of the explorer');

  await runCommand(page, 'Notifications: Clear All Notifications');
  await runCommand(page, 'View: Revert and Close Editor');
  await runCommand(page, 'File: New Untitled Text File');
  const editor = page.locator('.editor-instance .view-lines').first();
  await editor.waitFor();
  await row.first().waitFor();
  const [from, to] = [await row.first().boundingBox(), await editor.boundingBox()];
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 70, from.y + from.height / 2 + 4, { steps: 4 });
  await page.mouse.move(to.x + 300, to.y + 300, { steps: 10 });
  await page.keyboard.down('Shift');
  // The place in the text shows once the editor is ready to take it.
  const place = page.locator('.dnd-target, .drop-into-editor-target').first();
  await until(async () => {
    await page.mouse.move(to.x + 320, to.y + 310, { steps: 4 });
    await page.mouse.move(to.x + 310, to.y + 305, { steps: 4 });
    return (await place.count()) > 0;
  }, 'the editor to take a drop');
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await until(() => boxOf(page, '二、存在的不足和原因'), 'the text of the document that was dropped');
  await page.locator('.statusbar-item').filter({ hasText: '乡镇（街道） 2024年' }).first().waitFor();
  await shot('64-word-dropped');
  await runCommand(page, 'View: Revert and Close Editor');
  step('a Word document dropped into a text');
}

/** Nothing is wrong: that is said, and what it does not mean. */
async function lookAtSound(page, shot) {
  await openFile(page, '澜湾镇2024');
  await page.getByText('没有发现问题').first().waitFor();
  await until(async () => (await rowsOf(page, '问题').count()) === 0, 'the rows of the other report to go');
  await shot('33-sound');
}

/** Last year's report and the one before: changes beside the figures, the chart, the hover, the page that compares, the menu. */
async function lookAtPast(page, shot) {
  await openFile(page, '梅溪镇2025');
  await until(() => boxOf(page, '全年办理便民服务事项'), 'this year’s report');
  const rows = rowsOf(page, '数据');
  const row = rows.filter({ hasText: '+467（+8.0%）' });
  if (!(await rows.first().isVisible().catch(() => false))) await untilVisible(rows, () => openContainer(page));
  await untilVisible(row, () => page.locator('.pane-header').filter({ hasText: '数据' }).first().hover());
  await shot('60-past-figures');
  step(`with a past: ${(await row.first().innerText()).replace(/\s+/gu, ' ')}`);

  const chart = page.locator('.monaco-hover:visible img[src^="data:image/svg+xml"]');
  const drawn = () => chart.first().evaluate((image) => image.complete && image.naturalWidth > 100).catch(() => false);
  for (const [theme, mark, name] of [['Light Modern', '.vs', 'light'], ['Dark Modern', '.vs-dark', 'dark']]) {
    await setTheme(page, theme, mark);
    await untilVisible(chart, async () => {
      await page.mouse.move(900, 900);
      await row.first().hover();
    });
    await until(drawn, 'the chart');
    await shot(`61-past-chart-${name}`);
  }
  await setTheme(page, 'Light Modern', '.vs');
  step('the chart is a picture in the colours of the theme');

  const count = await boxOf(page, '6303件');
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: '较2024年的报告' });
  await untilVisible(hover, async () => {
    await page.mouse.move(count.x + 200, count.y + 200);
    await page.mouse.move(count.x + 8, count.y + count.height / 2);
    await page.mouse.move(count.x + 10, count.y + count.height / 2);
  });
  await shot('62-past-hover');

  await page.keyboard.press('Escape');
  await page.mouse.click(count.x + 8, count.y + count.height / 2);
  const frame = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  await untilVisible(frame.getByRole('heading', { name: '与往年报告对比' }), () => runCommand(page, '与上年报告对比'));
  await shot('63-past-page-light');
  await setTheme(page, 'Dark Modern', '.vs-dark');
  await shot('64-past-page-dark');
  await setTheme(page, 'Light Modern', '.vs');
  step(`the page: ${(await frame.locator('.counts').innerText()).replace(/\s+/gu, ' ')}`);

  // It follows what is written.
  const beside = await boxOf(page, '6303件');
  await page.mouse.click(beside.x + 1, beside.y + beside.height / 2);
  await page.keyboard.type('1');
  await frame.getByRole('link', { name: '16303件' }).waitFor();
  await page.keyboard.press('Control+Z');
  await frame.getByRole('link', { name: '6303件', exact: true }).waitFor();
  step('the page follows what is written');

  await runCommand(page, '选择上年报告');
  const input = page.locator('.quick-input-widget:visible');
  await input.getByText('现在对比').or(input.getByPlaceholder('现在对比', { exact: false })).first().waitFor();
  await shot('65-past-pick');
  await page.keyboard.press('Escape');

  const then = frame.getByRole('link', { name: '5836件' });
  await untilVisible(page.locator('.statusbar').getByText('(5 selected)'), () => then.first().click());
  await shot('66-past-place');
  await untilVisible(page.locator('.diff-editor, .monaco-diff-editor').first(), () => frame.getByRole('link', { name: '逐字对照' }).first().click());
  await shot('67-past-diff');
  step('the page leads to last year’s number, and to both texts side by side');
  await runCommand(page, 'View: Close All Editors');

  await openFile(page, '梅溪镇2025');
  await untilVisible(page.locator('.quick-input-widget:visible .monaco-list-row').filter({ hasText: '往年报告：2024年、2023年' }), () => runCommand(page, '报告菜单'));
  await shot('68-past-menu');
  await page.keyboard.press('Escape');
}

const TOO_LONG = '岭下镇2024年度法治政府建设情况报告.txt';

/** Beyond the limit of length: the entry in the status bar, the views and the page of the diagnosis say so, and so does the language. */
async function lookAtTooLong(page, shot) {
  await openFile(page, '岭下镇2024');
  const entry = page.locator('.statusbar-item').filter({ hasText: '太长，没有检查' });
  await entry.first().waitFor();
  await page.getByText('这份文档太长，没有检查').first().waitFor();
  await until(async () => (await rowsOf(page, '结构').count()) === 0, 'the rows of the other report to go');
  assert.equal(await page.locator(SQUIGGLES).count(), 0, 'nothing is marked');
  const language = page.locator('.statusbar-item[id="status.languageStatus"], .statusbar-item:has(.codicon-bracket-dot), .statusbar-item:has(.codicon-bracket-error)');
  const card = page.getByText('超过了500,000个').last();
  await untilVisible(card, () => language.first().hover());
  await shot('55-too-long');
  await setTheme(page, 'Dark Modern', '.vs-dark');
  await untilVisible(page.locator('.monaco-hover:visible').filter({ hasText: '超过了500,000个' }), () => entry.first().hover());
  await shot('56-too-long-dark');
  await setTheme(page, 'Light Modern', '.vs');
  await entry.first().click();
  await until(() => boxOf(page, 'fazhiReport.maxCharacters'), 'the diagnosis');
  await shot('57-too-long-diagnosis');
  step('a report beyond the limit of length says why it is not checked');
}

/** No report is open: both views say what they are for. */
async function closeAll(page, shot) {
  await runCommand(page, 'File: Save All').catch(() => undefined);
  await runCommand(page, 'View: Close All Editors');
  await page.getByText('这里会按规则列出').first().waitFor();
  await shot('34-welcome');
}

/** Sheets of findings: of the report in front from the menu of its tab, of a folder from the explorer, once cancelled and once not. */
async function lookAtReview(page, folder, shot) {
  await openFile(page, '青禾乡2024');
  await until(() => boxOf(page, '全年办理行政处罚案件'), 'the second report');
  // The menu knows by then that it is one.
  await page.locator('.statusbar').getByText('乡镇（街道）').first().waitFor();
  const menu = page.locator('.context-view:visible .action-label, .monaco-menu:visible .action-label');
  const entry = (name) => menu.filter({ hasText: name });
  const dialog = page.locator('.quick-input-widget:visible');
  await untilVisible(entry('导出校核单'), () => page.locator('.tab.active').first().click({ button: 'right' }));
  await shot('60-tab-menu');
  await untilVisible(dialog.filter({ hasText: '导出校核单' }), () => entry('导出校核单').first().click());
  await shot('61-sheet-dialog');
  const name = path.basename(await dialog.locator('input').first().inputValue());
  await page.keyboard.press('Enter');
  await until(() => existsSync(path.join(folder, name)) && readFileSync(path.join(folder, name)).subarray(0, 2).toString() === 'PK', 'the sheet');
  await page.locator('.notifications-toasts').getByText('已导出校核单').first().waitFor();
  await shot('62-sheet-written');
  step(`wrote ${name}`);

  const many = path.join(folder, '各镇报告');
  mkdirSync(many);
  const report = readFileSync(path.join(HERE, 'workspace/report.txt'), 'utf8');
  for (let i = 0; i < 1_500; i++) writeFileSync(path.join(many, `${i}.txt`), report.replaceAll('云溪镇', `云溪${i}镇`));
  await page.keyboard.press('Control+Shift+E');
  const row = page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: '各镇报告' });
  await row.first().waitFor();
  const target = path.join(many, '汇总校核.docx');
  const start = async () => {
    await untilVisible(entry('汇总校核'), () => row.first().click({ button: 'right' }));
    await shot('63-folder-menu');
    await untilVisible(dialog.filter({ hasText: '汇总校核' }), () => entry('汇总校核').first().click());
    await page.keyboard.press('Enter');
  };
  await start();
  const toast = page.locator('.notifications-toasts .notification-toast').filter({ hasText: '正在校核' });
  await toast.first().waitFor();
  await shot('64-progress');
  await toast.getByRole('button', { name: 'Cancel' }).first().click();
  await page.locator('.notifications-toasts').getByText('已取消汇总校核').first().waitFor();
  assert.equal(existsSync(target), false);
  step('cancelled, and nothing was written');
  await start();
  await until(() => existsSync(target), 'the table', 60_000);
  await page.locator('.notifications-toasts').getByText('校核了1500份报告').first().waitFor();
  await shot('65-table-written');
  rmSync(many, { recursive: true });
  step('the folder became one table');
}

async function main() {
  await setupHost(step);
  const user = profile({
    'editor.fontSize': 15, 'editor.wordWrap': 'on', 'editor.minimap.enabled': false, 'editor.hover.delay': 100, 'files.autoSave': 'off',
    'outline.collapseItems': 'alwaysExpand', 'fazhiReport.inlayHints': true,
  });
  const workspace = temporary('workspace');
  const file = path.join(workspace.dir, '云溪镇2024年度法治政府建设情况报告.txt');
  copyFileSync(path.join(HERE, 'workspace/report.txt'), file);
  writeFileSync(path.join(workspace.dir, LONG), longReport());
  placeLedger(workspace.dir);
  copyFileSync(path.join(HERE, 'workspace/figures.txt'), path.join(workspace.dir, '青禾乡2024年度法治政府建设情况报告.txt'));
  const sample = readFileSync(path.resolve(HERE, '../../examples/示例报告（有问题）.md'), 'utf8');
  writeFileSync(path.join(workspace.dir, '松澜镇2024年度法治政府建设情况报告.md'), sample.replace('全年受理', '2024年03月05日召开调解工作会议，学习《宪法》、《民法典》。全年受理'));
  copyFileSync(path.resolve(HERE, '../golden/clean.txt'), path.join(workspace.dir, '澜湾镇2024年度法治政府建设情况报告.txt'));
  writeFileSync(path.join(workspace.dir, TOO_LONG), `岭下镇2024年度法治政府建设情况报告\n\n${'全年受理调解纠纷250起，成功调解结案240起，调解成功率97.8%。\n'.repeat(18_000)}`);
  copyFileSync(path.resolve(HERE, '../golden/pdf-joint.txt'), path.join(workspace.dir, WRAPPED));
  copyFileSync(path.resolve(HERE, '../word/fixtures/report.docx'), path.join(workspace.dir, WORD));
  for (const year of [2023, 2024]) copyFileSync(path.resolve(HERE, `../golden/years/梅溪镇${year}.txt`), path.join(workspace.dir, `梅溪镇${year}年度法治政府建设情况报告.txt`));
  const compared = readFileSync(path.resolve(HERE, '../golden/years/梅溪镇2025.txt'), 'utf8');
  writeFileSync(path.join(workspace.dir, '梅溪镇2025年度法治政府建设情况报告.txt'), compared.replace('同比增长25%', '同比增长35%').replace('对6名社区矫正对象开展教育帮扶', '2024年，镇里组织人民调解员参加业务培训2期，覆盖全部村（社区）。对6名社区矫正对象开展教育帮扶'));
  if (options.vsix) {
    await installVsix(user, options.vsix);
    step(`installed ${path.basename(options.vsix)}`);
  }
  const server = await startServer(user);
  const { browser, page } = await startBrowser({ width: 1440, height: 1300 });
  const shot = (name) => page.screenshot({ path: path.join(shots, `${name}.png`) });
  try {
    const payload = [['openFile', remoteUri(server.port, file)]];
    if (!options.vsix) payload.push(['extensionDevelopmentPath', remoteUri(server.port, path.resolve(options.extension))]);
    const reload = () => page.goto(workbenchUrl(server.port, { folder: workspace.dir, payload: payload.slice(1) }));
    page.setDefaultTimeout(30_000);
    await page.goto(workbenchUrl(server.port, { folder: workspace.dir, payload }));
    if (options.only === 'past') {
      await lookAtPast(page, shot);
      return;
    }
    if (options.only === 'ledger') {
      await page.locator('.editor-instance .view-lines').waitFor();
      await lookAtLedger(page, workspace.dir, shot);
      return;
    }
    if (options.only === 'pages') {
      await page.locator('.editor-instance .view-lines').waitFor();
      await lookAtPages(page, workspace.dir, shot, reload);
      return;
    }
    await look(page, file, shot);
    await scroll(page, shot);
    await lookAtFigures(page, workspace.dir, shot);
    await lookAtLedger(page, workspace.dir, shot);
    await lookAtProblems(page, workspace.dir, shot);
    await lookAtStructure(page, workspace.dir, shot);
    await typeTitle(page, shot);
    await typeSentence(page, shot);
    await lookAtSettings(page, shot);
    await chooseUnsaved(page);
    await lookAtSound(page, shot);
    await lookAtPast(page, shot);
    await lookAtTooLong(page, shot);
    await lookAtPages(page, workspace.dir, shot, reload);
    await closeAll(page, shot);
    await draft(page, workspace.dir, shot);
    await bringInWord(page, shot);
    await lookAtReview(page, workspace.dir, shot);
  } catch (error) {
    await shot('failure').catch(() => {});
    throw error;
  } finally {
    await browser.close().catch(() => {});
    await server.stop();
    workspace.remove();
    user.remove();
  }
}

console.log(`screenshots: ${shots}`);
main()
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(error.message.replace(/\x1b\[\d+m/g, ''));
    process.exit(1);
  });
