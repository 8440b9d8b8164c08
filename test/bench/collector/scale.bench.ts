import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { findClickhouse } from '../../../.ci/clickhouse.mjs';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { startClickhouse } from '../../engines/clickhouse-server.ts';
import { sinkUnderTest, type SinkUnderTest } from '../../engines/sink-under-test.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import { ask } from '../../support/collector-places.ts';
import { peakMemoryMb, startCollector, type Place } from '../../support/collector-process.ts';
import { postLoad } from '../../support/post-load.ts';
import { startPostgres } from '../../support/postgres-server.ts';
import { coreSeconds } from './core-seconds.ts';
import { lifelikeAnswers } from './lifelike-answers.ts';

const ANSWERS = 20_000;
/** Each answer is posted so often: as shown, half answered and completed. */
const REVISIONS = 3;
const AT_A_TIME = 100;
const MILLION = 1_000_000;

const postgres = await startPostgres();
const clickhouse = findClickhouse();
const folder = mkdtempSync(join(tmpdir(), 'fourfold-scale-'));
const file = join(folder, 'answers.db');
const random = uniformDraws(7);
const lines: string[] = [];

afterAll(async () => {
  await postgres?.remove();
  rmSync(folder, { recursive: true });
  console.log(`
| what is measured, ${ANSWERS} answers | value |
|---|--:|
${lines.join('\n')}`);
});

function tell(what: string, value: number): void {
  lines.push(`| ${what} | ${value.toFixed(0)} |`);
}

function bodiesOf(records: readonly AnswerRecord[], revision: number, batch: number): Buffer[] {
  return Array.from({ length: records.length / batch }, (_, at) => {
    const some = records.slice(at * batch, (at + 1) * batch);
    return Buffer.from(JSON.stringify({ records: some.map((one) => ({ ...one, revision })) }));
  });
}

/** What is posted to, and how much processor time its database has taken so far, in seconds. */
interface Case {
  readonly place: Place;
  readonly database: () => number;
  /** Records in a post. */
  readonly batch?: number;
}

/** Posts each revision of new answers, and tells what that took. */
async function collected(name: string, { place, database, batch = 1 }: Case): Promise<void> {
  const collector = await startCollector(place, ['--rate-limit', '0']);
  const answers = lifelikeAnswers(ANSWERS, random);
  const pid = collector.child.pid ?? 0; // it has started
  const [ownBefore, databaseBefore] = [coreSeconds(pid), database()];
  const begun = performance.now();
  for (let revision = 1; revision <= REVISIONS; revision++) {
    const load = await postLoad(collector.address, bodiesOf(answers, revision, batch), AT_A_TIME / batch);
    expect(load.acknowledged).toBe(ANSWERS);
  }
  const records = ANSWERS * REVISIONS;
  tell(`${name}: records a second`, (records / (performance.now() - begun)) * 1000);
  tell(
    `${name}: core-seconds of the collector, a million`,
    ((coreSeconds(pid) - ownBefore) / records) * MILLION,
  );
  const spent = database() - databaseBefore;
  if (spent > 0) tell(`${name}: core-seconds of the database, a million`, (spent / records) * MILLION);
  tell(`${name}: memory of the collector at most, MB`, peakMemoryMb(pid));
  await collector.stop();
}

/** Tells how many bytes an answer takes in PostgreSQL. */
async function tellSizes(url: string, when: string): Promise<void> {
  for (const [what, size] of [
    ['table', 'pg_table_size'],
    ['indexes', 'pg_indexes_size'],
  ]) {
    tell(
      `PostgreSQL: bytes of the ${what}, an answer, ${when}`,
      (await numberOf(url, `${size}('answer')`)) / ANSWERS,
    );
  }
}

async function numberOf(url: string, sql: string): Promise<number> {
  const [row] = await ask(url, `SELECT (${sql})::float8 AS value`);
  return Number(row.value);
}

describe('bytes and processor time of an answer', () => {
  it('in JSON', () => {
    const lengths = lifelikeAnswers(ANSWERS, uniformDraws(6)).map((one) => JSON.stringify(one).length);
    tell('bytes of an answer as JSON', lengths.reduce((sum, length) => sum + length, 0) / ANSWERS);
  });

  it('in SQLite', async () => {
    await collected('SQLite', { place: { file }, database: () => 0 });
    tell('SQLite: bytes of the file, an answer', statSync(file).size / ANSWERS);
  });

  if (postgres === undefined) return;
  const { url } = postgres;
  const postmaster = readFileSync(join(postgres.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0];
  const given = { place: { url }, database: () => coreSeconds(Number(postmaster)) };
  const logged = async (name: string, work: () => Promise<void>): Promise<void> => {
    const log = "pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";
    const before = await numberOf(url, log);
    await work();
    tell(`${name}: bytes of log, a record`, ((await numberOf(url, log)) - before) / ANSWERS / REVISIONS);
  };

  it('in PostgreSQL', async () => {
    await logged('PostgreSQL', () => collected('PostgreSQL', given));
    await tellSizes(url, 'after its revisions');
    await ask(url, 'VACUUM FULL answer');
    await tellSizes(url, 'packed');
    await logged('PostgreSQL, 50 a post', () => collected('PostgreSQL, 50 a post', { ...given, batch: 50 }));
  });

  if (clickhouse === undefined) return;
  it('handed on to ClickHouse', async () => {
    const server = await startClickhouse(clickhouse);
    const sink = await sinkUnderTest(url, server, 'scale');
    const feeder = await startCollector({ url }, ['--sink', sink.address]);
    while ((await sink.sunk()).length < 2 * ANSWERS) await passed(200);
    await logged('PostgreSQL with a queue', async () => {
      await collected('PostgreSQL with a queue', given);
      await sink.untilFed();
    });
    await feeder.kill();
    await tellBacklog(url, sink, given.database);
    await sink.ask('OPTIMIZE TABLE scale.answer FINAL');
    const bytes = await sink.ask(
      `SELECT sum(bytes_on_disk) / sum(rows) FROM system.parts WHERE active AND database = 'scale'`,
    );
    tell('ClickHouse: bytes on the disk, an answer, packed', Number(bytes));
    expect(await sink.sunk()).toEqual(await sink.stored());
    await server.remove();
  });
});

/** Hands on what has come while no feeder ran, and tells how fast that went. */
async function tellBacklog(url: string, sink: SinkUnderTest, database: () => number): Promise<void> {
  await ask(
    url,
    'INSERT INTO sink_change (id) SELECT id FROM generate_series(1, 5) AS pass, answer ORDER BY pass',
  );
  const changes = await numberOf(url, 'SELECT count(*) FROM sink_change');
  const feeder = await startCollector({ url }, ['--sink', sink.address]);
  const pid = feeder.child.pid ?? 0; // it has started
  const [begun, before, databaseBefore] = [performance.now(), coreSeconds(pid), database()];
  await sink.untilFed();
  tell('feeder: changes a second', (changes / (performance.now() - begun)) * 1000);
  tell(
    'feeder: core-seconds of its own, a million changes',
    ((coreSeconds(pid) - before) / changes) * MILLION,
  );
  tell(
    'feeder: core-seconds of PostgreSQL, a million changes',
    ((database() - databaseBefore) / changes) * MILLION,
  );
  tell('feeder: memory at most, MB', peakMemoryMb(pid));
  await feeder.stop();
}
