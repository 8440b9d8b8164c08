import { describe, expect, test } from 'vitest';
import { idBlocks, idHeads } from '../../../report/engine/id-blocks.ts';
import { summarize } from '../../../report/engine/summarize.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import { canonical } from '../../../shared/summary/canonical.ts';
import { EMPTY_SUMMARY, merge } from '../../../shared/summary/merge.ts';
import { parseSummary } from '../../../shared/summary/parse-summary.ts';
import { SKETCH_SIZE } from '../../../shared/summary/sketch.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { columnsOfRecords, randomRecords, RULES, SCALES, type RandomRecord } from './random-answers.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

/** Enough columns for every kind of table, and no more: tables by segment and month are many. */
const FEW = SCALES.filter(({ key }) => !/wifi|effort|importance|image|stay|buyMore/.test(key));

function made(seed: number, count: number): RandomRecord[] {
  const keys = new Set(FEW.map(({ key }) => key));
  return randomRecords(seed, count).map((record) => ({
    ...record,
    cells: Object.fromEntries(Object.entries(record.cells).filter(([key]) => keys.has(key))),
  }));
}

/** How summaries are made: by turns weighted or not, in waves or not. */
function making(seed: number): { weighted: boolean; waves: boolean } {
  return { weighted: seed % 2 === 0, waves: seed % 3 === 0 };
}

/** As a summary file holds it. */
function summaryOf(records: readonly RandomRecord[], seed: number, rowsAtOnce?: number): Summary {
  const columns = columnsOfRecords(records, FEW, making(seed));
  const hashes = { blocks: idBlocks(columns), heads: idHeads(columns) };
  return summarize(columns, { deep: true, rules: RULES, ...hashes, rowsAtOnce });
}

function merged(a: Summary, b: Summary): Summary {
  const result = merge(a, b);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
}

/** Deals records out to so many parts; some may get none. */
function dealt(records: readonly RandomRecord[], count: number, draw: () => number): RandomRecord[][] {
  const parts = Array.from({ length: count }, (): RandomRecord[] => []);
  for (const record of records) parts[Math.floor(draw() * count)].push(record);
  return parts;
}

/** Adds two neighbours at random, and again, until one is left. */
function inSomeOrder(summaries: readonly Summary[], draw: () => number): Summary {
  const left = [...summaries];
  while (left.length > 1) {
    const at = Math.floor(draw() * (left.length - 1));
    const pair = draw() < 0.5 ? merged(left[at], left[at + 1]) : merged(left[at + 1], left[at]);
    left.splice(at, 2, pair);
  }
  return left[0];
}

describe('merge(a, b), whatever the records', { timeout: 60_000 }, () => {
  test.each(SEEDS)(
    'is the summary of all of them, however they are dealt out and added up; seed %s',
    (seed) => {
      const draw = uniformDraws(500 + seed);
      const records = made(seed, 10 + 5 * seed);
      const parts = dealt(records, 2 + Math.floor(draw() * 5), draw).map((part) => summaryOf(part, seed));
      const whole = summaryOf(records, seed);
      expect(canonical(inSomeOrder(parts, draw))).toBe(canonical(whole));
      expect(parseSummary(JSON.parse(canonical(whole)))).toMatchObject({ ok: true });
    },
  );

  test.each(SEEDS)(
    'is commutative and associative, and the empty summary changes nothing; seed %s',
    (seed) => {
      const draw = uniformDraws(700 + seed);
      const parts = dealt(made(seed, 30), 3, draw).map((part) => summaryOf(part, seed));
      const [a, b, c] = parts;
      expect(canonical(merged(a, b))).toBe(canonical(merged(b, a)));
      expect(canonical(merged(merged(a, b), c))).toBe(canonical(merged(a, merged(b, c))));
      expect(canonical(merged(EMPTY_SUMMARY, a))).toBe(canonical(a));
      expect(canonical(merged(a, EMPTY_SUMMARY))).toBe(canonical(a));
    },
  );

  test.each(SEEDS)('refuses one shared record, wherever it hides in the sums; seed %s', (seed) => {
    const draw = uniformDraws(900 + seed);
    const records = made(seed, 30);
    const shared = records[Math.floor(draw() * records.length)];
    const [a, b, c] = dealt(
      records.filter((record) => record !== shared),
      3,
      draw,
    );
    const sum = merged(summaryOf([...a, shared], seed), summaryOf(b, seed));
    const other = summaryOf([...c, shared], seed);
    const refused = { ok: false, issues: [{ path: shared.survey, code: 'overlapping' }] };
    expect(merge(sum, other)).toMatchObject(refused);
    expect(merge(other, sum)).toMatchObject(refused);
  });

  test('keeps the smallest of more ids than a sketch holds', () => {
    const records = randomRecords(31, 3 * SKETCH_SIZE).map((record) => ({
      ...record,
      survey: 'airport',
      cells: {},
    }));
    const parts = dealt(records, 4, uniformDraws(32)).map((part) => summaryOf(part, 1));
    const [sketch] = inSomeOrder(parts, uniformDraws(33)).sketches;
    expect(sketch.smallest).toHaveLength(SKETCH_SIZE);
    expect(sketch).toEqual(summaryOf(records, 1).sketches[0]);
  });
});

describe('summarize(columns), so many rows at a time', { timeout: 60_000 }, () => {
  test.each(SEEDS)('counts what it counts at once; seed %s', (seed) => {
    const records = made(seed, 60);
    const whole = canonical(summaryOf(records, seed));
    for (const rowsAtOnce of [1, 4, 59]) expect(canonical(summaryOf(records, seed, rowsAtOnce))).toBe(whole);
  });
});
