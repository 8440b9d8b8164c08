import { describe, expect, test } from 'vitest';
import { matrixRows, type SortKey } from '../../../report/panels/matrix-rows.ts';
import { namer } from '../../../report/parts/names.ts';
import { figuresOf, someAnswers } from '../support/some-answers.ts';

describe('matrixRows(matrix)', () => {
  test.each(['rank', 'attribute', 'certainty', 'satisfaction', 'n', 'importance', 'weight'] as const)(
    'sorts by %s both ways, and loses no row',
    async (by: SortKey) => {
      const { matrix, derivedImportance } = await figuresOf(someAnswers(300));
      if (!matrix) throw new Error('expected a matrix');
      const sorted = (descending: boolean): string[] =>
        matrixRows(matrix, derivedImportance, namer(new Map(), 'en'), { by, descending }).map(
          ({ name }) => name,
        );
      expect([...sorted(true)].sort()).toEqual([...sorted(false)].sort());
      expect(sorted(true)).toHaveLength(6);
      if (by !== 'n') expect(sorted(true)).toEqual([...sorted(false)].reverse());
    },
  );
});
