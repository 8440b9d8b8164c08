import { describe, expect, it } from 'vitest';
import { textArray } from '../../../demo/collector/text-array.ts';

/** One dimension, no nulls, elements of type 25 (text), so many, counted from 1: as PostgreSQL's `array_recv` reads it. */
const head = (count: number): number[] => [1, 0, 25, count, 1].flatMap((number) => [0, 0, 0, number]);

describe('textArray(texts)', () => {
  it('has the length of each text in bytes before it', () => {
    expect([...textArray(['a', '', '好"\\'])]).toEqual([
      ...head(3),
      ...[0, 0, 0, 1, 0x61],
      ...[0, 0, 0, 0],
      ...[0, 0, 0, 5, 0xe5, 0xa5, 0xbd, 0x22, 0x5c],
    ]);
  });

  it('may have none', () => {
    expect([...textArray([])]).toEqual(head(0));
  });
});
