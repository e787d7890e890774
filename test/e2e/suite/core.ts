// The short part of the suite, for the other ways to run the extension: opening, checking, fixing, outline, settings, the
// views, what it says of itself. Must not know how it was bundled or who started VS Code.
import './extension.test.ts';
import { runTests } from './harness.ts';
import { NODE_HOST } from './node-host.ts';

export const run = (): Promise<void> => runTests(NODE_HOST);
