import { describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import type { AnswerForm } from '../../../shared/answers/answer-table.ts';
import {
  FIXED_COLUMNS,
  recordToRow,
  rowToRecord,
  tableColumns,
} from '../../../shared/answers/answer-table.ts';
import { latestRevision } from '../../../shared/answers/latest-revision.ts';
import { parseAnswerRecord } from '../../../shared/answers/parse-answer-record.ts';
import { parseReceipt } from '../../../shared/answers/receipt.ts';
import { uuidV7 } from '../../../shared/answers/uuid-v7.ts';

const record: AnswerRecord = {
  schemaVersion: 1,
  id: '01956f2e-7c00-7123-8456-789abcdef012',
  revision: 4,
  survey: 'checkout',
  surveyVersion: 3,
  status: 'completed',
  shownAt: '2026-11-21T08:00:00.000Z',
  answeredAt: '2026-11-21T08:00:08.120Z',
  durationMs: 8120,
  locale: 'zh-CN',
  page: 'https://shop.example/checkout',
  sample: 0.25,
  context: { touchpoint: 'checkout', tier: '5' },
  answers: {
    csat: 4,
    nps: 6,
    why: '007, "so" \n=late',
    service: { importance: { speed: 5 }, satisfaction: { speed: 3 } },
  },
  skipped: ['contact', 'service.satisfaction.price'],
  notApplicable: { service: ['parking', 'toilets'] },
  order: { service: ['speed', 'price', 'parking', 'toilets'] },
};
const formOf = (id: string): AnswerForm => (id === 'why' ? 'text' : 'score');

describe('parseAnswerRecord(input)', () => {
  it('takes a full record and a bare one', () => {
    expect(parseAnswerRecord(record)).toEqual({ ok: true, value: record });
    const { answeredAt, durationMs, page, sample, ...bare } = record;
    expect([answeredAt, durationMs, page, sample]).not.toContain(undefined);
    expect(parseAnswerRecord({ ...bare, status: 'shown', answers: {}, context: {} }).ok).toBe(true);
  });

  it.each<[string, object]>([
    ['schemaVersion', { schemaVersion: 2 }],
    ['id', { id: 'abc' }],
    ['revision', { revision: 0 }],
    ['survey', { survey: 'a b' }],
    ['status', { status: 'done' }],
    ['shownAt', { shownAt: '2026-11-21 08:00' }],
    ['durationMs', { durationMs: -1 }],
    ['context.tier', { context: { tier: 5 } }],
    ['answers.nps', { answers: { nps: 6.5 } }],
    ['answers.why', { answers: { why: '' } }],
    ['answers.service.colour', { answers: { service: { colour: { speed: 5 } } } }],
    ['skipped[0]', { skipped: ['a b'] }],
    ['cookie', { cookie: 'x' }],
  ])('names %s', (path, wrong) => {
    const parsed = parseAnswerRecord({ ...record, ...wrong });
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('takes __proto__ as a wrong name and pollutes nothing', () => {
    const input: unknown = JSON.parse(`{"__proto__":{"polluted":1},"id":"x"}`);
    expect(parseAnswerRecord(input).ok).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('recordToRow(record)', () => {
  it('flattens batteries, lists and context', () => {
    expect(Object.fromEntries(recordToRow({ ...record, receivedAt: '2026-11-21T08:00:09.000Z' }))).toEqual({
      schemaVersion: '1',
      id: record.id,
      revision: '4',
      survey: 'checkout',
      surveyVersion: '3',
      status: 'completed',
      shownAt: '2026-11-21T08:00:00.000Z',
      answeredAt: '2026-11-21T08:00:08.120Z',
      receivedAt: '2026-11-21T08:00:09.000Z',
      durationMs: '8120',
      locale: 'zh-CN',
      page: 'https://shop.example/checkout',
      sample: '0.25',
      skipped: 'contact service.satisfaction.price',
      notApplicable: 'service.parking service.toilets',
      order: 'service.speed service.price service.parking service.toilets',
      'context.touchpoint': 'checkout',
      'context.tier': '5',
      csat: '4',
      nps: '6',
      why: '007, "so" \n=late',
      'service.importance.speed': '5',
      'service.satisfaction.speed': '3',
    });
  });

  it('is undone by rowToRecord(row, formOf)', () => {
    expect(rowToRecord(recordToRow(record), formOf)).toEqual({ ok: true, value: record });
  });
});

describe('rowToRecord(row, formOf)', () => {
  it('names the column of a cell that is no score', () => {
    const row = new Map([...recordToRow(record), ['service.satisfaction.speed', 'abc']]);
    const parsed = rowToRecord(row, formOf);
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([
      'answers.service.satisfaction.speed',
    ]);
  });

  it('reads absent lists as empty ones', () => {
    const row = new Map(
      [...recordToRow(record)].filter(([column]) => !['skipped', 'order', 'notApplicable'].includes(column)),
    );
    row.set('skipped', '');
    const parsed = rowToRecord(row, formOf);
    expect(parsed.ok && [parsed.value.skipped, parsed.value.order, parsed.value.notApplicable]).toEqual([
      [],
      {},
      {},
    ]);
  });
});

describe('tableColumns(rows)', () => {
  it('puts the fixed columns first, then context in order, then answers as they come', () => {
    const other = new Map([
      ['nps', '1'],
      ['context.age', '30'],
    ]);
    expect(tableColumns([recordToRow(record), other])).toEqual([
      ...FIXED_COLUMNS,
      'context.age',
      'context.tier',
      'context.touchpoint',
      'csat',
      'nps',
      'why',
      'service.importance.speed',
      'service.satisfaction.speed',
    ]);
  });
});

describe('latestRevision(records)', () => {
  it('keeps the highest revision of an id, whatever the order', () => {
    const a1 = { id: 'a', revision: 1 };
    const a3 = { id: 'a', revision: 3 };
    const b2 = { id: 'b', revision: 2 };
    expect(latestRevision([a1, b2, a3])).toEqual([a3, b2]);
    expect(latestRevision([a3, a1, b2])).toEqual([a3, b2]);
  });
  it('keeps the first of two equal revisions', () => {
    const first = { id: 'a', revision: 1, from: 'first' };
    expect(latestRevision([first, { id: 'a', revision: 1, from: 'second' }])).toEqual([first]);
  });
});

describe('parseReceipt(body)', () => {
  it('takes what a collector says', () => {
    const ref = { id: 'a', revision: 2 };
    expect(parseReceipt({ stored: [ref] })).toEqual({ stored: [ref], duplicate: [], refused: [] });
    expect(parseReceipt({ duplicate: [ref], refused: [{ ...ref, code: 'erased', reason: 'gone' }] })).toEqual(
      {
        stored: [],
        duplicate: [ref],
        refused: [{ ...ref, code: 'erased', reason: 'gone' }],
      },
    );
    expect(parseReceipt({ refused: [ref] })?.refused).toEqual([{ ...ref, code: 'refused', reason: '' }]);
  });
  it.each([
    undefined,
    null,
    'ok',
    [],
    {},
    { stored: 'a' },
    { stored: [{ id: 1, revision: 1 }] },
    { stored: [{ id: 'a' }] },
  ])('takes %j for no receipt', (body) => expect(parseReceipt(body)).toBeUndefined());
});

describe('uuidV7(nowMs, random)', () => {
  it('is the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });
  it('refuses a time or a number of bytes out of range', () => {
    expect(() => uuidV7(-1, new Uint8Array(10))).toThrow(RangeError);
    expect(() => uuidV7(2 ** 48, new Uint8Array(10))).toThrow(RangeError);
    expect(() => uuidV7(0.5, new Uint8Array(10))).toThrow(RangeError);
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError);
  });
});
