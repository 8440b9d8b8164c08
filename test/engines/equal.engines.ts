import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AIRPORT, fixture, Folder } from '../report/cli/run-cli.ts';
import { madeAnswers } from './made-answers.ts';
import { openEngine } from './open-engine.ts';
import type { SqlEngine } from './sql-engine.ts';
import { summaryByEngine, summaryBySql, type AnswerFiles } from './summary-by-sql.ts';
import { writeLines } from './write-lines.ts';

const mapped = (table: string, map: string): AnswerFiles => ({
  table,
  maps: [fixture(`data/${map}.map.json`)],
});
/** Tables by name; the first is made. */
const TABLES: readonly (readonly [name: string, files: AnswerFiles | undefined])[] = [
  ['an export of ours', undefined],
  ['the airport, weighted', mapped(AIRPORT, 'sfo_2017')],
  ['the airport in waves', mapped(fixture('data/sfo_trend.csv'), 'sfo_trend')],
  ['an airline', mapped(fixture('data/airline.csv'), 'airline')],
  ['a city', mapped(fixture('data/kc_residents.csv'), 'kc_residents')],
  ['customers', mapped(fixture('data/customersat.csv'), 'customersat')],
  ['hotels', mapped(fixture('data/hoteles.csv'), 'hoteles')],
  ['mobile phones', mapped(fixture('gold/mobi.csv'), 'mobi')],
];

/** Records of the large export; with their revisions they take a million rows. */
const RECORDS = 520_000;

/** The large export, and the digest of the summary that our own engine makes of it. */
interface Large {
  readonly files: AnswerFiles;
  readonly rows: number;
  readonly digest: string;
}

const folder = new Folder();
afterAll(() => folder.remove());

let made: Promise<Large> | undefined;
/** It is made once, and only where it is asked for. */
function large(): Promise<Large> {
  return (made ??= makeLarge());
}

async function makeLarge(): Promise<Large> {
  const table = folder.at('large.csv');
  const rows = writeLines(table, madeAnswers(2, RECORDS));
  const files = { table, sample: folder.file('sample.csv', [...madeAnswers(3, 200)].join('')) };
  const start = performance.now();
  const own = digest(await summaryByEngine(files));
  tell('Fourfold', `${rows} rows`, start, own);
  return { files, rows, digest: own };
}

describe.each(['duckdb', 'clickhouse', 'postgres'] as const)('fourfold sql --dialect %s', (dialect) => {
  let engine: SqlEngine;
  beforeAll(async () => {
    engine = await openEngine(dialect);
  });
  afterAll(() => engine.remove());

  test.each(TABLES)('counts as our own engine does: %s', async (name, given) => {
    const files = given ?? { table: folder.file('made.csv', [...madeAnswers(1, 400)].join('')) };
    const start = performance.now();
    const counted = digest(await summaryBySql(engine, dialect, files, folder));
    tell(engine.name, name, start, counted);
    expect(counted).toBe(digest(await summaryByEngine(files)));
  });

  test('counts as our own engine does: a million rows', async () => {
    const { files, rows, digest: own } = await large();
    const start = performance.now();
    const counted = digest(await summaryBySql(engine, dialect, files, folder));
    tell(engine.name, `${rows} rows`, start, counted);
    expect(rows).toBeGreaterThan(1_000_000);
    expect(counted).toBe(own);
  });
});

function tell(engine: string, what: string, start: number, of: string): void {
  console.log(`${engine}: ${what}: ${of} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
