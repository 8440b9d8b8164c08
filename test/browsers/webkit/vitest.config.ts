import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browsers/webkit/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file drives a browser with a screen of its own: one after the other.
    fileParallelism: false,
  },
});
