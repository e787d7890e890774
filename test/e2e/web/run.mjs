// The editor tests in a VS Code that runs wholly in a browser: bundles the suite for it and runs it.
// It must not know what the tests assert, nor how the extension is built.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { setupWeb } from '../host/setup.mjs';
import { runWebSuite } from './suite.mjs';

const SUITE = fileURLToPath(new URL('../suite/web.ts', import.meta.url));

/** Makes ready what is needed to run in; throws an error of one line where that cannot be. */
export async function chooseBrowser() {
  const { root } = await setupWeb((text) => console.log(`e2e: ${text}`));
  return root;
}

/** Runs the suite for the unpacked `extension`; `reason` says what kept it from its end. `temp` is a folder of its own. */
export async function runBrowser({ root, extension, temp, only, seconds }) {
  const suite = path.join(temp, 'suite.js');
  const bundle = (tell) =>
    build({
      entryPoints: [SUITE], outfile: suite, bundle: true, platform: 'browser', format: 'cjs', target: 'es2022', external: ['vscode'], loader: { '.txt': 'text' },
      define: { E2E_ONLY: JSON.stringify(only), E2E_TELL: JSON.stringify(tell) }, logLevel: 'warning',
    });
  const { passed, failed, skipped, running, done, asked, problem } = await runWebSuite({ root, extension, suite, bundle, seconds });
  if (!done) return { counts: { passed, failed: failed + 1, skipped }, reason: `the browser ended ${running ? `during: ${running}` : 'before the first test'} (${problem ?? 'no error given'})` };
  if (failed === 0 && problem) return { counts: { passed, failed: 1, skipped }, reason: problem };
  const isSilent = asked.length === 0;
  console.log([`${isSilent ? 'ok' : 'not ok'} - nothing in the browser asked another computer for anything`, ...asked].join('\n    '));
  return { counts: { passed: passed + (isSilent ? 1 : 0), failed: failed + (isSilent ? 0 : 1), skipped } };
}
