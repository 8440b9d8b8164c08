import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { recordToRow, tableColumns } from '../../../shared/answers/answer-table.ts';
import { csvHeader, csvLine } from '../../../shared/answers/write-csv.ts';
import { BUILT_IN_NAMES } from '../../../shared/questionnaire/builtin/names.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { BUILT_IN_QUESTIONNAIRES } from '../../../report/engine/built-in-questionnaires.ts';
import { CELL_REJECTED, CELL_SKIPPED } from '../../../report/engine/columns.ts';
import { readAnswers, type AnswersRead } from '../../../report/engine/read-answers.ts';
import { blobSource } from '../../../report/engine/source.ts';
import { outcomeOf, textFile } from '../support/some-answers.ts';

const label = 'Label';
const options = ['price', 'range'].map((id) => ({ id, label: id }));
const questionnaire: Questionnaire = {
  id: 'shop',
  version: 1,
  questions: [
    { id: 'ease', kind: 'ces' },
    { id: 'depth', kind: 'rating', label, scale: { min: -5, max: 5 } },
    { id: 'reason', kind: 'choice', label, options, other: true },
    { id: 'picks', kind: 'choice', label, options, many: true, other: true },
    { id: 'why', kind: 'text' },
    { id: 'contact', kind: 'contact' },
  ],
};
const record: AnswerRecord = {
  schemaVersion: 1,
  id: '0195e6a0-0000-7000-8000-000000000001',
  revision: 3,
  survey: 'shop',
  surveyVersion: 1,
  status: 'completed',
  shownAt: '2026-03-01T10:00:00.000Z',
  locale: 'en',
  context: {},
  answers: {
    ease: 7,
    depth: -5,
    reason: { other: '=Music' },
    picks: ['price', 'range', { other: '+1' }],
    why: 'Because',
    contact: { name: 'Ann', reach: '+49 30 1234', consent: true },
  },
  skipped: [],
  notApplicable: {},
  order: { picks: ['range', 'price', 'other'] },
};

function csv(...records: readonly AnswerRecord[]): string {
  const rows = records.map(recordToRow);
  const columns = tableColumns(rows);
  return csvHeader(columns) + rows.map((row) => csvLine(columns, row)).join('');
}
const ndjson = (...records: readonly object[]): string =>
  records.map((item) => JSON.stringify(item)).join('\n');

function read(
  name: string,
  content: string,
  known: readonly Questionnaire[] = [questionnaire],
): Promise<AnswersRead> {
  return readAnswers([blobSource(name, new Blob([content]))], { questionnaires: known });
}

function cellsOf({ reader }: AnswersRead): Record<string, number[]> {
  return Object.fromEntries(reader.builder.build().scales.map(({ key, cells }) => [key, [...cells]]));
}

describe.each([
  ['a.csv', csv(record)],
  ['a.ndjson', ndjson({ ...record, receivedAt: '2026-03-01T10:00:09.000Z' })],
])('readAnswers(sources) of every form of answer in %s', (name, content) => {
  test('counts scores of ces and rating, and takes the rest for what it is', async () => {
    const found = await read(name, content);
    expect(cellsOf(found)).toEqual({ ease: [6], depth: [0] });
    expect([...found.reader.comments].sort()).toEqual(['picks.other', 'reason.other', 'why']);
    expect([...found.reader.unknown]).toEqual([]);
    expect(found.reader.rejections).toMatchObject({ cells: 0, rows: 0 });
  });

  test('names only what no column name tells when there is no questionnaire', async () => {
    const { reader } = await read(name, content, []);
    expect([...reader.unknown].sort()).toEqual(['depth', 'ease', 'picks', 'why']);
    expect([...reader.comments].sort()).toEqual(['picks.other', 'reason.other']);
    expect(reader.rejections).toMatchObject({ cells: 0, rows: 0 });
  });
});

describe('readAnswers(sources) of ces and rating', () => {
  test.each([
    ['ease', 0, 1, 7],
    ['ease', 8, 1, 7],
    ['depth', -6, -5, 5],
    ['depth', 6, -5, 5],
  ])('rejects %s: %i, off its scale', async (column, value, low, high) => {
    const wrong = { ...record, answers: { ...record.answers, [column]: value } };
    for (const [name, content] of [
      ['a.csv', csv(wrong)],
      ['a.ndjson', ndjson(wrong)],
    ]) {
      const found = await read(name, content);
      expect(cellsOf(found)[column]).toEqual([CELL_REJECTED]);
      expect(found.reader.rejections.listed).toMatchObject([{ column, value: String(value), low, high }]);
    }
  });

  test('keeps a skipped one apart', async () => {
    const { ease, ...answers } = record.answers;
    expect(ease).toBe(7);
    const other = { ...record, id: record.id.replace(/1$/, '2'), answers, skipped: ['ease'] };
    expect(cellsOf(await read('a.ndjson', ndjson(record, other))).ease).toEqual([6, CELL_SKIPPED]);
  });

  test('keeps two surveys apart that use one id for two things', async () => {
    const other: Questionnaire = {
      id: 'other',
      version: 1,
      questions: [{ id: 'ease', kind: 'rating', label, scale: { min: 1, max: 7 } }],
    };
    const answer = { ...record, id: record.id.replace(/1$/, '2'), survey: 'other', answers: { ease: 2 } };
    const { reader } = await read('a.ndjson', ndjson(record, answer), [questionnaire, other]);
    const roles = reader.builder
      .build()
      .scales.filter(({ key }) => key === 'ease')
      .map(({ role }) => role);
    expect(roles).toEqual(['ces', 'rating']);
  });
});

describe('readAnswers(sources) of answers in no form that there is', () => {
  test.each<[string, unknown]>([
    ['no option', []],
    ['a score among options', ['price', 5]],
    ['an option twice', ['price', 'price']],
    ['empty own words', { other: '' }],
    ['nothing', null],
    ['lists in lists', [[['price']]]],
    ['a field that no answer has', { colour: { speed: 5 } }],
    ['a contact without consent', { reach: '@ann', consent: false }],
  ])('leaves out %s and keeps the record', async (_, value) => {
    for (const id of ['picks', 'contact']) {
      const odd = { ...record, answers: { ...record.answers, [id]: value } };
      const found = await read('a.ndjson', ndjson(odd));
      expect(cellsOf(found)).toEqual({ ease: [6], depth: [0] });
      expect(found.reader.rejections).toMatchObject({ cells: 0, rows: 0 });
    }
  });

  test('reads on after an answer that is nested without end', async () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const line = (id: number, answer: string): string =>
      JSON.stringify({ ...record, id: record.id.replace(/1$/, String(id)), answers: { ease: 'X' } }).replace(
        '"X"',
        answer,
      );
    const lines = [line(1, deep), line(2, `{"importance":{"speed":${deep}}}`), line(3, '7')];
    expect(cellsOf(await read('a.ndjson', lines.join('\n'))).ease.at(-1)).toBe(6);
  });

  test.each<[string, unknown, string]>([
    ['options', ['a', 'b'], 'a b'],
    ['a list of scores', [7], '[7]'],
    ['half a point', 6.5, '6.5'],
    ['a word', 'easy', 'easy'],
  ])('rejects %s where a score is expected', async (_, value, shown) => {
    const found = await read('a.ndjson', ndjson({ ...record, answers: { ease: value } }));
    expect(cellsOf(found).ease).toEqual([CELL_REJECTED]);
    expect(found.reader.rejections.listed).toMatchObject([
      { column: 'ease', value: shown, code: 'off-scale' },
    ]);
  });
});

describe('BUILT_IN_QUESTIONNAIRES', () => {
  test('are all that a page can name', () => {
    expect(BUILT_IN_QUESTIONNAIRES.map(({ id }) => id)).toEqual([...BUILT_IN_NAMES]);
  });

  test.each([
    ['ces', 'ces', '7'],
    ['servqual', 'quality.expectation.empathy', '5'],
    ['index', 'complaints', '10'],
    ['loyalty', 'buyMore', '5'],
    ['loyalty', 'recommend', '0'],
    ['service-level', 'level', '6'],
    ['delivered-value', 'cost.perception.psychic', '1'],
  ])('explain answers to %s: %s', async (survey, column, value) => {
    const { unknown, rejections, labels, figures } = await outcomeOf([
      textFile('a.csv', `id,survey,surveyVersion,${column}\na,${survey},1,${value}\n`),
    ]);
    expect(unknown).toEqual([]);
    expect(rejections).toMatchObject({ cells: 0, rows: 0 });
    expect(figures).toMatchObject({ ok: true, value: { survey, records: 1 } });
    const named = BUILT_IN_QUESTIONNAIRES.find(({ id }) => id === survey)?.questions.some(
      (question) => question.label !== undefined,
    );
    expect(labels.size > 0).toBe(named);
  });

  test('name nothing in the answers to another survey', async () => {
    const other = await outcomeOf([textFile('a.csv', 'id,survey,service.satisfaction.speed\na,shop,5\n')]);
    expect([...other.labels.keys()]).toEqual([]);
    const own = await outcomeOf([textFile('a.csv', 'id,survey,service.satisfaction.speed\na,matrix,5\n')]);
    expect(own.labels.get('service.speed')).toMatchObject({ en: 'Quick and on time' });
  });
});
