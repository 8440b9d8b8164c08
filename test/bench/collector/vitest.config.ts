import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/bench/collector/*.bench.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    // Each file measures what the machine gives to it alone.
    fileParallelism: false,
    // The table is printed as it is.
    disableConsoleIntercept: true,
  },
});
