import { describe, expect, test } from 'vitest';
import { figures } from '../../../shared/metrics/figures.ts';
import { figuresJson } from '../../../shared/metrics/figures-json.ts';
import { madeUpColumns, madeUpRows, madeUpSummary } from './made-up.ts';

describe('figuresJson(figures)', () => {
  test('writes twelve digits, no negative zero, keys by code point', () => {
    const value = {
      b: 1 / 3,
      a: [-0, 1e21, 123456789012345],
      '10': true,
      9: null,
      '\u{1F600}': 'x',
      '\uE000': undefined,
    };
    expect(figuresJson(value)).toBe(
      '{"10":true,"9":null,"a":[0,1e+21,123456789012000],"b":0.333333333333,"\u{1F600}":"x"}',
    );
  });

  test('keeps a key that objects have by themselves', () => {
    const value = JSON.parse('{"__proto__":{"n":1},"constructor":2}') as object; // the keys are its own
    expect(figuresJson(value)).toBe('{"__proto__":{"n":1},"constructor":2}');
    expect(
      figuresJson({
        of: new Map([
          ['b', 1],
          ['a', 2],
        ]),
      }),
    ).toBe('{"of":{"a":2,"b":1}}');
  });

  test('gives the same bytes for the same answers in any order, split and merged', () => {
    const rows = madeUpRows();
    const written = (summary: ReturnType<typeof madeUpSummary>) => {
      const result = figures(summary);
      return result.ok ? figuresJson(result.value) : '';
    };
    const whole = written(madeUpSummary(madeUpColumns(rows), true));
    expect(whole.length).toBeGreaterThan(10_000);
    expect(whole).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(written(madeUpSummary(madeUpColumns([...rows].reverse()), true))).toBe(whole);
  });
});
