import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/contract/answer-store.test.ts',
      'test/journey/collector-*.test.ts',
      'test/journey/collector-*.faults.ts',
    ],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    // Each file loads processes of its own to the full: one after the other.
    fileParallelism: false,
  },
});
