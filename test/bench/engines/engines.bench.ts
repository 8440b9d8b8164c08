import { createHash } from 'node:crypto';
import { cpus, totalmem } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeAnswers } from '../../engines/made-answers.ts';
import { openEngine } from '../../engines/open-engine.ts';
import { statementsOf } from '../../engines/summary-by-sql.ts';
import { writeLines } from '../../engines/write-lines.ts';
import { cli, Folder } from '../../report/cli/run-cli.ts';
import { table } from '../../support/docs/table.ts';

/** Records; with their revisions they take a million rows. */
const RECORDS = 520_000;

const folder = new Folder();
const csv = folder.at('answers.csv');
const lines: string[][] = [];
let rows = 0;
let own = { digest: '', seconds: 0 };

const secondsSince = (start: number): number => (performance.now() - start) / 1000;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

beforeAll(async () => {
  rows = writeLines(csv, madeAnswers(2, RECORDS));
  const start = performance.now();
  const summary = await cli('summarize', csv);
  own = { digest: digestOf(summary.out), seconds: secondsSince(start) };
  lines.push(['Fourfold', '', '', '', `${own.seconds.toFixed(1)} s`, '1.00×', own.digest]);
});

afterAll(() => {
  folder.remove();
  const head = ['engine', 'load', 'count', 'make the summary', 'in all', 'against ours', 'sha256'];
  console.log(`${table(head, lines)}

The summary of ${rows.toLocaleString('en')} rows. Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB.`);
});

test.each(['duckdb', 'clickhouse', 'postgres'] as const)('%s', async (dialect) => {
  const engine = await openEngine(dialect);
  try {
    const sample = folder.file('sample.csv', [...madeAnswers(3, 200)].join(''));
    const printed = await cli('sql', '--dialect', dialect, sample);
    const start = performance.now();
    let load = 0;
    for (const statement of statementsOf(printed.out)) {
      await engine.run(statement);
      if (!statement.startsWith('create table fourfold_source')) continue;
      const loading = performance.now();
      await engine.load('fourfold_source', csv);
      load = secondsSince(loading);
    }
    const counted = secondsSince(start);
    const result = folder.file(`${dialect}.ndjson`, await engine.rows('fourfold_rows'));
    const summary = await cli('summarize', '--from', result);
    const all = secondsSince(start);
    const times = [load, counted - load, all - counted, all].map((seconds) => `${seconds.toFixed(1)} s`);
    lines.push([engine.name, ...times, `${(all / own.seconds).toFixed(2)}×`, digestOf(summary.out)]);
    expect(digestOf(summary.out)).toBe(own.digest);
  } finally {
    await engine.remove();
  }
});
