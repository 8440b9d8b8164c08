import { describe, expect, test } from 'vitest';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { recordToRow, tableColumns } from '../../../shared/answers/answer-table.ts';
import { csvHeader, csvLine } from '../../../shared/answers/write-csv.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import {
  CELL_NOT_APPLICABLE,
  CELL_NOT_SHOWN,
  CELL_REJECTED,
  CELL_SKIPPED,
  type Columns,
} from '../../../report/engine/columns.ts';
import { readAnswers, type AnswersRead } from '../../../report/engine/read-answers.ts';
import { blobSource, type Source } from '../../../report/engine/source.ts';

function file(name: string, content: string | Uint8Array<ArrayBuffer>): Source {
  return blobSource(name, new Blob([content]));
}

async function read(...sources: Source[]): Promise<AnswersRead> {
  return readAnswers(sources);
}

async function columnsOf(...sources: Source[]): Promise<Columns> {
  return (await read(...sources)).reader.builder.build();
}

function cells(columns: Columns, key: string): number[] {
  return [...(columns.scales.find((scale) => scale.key === key)?.cells ?? [])];
}

const record: AnswerRecord = {
  schemaVersion: 1,
  id: '0195e6a0-0000-7000-8000-000000000001',
  revision: 3,
  survey: 'matrix',
  surveyVersion: 1,
  status: 'completed',
  shownAt: '2026-03-01T10:00:00.000Z',
  locale: 'zh-CN',
  sample: 0.5,
  context: { tier: '=gold', audience: 'manager' },
  answers: {
    nps: 9,
    csat: 4,
    why: '=1+1',
    service: { satisfaction: { speed: 5 }, importance: { speed: 2 } },
  },
  skipped: ['service.satisfaction.parking'],
  notApplicable: { service: ['wifi'] },
  order: {},
};

const questionnaire: Questionnaire = {
  id: 'matrix',
  version: 1,
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'csat', kind: 'csat' },
    { id: 'why', kind: 'text' },
    {
      id: 'service',
      kind: 'battery',
      ask: ['importance', 'satisfaction'],
      attributes: ['speed', 'parking', 'wifi'].map((id) => ({ id, label: id })),
    },
  ],
};

function exported(...records: AnswerRecord[]): string {
  const rows = records.map(recordToRow);
  const columns = [
    ...new Set([...tableColumns(rows), 'service.satisfaction.parking', 'service.satisfaction.wifi']),
  ];
  return csvHeader(columns) + rows.map((row) => csvLine(columns, row)).join('');
}

describe('readAnswers(sources) of our own exports', () => {
  test('fills the same columns from CSV and from NDJSON', async () => {
    const other = {
      ...record,
      id: record.id.replace(/1$/, '2'),
      answers: { nps: 0 },
      skipped: [],
      notApplicable: {},
    };
    const fromCsv = await columnsOf(file('a.csv', exported(record, other)));
    const fromNdjson = await columnsOf(
      file('a.ndjson', [record, other].map((r) => JSON.stringify(r)).join('\n')),
    );
    expect(fromCsv.rows).toBe(2);
    expect(cells(fromCsv, 'nps')).toEqual([9, 0]);
    for (const key of ['nps', 'csat', 'service.satisfaction.speed', 'service.importance.speed'])
      expect(cells(fromNdjson, key)).toEqual(cells(fromCsv, key));
    expect([...(fromNdjson.ids ?? [])]).toEqual([...(fromCsv.ids ?? [])]);
    expect(fromNdjson.shownAt).toEqual(fromCsv.shownAt);
    expect(fromNdjson.sample).toEqual(fromCsv.sample);
  });

  test('tells skipped, not applicable and not shown apart', async () => {
    const columns = await columnsOf(file('a.csv', exported(record)));
    expect(cells(columns, 'service.satisfaction.speed')).toEqual([4]);
    expect(cells(columns, 'service.satisfaction.parking')).toEqual([CELL_SKIPPED]);
    expect(cells(columns, 'service.satisfaction.wifi')).toEqual([CELL_NOT_APPLICABLE]);
    const bare = await columnsOf(file('a.csv', 'id,survey,nps,csat\na,shop,9,\n'));
    expect(cells(bare, 'csat')).toEqual([CELL_NOT_SHOWN]);
  });

  test('takes the guard off texts, and keeps the audience apart from the segments', async () => {
    const columns = await columnsOf(file('a.csv', exported(record)));
    expect(columns.fields.get('tier')?.values).toContain('=gold');
    expect(columns.fields.has('audience')).toBe(false);
    expect(columns.audience.values).toContain('manager');
  });

  test('lists a question that nothing explains, and knows comments from the questionnaire', async () => {
    const without = await read(file('a.csv', exported(record)));
    expect([...without.reader.unknown]).toEqual(['why']);
    const beside = await read(file('a.csv', exported(record)), file('q.json', JSON.stringify(questionnaire)));
    expect([...beside.reader.unknown]).toEqual([]);
    expect([...beside.reader.comments]).toEqual(['why']);
  });

  test.each([
    ['one', questionnaire],
    ['a list', [questionnaire]],
    ['an object', { questionnaires: [questionnaire] }],
  ])('reads questionnaires as %s, laid out over many lines', async (_form, content) => {
    const { questionnaires, problems } = await read(file('q.json', JSON.stringify(content, null, 2)));
    expect(questionnaires).toEqual([questionnaire]);
    expect(problems).toEqual([]);
  });

  test('lets a questionnaire rename what is asked: recommend is its NPS', async () => {
    const renamed = { id: 'shop', version: 2, questions: [{ id: 'recommend', kind: 'nps' }] };
    const columns = await columnsOf(
      file('a.csv', 'id,survey,surveyVersion,recommend\na,shop,2,10\n'),
      file('q.json', JSON.stringify(renamed)),
    );
    expect(columns.scales).toMatchObject([{ key: 'recommend', role: 'nps', min: 0, max: 10 }]);
  });
});

describe('readAnswers(sources) counts each record once', () => {
  const row = (id: string, revision: number, nps: number) => `${id},${revision},${nps}\n`;
  const header = 'id,revision,nps\n';

  test('takes the highest revision, in whatever order and file it comes', async () => {
    const low = file('low.csv', header + row('a', 1, 2) + row('b', 5, 7));
    const high = file('high.csv', header + row('a', 2, 9) + row('b', 4, 1));
    for (const sources of [
      [low, high],
      [high, low],
    ]) {
      const { reader } = await read(...sources);
      const columns = reader.builder.build();
      expect(columns.rows).toBe(2);
      expect(new Map([...(columns.ids ?? [])].map((id, at) => [id, cells(columns, 'nps')[at]]))).toEqual(
        new Map([
          ['a', 9],
          ['b', 7],
        ]),
      );
      expect(reader.rejections.rows).toBe(0);
      expect(reader.repeated).toBe(2);
    }
  });

  test('counts the same file twice as once', async () => {
    const text = exported(record);
    const { reader } = await read(file('a.csv', text), file('a (1).csv', text));
    expect(reader.builder.rows).toBe(1);
    expect(reader.repeated).toBe(1);
  });

  test('lists the same id and revision with other answers as a conflict; the first stands', async () => {
    const { reader } = await read(file('a.csv', header + row('a', 1, 2) + row('a', 1, 9)));
    expect(cells(reader.builder.build(), 'nps')).toEqual([2]);
    expect(reader.rejections.listed).toEqual([{ file: 'a.csv', line: 3, code: 'conflict', value: 'a' }]);
  });
});

describe('readAnswers(sources) rejects what is off the scale', () => {
  test.each(['11', '-1', 'abc', '10.5', ' 7', '７', '1e1', 'NaN', '07'])(
    'excludes, counts and lists "%s"',
    async (value) => {
      const { reader } = await read(file('a.csv', `id,survey,csat,nps\na,shop,5,${value}\nb,shop,4,7\n`));
      const columns = reader.builder.build();
      expect(cells(columns, 'nps')).toEqual([CELL_REJECTED, 7]);
      expect(cells(columns, 'csat')).toEqual([4, 3]);
      expect(reader.rejections.cells).toBe(1);
      expect(reader.rejections.listed).toEqual([
        { file: 'a.csv', line: 2, column: 'nps', value, code: 'off-scale', low: 0, high: 10 },
      ]);
    },
  );

  test.each([11, -1, 'abc', 10.5, '', null, true])(
    'excludes, counts and lists %j in NDJSON',
    async (value) => {
      const odd = { ...record, answers: { nps: value, csat: 4, service: { satisfaction: { speed: 9.5 } } } };
      const { reader } = await read(file('a.ndjson', JSON.stringify(odd)));
      const columns = reader.builder.build();
      expect(cells(columns, 'nps')).toEqual([CELL_REJECTED]);
      expect(cells(columns, 'csat')).toEqual([3]);
      expect(cells(columns, 'service.satisfaction.speed')).toEqual([CELL_REJECTED]);
      expect(reader.rejections.cells).toBe(2);
    },
  );

  test('rejects whole rows it cannot place, each with its line', async () => {
    const { reader } = await read(
      file(
        'a.csv',
        'id,schemaVersion,revision,nps\n,1,1,9\na,1,0,9\nb,2,1,9\nid,schemaVersion,revision,nps\nc,1,1\nd,1,1,9\n',
      ),
    );
    expect(reader.builder.rows).toBe(1);
    expect(reader.rejections.listed.map(({ line, code }) => [line, code])).toEqual([
      [2, 'no-id'],
      [3, 'bad-revision'],
      [4, 'bad-version'],
      [5, 'header-again'],
      [6, 'ragged'],
    ]);
  });

  test('rejects a row whose text is not UTF-8, never shows it wrong', async () => {
    const gbk = Uint8Array.from([
      ...new TextEncoder().encode('id,context.tier\na,'),
      0xbd,
      0xf0,
      10,
      98,
      44,
      120,
      10,
    ]);
    const { reader } = await read(file('a.csv', gbk));
    expect(reader.builder.rows).toBe(1);
    expect(reader.rejections.listed).toEqual([{ file: 'a.csv', line: 2, code: 'encoding' }]);
  });
});

describe('readAnswers(sources) refuses files that it cannot read, and says why', () => {
  const bytes = (...list: number[]) => Uint8Array.from(list);
  test.each([
    ['', 'empty'],
    [' \r\n', 'empty'],
    ['\uFEFF', 'empty'],
    ['id,survey,nps\n', 'no-rows'],
    [bytes(0x50, 0x4b, 3, 4, 20, 0, 6, 0), 'workbook'],
    [bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'workbook'],
    [bytes(105, 100, 0, 44, 10), 'binary'],
    [bytes(0x89, 0x50, 0x4e, 0x47), 'binary'],
    [bytes(0xc3, 0xfb, 44, 105, 100, 10), 'encoding'],
    ['survey,nps,csat\nshop,9,4\n', 'no-id-column'],
    ['name,price\nx,4\n', 'no-survey'],
    ['id,nps\na,9\n', 'no-survey'],
    ['{"a":1}', 'unknown-json'],
    ['{"a":1}\n{"b":2}\n', 'no-survey'],
    ['{"id":"x","version":1,"questions":[]}', 'bad-questionnaire'],
  ])('%j: %s', async (content, code) => {
    const { problems, reader } = await read(file('x', content));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(reader.builder.rows).toBe(0);
  });

  test('reads the good files beside a bad one', async () => {
    const { problems, files } = await read(
      file('bad.csv', ''),
      file('good.csv', 'id,survey,nps\na,shop,9\n'),
    );
    expect(problems).toEqual([{ file: 'bad.csv', code: 'empty' }]);
    expect(files).toMatchObject([{ name: 'good.csv', rows: 1 }]);
  });

  test('names a column that the header has twice, and counts the first', async () => {
    const { doubled, reader } = await read(file('a.csv', 'id,survey,nps,nps\na,shop,9,1\n'));
    expect(doubled).toEqual(['nps']);
    expect(cells(reader.builder.build(), 'nps')).toEqual([9]);
  });

  test('reads UTF-16 by its byte order mark', async () => {
    const text = '\uFEFFid,context.tier,nps\na,金,9\n';
    const le = new Uint8Array(text.length * 2);
    const view = new DataView(le.buffer);
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
    const columns = await columnsOf(file('a.csv', le));
    expect(columns.fields.get('tier')?.values).toContain('金');
    expect(cells(columns, 'nps')).toEqual([9]);
  });
});

describe('readAnswers(sources) takes odd names as ordinary ones', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s as column, field, id and value',
    async (name) => {
      const { reader } = await read(
        file(
          'a.csv',
          `id,context.${name},context.tier,${name},svc.satisfaction.${name},nps\n${name},${name},${name},x,4,9\n`,
        ),
      );
      const columns = reader.builder.build();
      expect(columns.rows).toBe(1);
      expect([...(columns.ids ?? [])]).toEqual([name]);
      expect(columns.fields.get(name)?.values).toContain(name);
      expect(columns.fields.get('tier')?.values).toContain(name);
      expect(cells(columns, `svc.satisfaction.${name}`)).toEqual([3]);
      expect([...reader.unknown]).toEqual([name]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined(); // a fresh object must not have it
    },
  );
});
