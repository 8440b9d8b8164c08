import { describe, expect, test } from 'vitest';
import { Engine } from '../../../report/engine/engine.ts';
import { blobSource } from '../../../report/engine/source.ts';
import type { Filter } from '../../../report/engine/filter-rows.ts';
import type { Mapping } from '../../../shared/mapping/mapping.ts';

const mapping: Mapping = {
  ...{ format: 'fourfold-map', version: 1, survey: 'shop' },
  columns: [
    { column: 'wave', role: 'time', form: 'label' },
    { column: 'tier', role: 'segment' },
    { column: 'nps', role: 'nps', scale: { min: 0, max: 10 } },
    { column: 'w', role: 'weight' },
  ],
  loyalty: { intents: ['nps'] },
};
const TABLE = 'wave,tier,nps,w\nw1,gold,10,1\nw1,basic,9,1\nw2,gold,0,3\nw2,,10,1\n,gold,10,1\n';

async function npsOf(filter: Filter, rules = {}) {
  const engine = new Engine();
  await engine.read([blobSource('shop.csv', new Blob([TABLE]))], {}, {}, { mappings: [mapping] });
  const figures = engine.figures(Object.keys(rules).length > 0 ? { rules } : {}, filter);
  return figures.ok ? figures.value : undefined;
}

describe('filterRows(columns, filter)', () => {
  test('keeps the records of the periods that are named, and none without one', async () => {
    expect((await npsOf({ periods: ['w1'] }))?.records).toBe(2);
    expect((await npsOf({ periods: ['w1', 'w2'] }))?.records).toBe(4);
    expect((await npsOf({ periods: ['w9'] }))?.records).toBe(0);
    expect((await npsOf({ periods: [''] }))?.records).toBe(0);
  });

  test('lets all conditions hold', async () => {
    expect((await npsOf({ periods: ['w2'], fields: new Map([['tier', ['gold', '']]]) }))?.records).toBe(2);
    expect((await npsOf({ periods: ['w2'], fields: new Map([['tier', ['basic']]]) }))?.records).toBe(0);
  });

  test('finds no period in a source without any', async () => {
    const engine = new Engine();
    await engine.read([blobSource('a.csv', new Blob(['id,nps\n1,10\n2,9\n']))]);
    const figures = engine.figures({}, { periods: ['w1'] });
    expect(figures.ok && figures.value.records).toBe(0);
  });
});

describe('engine.figures(options) with weights', () => {
  test('lets each record count as one, and keeps the mapping’s other rules', async () => {
    // Promoters 4 of a weight of 7, detractors 3; 4 and 1 of five records.
    expect((await npsOf({}))?.nps?.value).toBeCloseTo(100 / 7, 9);
    const plain = await npsOf({}, { weigh: 'none' });
    expect(plain?.nps?.value).toBeCloseTo(60, 9);
    expect(plain?.loyaltyClasses).toBeDefined();
  });
});
