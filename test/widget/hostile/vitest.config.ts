import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/widget/hostile/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file drives a browser: one after the other.
    fileParallelism: false,
  },
});
