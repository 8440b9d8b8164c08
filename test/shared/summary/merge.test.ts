import { describe, expect, test } from 'vitest';
import { idBlocks, idHeads } from '../../../report/engine/id-blocks.ts';
import { summarize } from '../../../report/engine/summarize.ts';
import { EMPTY_SUMMARY, merge } from '../../../shared/summary/merge.ts';
import type { ScoreRules } from '../../../shared/summary/score-rules.ts';
import type { Slice, Summary } from '../../../shared/summary/summary.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import { columnsOfRecords, randomRecords, RULES, SCALES, type RandomRecord } from './random-answers.ts';

interface Making {
  readonly hashed?: boolean;
  readonly weighted?: boolean;
  readonly deep?: boolean;
  readonly waves?: boolean;
  readonly rules?: ScoreRules;
}

function summaryOf(records: readonly RandomRecord[], making: Making | boolean = true): Summary {
  const {
    hashed,
    deep = false,
    rules = RULES,
    ...columnsOf
  } = typeof making === 'boolean' ? { hashed: making } : making;
  const columns = columnsOfRecords(records, SCALES, columnsOf);
  const hashes = hashed ? { blocks: idBlocks(columns), heads: idHeads(columns) } : {};
  return summarize(columns, { deep, rules, ...hashes });
}

function merged(a: Summary, b: Summary): Summary {
  const result = merge(a, b);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

const splits = Array.from({ length: 12 }, (_, k) => k + 1);

describe('merge(a, b)', () => {
  test.each(splits)('is the summary of all records together, split %s', (seed) => {
    const records = randomRecords(seed, 5 + 20 * seed);
    const draw = uniformDraws(1000 + seed);
    const parts: RandomRecord[][] = [[], [], []];
    for (const record of records) parts[Math.floor(draw() * 3)].push(record);
    const [a, b, c] = parts.map((part) => freeze(summaryOf(part)));
    const whole = summaryOf(records);
    expect(merged(merged(a, b), c)).toEqual(whole);
    expect(merged(a, merged(b, c))).toEqual(whole);
    expect(merged(c, merged(b, a))).toEqual(whole);
  });

  test.each([
    ['weighted', { weighted: true }],
    ['deep', { deep: true, hashed: true }],
    ['weighted and deep, in waves', { weighted: true, deep: true, waves: true, hashed: true }],
  ])('is that of summaries which are %s, too', (_, making) => {
    const records = randomRecords(21, 90).map((record, k) => (k % 9 > 0 ? inOneSlice(record) : record));
    const parts = [0, 1, 2].map((part) => records.filter((__, k) => k % 3 === part));
    const [a, b, c] = parts.map((part) => freeze(summaryOf(part, making)));
    const whole = summaryOf(records, making);
    expect(merged(merged(a, b), c)).toEqual(whole);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  test('has parts in depth only when both sides have them', () => {
    const [a, b] = [1, 2].map((seed) => randomRecords(seed, 60).map(inOneSlice));
    const half = merged(summaryOf(a, { deep: true }), summaryOf(b, {}));
    expect(half).toEqual(summaryOf([...a, ...b], {}));
    expect(merged(summaryOf(b, {}), summaryOf(a, { deep: true }))).toEqual(half);
  });

  test('changes nothing with an empty summary', () => {
    const some = summaryOf(randomRecords(1, 50));
    expect(merged(EMPTY_SUMMARY, some)).toEqual(some);
    expect(merged(some, EMPTY_SUMMARY)).toEqual(some);
    expect(summaryOf([])).toEqual(EMPTY_SUMMARY);
  });

  test('does not depend on the order of rows', () => {
    const records = randomRecords(5, 200);
    expect(summaryOf([...records].reverse())).toEqual(summaryOf(records));
  });

  test('survives JSON', () => {
    const some = summaryOf(randomRecords(6, 80));
    expect(JSON.parse(JSON.stringify(some))).toEqual(some);
  });

  test('has blocks only when both sides have them', () => {
    const [a, b] = [1, 2].map((seed) => randomRecords(seed, 60).map(inOneSlice));
    const half = merged(summaryOf(a), summaryOf(b, false));
    expect(half).toEqual(merged(summaryOf(a, false), summaryOf(b)));
    expect(half).toEqual(summaryOf([...a, ...b], false));
    expect(JSON.stringify(half)).not.toContain('blocks');
  });

  test('counts the columns that one side lacks as not shown there', () => {
    const [a, b] = [randomRecords(1, 40), randomRecords(2, 40)].map((records) => records.map(inOneSlice));
    const few = summarize(
      columnsOfRecords(
        a.map((record) => only(record, ['csat'])),
        SCALES.slice(0, 2),
      ),
    );
    const more = summarize(columnsOfRecords(b));
    const both = [...a.map((record) => only(record, ['csat'])), ...b];
    expect(merged(few, more)).toEqual(summarize(columnsOfRecords(both)));
    expect(merged(more, few)).toEqual(summarize(columnsOfRecords(both)));
  });

  test('refuses a column on two scales, and says which', () => {
    const [a] = summaryOf(randomRecords(1, 50)).slices;
    const other: Slice = {
      ...a,
      columns: a.columns.map((column) => (column.key === 'csat' ? { ...column, max: 7 } : column)),
    };
    const result = merge({ ...EMPTY_SUMMARY, slices: [a] }, { ...EMPTY_SUMMARY, slices: [other] });
    expect(result).toMatchObject({ ok: false, issues: [{ path: 'csat', code: 'scale-differs' }] });
  });

  test.each([
    ['weights', { weighted: true }, 'weights-differ'],
    ['rules', { rules: { speederMs: 1 } }, 'rules-differ'],
  ] as const)('refuses other %s', (_, making, code) => {
    const [a, b] = [1, 2].map((seed) => randomRecords(seed, 40).map(inOneSlice));
    expect(merge(summaryOf(a), summaryOf(b, making))).toMatchObject({ ok: false, issues: [{ code }] });
    expect(merge(summaryOf(b, making), summaryOf(a))).toMatchObject({ ok: false, issues: [{ code }] });
  });

  test('refuses a period at two places in time', () => {
    const [record] = randomRecords(1, 1).map(inOneSlice);
    const wave = (order: number) =>
      summaryOf([{ ...record, period: { label: 'autumn', order } }], { waves: true });
    expect(merge(wave(1), wave(2))).toMatchObject({
      ok: false,
      issues: [{ path: 'autumn', code: 'order-differs' }],
    });
    expect(merge(wave(1), wave(1)).ok).toBe(true);
  });

  test('refuses the same answers, known by a file or by an id', () => {
    const records = randomRecords(3, 40).map(inOneSlice);
    const [a, b] = [records.slice(0, 30), records.slice(29)].map((part) => summaryOf(part));
    expect(merge(a, b)).toMatchObject({ ok: false, issues: [{ path: 'airport', code: 'overlapping' }] });
    const [c, d] = [records.slice(0, 20), records.slice(20)].map((part) => ({
      ...summaryOf(part, false),
      sources: ['5f2b'],
    }));
    expect(merge(c, d)).toMatchObject({ ok: false, issues: [{ path: '5f2b', code: 'overlapping' }] });
    expect(merge(c, { ...d, sources: ['77aa', '01'] })).toMatchObject({
      ok: true,
      value: { sources: ['01', '5f2b', '77aa'], sketches: [] },
    });
  });

  test('keeps segments, days and periods that only one side has, in depth too', () => {
    const of = (seed: number, tier: string, label: string, day: number) =>
      randomRecords(seed, 20).map((record) => ({
        ...inOneSlice(record),
        ...{ fields: { tier }, period: { label, order: seed }, shownAt: Date.UTC(2024, seed, day) },
      }));
    const [a, b] = [of(1, 'gold', 'first', 1), of(2, 'silver', 'second', 2)];
    const making = { deep: true, hashed: true, waves: true };
    const whole = summaryOf([...a, ...b], making);
    expect(merged(summaryOf(a, making), summaryOf(b, making))).toEqual(whole);
    expect(merged(summaryOf(b, making), summaryOf(a, making))).toEqual(whole);
    const [slice] = whole.slices;
    expect(slice.months.map(({ label }) => label)).toEqual(['2024-02', '2024-03']);
    expect(slice.periods.map(({ label }) => label)).toEqual(['first', 'second']);
    expect(slice.fields[0].values.map(({ value, days }) => [value, days.length])).toEqual([
      ['gold', 1],
      ['silver', 1],
    ]);
  });

  test('drops a field whose values become too many', () => {
    const inRooms = (seed: number, from: number, to: number) =>
      randomRecords(seed, to - from).map((record, k) => ({
        ...inOneSlice(record),
        fields: { room: `${from + k}` },
      }));
    const [a, b, c] = [inRooms(4, 0, 150), inRooms(5, 100, 201), inRooms(6, 0, 2)];
    const room = (summary: Summary) => summary.slices[0].fields;
    expect(room(summaryOf(a))).toMatchObject([{ tooMany: false }]);
    const all = merged(summaryOf(a), summaryOf(b));
    expect(room(all)).toEqual([{ field: 'room', values: [], tooMany: true }]);
    expect(room(summaryOf([...a, ...b]))).toEqual(room(all));
    expect(room(merged(all, summaryOf(c)))).toEqual(room(all));
    expect(room(merged(summaryOf(c), all))).toEqual(room(all));
  });

  test('throws for a summary that lacks a table of its columns', () => {
    const [whole] = summaryOf(randomRecords(1, 50)).slices;
    const broken = { ...EMPTY_SUMMARY, slices: [{ ...whole, all: { ...whole.all, cross: [] } }] };
    expect(() => merge(broken, { ...EMPTY_SUMMARY, slices: [whole] })).toThrow(RangeError);
  });

  test('takes the same of two labels either way round', () => {
    const labelled = (label?: string) => {
      const [slice] = summaryOf(randomRecords(1, 50)).slices;
      const columns = slice.columns.map(({ key, role, question, min, max }) => ({
        ...{ key, role, question, min, max },
        ...(label && { label }),
      }));
      return { ...EMPTY_SUMMARY, slices: [{ ...slice, columns }] };
    };
    const labelOf = (a?: string, b?: string) => merged(labelled(a), labelled(b)).slices[0].columns[0].label;
    expect(labelOf('b', 'a')).toBe('a');
    expect(labelOf('a', 'b')).toBe('a');
    expect(labelOf('b')).toBe('b');
    expect(labelOf(undefined, 'b')).toBe('b');
    expect(labelOf()).toBeUndefined();
  });
});

function only(record: RandomRecord, keys: readonly string[]): RandomRecord {
  return {
    ...record,
    cells: Object.fromEntries(Object.entries(record.cells).filter(([key]) => keys.includes(key))),
  };
}

function inOneSlice(record: RandomRecord): RandomRecord {
  return { ...record, survey: 'airport', surveyVersion: 1, audience: 'customer' };
}
