import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/bench/engines/*.bench.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    // The table is printed as it is.
    disableConsoleIntercept: true,
  },
});
