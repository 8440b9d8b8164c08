import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { idOf, record } from '../../demo/collector/open-collector.ts';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { peakMemoryMb, startCollector, storedIds, type Place } from '../../support/collector-process.ts';
import { latencyAt, postLoad, type LoadResult } from '../../support/post-load.ts';
import { startPostgres } from '../../support/postgres-server.ts';
import { openRaw, rowsOf } from './raw-insert.ts';

/** Records in a post: one alone, and as many as the outbox sends at once. */
const BATCHES = [1, 50];
/** Acknowledged answers against rows written by the database alone, from this batch on. */
const JUDGED_BATCH = 50;
const LEAST_RATIO = 0.6;
const ROUNDS = 3;
/** Not counted: a collector runs for weeks, and compiles what it does often in its first seconds. */
const WARM_UP_ROUNDS = 3;
const ROWS_A_ROUND = 50_000;
const POSTS = 10_000;
const AT_A_TIME = 200;
const P99_LIMIT_MS = 1_000;
const MEMORY_LIMIT_MB = 300;

const postgres = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'fourfold-bench-'));
const places: [string, Place][] = [['SQLite', { file: join(folder, 'answers.db') }]];
if (postgres !== undefined) places.push([postgres.version, { url: postgres.url }]);
const lines: string[] = [];

afterAll(async () => {
  await postgres?.remove();
  rmSync(folder, { recursive: true });
  console.log(`
| store | records in a post | database alone, rows/s | acknowledged, answers/s | ratio | p50 ms | p99 ms | memory MB |
|---|--:|--:|--:|--:|--:|--:|--:|
${lines.join('\n')}`);
});

let made = 0;
/** Records that nobody has sent before. */
function fresh(count: number): AnswerRecord[] {
  return Array.from({ length: count }, () => record(made, { id: idOf(made++) }));
}

function inBatches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function bodiesOf(records: readonly AnswerRecord[], batch: number): Buffer[] {
  return inBatches(records, batch).map((some) => Buffer.from(JSON.stringify({ records: some })));
}

async function rawRate(place: Place, batch: number): Promise<number> {
  const rows = inBatches(rowsOf(fresh(rowsFor(batch))), batch);
  const raw = await openRaw(place);
  const begun = performance.now();
  for (const some of rows) await raw.write(some);
  const rate = (rows.flat().length / (performance.now() - begun)) * 1000;
  await raw.close();
  return rate;
}

/** Single commits are so slow that fewer of them measure as much. */
function rowsFor(batch: number): number {
  return batch === 1 ? ROWS_A_ROUND / 10 : ROWS_A_ROUND;
}

function addLine(
  store: string,
  batch: number,
  raw: number,
  rate: number,
  load: LoadResult,
  mb: number,
): void {
  const cells = [batch, raw.toFixed(0), rate.toFixed(0), (rate / raw).toFixed(2)];
  const times = [0.5, 0.99].map((share) => latencyAt(share, load).toFixed(1));
  lines.push(`| ${[store, ...cells, ...times, mb.toFixed(0)].join(' | ')} |`);
}

describe.each(places)('collector on %s', (store, place) => {
  it.each(BATCHES)('acknowledges answers in posts of %i beside the rate of the database', async (batch) => {
    const collector = await startCollector(place, ['--rate-limit', '0']);
    const rates: { raw: number; rate: number }[] = [];
    let load: LoadResult | undefined;
    // In turn, so that whatever else this machine does falls upon both.
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      const raw = await rawRate(place, batch);
      const bodies = bodiesOf(fresh(rowsFor(batch)), batch);
      load = await postLoad(collector.address, bodies, batch === 1 ? AT_A_TIME : 16);
      if (round >= 0) rates.push({ raw, rate: (load.acknowledged / load.elapsedMs) * 1000 });
    }
    const raw = median(rates.map((one) => one.raw));
    const rate = median(rates.map((one) => one.rate));
    if (load !== undefined) addLine(store, batch, raw, rate, load, peakMemoryMb(collector.child.pid));
    await collector.stop();
    if (batch >= JUDGED_BATCH) expect(rate / raw).toBeGreaterThanOrEqual(LEAST_RATIO);
  });

  it(`keeps all of ${POSTS} posts, ${AT_A_TIME} at a time`, async () => {
    const collector = await startCollector(place, ['--rate-limit', '0']);
    const before = (await storedIds(collector)).length;
    const load = await postLoad(collector.address, bodiesOf(fresh(POSTS), 1), AT_A_TIME);
    const memory = peakMemoryMb(collector.child.pid);
    expect(load.statuses).toEqual(new Map([[200, POSTS]]));
    expect((await storedIds(collector)).length - before).toBe(POSTS);
    expect(latencyAt(0.99, load)).toBeLessThanOrEqual(P99_LIMIT_MS);
    expect(memory).toBeLessThanOrEqual(MEMORY_LIMIT_MB);
    await collector.stop();
  });
});
