import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/journey/outbox-*.test.ts', 'test/journey/outbox-*.faults.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    // Each file drives browsers to the full: one after the other.
    fileParallelism: false,
  },
});
