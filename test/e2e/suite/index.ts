// The suite VS Code runs: names the test files, hands on run().
// It must not know how it was bundled or who started VS Code.
import './problems.test.ts';
import './figures.test.ts';
import './extension.test.ts';
import './editing.test.ts';
import './drafting.test.ts';

export { run } from './harness.ts';
