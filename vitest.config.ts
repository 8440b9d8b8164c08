import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/widget/components/**',
      'test/report/components/**',
      'test/widget/hostile/**',
      'test/journey/**',
      'test/browsers/**',
      '**/node_modules/**',
    ],
    coverage: {
      provider: 'v8',
      include: ['shared/**/*.ts', 'widget/outbox/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
  },
});
