import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/journey/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // Each journey drives a browser and several servers: one after the other.
    fileParallelism: false,
  },
});
