// The unit, protocol and command-line suites. The editor suite has its own runner, since it lives inside VS Code.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
