import { describe, expect, it } from 'vitest';
import type { AnswerRecord, AnswerValue } from '../../../shared/answers/answer-record.ts';
import { recordToRow, rowToRecord, tableColumns } from '../../../shared/answers/answer-table.ts';
import type { AnswerForm, AnswerRow } from '../../../shared/answers/answer-table.ts';
import { isAnswer, parseAnswerRecord } from '../../../shared/answers/parse-answer-record.ts';
import { csvHeader, csvLine, unguardFormula } from '../../../shared/answers/write-csv.ts';
import { readCsv } from '../../support/read-csv.ts';

const bare: AnswerRecord = {
  schemaVersion: 1,
  id: '01956f2e-7c00-7123-8456-789abcdef012',
  revision: 2,
  survey: 'shop',
  surveyVersion: 1,
  status: 'partial',
  shownAt: '2026-11-21T08:00:00.000Z',
  locale: 'en',
  context: {},
  answers: {},
  skipped: [],
  notApplicable: {},
  order: {},
};

function issuesOf(answer: unknown): string[] {
  const parsed = parseAnswerRecord({ ...bare, answers: { q: answer } });
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
}

describe('parseAnswerRecord(input).answers', () => {
  it.each<[string, AnswerValue]>([
    ['a score', 9],
    ['a score below nought', -5],
    ['a text, or the one option', 'price'],
    ['several options', ['price', 'range']],
    ['own words', { other: 'Music' }],
    ['options and own words', ['price', { other: 'Music' }]],
    ['own words as the only one of many', [{ other: 'Music' }]],
    ['a contact', { reach: 'ann@example.com', consent: true }],
    ['a contact with a name', { name: 'Ann', reach: '+49 30 1234', consent: true }],
    ["a battery's points", { importance: { speed: 5 }, promise: { speed: 1 } }],
    ['as many options as there can be, and own words', [...manyOptions(200), { other: 'Music' }]],
  ])('takes %s', (_, answer) => {
    const record = { ...bare, answers: { q: answer } };
    expect(parseAnswerRecord(record)).toEqual({ ok: true, value: record });
  });

  it.each<[string, unknown, string[]]>([
    ['half a point', 6.5, ['answers.q: expected a whole number']],
    ['an empty text', '', ['answers.q: expected a text']],
    ['a text over the limit', 'x'.repeat(10_001), ['answers.q: text too long']],
    ['nothing', null, ['answers.q: expected a whole number, a text, options, a contact or a battery']],
    ['yes', true, ['answers.q: expected a whole number, a text, options, a contact or a battery']],
    ['no option', [], ['answers.q: expected at least one option']],
    ['an option that is no name', ['a b'], ['answers.q[0]: expected letters, digits, "_" or "-"']],
    ['a score among options', ['a', 5], ['answers.q[1]: expected { "other": … }, got 5']],
    [
      'an option twice',
      ['a', 'b', 'a'],
      ['answers.q: expected each option once, and own words at most once'],
    ],
    [
      'own words twice',
      [{ other: 'x' }, { other: 'y' }],
      ['answers.q: expected each option once, and own words at most once'],
    ],
    ['more options than a question can have', manyOptions(202), ['answers.q: too many options']],
    ['empty own words', { other: '' }, ['answers.q.other: expected a text']],
    [
      'a contact without consent',
      { reach: 'ann@example.com', consent: false },
      ['answers.q.consent: expected true: without consent there is no contact'],
    ],
    [
      'a contact that says nothing of consent',
      { reach: 'ann@example.com' },
      ['answers.q.consent: missing; add it, as in { "reach": …, "consent": true }'],
    ],
    [
      'a contact that cannot be reached',
      { name: 'Ann', consent: true },
      ['answers.q.reach: missing; add it, as in { "reach": …, "consent": true }'],
    ],
    [
      'a contact with an empty name',
      { name: '', reach: 'ann@example.com', consent: true },
      ['answers.q.name: expected a text'],
    ],
    [
      'half a point of a battery',
      { importance: { a: 1.5 } },
      ['answers.q.importance.a: expected a whole number'],
    ],
  ])('refuses %s', (_, answer, issues) => {
    expect(issuesOf(answer)).toEqual(issues);
  });
});

describe('isAnswer(value)', () => {
  it.each([0, 'price', ['price', { other: 'Music' }], { other: 'Music' }, { importance: { speed: 5 } }])(
    'takes %j',
    (value) => expect(isAnswer(value)).toBe(true),
  );
  it.each([0.5, '', [], ['a', 'a'], null, undefined, { other: 5 }, { reach: '@ann', consent: false }])(
    'refuses %j',
    (value) => expect(isAnswer(value)).toBe(false),
  );
});

const forms: Readonly<Record<string, AnswerForm>> = {
  why: 'text',
  phone: 'text',
  reason: 'choice',
  else: 'choice',
  picks: 'choices',
  contact: 'contact',
};
const formOf = (id: string): AnswerForm => forms[id] ?? 'score';

const given: readonly AnswerRecord['answers'][] = [
  { nps: 0, low: -5, why: '=HYPERLINK("http://evil.example","free")', reason: 'price' },
  { picks: [{ other: '+1, "two"\r\nlines' }], else: { other: '@SUM(A1)' }, why: "'=1+1" },
  { picks: ['price', 'range'], contact: { reach: '+49 30 1234', consent: true }, why: '007' },
  {
    picks: ['price', { other: 'Music' }],
    contact: { name: '-Ann-', reach: '@ann', consent: true },
    why: '-3',
  },
  {
    picks: ['one'],
    service: { importance: { speed: 5, price: 1 }, satisfaction: { speed: 3 } },
    why: 'true',
  },
];
const answered = given.map((answers, at): AnswerRecord => ({
  ...bare,
  id: `01956f2e-7c00-7123-8456-00000000000${at}`,
  answers,
  skipped: ['nps', 'service.satisfaction.price'],
  notApplicable: { service: ['parking'] },
  order: { picks: ['range', 'price', 'one', 'other'], service: ['speed', 'price', 'parking'] },
}));

function throughCsv(records: readonly AnswerRecord[]): AnswerRow[] {
  const rows = records.map(recordToRow);
  const columns = tableColumns(rows);
  const text = csvHeader(columns) + rows.map((row) => csvLine(columns, row)).join('');
  const [header, ...lines] = readCsv(text.slice(1));
  return lines.map(
    (cells) =>
      new Map(
        header
          .map((column, at): [string, string] => [column, unguardFormula(cells[at])])
          .filter(([, cell]) => cell !== ''),
      ),
  );
}

describe('rowToRecord(row, formOf) of a table that was written and read', () => {
  it('gives every form of answer back', () => {
    const read = throughCsv(answered).map((row) => rowToRecord(row, formOf));
    expect(read).toEqual(answered.map((value) => ({ ok: true, value })));
  });

  it('puts each part of an answer in a column of its own', () => {
    const [, own, , both] = answered.map(recordToRow);
    expect(own.get('else.other')).toBe('@SUM(A1)');
    expect(own.has('else')).toBe(false);
    expect(own.has('picks')).toBe(false);
    expect([both.get('picks'), both.get('picks.other')]).toEqual(['price', 'Music']);
    expect(['name', 'reach', 'consent'].map((field) => both.get(`contact.${field}`))).toEqual([
      '-Ann-',
      '@ann',
      'true',
    ]);
  });

  it('takes the consent of a table that a spreadsheet saved again', () => {
    const row = new Map([...recordToRow(answered[2]), ['contact.consent', 'TRUE']]);
    expect(rowToRecord(row, formOf)).toEqual({ ok: true, value: answered[2] });
  });

  it('puts own words last, whatever the order of columns and options', () => {
    const row = recordToRow({ ...bare, answers: { picks: [{ other: 'Music' }, 'price'] } });
    const expected = { ok: true, value: { answers: { picks: ['price', { other: 'Music' }] } } };
    expect(rowToRecord(row, formOf)).toMatchObject(expected);
    expect(rowToRecord(new Map([...row].reverse()), formOf)).toMatchObject(expected);
  });

  it.each<[string, [string, string][], string]>([
    [
      'a contact without consent',
      [
        ['contact.reach', '@ann'],
        ['contact.consent', 'no'],
      ],
      'answers.contact.consent',
    ],
    [
      'a score with own words',
      [
        ['nps', '9'],
        ['nps.other', 'x'],
      ],
      'answers.nps[0]',
    ],
    [
      'a column below an attribute',
      [['service.importance.speed.x', '5']],
      'answers.service.importance.speed.x',
    ],
    ['a field that no answer has', [['service.colour', 'red']], 'answers.service.colour'],
    ['an option that is no name', [['picks', 'price, range']], 'answers.picks[0]'],
    ['a list of no paths', [['notApplicable', 'service']], 'notApplicable.service[0]'],
  ])('refuses %s and loses none of it', (_, cells, path) => {
    const parsed = rowToRecord(new Map([...recordToRow(bare), ...cells]), formOf);
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

function manyOptions(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `option${at}`);
}
