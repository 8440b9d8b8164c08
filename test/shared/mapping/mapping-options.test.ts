import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../../shared/mapping/mapping.ts';
import { mappingOptions } from '../../../shared/mapping/mapping-options.ts';

const base: Mapping = { format: 'fourfold-map', version: 1, survey: 'airport', columns: [] };

describe('mappingOptions(mapping)', () => {
  test('leaves everything open that the mapping leaves open', () => {
    expect(mappingOptions(base)).toEqual({});
    expect(mappingOptions({ ...base, weighted: true, npsOneToTen: false })).toEqual({});
  });

  test('hands on what the owner has chosen', () => {
    const options = mappingOptions({
      ...base,
      columns: [
        { column: 'sat', role: 'csat', scale: { min: 1, max: 5 }, satisfiedFrom: 3 },
        { column: 'ease', role: 'ces', question: 'ces', scale: { min: 1, max: 7 }, satisfiedFrom: 6 },
        { column: 'mood', role: 'rating', scale: { min: 1, max: 7 } },
        { column: 'why', role: 'comment' },
      ],
      npsOneToTen: true,
      weighted: false,
      targets: [
        { measure: 'nps', value: 40 },
        { measure: 'csat', value: 0.8, kind: 'benchmark', n: 400 },
      ],
      touchpoints: ['order', 'delivery'],
      loyalty: { intents: ['stay', 'buy', 'tell'], loyalFrom: 0.9 },
      deliveredValue: { values: ['v'], costs: ['c'] },
      index: [{ factor: 'image', items: ['a'] }],
    });
    expect(options).toEqual({
      nps: { oneToTen: true },
      csat: { satisfiedFrom: 3 },
      satisfiedFrom: new Map([
        ['sat', 3],
        ['ces', 6],
      ]),
      targets: [
        { measure: 'nps', value: 40, kind: 'target' },
        { measure: 'csat', value: 0.8, kind: 'benchmark', n: 400 },
      ],
      journey: { order: ['order', 'delivery'] },
      rules: {
        loyalty: { intents: ['stay', 'buy', 'tell'], loyalFrom: 0.9, driftingUpTo: 0.25 },
        deliveredValue: { values: ['v'], costs: ['c'] },
        index: [{ factor: 'image', items: ['a'] }],
        weigh: 'none',
      },
    });
  });

  test('leaves the scale to say who is satisfied', () => {
    const columns: Mapping['columns'] = [{ column: 'sat', role: 'csat', scale: { min: 1, max: 5 } }];
    expect(mappingOptions({ ...base, columns })).toEqual({});
  });
});
