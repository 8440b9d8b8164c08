import { describe, expect, test } from 'vitest';
import { summarize } from '../../../report/engine/summarize.ts';
import {
  mergeSmallValues,
  OTHER_VALUES,
  SHARED_VALUE_MIN,
} from '../../../shared/summary/merge-small-values.ts';
import type { Slice, Summary } from '../../../shared/summary/summary.ts';
import { ColumnsBuilder } from '../../../report/engine/columns-builder.ts';

/** Records by value of `tier`, each with an NPS answer of 9. */
function summaryOf(byValue: Readonly<Record<string, number>>, deep = true): Summary {
  const builder = new ColumnsBuilder();
  const nps = builder.scale({ key: 'nps', role: 'nps', question: 'nps', min: 0, max: 10 });
  builder.field('tier');
  for (const [value, records] of Object.entries(byValue))
    for (let k = 0; k < records; k++) {
      const row = builder.add({ survey: 's', shownAt: Date.UTC(2026, 0, 1 + (k % 3)) });
      builder.cell(row, nps, 9);
      builder.context(row, 'tier', value);
    }
  return summarize(builder.build(), { deep });
}

const tiers = ({ slices: [slice] }: { slices: readonly Slice[] }) => slice.fields[0].values;

describe('mergeSmallValues(summary)', () => {
  test.each([true, false])('counts values under 10 records together, deep: %s', (deep) => {
    const before = summaryOf({ gold: 10, silver: 9, plain: 4, lead: 1 }, deep);
    const values = tiers(mergeSmallValues(before));
    expect(values.map(({ value, tables }) => [value, tables.records])).toEqual([
      ['gold', 10],
      [OTHER_VALUES, 14],
    ]);
    expect(values[0]).toEqual(tiers(before)[0]);
    expect(values[1].tables.histograms.nps.counts[9]).toBe(14);
  });

  test('is what a count of the merged values says, days and cross tables too', () => {
    const merged = mergeSmallValues(summaryOf({ gold: 10, silver: 9, plain: 4 }));
    expect(merged).toEqual(summaryOf({ gold: 10, [OTHER_VALUES]: 13 }));
  });

  test('leaves a summary of large values alone', () => {
    const large = summaryOf({ gold: SHARED_VALUE_MIN });
    expect(mergeSmallValues(large)).toEqual(large);
  });

  test('keeps SHARED_VALUE_MIN at 10', () => {
    expect(SHARED_VALUE_MIN).toBe(10);
  });
});
