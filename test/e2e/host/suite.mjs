// Runs a suite's run() inside the extension host of a real VS Code. Resolves to whether it passed; rejects when
// the host did not bring it to its end: it was killed, it exited, it hung.
// It must not know the extension, nor what the suite does or prints.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installVsix, profile, remoteUri, startBrowser, startServer, workbenchUrl } from './lib.mjs';

const IN_HOST = fileURLToPath(new URL('in-host.cjs', import.meta.url));

/** Installs as a user does. What is under development is another extension, an empty one: VS Code runs no tests without. */
async function installed(user, vsix) {
  await installVsix(user, vsix);
  const empty = path.join(user.dir, 'empty');
  mkdirSync(empty);
  writeFileSync(path.join(empty, 'package.json'), JSON.stringify({ name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } }));
  return empty;
}

/**
 * `extension`: an unpacked folder, or a .vsix, which VS Code then installs; `suite`: a CommonJS file that
 * exports run(); `folder`: what to open, if anything, also a .code-workspace; `seconds`: how long run() may take;
 * `settings`: user settings to begin with.
 */
export async function runSuite({ extension, suite, folder, seconds = 300, settings = {} }) {
  const user = profile(settings);
  const output = path.join(user.dir, 'suite.out');
  const result = path.join(user.dir, 'suite.result');
  writeFileSync(output, '');
  let printed = 0;
  const print = () => {
    const all = readFileSync(output);
    process.stdout.write(all.subarray(printed));
    printed = all.length;
  };
  const printer = setInterval(print, 100);

  let server;
  let browser;
  let limit;
  try {
    const underDevelopment = extension.endsWith('.vsix') ? await installed(user, extension) : extension;
    [server, browser] = await Promise.all([
      startServer(user, { env: { HOST_SUITE: path.resolve(suite), HOST_OUTPUT: output, HOST_RESULT: result } }).then((it) => (server = it)),
      startBrowser().then((it) => (browser = it)),
    ]);
    const { page } = browser;
    await new Promise((resolve, reject) => {
      const fail = (text) => reject(new Error(text));
      limit = setTimeout(fail, seconds * 1000, `the suite did not end within ${seconds} s`);
      page.on('crash', () => fail('the workbench page crashed'));
      server.onExit((code) => fail(`the VS Code server exited with ${code}`));
      server.onOutput((text) => {
        const code = /Extension Host Process exited with code: (\d+)/.exec(text)?.[1];
        if (code && code !== '0') fail(`the extension host exited with ${code}`);
      });
      const open = async () => {
        // VS Code's own hooks for automated tests of the web workbench.
        await page.exposeFunction('codeAutomationLog', () => {});
        await page.exposeFunction('codeAutomationExit', resolve);
        await page.goto(workbenchUrl(server.port, {
          folder,
          payload: [
            ['extensionDevelopmentPath', remoteUri(server.port, underDevelopment)],
            ['extensionTestsPath', remoteUri(server.port, IN_HOST)],
          ],
        }));
      };
      open().catch(reject);
    });
    if (!existsSync(result)) throw new Error('the extension host ended before the suite did');
    return readFileSync(result, 'utf8') === 'passed';
  } catch (error) {
    const lines = server?.output().trim().split('\n').slice(-20).map((line) => `[server] ${line}\n`);
    if (lines) process.stderr.write(lines.join(''));
    throw error;
  } finally {
    clearTimeout(limit);
    clearInterval(printer);
    print();
    await browser?.browser.close().catch(() => {});
    await server?.stop();
    user.remove();
  }
}
