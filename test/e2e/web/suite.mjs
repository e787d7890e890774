// Runs a suite's run() inside the extension host of a VS Code that runs wholly in a headless browser. Resolves to how far it
// came, { passed, failed, skipped, running, done }, with `problem`: what kept the browser from bringing it to its end, and
// `asked`: the addresses on other computers that anything in the browser wanted.
// It must not know the extension, nor what the suite does.
import { startBrowser } from '../host/lib.mjs';
import { serve } from './serve.mjs';

/** `suite` is a CommonJS file that exports run(); `bundle` makes it, given the address to which it tells its progress. */
export async function runWebSuite({ root, extension, suite, bundle, seconds = 300 }) {
  let progress = { passed: 0, failed: 0, skipped: 0, running: '', done: false };
  const told = ({ progress: now, said }) => {
    progress = now;
    if (said) console.log(said);
  };
  const server = await serve({ root, extension, suite, told });
  await bundle(`${server.origin}tell`);
  const { browser, page } = await startBrowser();
  const asked = [];
  page.context().on('request', (request) => {
    if (!new URL(request.url()).hostname.endsWith('localhost') && /^(?:https?|wss?):/u.test(request.url())) asked.push(request.url());
  });
  let limit;
  try {
    const problem = await new Promise((resolve, reject) => {
      const fail = (text) => reject(new Error(text));
      limit = setTimeout(fail, seconds * 1000, `the suite did not end within ${seconds} s`);
      page.on('crash', () => fail('the workbench page crashed'));
      const open = async () => {
        // VS Code's own hooks for automated tests of the web workbench.
        await page.exposeFunction('codeAutomationLog', () => {});
        await page.exposeFunction('codeAutomationExit', (code) => resolve(code === 0 ? undefined : `the extension host ended with ${code}`));
        await page.goto(server.origin);
      };
      open().catch(reject);
    });
    return { ...progress, asked, problem };
  } catch (error) {
    return { ...progress, asked, problem: error.message };
  } finally {
    clearTimeout(limit);
    await browser.close().catch(() => {});
    await server.close();
  }
}
