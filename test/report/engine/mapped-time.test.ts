import { describe, expect, test } from 'vitest';
import { IsoTime } from '../../../report/engine/iso-time.ts';
import { mappedTime, periodOrder } from '../../../report/engine/mapped-time.ts';

const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

describe('mappedTime(text, form)', () => {
  test.each([
    ['2018-04-11', 'iso', '2018-04-11T00:00:00.000Z'],
    ['2018-04-11T20:09', 'iso', '2018-04-11T20:09:00.000Z'],
    ['2018-04-11 20:09:30.5', 'iso', '2018-04-11T20:09:30.500Z'],
    ['2018-04-11T20:09:00+08:00', 'iso', '2018-04-11T12:09:00.000Z'],
    ['2018/4/1', 'iso', '2018-04-01T00:00:00.000Z'],
    ['11/04/2018 20:09', 'day-first', '2018-04-11T20:09:00.000Z'],
    ['11.4.2018', 'day-first', '2018-04-11T00:00:00.000Z'],
    ['04/11/2018', 'month-first', '2018-04-11T00:00:00.000Z'],
    ['1523477340', 'epoch-s', '2018-04-11T20:09:00.000Z'],
    ['1523477340000', 'epoch-ms', '2018-04-11T20:09:00.000Z'],
  ] as const)('reads %s as %s', (text, form, expected) => {
    expect(iso(mappedTime(text, form))).toBe(expected);
  });

  test.each([
    ['2018-02-30', 'iso'],
    ['2018-04-11T24:30', 'iso'],
    ['2018-04/11', 'iso'],
    ['31/04/2018', 'day-first'],
    ['11/13/2018', 'day-first'],
    ['yesterday', 'iso'],
    ['', 'epoch-s'],
    ['-5', 'epoch-ms'],
  ] as const)('takes %s for no time (%s)', (text, form) => {
    expect(mappedTime(text, form)).toBeUndefined();
  });
});

describe('periodOrder(label)', () => {
  test.each([
    [['2010', '2013', '2018']],
    [['2021-09', '2022-03', '2022-11']],
    [['Q3 2021', 'Q4 2021', 'Q1 2022']],
    [['wave 2', 'wave 10']],
    [['2021年9月', '2021年12月']],
  ])('puts %j in order', (labels) => {
    const orders = labels.map(periodOrder);
    expect([...orders].sort((a, b) => a - b)).toEqual(orders);
    expect(new Set(orders).size).toBe(orders.length);
  });
});

describe('IsoTime.read(bytes)', () => {
  const read = (text: string): number | undefined => {
    const bytes = new TextEncoder().encode(text);
    return new IsoTime().read(bytes, 0, bytes.length);
  };

  test.each(['2026-03-01T10:00:00.000Z', '1999-12-31T23:59:59.999Z', '2024-02-29T00:00:00.001Z'])(
    'reads %s',
    (text) => {
      expect(read(text)).toBe(Date.parse(text));
    },
  );

  test.each([
    '2026-02-29T10:00:00.000Z',
    '2026-03-01T24:00:00.000Z',
    '2026-03-01T10:60:00.000Z',
    '2026-03-01 10:00:00.000Z',
    '2026-03-01T10:00:00Z',
    '2026-3-001T10:00:00.000Z',
  ])('leaves %s to a slower reader', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
