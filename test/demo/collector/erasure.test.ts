import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TOMBSTONE_DAYS } from '../../../demo/collector/answer-store.ts';
import { CollectorUnderTest, idOf, record } from './open-collector.ts';

let collector: CollectorUnderTest;
beforeEach(async () => {
  collector = new CollectorUnderTest();
  await collector.post([
    record(1, { context: { customer: '42', tier: 'gold' } }),
    record(2, { context: { customer: '42', tier: 'plain' } }),
    record(3, { context: { customer: '7', tier: 'gold' } }),
    record(4, { context: {} }),
  ]);
});
afterEach(() => collector.remove());

const left = async (): Promise<unknown[]> => (await collector.records()).map(({ id }) => id);

describe('DELETE /responses?context.<field>=<value>', () => {
  it('erases the records with that value and says how many', async () => {
    const response = await collector.owner('/responses?context.customer=42', 'DELETE');
    expect(await response.json()).toEqual({ removed: 2 });
    expect(await left()).toEqual([idOf(3), idOf(4)]);
  });

  it('erases only records that have all the values named', async () => {
    await collector.owner('/responses?context.customer=42&context.tier=gold', 'DELETE');
    expect(await left()).toEqual([idOf(2), idOf(3), idOf(4)]);
  });

  it('erases none for a value that no record has', async () => {
    const response = await collector.owner('/responses?context.customer=8', 'DELETE');
    expect(await response.json()).toEqual({ removed: 0 });
    expect(await left()).toHaveLength(4);
  });

  it.each([
    '',
    '?customer=42',
    '?context.customer=',
    '?context.=42',
    '?context.customer=42&context.customer=7',
    '?context.a%22%5D=1',
    '?survey=airport',
  ])('refuses %j rather than guess what to erase', async (query) => {
    const response = await collector.owner(`/responses${query}`, 'DELETE');
    expect(response.status).toBe(400);
    expect(await left()).toHaveLength(4);
  });

  it('refuses a later revision of an erased record', async () => {
    await collector.owner('/responses?context.customer=42', 'DELETE');
    const response = await collector.post([record(1, { revision: 9 }), record(5)]);
    expect(await response.json()).toMatchObject({
      stored: [{ id: idOf(5), revision: 1 }],
      refused: [{ id: idOf(1), revision: 9, code: 'erased' }],
    });
  });

  it('remembers the erasure over a restart, and for 400 days', async () => {
    await collector.owner('/responses?context.customer=42', 'DELETE');
    await collector.reopen();
    collector.now = new Date(collector.now.getTime() + TOMBSTONE_DAYS * 86_400_000);
    expect(await (await collector.post([record(1)])).json()).toMatchObject({ refused: [{ code: 'erased' }] });
    collector.now = new Date(collector.now.getTime() + 1);
    expect(await (await collector.post([record(1)])).json()).toMatchObject({ stored: [{ id: idOf(1) }] });
  });

  it('leaves no trace of the comment and the id on the disk, after an export too', async () => {
    await secret();
    await (await collector.owner('/export.csv')).text();
    await collector.owner('/responses?context.customer=9', 'DELETE');
    expect(onDisk()).not.toContain('Ridgeway');
    expect(onDisk()).not.toContain(idOf(6));
  });

  it('leaves no trace once an export that was under way has ended', async () => {
    await secret();
    const snapshot = await collector.store.snapshot();
    await collector.owner('/responses?context.customer=9', 'DELETE');
    snapshot.close();
    expect(onDisk()).not.toContain('Ridgeway');
  });
});

function secret(): Promise<Response> {
  const answers = { why: 'Ask for Mrs Ridgeway-Thornbury' };
  return collector.post([record(6, { context: { customer: '9' }, answers })]);
}

function onDisk(): string {
  return readFileSync(collector.file, 'latin1') + readFileSync(`${collector.file}-wal`, 'latin1');
}
