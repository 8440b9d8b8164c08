import { describe, expect, test } from 'vitest';
import * as code from '../../../report/engine/columns.ts';
import { ColumnsBuilder } from '../../../report/engine/columns-builder.ts';
import type { ScaleDefinition } from '../../../shared/summary/summary.ts';

const NPS: ScaleDefinition = { key: 'nps', role: 'nps', question: 'nps', min: 0, max: 10 };
const CSAT: ScaleDefinition = { key: 'csat', role: 'csat', question: 'csat', min: 1, max: 5 };

describe('ColumnsBuilder', () => {
  test('build() keeps every row when it grows, and may be called on the way', () => {
    const builder = new ColumnsBuilder();
    const nps = builder.scale(NPS);
    const tier = builder.field('tier');
    let early: code.Columns | undefined;
    for (let i = 0; i < 5000; i++) {
      const row = builder.add({
        id: `r${i}`,
        shownAt: i,
        sample: 0.5,
        status: 'partial',
        survey: 's',
        surveyVersion: i % 3,
      });
      builder.cell(row, nps, i % 11);
      builder.context(row, tier, `t${i % 4}`);
      if (i === 99) early = builder.build();
    }
    const columns = builder.build();
    expect(early?.rows).toBe(100);
    expect(builder.rows).toBe(5000);
    for (const i of [0, 1023, 1024, 4999]) {
      expect(columns.ids?.at(i)).toBe(`r${i}`);
      expect(columns.shownAt[i]).toBe(i);
      expect(columns.sample?.[i]).toBe(0.5);
      expect(code.STATUSES[columns.status[i]]).toBe('partial');
      expect(columns.scales[0].cells[i]).toBe(i % 11);
      expect(columns.surveyVersion.values[columns.surveyVersion.codes[i]]).toBe(String(i % 3));
      const field = columns.fields.get('tier');
      expect(field?.values[field.codes[i]]).toBe(`t${i % 4}`);
    }
  });

  test('add() leaves what the record lacks absent, under named codes', () => {
    const builder = new ColumnsBuilder();
    builder.scale(NPS);
    builder.add({});
    const columns = builder.build();
    expect(columns).not.toHaveProperty('ids');
    expect(columns.shownAt[0]).toBe(code.TIME_ABSENT);
    expect(columns).not.toHaveProperty('sample');
    expect(columns.survey.codes[0]).toBe(code.CODE_ABSENT);
    expect(columns.scales[0].cells[0]).toBe(code.CELL_NOT_SHOWN);
    expect(code.STATUSES[columns.status[0]]).toBe('unknown');
  });

  test('cell() takes both ends of the scale and rejects what is off it', () => {
    const builder = new ColumnsBuilder();
    const csat = builder.scale(CSAT);
    const answers = [1, 5, 0, 6, 2.5, NaN].map((value) => builder.cell(builder.add({}), csat, value));
    expect(answers).toEqual([true, true, false, false, false, false]);
    const rejected = code.CELL_REJECTED;
    expect([...builder.build().scales[0].cells]).toEqual([0, 4, rejected, rejected, rejected, rejected]);
  });

  test('replace() leaves nothing of the lower revision', () => {
    const builder = new ColumnsBuilder();
    const [nps, csat] = [builder.scale(NPS), builder.scale(CSAT)];
    const row = builder.add({ id: 'a', status: 'partial', audience: 'manager', shownAt: 1 });
    builder.cell(row, nps, 3);
    builder.context(row, builder.field('tier'), 'gold');
    builder.replace(row, { id: 'a', status: 'completed' });
    builder.cell(row, csat, 4);
    const columns = builder.build();
    expect(columns.scales.map(({ cells }) => cells[0])).toEqual([code.CELL_NOT_SHOWN, 3]);
    expect(columns.fields.get('tier')?.codes[0]).toBe(code.CODE_ABSENT);
    expect(columns.audience.codes[0]).toBe(code.CODE_ABSENT);
    expect(columns.shownAt[0]).toBe(code.TIME_ABSENT);
  });

  test('scale() and field() find what was declared before, and a late one is not shown in earlier rows', () => {
    const builder = new ColumnsBuilder();
    builder.add({});
    expect(builder.scale(NPS)).toBe(builder.scale({ ...NPS }));
    expect(builder.scale({ ...NPS, min: 1 })).not.toBe(builder.scale(NPS));
    expect(builder.scale({ ...NPS, role: 'rating' })).not.toBe(builder.scale(NPS));
    expect(builder.field('tier')).toBe(builder.field('tier'));
    expect(builder.build().scales[0].cells[0]).toBe(code.CELL_NOT_SHOWN);
  });

  test('build() gives durations, weights and periods where the source has them', () => {
    const builder = new ColumnsBuilder();
    builder.add({ durationMs: 4200, weight: 7_312_000_000, period: { label: 'wave 2', order: 2 } });
    const second = builder.add({ weight: 0, period: { label: 'wave 1', order: 1 } });
    const { durationMs, weight, period } = builder.build();
    expect([...durationMs]).toEqual([4200, code.DURATION_ABSENT]);
    expect([...(weight ?? [])]).toEqual([7_312_000_000, 0]);
    expect(period?.values.map((label, k) => [label, period.order[k]])).toEqual([
      ['', 0],
      ['wave 2', 2],
      ['wave 1', 1],
    ]);
    expect(period?.codes[second]).toBe(2);
    const without = new ColumnsBuilder();
    without.add({});
    expect(without.build()).not.toHaveProperty('weight');
    expect(without.build()).not.toHaveProperty('period');
  });

  test('throws for scales, rows and columns that cannot be', () => {
    const builder = new ColumnsBuilder();
    for (const [min, max] of [
      [5, 5],
      [0.5, 4],
      [0, 252],
      [0, NaN],
    ])
      expect(() => builder.scale({ ...NPS, min, max })).toThrow(RangeError);
    expect(() => builder.scale({ ...NPS, max: 251 })).not.toThrow();
    expect(() => builder.cell(0, 0, 1)).toThrow(RangeError);
    const row = builder.add({});
    expect(() => builder.cell(row, 9, 1)).toThrow(RangeError);
    expect(() => builder.context(row, 'nobody', '')).toThrow(RangeError);
    expect(() => builder.replace(1, {})).toThrow(RangeError);
  });
});
