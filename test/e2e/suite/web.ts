// The suite of a VS Code that runs wholly in a browser, with a folder that is kept on no disk: the same tests as elsewhere.
// It must not know how it was bundled or who started VS Code.
import './problems.test.ts';
import './figures.test.ts';
import './past.test.ts';
import './ledger.test.ts';
import './review.test.ts';
import './extension.test.ts';
import './editing.test.ts';
import './documents.test.ts';
import './choice.test.ts';
import './views.test.ts';
import './pages.test.ts';
import './drafting.test.ts';
import './commands.test.ts';
import './word.test.ts';
import './folder.test.ts';
import './worker.test.ts';
import { runTests } from './harness.ts';
import { WEB_HOST } from './web-host.ts';

export const run = (): Promise<void> => runTests(WEB_HOST);
