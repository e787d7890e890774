// The suite of a window without a folder, in an extension host of Node: names the test files, hands on run().
// It must not know how it was bundled or who started VS Code.
import './window.test.ts';
import './problems.test.ts';
import './figures.test.ts';
import './past.test.ts';
import './ledger.test.ts';
import './review.test.ts';
import './extension.test.ts';
import './editing.test.ts';
import './process.test.ts';
import './typing.test.ts';
import './documents.test.ts';
import './choice.test.ts';
import './views.test.ts';
import './pages.test.ts';
import './drafting.test.ts';
import './commands.test.ts';
import './word.test.ts';
import { runTests } from './harness.ts';
import { NODE_HOST } from './node-host.ts';

export const run = (): Promise<void> => runTests(NODE_HOST);
