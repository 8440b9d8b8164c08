import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../../demo/collector/answer-store.ts';
import type { AnswerSnapshot } from '../../../demo/collector/answer-store.ts';
import { csvExport, exportBytes, ndjsonExport } from '../../../demo/collector/export.ts';
import { record } from './open-collector.ts';

/** A snapshot without an end, or one whose store fails after the first page. */
function snapshot(failure?: Error): AnswerSnapshot & { isClosed: boolean } {
  return {
    isClosed: false,
    async *pages() {
      do yield await Promise.resolve([{ ...record(1), receivedAt: '' }]);
      while (failure === undefined);
      throw failure;
    },
    close() {
      this.isClosed = true;
      return Promise.resolve();
    },
  };
}

describe('exportBytes(text, broken)', () => {
  it('closes the snapshot when a reader gives up half way', async () => {
    const endless = snapshot();
    const reader = exportBytes(ndjsonExport(endless, {}), () => undefined).getReader();
    await reader.read();
    await reader.cancel();
    expect(endless.isClosed).toBe(true);
  });

  it.each([ndjsonExport, csvExport])(
    'breaks off where the store fails, says so and closes (%o)',
    async (write) => {
      const failing = snapshot(new StoreFailure('unavailable', new Error('of a secret answer')));
      const told: unknown[] = [];
      const body = exportBytes(write(failing, {}), (error) => told.push(error));
      await expect(new Response(body).text()).rejects.toThrow('collector: an export broke off');
      expect(told).toMatchObject([{ code: 'unavailable' }]);
      expect(failing.isClosed).toBe(true);
    },
  );
});
