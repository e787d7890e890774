// The suite VS Code runs: names the test files, hands on run().
// It must not know how it was bundled or who started VS Code.
import './problems.test.ts';
import './figures.test.ts';
import './extension.test.ts';
import './editing.test.ts';
import './typing.test.ts';
import './documents.test.ts';
import './choice.test.ts';
import './views.test.ts';
import './drafting.test.ts';
import './commands.test.ts';

export { run } from './harness.ts';
