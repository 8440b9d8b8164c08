import { describe, expect, test } from 'vitest';
import type { Mapping, TableForm } from '../../../shared/mapping/mapping.ts';
import { Engine } from '../../../report/engine/engine.ts';
import type { ReadOutcome } from '../../../report/engine/messages.ts';
import { blobSource } from '../../../report/engine/source.ts';

const FIVE = { min: 1, max: 5 };

function mapping(table: TableForm = {}): Mapping {
  return {
    ...{ format: 'fourfold-map', version: 1, survey: 'shop', table },
    columns: [
      { column: 'who', role: 'id' },
      { column: 'likely', role: 'nps', scale: { min: 0, max: 10 } },
      { column: 'food', role: 'satisfaction', attribute: 'food', scale: FIVE, missing: ['9'] },
    ],
  };
}

async function read(texts: Record<string, string>, mappings: readonly Mapping[] = [mapping()]) {
  const engine = new Engine();
  const sources = Object.entries(texts).map(([name, text]) => blobSource(name, new Blob([text])));
  const outcome = await engine.read(sources, {}, {}, { mappings });
  if (!outcome.figures.ok) throw new Error('read: expected figures');
  return { outcome, figures: outcome.figures.value };
}

/** Where each rejection stands, and its code. */
function places({ rejections }: ReadOutcome): string[] {
  return rejections.listed.map(
    ({ file, line, column, code, value }) =>
      `${file}:${line} ${column ?? '*'} ${code}${value === undefined ? '' : ` ${JSON.stringify(value)}`}`,
  );
}

describe('R6: a foreign table with faults', () => {
  test('names ragged rows, open quotes, NUL by their lines, and counts the good ones', async () => {
    const text = 'who,likely,food\n1,9,5\n2,9\n3,9,5,7\n4,"9,5\n5,8,4\n6,\0,4\n7,7,3\n';
    const { outcome, figures } = await read({ 'a.csv': text });
    expect(places(outcome)).toEqual([
      'a.csv:3 * ragged',
      'a.csv:4 * ragged',
      'a.csv:5 * open-quote',
      'a.csv:7 * nul',
    ]);
    expect(figures.records).toBe(3);
    expect(outcome.rejections.rows).toBe(4);
  });

  test('counts the first of two columns with one name, and says so', async () => {
    const { outcome, figures } = await read({ 'a.csv': 'who,likely,food,food\n1,9,5,1\n2,9,4,1\n' });
    expect(outcome.doubled).toEqual(['food']);
    expect(figures.satisfaction[0]).toMatchObject({ value: 4.5, n: 2 });
  });

  test.each([
    ['no header', '1,9,5\n2,8,4\n', 'no-survey'],
    ['nothing', '', 'empty'],
    ['a header alone', 'who,likely,food\n', 'no-rows'],
    ['bytes', 'a\0bcdefgh', 'binary'],
  ])('refuses %s, and says why', async (_, text, code) => {
    const { outcome, figures } = await read({ 'a.csv': text, 'good.csv': 'who,likely,food\n1,9,5\n' });
    expect(outcome.problems).toMatchObject([{ file: 'a.csv', code }]);
    expect(figures.records).toBe(1);
  });
});

describe('R7: ids that come twice', () => {
  const rows = 'who,likely,food\n1,9,5\n2,3,2\n';

  test('count once where they say the same, in one file and in two', async () => {
    const { outcome, figures } = await read({ 'a.csv': `${rows}1,9,5\n`, 'b.csv': rows });
    expect(figures.records).toBe(2);
    expect(outcome.repeated).toBe(3);
    expect(outcome.rejections.rows).toBe(0);
  });

  test('are listed where they differ; the first counts', async () => {
    const { outcome, figures } = await read({ 'a.csv': rows, 'b.csv': 'who,likely,food\n1,2,5\n' });
    expect(figures.nps?.promoters).toBe(1);
    expect(places(outcome)).toEqual(['b.csv:2 * conflict "shop\\u001f1"']);
  });

  test('of two surveys are two records', async () => {
    const other = {
      ...mapping(),
      survey: 'other',
      columns: [
        { column: 'nr', role: 'id' as const },
        { column: 'mark', role: 'csat' as const, scale: FIVE },
      ],
    };
    const { outcome } = await read({ 'a.csv': rows, 'b.csv': 'nr,mark\n1,5\n2,4\n' }, [mapping(), other]);
    expect(outcome.surveys.map(({ survey, records }) => [survey, records])).toEqual([
      ['other', 2],
      ['shop', 2],
    ]);
  });
});

describe('R8: scores that are none', () => {
  const ODD = ['11', '-1', 'abc', '10.5', ' 7', '７', '1e1', 'NaN', '7.0', '07'];

  test('are left out, counted and listed, and never made into a point', async () => {
    const rows = ODD.map((value, at) => `${at},${value},9`).join('\n');
    const { outcome, figures } = await read({ 'a.csv': `who,likely,food\n${rows}\nx,8,9\ny,,9\nz,8,9\n` });
    expect(figures.records).toBe(ODD.length + 3);
    expect(figures.nps).toMatchObject({ n: 2, passives: 2 });
    expect(outcome.rejections.cells).toBe(ODD.length);
    expect(places(outcome)).toEqual(
      ODD.map((value, at) => `a.csv:${at + 2} likely off-scale ${JSON.stringify(value)}`),
    );
  });

  test('are read once the owner allows spaces to be trimmed and 7.0 to be 7, and nothing else is', async () => {
    const rows = ODD.map((value, at) => `${at},${value},9.0`).join('\n');
    const allowed = mapping({ trimSpaces: true, wholeDecimals: true });
    const { outcome, figures } = await read({ 'a.csv': `who,likely,food\n${rows}\n` }, [allowed]);
    expect(figures.nps).toMatchObject({ n: 2, passives: 2 });
    expect(outcome.rejections.cells).toBe(ODD.length - 2);
  });

  test('with a decimal comma are whole only where the owner says how decimals are written', async () => {
    const text = 'who;likely;food\n1;7,0;9\n2;8,0;9\n';
    const comma = mapping({ wholeDecimals: true, decimal: ',' });
    expect((await read({ 'a.csv': text }, [comma])).figures.nps).toMatchObject({ n: 2 });
    expect((await read({ 'a.csv': text }, [mapping({ wholeDecimals: true })])).outcome.rejections.cells).toBe(
      2,
    );
  });
});

describe('R9: survey versions', () => {
  test('are kept apart until the reader pools them', async () => {
    const versions: Mapping = {
      ...mapping(),
      columns: [...mapping().columns, { column: 'v', role: 'version' }],
    };
    const text = 'who,likely,food,v\n1,9,5,1\n2,1,5,1\n3,9,5,2\n4,9,5,2\n5,9,5,2\n';
    const engine = new Engine();
    const outcome = await engine.read(
      [blobSource('a.csv', new Blob([text]))],
      {},
      {},
      { mappings: [versions] },
    );
    expect(outcome.figures).toMatchObject({ value: { surveyVersion: '2', records: 3 } });
    expect(outcome.surveys[0].versions).toEqual([
      { version: '2', records: 3 },
      { version: '1', records: 2 },
    ]);
    expect(engine.figures({ surveyVersion: 'all' })).toMatchObject({ value: { records: 5, nps: { n: 5 } } });
  });
});

describe('R10: names of an object’s prototype', () => {
  test.each(['__proto__', 'constructor', 'toString'])('%s is an ordinary name', async (name) => {
    const odd: Mapping = {
      ...{ format: 'fourfold-map', version: 1, survey: name },
      columns: [
        { column: 'id', role: 'id' },
        {
          column: name,
          role: 'satisfaction',
          attribute: name,
          label: name,
          scale: FIVE,
          missing: ['toString'],
        },
        { column: 'tier', role: 'segment', field: name },
      ],
    };
    const text = `id,${name},tier\n${name},4,${name}\nb,5,${name}\nc,toString,x\n`;
    const engine = new Engine();
    const outcome = await engine.read([blobSource('a.csv', new Blob([text]))], {}, {}, { mappings: [odd] });
    expect(outcome.figures).toMatchObject({ value: { survey: name, records: 3 } });
    expect(outcome.rejections.cells).toBe(0);
    expect(outcome.labels.get(`service.${name}`)).toBe(name);
    const filtered = engine.figures({}, { fields: new Map([[name, [name]]]) });
    expect(filtered).toMatchObject({ value: { records: 2, satisfaction: [{ value: 4.5, n: 2 }] } });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined(); // a fresh object must not have it
  });
});

describe('a mapping beside a table', () => {
  test('with mistakes is named with each, and the table is read without it', async () => {
    const bad = JSON.stringify({ ...mapping(), columns: [{ column: 'likely', role: 'mood' }] });
    const { outcome } = await read({ 'a.csv': 'who,likely,food\n1,9,5\n', 'map.json': bad }, []);
    expect(outcome.problems).toMatchObject([
      { file: 'map.json', code: 'bad-mapping' },
      { file: 'a.csv', code: 'no-survey' },
    ]);
    expect(outcome.problems[0].details?.[0]).toMatch(/^columns\[0\]\.role: expected one of /);
  });

  test('reads a table in which some of its columns are missing, and names columns that it does not know', async () => {
    const { outcome, figures } = await read({ 'a.csv': 'who,likely,mood\n1,9,5\n2,9,1\n' });
    expect(figures.nps?.n).toBe(2);
    expect(outcome.unknown).toEqual(['mood']);
  });

  test('counts rows without an id where it names none, each as one', async () => {
    const without = { ...mapping(), columns: mapping().columns.slice(1) };
    const { outcome, figures } = await read({ 'a.csv': 'likely,food\n9,5\n9,5\n' }, [without]);
    expect(figures.records).toBe(2);
    expect(outcome.repeated).toBe(0);
  });
});
