import { describe, expect, test } from 'vitest';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { JsonTemplate } from '../../../report/engine/json-template.ts';
import { readAnswers } from '../../../report/engine/read-answers.ts';
import { blobSource } from '../../../report/engine/source.ts';

const QUESTIONNAIRES: readonly Questionnaire[] = [
  {
    ...{ id: 'shop', version: 1 },
    questions: [
      { id: 'nps', kind: 'nps' },
      { id: 'wide', kind: 'rating', label: 'Wide', scale: { min: -2, max: 40 } },
      { id: 'why', kind: 'text' },
      {
        ...{ id: 'service', kind: 'battery', ask: ['satisfaction'] },
        attributes: ['speed', 'food'].map((id) => ({ id, label: id })),
      },
    ],
  },
  { id: 'site', version: 1, questions: [{ id: 'wide', kind: 'nps' }] },
];

/** All that reading leaves behind, so that two ways of it can be held against each other. */
async function traceOf(name: string, text: string | Uint8Array<ArrayBuffer>) {
  const source = blobSource(name, new Blob([text]));
  const { reader, files } = await readAnswers([source], { questionnaires: QUESTIONNAIRES });
  const { ids = [], fields, ...columns } = reader.builder.build();
  const { listed, rows, cells } = reader.rejections;
  return {
    ...{ ...columns, ids: [...ids], listed, rejected: [rows, cells], repeated: reader.repeated },
    files: files.map((file) => file.rows),
    fields: [...fields].map(([field, { values, codes }]) => [
      field,
      Array.from(codes, (code) => values[code]),
    ]),
    comments: [...reader.commentTexts.all()],
    named: [[...reader.comments], [...reader.unknown]],
  };
}

const idOf = (row: number): string => `0195e6a0-0000-7000-8000-${String(row).padStart(12, '0')}`;

const HEADER =
  'schemaVersion,id,revision,survey,surveyVersion,status,shownAt,durationMs,locale,sample,skipped,notApplicable,context.audience,context.tier,nps,wide,service.satisfaction.speed,service.satisfaction.food,mood,why';

/** The cells of a row, of which some are given. */
function row(at: number, cells: Readonly<Record<string, string>> = {}): string {
  const usual: Record<string, string> = {
    ...{ schemaVersion: '1', id: idOf(at), revision: '1', survey: 'shop', surveyVersion: '1' },
    ...{ status: 'completed', shownAt: '2026-03-01T10:00:00.000Z', durationMs: '4200', locale: 'en' },
    ...{ 'context.tier': 'gold', nps: '9', wide: '7', 'service.satisfaction.speed': '5', ...cells },
  };
  return HEADER.split(',')
    .map((column) => usual[column] ?? '')
    .join(',');
}

/** Rows that a reader in a hurry could get wrong. */
const ROWS: readonly (readonly [string, (at: number) => string])[] = [
  ['an ordinary row', (at) => row(at)],
  ['a score of two digits', (at) => row(at, { nps: '10', wide: '38' })],
  ['a score below zero', (at) => row(at, { wide: '-2' })],
  ['scores off their scale', (at) => row(at, { nps: '11', wide: '41', 'service.satisfaction.speed': '0' })],
  ['scores in another form', (at) => row(at, { nps: '07', wide: ' 7', 'service.satisfaction.speed': '4.0' })],
  ['a score in quotes', (at) => row(at, { nps: '"9"' })],
  ['a comment in quotes', (at) => row(at, { why: '"so ""good"", and\nmore\r\nof it"' })],
  ['a comment in quotes without need', (at) => row(at, { why: '"plain"' })],
  ['a bare comment', (at) => row(at, { why: '等候时间太长' })],
  ['a guarded comment', (at) => row(at, { why: "'=1+1" })],
  ['a blank comment', (at) => row(at, { why: '   ' })],
  ['a comment with a NUL', (at) => row(at, { why: 'a\0b' })],
  ['a NUL where nobody looks', (at) => row(at, { locale: 'e\0n' })],
  ['a quote in a bare cell', (at) => row(at, { why: '5" wide' })],
  ['something behind a quote', (at) => row(at, { why: '"x"y' })],
  ['a cell too many', (at) => `${row(at)},x`],
  ['a cell too few', (at) => row(at).replace(/,$/, '')],
  ['nothing known of it', (at) => row(at, { shownAt: '', durationMs: '', status: '', 'context.tier': '' })],
  ['no id', (at) => row(at, { id: '' })],
  ['an id that is no UUID', (at) => row(at, { id: `visitor-${at}` })],
  ['an id in capitals', (at) => row(at, { id: idOf(at).toUpperCase() })],
  ['an id with another sign', (at) => row(at, { id: idOf(at).replace('7000', '70g0') })],
  ['the id of zeros alone', (at) => row(at, { id: idOf(0).replaceAll(/[^-]/g, '0') })],
  ['the header again', () => HEADER],
  ['a row that was there', () => row(1)],
  ['a row that was there, answered otherwise', () => row(1, { nps: '3' })],
  ['a higher revision', () => row(2, { revision: '2', nps: '3', 'context.tier': '', why: 'now' })],
  ['an older revision', () => row(3, { revision: '1', nps: '3' })],
  ['a revision that is none', (at) => row(at, { revision: '0' })],
  ['another schema', (at) => row(at, { schemaVersion: '2' })],
  ['another survey', (at) => row(at, { survey: 'site' })],
  ['another version', (at) => row(at, { surveyVersion: '9' })],
  ['another status', (at) => row(at, { status: 'partial' })],
  ['a status that there is not', (at) => row(at, { status: 'lost' })],
  ['a time that is none', (at) => row(at, { shownAt: '2026-02-30T10:00:00.000Z' })],
  ['a time with a zone', (at) => row(at, { shownAt: '2026-02-20T10:00:00+08:00' })],
  ['a duration that is none', (at) => row(at, { durationMs: '-1' })],
  ['a long duration', (at) => row(at, { durationMs: '999999999' })],
  ['a share', (at) => row(at, { sample: '0.25' })],
  ['a share that is none', (at) => row(at, { sample: '2' })],
  ['skipped questions', (at) => row(at, { nps: '', skipped: 'nps why service.satisfaction.food' })],
  ['what does not apply', (at) => row(at, { notApplicable: 'service.food', skipped: 'service' })],
  ['another audience', (at) => row(at, { 'context.audience': 'manager' })],
  ['a value in quotes', (at) => row(at, { 'context.tier': '"gold, old"' })],
  ['a column that nothing explains', (at) => row(at, { mood: 'good' })],
  ['only delimiters', () => ','.repeat(HEADER.split(',').length - 1)],
  ['an empty line', () => ''],
];

/** Each row once among ordinary ones, and once more after it has been seen. */
function table(lineEnd: string): string {
  const lines = [HEADER, row(1), row(2), row(3, { revision: '2' }), row(4, { survey: 'site' })];
  ROWS.forEach(([, of], k) => lines.push(of(100 + k), row(200 + k), of(300 + k)));
  return lines.join(lineEnd) + lineEnd;
}

describe('rows of an export read in one go', () => {
  test.each([['\n'], ['\r\n']])(
    'leave the same behind as rows read cell by cell, with line end %j',
    async (lineEnd) => {
      // Rows that end in CR alone are never read in one go.
      const long = await traceOf('a.csv', table('\r'));
      expect(await traceOf('a.csv', table(lineEnd))).toEqual(long);
      expect(long.ids.length).toBeGreaterThan(ROWS.length);
    },
  );

  test.each(ROWS)('%s leaves the same behind', async (_, of) => {
    const lines = [
      HEADER,
      row(1),
      row(2),
      row(3, { revision: '2' }),
      row(4, { survey: 'site' }),
      of(5),
      of(5),
      of(6),
    ];
    const end = (mark: string): string => lines.join(mark) + mark;
    expect(await traceOf('a.csv', end('\n'))).toEqual(await traceOf('a.csv', end('\r')));
  });

  test('bytes that are no text leave the same behind', async () => {
    const bytes = (mark: string): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(
        [HEADER, row(1), row(2, { why: '\u{1}' }), row(3, { 'context.tier': '\u{1}' }), row(4)]
          .map((line) => line + mark)
          .join(''),
        (sign) => (sign === '\u{1}' ? 0xb6 : sign.charCodeAt(0)),
      );
    expect(await traceOf('a.csv', bytes('\n'))).toEqual(await traceOf('a.csv', bytes('\r')));
  });

  test('a field of more values than are remembered keeps each', async () => {
    const tiers = Array.from({ length: 66_000 }, (_, at) => `order ${at % 65_900}`);
    const lines = [HEADER, ...tiers.map((tier, at) => row(at, { 'context.tier': tier }))];
    expect((await traceOf('a.csv', lines.join('\n'))).fields).toEqual([['tier', tiers]]);
  }, 60_000);
});

describe('lines of NDJSON read in one go', () => {
  const line = (at: number, changes: object = {}): string =>
    JSON.stringify({
      ...{
        schemaVersion: 1,
        id: idOf(at),
        revision: 1,
        survey: 'shop',
        surveyVersion: 1,
        status: 'completed',
      },
      ...{ shownAt: '2026-03-01T10:00:00.000Z', locale: 'en', context: { tier: 'gold' } },
      ...{ answers: { nps: 9, wide: 7, service: { satisfaction: { speed: 5, food: 4 } } } },
      ...{ skipped: [], notApplicable: {}, order: {}, ...changes },
    });
  const LINES: readonly ((at: number) => string)[] = [
    (at) => line(at),
    (at) =>
      line(at, {
        answers: { wide: 38, why: 'He said "no"\nand left', service: { satisfaction: { food: 1 } } },
      }),
    (at) => line(at, { answers: { nps: 10, wide: -2, why: '等候时间太长' }, context: {} }),
    (at) => line(at, { answers: { nps: 11, wide: 41 }, context: { audience: 'manager', tier: 'gold' } }),
    (at) => line(at, { answers: {}, skipped: ['nps', 'why', 'service.satisfaction.food'] }),
    (at) => line(at, { answers: { nps: 1 }, notApplicable: { service: ['speed', 'food'] } }),
    (at) => line(at, { order: { service: ['food', 'speed'] }, durationMs: 4200, sample: 0.25 }),
    (at) => line(at, { answers: { nps: 3, mood: 5, why: ' ' }, page: 'https://shop.example/a' }),
    (at) => line(at, { survey: 'site', answers: { wide: 9 } }),
    (at) => line(at, { answeredAt: '2026-03-01T10:01:00.000Z', receivedAt: '2026-03-01T10:02:00.000Z' }),
    () => line(1, { answers: { nps: 2 } }),
    () => line(2, { revision: 2, answers: { nps: 2, why: 'now' } }),
    (at) => line(at, { answers: { nps: 9.5, why: '\\u0041'.replaceAll('\\\\', '\\') } }),
    (at) => line(at).replace('"nps":9', '"nps":9,"nps":3'),
    (at) => line(at).replace('"locale":"en"', '"locale":"\t"'),
    (at) => `${line(at)},`,
    (at) => line(at, { shownAt: '2026-02-30T10:00:00.000Z' }),
    (at) => line(at, { order: { 'not a name': ['x'] } }),
    (at) => line(at, { skipped: ['not a name'] }),
  ];

  test('leave the same behind as lines read the long way', async () => {
    const lines = [1, 2, 3, 4].flatMap((round) => LINES.map((of, k) => of(100 * round + k + 3)));
    const short = await traceOf('a.ndjson', lines.join('\n'));
    // A line that ends in a blank is never read in one go.
    expect(short).toEqual(await traceOf('a.ndjson', lines.map((text) => `${text} `).join('\n')));
    expect(short.comments.map(({ text }) => text)).toContain('He said "no"\nand left');
  });
});

describe('JsonTemplate.learn(record)', () => {
  const namesOf = (...records: object[]): number[] => {
    const template = new JsonTemplate(['a', 'b', 'c', 'd']);
    for (const answers of records) template.learn({ answers });
    const { columns } = template.steps;
    return [...columns].filter((column) => column >= 0);
  };

  test('finds the order of keys from records that each lack some', () => {
    expect(namesOf({ a: 1, c: 1 }, { b: 1, c: 1 }, { a: 1, b: 1 })).toEqual([0, 1, 2]);
    expect(namesOf({ d: 1 }, { c: 1 }, { a: 1 }, { a: 1, b: 1, c: 1, d: 1 })).toEqual([0, 1, 2, 3]);
  });

  test('leaves out what has no column', () => {
    expect(namesOf({ a: 1, x: 1, b: { deep: { x: 1 } } })).toEqual([0]);
  });
});
