// The hand and the eye of a user in the workbench: looks until something shows, tries again what got lost, types as an input
// method does. Must not know the extension, nor wait a fixed time.

export const SQUIGGLES = '.editor-instance :is(.squiggly-error, .squiggly-warning, .squiggly-info)';

const start = performance.now();
/** Says what was seen, and after how many seconds. */
export const step = (text) => console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${text}`);

/** Asks until the answer is truthy, as a user looks at the screen. */
export async function until(question, what, ms = 15_000) {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A user who sees nothing happen tries again: input can get lost while the workbench is busy. */
export async function untilVisible(target, action, tries = 6) {
  for (let attempt = 1; ; attempt++) {
    await action();
    try {
      return await target.first().waitFor({ timeout: 3_000 });
    } catch (error) {
      if (attempt === tries) throw error;
    }
  }
}

/** Where `text` stands on the screen (in the editor, on one line), or undefined. */
export const boxOf = (page, text) =>
  page.evaluate((wanted) => {
    for (const line of document.querySelectorAll('.editor-instance .view-line')) {
      const from = line.textContent.indexOf(wanted);
      if (from < 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const next = seen + node.length;
        if (seen <= from && from < next) range.setStart(node, from - seen);
        if (seen < from + wanted.length && from + wanted.length <= next) range.setEnd(node, from + wanted.length - seen);
        seen = next;
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    return undefined;
  }, text);

/** Whether a squiggle lies under `text`. */
export async function isMarked(page, text) {
  const box = await boxOf(page, text);
  if (!box) return false;
  const marks = await page.locator(SQUIGGLES).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return marks.some((mark) => mark.left <= x && x <= mark.right && mark.top <= y && y <= mark.bottom);
}

/** Clicks the icon of the extension in the activity bar, through the number on it. */
export const openContainer = (page) => page.locator('.activitybar').getByLabel('法治报告助手').first().click({ force: true });

/** The rows of one view of the side bar. */
export const rowsOf = (page, view) => page.locator('.pane').filter({ has: page.locator('.pane-header', { hasText: view }) }).locator('.customview-tree .monaco-list-row:visible');

/** A theme by its name, and the mark by which the workbench shows it. */
export async function setTheme(page, theme, mark) {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await runCommand(page, 'Preferences: Color Theme');
  await input.waitFor();
  await input.fill(theme);
  await page.locator('.quick-input-widget:visible .monaco-list-row').filter({ hasText: theme }).first().click();
  await page.locator(`.monaco-workbench${mark}`).waitFor();
}

/** Types as a Chinese input method does: letters first, then the characters at once. */
export async function compose(page, letters, text) {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length });
  await session.send('Input.insertText', { text });
  await session.detach();
}

/** Opens a file of the folder by a piece of its name. */
export const openFile = (page, name) => choose(page, 'Control+P', name, name);

/** Runs a command as a user does, from the command palette. */
export const runCommand = (page, title) => choose(page, 'F1', `>${title}`, title);

/** Types into the box that a key opens, and clicks the row, of several the one that says least besides. The box goes when something else takes the focus: then all over again. */
async function choose(page, key, text, shown, tries = 6) {
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(key);
    try {
      await page.locator('.quick-input-widget:visible .quick-input-box input').fill(text, { timeout: 2_000 });
      const rows = page.locator('.quick-input-widget:visible .monaco-list-row').filter({ hasText: shown });
      await rows.first().waitFor({ timeout: 3_000 });
      const lengths = (await rows.allInnerTexts()).map((each) => each.length);
      return await rows.nth(lengths.indexOf(Math.min(...lengths))).click({ timeout: 3_000 });
    } catch (error) {
      if (attempt === tries) throw error;
      await page.keyboard.press('Escape'); // a palette that stays open keeps the commands it began with
    }
  }
}
