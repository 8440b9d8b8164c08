import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { sampleRecords } from '../../../demo/sample/sample-records.ts';
import { Engine } from '../../../report/engine/engine.ts';
import { JsonRow } from '../../../report/engine/json-row.ts';
import type { ReadOutcome } from '../../../report/engine/messages.ts';
import { blobSource } from '../../../report/engine/source.ts';

const [record] = sampleRecords(
  readFileSync(new URL('../../../demo/data/sfo_2017.csv', import.meta.url), 'utf8')
    .split('\n')
    .slice(0, 2)
    .join('\n'),
);

function withId(at: number, changes: object = {}): AnswerRecord {
  return { ...record, id: record.id.replace(/.{3}$/, String(100 + at)), ...changes };
}

async function outcomeOf(lines: readonly (string | object)[]): Promise<ReadOutcome> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return new Engine().read([blobSource('a.ndjson', new Blob([text]))]);
}

/** What became of lines, apart from their places: rejections, records, answers by column. */
function fate({ rejections, figures }: ReadOutcome) {
  if (!figures.ok) throw new Error('fate: expected figures');
  const { records, asked } = figures.value;
  const listed = rejections.listed.map((rejection) => ({ ...rejection, line: 0 }));
  return { records, answers: new Map(asked.map(({ key, n }) => [key, n])), listed };
}

const { answers } = record;
const json = (changes: object): string => JSON.stringify(withId(9, changes));

/** Lines that a reader in a hurry could get wrong. */
const LINES: [string, string][] = [
  ['an ordinary record', json({})],
  ['spaces between its parts', JSON.stringify(withId(9), null, 1).replaceAll('\n', ' ')],
  ['keys in another order', JSON.stringify(Object.fromEntries(Object.entries(withId(9)).reverse()))],
  ['a key twice', json({}).replace('"revision"', '"revision":7,"revision"')],
  ['an answer twice', json({ answers: { nps: 3 } }).replace('"nps":3', '"nps":3,"nps":9')],
  ['an unknown field', json({ mood: 'good' })],
  ['a field missing', json({ locale: undefined })],
  ['the time of its arrival', json({ receivedAt: '2026-03-01T10:00:00.000Z' })],
  ['half a point', json({ answers: { ...answers, nps: 9.5 } })],
  ['a number with an exponent', json({ answers: { nps: 3 } }).replace('"nps":3', '"nps":1e1')],
  ['a number with a zero before it', json({ answers: { nps: 3 } }).replace('"nps":3', '"nps":07')],
  ['a point off the scale', json({ answers: { nps: 11 } })],
  ['a negative point', json({ answers: { nps: -1 } })],
  ['minus zero', json({ answers: { nps: 3 } }).replace('"nps":3', '"nps":-0')],
  ['a score as text', json({ answers: { nps: '9' } })],
  [
    'a score as an escaped text',
    json({ answers: { nps: 3 } }).replace('"nps":3', String.raw`"nps":"\u0039"`),
  ],
  ['null', json({ answers: { nps: null } })],
  ['a comment with quotes and line ends', json({ answers: { nps: 9, why: 'He said "no"\nand left' } })],
  ['a comment in Chinese', json({ answers: { nps: 9, why: '等候时间太长' } })],
  ['an empty comment', json({ answers: { nps: 9, why: '' } })],
  ['a tab in a text, not escaped', json({ answers: { nps: 9, why: 'x' } }).replace('"x"', '"\t"')],
  ['an unknown escape', json({ answers: { nps: 9, why: 'x' } }).replace('"x"', String.raw`"\q"`)],
  ['a text that is not ended', json({ answers: { nps: 9, why: 'x' } }).slice(0, -2)],
  ['something after its end', `${json({})} x`],
  ['an id in capitals', JSON.stringify({ ...record, id: record.id.toUpperCase() })],
  ['no UUID', JSON.stringify({ ...record, id: 'a1' })],
  ['another version of the schema', json({ schemaVersion: 2 })],
  ['revision 0', json({ revision: 0 })],
  ['a status that there is not', json({ status: 'lost' })],
  ['a time that is none', json({ shownAt: 'yesterday' })],
  ['a day that there is not', json({ shownAt: '2026-02-30T10:00:00.000Z' })],
  ['a share above 1', json({ sample: 2 })],
  ['a share', json({ sample: 0.25 })],
  ['skipped questions', json({ answers: {}, skipped: ['nps', 'service.satisfaction.food'] })],
  ['a skipped name that is none', json({ skipped: ['no name'] })],
  ['what does not apply', json({ notApplicable: { service: ['food', 'art'] } })],
  ['an order', json({ order: { service: ['food', 'art'] } })],
  ['own words of a choice', json({ answers: { nps: 9, how: { other: 'by boat' } } })],
  ['several options', json({ answers: { nps: 9, how: ['a', 'b'] } })],
  ['an aspect that there is not', json({ answers: { nps: 9, service: { mood: { food: 3 } } } })],
  ['a context of another kind', json({ context: { tier: 3 } })],
  ['an empty context', json({ context: { tier: '' } })],
  ['odd names', json({ context: { constructor: 'toString' }, answers: { nps: 9, toString: 3 } })],
];

describe('NDJSON after lines of the same kind', () => {
  test.each(LINES)('%s is read as it is alone', async (_, line) => {
    // Alone a line is parsed as JSON; after others it may be read by its bytes.
    const alone = await outcomeOf([line]);
    const answered = { answers: { ...answers, nps: 3, why: 'x' } };
    const others = [withId(1), ...[2, 3, 4].map((at) => withId(at, answered)), withId(5)];
    const before = await outcomeOf(others);
    const after = await outcomeOf([...others, line]);
    const [was, is, one] = [before, after, alone].map((outcome) => fate(outcome));
    expect(is.listed).toEqual(one.listed);
    expect(is.records - was.records).toBe(one.records);
    for (const [key, n] of is.answers)
      expect(n - (was.answers.get(key) ?? 0), key).toBe(one.answers.get(key) ?? 0);
  });
});

describe('JsonRow.read(bytes)', () => {
  test('takes a record whose columns it has learned, and no other', () => {
    const rows = new JsonRow();
    const bytes = new TextEncoder().encode(JSON.stringify({ ...record, context: {}, answers: { nps: 9 } }));
    const header = [
      'schemaVersion',
      'id',
      'revision',
      'survey',
      'surveyVersion',
      'status',
      'shownAt',
      'locale',
    ];
    rows.learn(header, 0);
    expect(rows.read(bytes, 0, bytes.length, 1)).toBeUndefined();
    rows.learn([...header, 'notApplicable', 'skipped', 'nps'], header.length);
    const row = rows.read(bytes, 0, bytes.length, 4);
    expect(row?.line).toBe(4);
    expect(row?.whole(header.length + 2)).toBe(9);
    expect(row?.text(1)).toBe(record.id);
  });
});
