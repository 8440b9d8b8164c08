import { describe, expect, test } from 'vitest';
import { compiledScanner } from '../../../report/build/compile-scanner.mjs';
import { BATCH_ASIDE, BATCH_ID, BATCH_MEMO, BATCH_SCORE } from '../../../report/engine/batch-form.ts';
import { RowBatch } from '../../../report/engine/row-batch.ts';
import { BATCH_TIME, BATCH_WHOLE } from '../../../report/engine/batch-form.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { readAnswers } from '../../../report/engine/read-answers.ts';
import { SCANNER } from '../../../report/engine/wasm/scanner.wasm.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';

const FORM = { marks: { delimiter: 44, quote: 34 } };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function batchOf(kinds: readonly number[]): RowBatch {
  const batch = RowBatch.of(kinds.length);
  if (!batch) throw new Error('batchOf: expected WebAssembly to be at hand');
  batch.layOut(kinds.map((kind) => (kind === BATCH_SCORE ? { kind, least: 1, points: 10 } : { kind })));
  return batch;
}

describe('the scanner of many rows', () => {
  test('was compiled from its source', async () => {
    expect(await compiledScanner()).toContain(`'${SCANNER}'`);
  }, 60_000);

  test('reads plain rows, and stops at the first that is not', () => {
    const batch = batchOf([BATCH_ID, BATCH_MEMO, BATCH_TIME, BATCH_WHOLE, BATCH_SCORE, BATCH_ASIDE]);
    const id = '0195e6a0-0000-7000-8000-00000000000f';
    const rows = [
      `${id},gold,2026-03-01T10:00:00.000Z,4200,10,\r\n`,
      `${id},,,,,"so ""good"", and\nmore"\n`,
      `${id},"old, gold",2024-02-29T23:59:59.999Z,0,1,x\n`,
      `${id},gold,,07,1,x\n`,
    ];
    const bytes = encode(rows.join(''));
    batch.load(bytes, 0, bytes.length);
    const next = batch.scan(0, FORM);
    expect(batch.rows).toBe(3);
    expect(next).toBe(rows.slice(0, 3).join('').length);
    expect([0, 1, 2].map((row) => batch.startOf(row))).toEqual([
      0,
      rows[0].length,
      rows[0].length + rows[1].length,
    ]);
    expect([...batch.cells.ids(0).subarray(0, 4)]).toEqual([0x0195e6a0, 0x7000, -0x80000000, 0xf]);
    expect([0, 1, 2].map((row) => batch.cells.number(1, row))).toEqual([1, 0, 2]);
    expect([...batch.cells.filled(1, 0, 3)]).toEqual([0, 2]);
    expect([...(batch.cells.translated(1, 1, 3, Int32Array.of(0, -1, 7)) ?? [])]).toEqual([0, 7]);
    expect(batch.cells.translated(1, 1, 2, Int32Array.of(0, -1, 7))).toBeUndefined();
    const { start, end } = batch.cells.placeOf(1, 2);
    expect(new TextDecoder().decode(batch.bytes.subarray(start, end))).toBe('old, gold');
    expect([...batch.cells.times(2, 0, 3)]).toEqual([
      Date.parse('2026-03-01T10:00:00Z'),
      -Infinity,
      Date.parse('2024-02-29T23:59:59.999Z'),
    ]);
    expect([...batch.cells.wholes(3, 0, 3)]).toEqual([4200, -1, 0]);
    expect([0, 4200, 7].map((whole) => batch.cells.rowOf(3, 0, 3, whole))).toEqual([2, 0, 3]);
    expect([...batch.cells.scores(4, 0, 3)]).toEqual([9, 254, 0]);
    expect([batch.linesOf(0, 3), batch.asides]).toEqual([4, 2]);
    expect(batch.aside(0)).toMatchObject({ row: 1, column: 5, escaped: true });
  });

  test.each([
    ['a score of letters', [BATCH_SCORE], 'x\n'],
    ['a score past its scale', [BATCH_SCORE], '11\n'],
    ['a score below its scale', [BATCH_SCORE], '0\n'],
    ['a sign behind the nine', [BATCH_SCORE], ':\n'],
    ['a day that there is not', [BATCH_TIME], '2026-02-29T10:00:00.000Z\n'],
    ['an hour that there is not', [BATCH_TIME], '2026-02-28T24:00:00.000Z\n'],
    ['an id in capitals', [BATCH_ID], '0195E6A0-0000-7000-8000-000000000001\n'],
    ['the id of zeros', [BATCH_ID], '00000000-0000-0000-0000-000000000000\n'],
    ['ten digits', [BATCH_WHOLE], '1234567890\n'],
    ['a cell too many', [BATCH_ASIDE], 'a,b\n'],
    ['a cell too few', [BATCH_ASIDE, BATCH_ASIDE], 'a\n'],
    ['something behind a quote', [BATCH_ASIDE], '"a"b\n'],
    ['an open quote', [BATCH_ASIDE], '"a\n'],
    ['a quote within', [BATCH_ASIDE], 'a"b\n'],
    ['a byte that no text has', [BATCH_ASIDE], 'a\0b\n'],
    ['a line end of one sign', [BATCH_ASIDE], 'a\rb\n'],
  ])('takes no row with %s', (_, kinds, text) => {
    const batch = batchOf(kinds);
    batch.load(encode(text), 0, text.length);
    expect([batch.scan(0, FORM), batch.rows]).toEqual([0, 0]);
  });

  test('reads each digit of an id, and takes no other sign for one', () => {
    const id = '89abcdef-0123-4567-89ab-cdef01234567';
    const batch = batchOf([BATCH_ID]);
    const read = (text: string): number[] | undefined => {
      const bytes = encode(`${text}\n`);
      batch.load(bytes, 0, bytes.length);
      return batch.scan(0, FORM) > 0 ? [...batch.cells.ids(0).subarray(0, 4)] : undefined;
    };
    const wordsOf = (text: string): number[] =>
      (text.replaceAll('-', '').match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 16) | 0);
    expect(read(id)).toEqual(wordsOf(id));
    for (let at = 0; at < id.length; at++) {
      const put = (sign: string): string => id.slice(0, at) + sign + id.slice(at + 1);
      for (const sign of ['/', ':', '@', 'A', 'F', '`', 'g', '.'])
        expect(read(put(sign)), put(sign)).toBeUndefined();
      if (id[at] === '-') expect(read(put('0')), put('0')).toBeUndefined();
      else for (const digit of '0123456789abcdef') expect(read(put(digit))).toEqual(wordsOf(put(digit)));
    }
  });

  test('goes on over the ends of its windows, and of what it has room for', () => {
    const batch = batchOf([BATCH_ASIDE, BATCH_SCORE]);
    const bytes = encode(
      Array.from({ length: 900 }, (_, k) => `"${'é, '.repeat(k % 700)}",${(k % 10) + 1}\n`).join(''),
    );
    let [at, loaded, rows] = [0, 0, 0];
    while (at < bytes.length) {
      if (at >= loaded) loaded = batch.load(bytes, at, bytes.length);
      const next = batch.scan(at, FORM);
      expect(next, `row ${rows}`).toBeGreaterThan(at);
      const scores = batch.cells.scores(1, 0, batch.rows);
      for (const score of scores) expect(score).toBe(rows++ % 10);
      at = next;
    }
    expect(rows).toBe(900);
  });

  test('leaves a row that is longer than it can hold', () => {
    const batch = batchOf([BATCH_ASIDE]);
    const bytes = encode(`${'x'.repeat(3_000_000)}\n`);
    expect(batch.load(bytes, 0, bytes.length)).toBe(0);
    const short = encode(`${'x'.repeat(70_000)}\ny\n`);
    batch.load(short, 0, short.length);
    expect([batch.scan(0, FORM), batch.rows]).toEqual([0, 0]);
  });
});

describe('a table of many rows', () => {
  const COLUMNS =
    'id,revision,survey,surveyVersion,status,shownAt,durationMs,sample,skipped,notApplicable,context.tier,context.user,nps,csat,service.satisfaction.food,service.satisfaction.art,mood,why';

  const nps = { id: 'nps', kind: 'nps' } as const;
  const csat = { id: 'csat', kind: 'csat' } as const;
  const why = { id: 'why', kind: 'text' } as const;
  /** Two surveys whose rows may stand in one batch, and one whose scale is another. */
  const questionnaires: readonly Questionnaire[] = [
    { id: 'shop', version: 1, questions: [nps, csat, why] },
    { id: 'site', version: 1, questions: [nps] },
    {
      ...{ id: 'old', version: 1 },
      questions: [nps, { id: 'csat', kind: 'rating', label: 'Old', scale: { min: 1, max: 10 } }],
    },
  ];

  /** Rows of all kinds: most of them ordinary, some of them seen before, some with mistakes. */
  function linesOf(count: number, odd: number): string[] {
    const random = uniformDraws(7);
    const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)];
    const cells = (k: number): Record<string, string> => ({
      id: `0195${(k % 60_000).toString(16).padStart(4, '0')}-0000-7000-8000-00000000abcd`,
      revision: pick('', '1', '1', '2'),
      survey: k < count / 4 ? 'shop' : pick('shop', 'site', 'other', ...(k > count / 2 ? ['old'] : [])),
      surveyVersion: '1',
      status: pick('completed', 'partial', 'dismissed'),
      shownAt: pick('', `2026-0${pick(1, 2, 3)}-1${pick(0, 4, 9)}T10:00:${pick('00', '59')}.000Z`),
      durationMs: pick('', '4200', '99999'),
      'context.tier': pick('', 'gold', '"silver, old"', '铜'),
      'context.user': random() < 0.5 ? `user ${k % 3000}` : '',
      nps: pick('', '9', '10', '0'),
      csat: pick('', '1', '5'),
      'service.satisfaction.food': pick('', '1', '5'),
      'service.satisfaction.art': pick('', '', '3'),
      why: random() < 0.2 ? pick('ok', '"He said ""no"", and\nleft"', '等候时间太长', "'=1+1") : '',
    });
    const strange = (k: number): Record<string, string> =>
      pick<Record<string, string>>(
        { id: `0195${(k >> 1).toString(16).padStart(4, '0')}-0000-7000-8000-00000000abcd`, revision: '3' },
        { nps: '11', csat: '0' },
        { status: 'lost' },
        { sample: pick('0.5', '2') },
        { skipped: 'nps service.satisfaction.food', nps: '' },
        { notApplicable: 'service.art', 'service.satisfaction.art': '' },
        { id: `visitor ${k}` },
        { mood: 'good' },
        { shownAt: '2026-02-30T10:00:00.000Z' },
        { why: 'a "quote' },
        { revision: '0' },
      );
    return Array.from({ length: count }, (_, k) => {
      const row = { ...cells(k), ...(random() < odd ? strange(k) : {}) };
      return COLUMNS.split(',')
        .map((column) => row[column] ?? '')
        .join(',');
    });
  }

  async function traceOf(name: string, text: string | Uint8Array) {
    const bytes = typeof text === 'string' ? encode(text) : text;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 100_003)
        yield await Promise.resolve(bytes.subarray(at, at + 100_003));
    }
    const { reader } = await readAnswers([{ name, size: bytes.length, chunks }], { questionnaires });
    const { ids = [], ...columns } = reader.builder.build();
    const { listed, rows, cells } = reader.rejections;
    return {
      ...{ columns, ids: [...ids], listed, rejected: [rows, cells], repeated: reader.repeated },
      revisions: Array.from(ids, (_, row) => reader.revisions.of(row)),
      comments: [...reader.commentTexts.all()],
      named: [[...reader.comments], [...reader.unknown]],
    };
  }

  test.each([0, 0.002, 0.05, 0.6])(
    'leaves the same behind as one read cell by cell, where %d of its rows are odd',
    async (odd) => {
      const lines = linesOf(12_000, odd);
      const table = (lineEnd: string): string => [COLUMNS, ...lines, ''].join(lineEnd);
      const batches = await traceOf('a.csv', table('\r\n'));
      // Rows that end in CR alone are read cell by cell; lines within their quotes end as before.
      const long = await traceOf('a.csv', table('\r'));
      expect(batches.listed.map(({ line, code }) => [line, code])).toEqual(
        long.listed.map(({ line, code }) => [line, code]),
      );
      expect(batches).toEqual(long);
      expect(batches.ids.length).toBeGreaterThan(4000);
    },
    120_000,
  );

  /** As {@link linesOf}, as records in JSON. */
  function recordsOf(count: number, odd: number): string[] {
    const random = uniformDraws(11);
    const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)];
    const maybe = <T extends object>(part: T): T | object => (random() < 0.6 ? part : {});
    const idOf = (k: number): string =>
      `0195${(k % 60_000).toString(16).padStart(4, '0')}-0000-7000-8000-00000000abcd`;
    const record = (k: number): Record<string, unknown> => ({
      ...{ schemaVersion: 1, id: idOf(k), revision: pick(1, 1, 2) },
      ...{ survey: k < count / 4 ? 'shop' : pick('shop', 'site', 'other', 'old'), surveyVersion: 1 },
      ...{
        status: pick('completed', 'partial'),
        shownAt: `2026-0${pick(1, 2)}-14T10:00:${pick('00', '59')}.000Z`,
      },
      ...maybe({ durationMs: pick(0, 4200, 999_999_999) }),
      locale: pick('en', 'zh-CN'),
      ...maybe({ page: pick('https://shop.example/a', 'https://shop.example/店') }),
      context: {
        ...maybe({ tier: pick('gold', '铜', 'old silver') }),
        ...maybe({ user: `user ${k % 3000}` }),
      },
      answers: {
        ...maybe({ nps: pick(0, 9, 10) }),
        ...maybe({ csat: pick(1, 5) }),
        ...maybe({ service: { satisfaction: { ...maybe({ food: pick(1, 5) }), ...maybe({ art: 3 }) } } }),
        ...maybe({ why: pick('ok', 'He said "no"\nand left', '等候时间太长', '😀 é') }),
      },
      ...{ skipped: [], notApplicable: {}, order: pick({}, { service: ['food', 'art'] }) },
    });
    const strange = (k: number): string => {
      const one = record(k);
      const text = JSON.stringify(one);
      return pick(
        JSON.stringify({ ...record(k >> 1), revision: 3 }),
        JSON.stringify({ ...one, answers: { nps: 11, csat: 0, mood: pick<string | number>('good', 5) } }),
        JSON.stringify({ ...one, answers: { why: 7, nps: 'nine' } }),
        JSON.stringify({ ...one, skipped: ['nps', 'why'], notApplicable: { service: ['art'] } }),
        JSON.stringify({ ...one, sample: pick(0.25, 2), receivedAt: '2026-02-14T10:00:00.000Z' }),
        JSON.stringify({ ...one, shownAt: '2026-02-30T10:00:00.000Z' }),
        JSON.stringify({ locale: 'en', ...one }),
        text.replace('"en"', String.raw`"\u0065n"`),
        text.replace('"en"', '"\t"'),
        text.replace('"nps":', '"nps":3,"nps":'),
        text.replace('"order":{}', '"order":{"not a name":["x"]}'),
        text.replace('"revision":1', '"revision":01'),
        text.replace('"revision":1', '"revision":12345678'),
        text.slice(0, -1),
        `${text},`,
        '',
      );
    };
    return Array.from({ length: count }, (_, k) => (random() < odd ? strange(k) : JSON.stringify(record(k))));
  }

  test.each([0, 0.01, 0.4])(
    'leaves the same behind as one of records read one by one, where %d of them are odd',
    async (odd) => {
      const lines = recordsOf(6000, odd);
      const batches = await traceOf('a.ndjson', lines.join('\r\n'));
      // A line that ends in a blank is read by the parser of records.
      const long = await traceOf('a.ndjson', lines.map((line) => `${line} `).join('\r\n'));
      const faults = ({ listed }: typeof long) => listed.map(({ line, code }) => [line, code]);
      expect(faults(batches)).toEqual(faults(long));
      expect({ ...batches, listed: [] }).toEqual({ ...long, listed: [] });
      expect(batches.ids.length).toBeGreaterThan(2000);
    },
    120_000,
  );

  test('takes bytes for text only where they are', async () => {
    const texts = [
      'c3a9',
      'e4b8ad',
      'f09f9880',
      'ed9fbf',
      'f48fbfbf',
      '80',
      'c080',
      'c3',
      'e08080',
      'eda080',
    ];
    const bad = ['f08f8080', 'f4908080', 'f5808080', 'e4b8', 'e4b8c0', 'f09f98', 'ff'];
    const lines = [...texts, ...bad].map((hex, k) =>
      JSON.stringify({
        ...{ schemaVersion: 1, id: `0195${String(k).padStart(4, '0')}-0000-7000-8000-00000000abcd` },
        ...{ revision: 1, survey: 'shop', surveyVersion: 1, status: 'completed' },
        ...{ shownAt: '2026-02-14T10:00:00.000Z', locale: 'en', context: {} },
        ...{ answers: { why: `${hex}!` }, skipped: [], notApplicable: {}, order: {} },
      }),
    );
    const withBytes = (end: string): Uint8Array =>
      Uint8Array.from(
        [lines[0], lines[0], ...lines]
          .join(`${end}\n`)
          .replaceAll(
            /"why":"([0-9a-f]+)!"/g,
            (_, hex: string) => `"why":"${String.fromCharCode(...Buffer.from(hex, 'hex'))}"`,
          ),
        (sign) => sign.charCodeAt(0),
      );
    const batches = await traceOf('a.ndjson', withBytes(''));
    const long = await traceOf('a.ndjson', withBytes(' '));
    expect({ ...batches, listed: [] }).toEqual({ ...long, listed: [] });
    expect(batches.comments.map(({ text }) => text)).toEqual(['é', '中', '😀', '\ud7ff', '\u{10ffff}']);
  });
});
