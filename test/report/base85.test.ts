import { describe, expect, test } from 'vitest';
import { decode85, encode85 } from '../../report/base85.ts';
import { uniformDraws } from '../../shared/statistics/normal-draws.ts';

describe('encode85 and decode85', () => {
  test('give back bytes of every length, without a sign that a page could take for its own', () => {
    const random = uniformDraws(3);
    for (let length = 0; length < 300; length++) {
      const bytes = Uint8Array.from({ length }, () => Math.floor(256 * random()));
      const text = encode85(bytes);
      expect(text.length).toBe(Math.ceil((5 * length) / 4));
      expect(text).toMatch(/^[(-;=-[\]-~]*$/);
      expect([...decode85(text)]).toEqual([...bytes]);
    }
  });

  test('hold the least and the greatest', () => {
    for (const byte of [0, 255]) {
      const bytes = new Uint8Array(9).fill(byte);
      expect([...decode85(encode85(bytes))]).toEqual([...bytes]);
    }
  });
});
