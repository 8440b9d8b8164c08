import { describe, expect, it } from 'vitest';
import { newestRows, type Change } from '../../../demo/collector/sink-queue.ts';
import { removals, rowLines } from '../../../demo/collector/sink-statements.ts';
import type { SinkRow } from '../../../demo/collector/sink.ts';

const standing = (id: string, version: number, payload = '{"a":"\u2028\\n\\u0000é🙂"}'): SinkRow => ({
  ...{ id, version, erased: false, revision: 3, survey: 'airport', shownDay: '2026-02-27' },
  ...{ receivedAt: '2026-02-27T10:00:09.000Z', payload },
});
const erased = (id: string, version: number): SinkRow => ({ id, version, erased: true });

const change = (version: number, id: string, revision: number | null): Change =>
  revision === null
    ? { ...{ version, id, due: 9, revision, survey: null, shownDay: null }, receivedAt: null, payload: null }
    : {
        ...{ version, id, due: 9, revision, survey: 'airport', shownDay: '2026-02-27', payload: '{}' },
        receivedAt: new Date('2026-02-27T10:00:09.000Z'),
      };

describe('newestRows(changes)', () => {
  it('has each id once, under its highest version', () => {
    const rows = newestRows([change(1, 'a', 4), change(2, 'b', 1), change(5, 'a', 4)]);
    expect(rows.map(({ id, version }) => [id, version])).toEqual([
      ['a', 5],
      ['b', 2],
    ]);
    expect(rows[0]).toMatchObject({ erased: false, revision: 4, receivedAt: '2026-02-27T10:00:09.000Z' });
  });

  it('takes an answer that is no more for erased', () => {
    expect(newestRows([change(1, 'a', null)])).toEqual([erased('a', 1)]);
  });
});

describe('rowLines(rows)', () => {
  it('writes a line for each, with all columns and the payload as it is', () => {
    const rows = [standing('a', 7), erased('b', 8)];
    const lines = rowLines(rows).split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0])).toEqual({
      ...{ id: 'a', version: 7, erased: 0, revision: 3, survey: 'airport', shown_day: '2026-02-27' },
      ...{ received_at: '2026-02-27T10:00:09.000Z', payload: '{"a":"\u2028\\n\\u0000é🙂"}' },
    });
    expect(JSON.parse(lines[1])).toEqual({
      ...{ id: 'b', version: 8, erased: 1, revision: 0, survey: '', shown_day: '' },
      ...{ received_at: '', payload: '' },
    });
  });
});

describe('removals(rows)', () => {
  it('is none where no row is erased', () => {
    expect(removals([standing('a', 1)])).toEqual([]);
  });

  it('removes what is older than the erasure, and quotes ids', () => {
    expect(removals([erased("o'b\\", 8), standing('a', 12), erased('c', 9)])).toEqual([
      String.raw`ALTER TABLE answer DELETE WHERE erased = 0 AND version <= 9 AND id IN ('o\'b\\', 'c')`,
    ]);
  });

  it('stays below the longest statement that ClickHouse reads', () => {
    const many = removals(Array.from({ length: 5_000 }, (_, at) => erased(String(at).padStart(64, 'x'), at)));
    expect(Math.max(...many.map((one) => one.length))).toBeLessThan(256 * 1024);
    expect(many).toHaveLength(5);
  });
});
