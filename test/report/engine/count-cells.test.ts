import { describe, expect, it } from 'vitest';
import type { Codes } from '../../../report/engine/columns.ts';
import { countCells } from '../../../report/engine/count-cells.ts';
import { giveBack, takeScanner } from '../../../report/engine/wasm/scanner.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';

const random = uniformDraws(20);
const below = (limit: number): number => Math.floor(random() * limit);

/** What {@link countCells} gives, counted in the plainest way. */
function counted(first: Codes, second: Uint8Array, width: number, places?: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  first.forEach((code, row) => {
    const cell = code * width + (places ? places[second[row]] : second[row]);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  });
  return counts;
}

describe('rows by two codes', () => {
  it('have a scanner to count them', () => {
    const scanner = takeScanner();
    if (!scanner) throw new Error('expected WebAssembly to be at hand');
    giveBack(scanner);
  });

  for (const [what, makeFirst, firsts, seconds] of [
    ['bytes', Uint8Array, 12, 6],
    ['words of two bytes', Uint16Array, 700, 12],
    ['nearly as many cells as are counted at once', Uint16Array, 1365, 12],
    ['the largest words of two bytes, one by one', Uint16Array, 65_536, 1],
    ['more cells than that, one by one', Uint16Array, 5000, 12],
    ['words of four bytes, one by one', Uint32Array, 70_000, 2],
  ] as const)
    for (const rows of [0, 1, 3, 4, 1021, 32_768, 70_003])
      it(`are counted as one by one: ${what}, ${rows} rows`, () => {
        const first = new makeFirst(rows).map(() => below(firsts));
        const second = new Uint8Array(rows).map(() => below(seconds));
        const size = firsts * seconds;
        const counts = countCells(first, second, { width: seconds, size });
        expect(counts).toHaveLength(size);
        const expected = counted(first, second, seconds);
        for (const [cell, count] of counts.entries())
          if (count !== (expected.get(cell) ?? 0)) expect([cell, count]).toEqual([cell, expected.get(cell)]);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
      });

  it('are counted at the places of the second code', () => {
    const first = new Uint8Array(10_001).map(() => below(3));
    const second = new Uint8Array(10_001).map(() => [0, 1, 252, 255][below(4)]);
    const places = new Uint8Array(256);
    places.set([0, 1], 0);
    places.set([2, 0, 0, 3], 252);
    const counts = countCells(first, second, { width: 4, size: 12, places });
    const expected = counted(first, second, 4, places);
    expect([...counts]).toEqual(Array.from({ length: 12 }, (_, cell) => expected.get(cell)));
  });

  it('are counted anew each time', () => {
    const codes = Uint8Array.of(1, 0, 1);
    const once = () => [...countCells(codes, codes, { width: 2, size: 4 })];
    expect([once(), once()]).toEqual([
      [1, 0, 0, 2],
      [1, 0, 0, 2],
    ]);
  });
});
