import { afterAll, describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { record } from '../demo/collector/open-collector.ts';
import { findPlaces } from '../support/collector-places.ts';
import {
  peakMemoryMb,
  postRecords,
  startCollector,
  storedIds,
  type CollectorProcess,
} from '../support/collector-process.ts';
import { deliverAll } from '../support/deliver-all.ts';
import { FULL, recordStored } from '../support/fault-cases.ts';
import { freePort } from '../support/free-port.ts';
import { latencyAt, postLoad } from '../support/post-load.ts';

const KILLS = FULL ? 20 : 2;
const KILLED_POSTS = FULL ? 10_000 : 150;
const SERVER_KILLS = FULL ? 5 : 1;
const START_LIMIT_MS = 2_000;
const LOAD_POSTS = FULL ? 10_000 : 600;
const AT_A_TIME = 200;
const P99_LIMIT_MS = 1_000;
const MEMORY_LIMIT_MB = 300;
const PAIRS = FULL ? 1_000 : 50;

const { kinds, mortal, end } = await findPlaces();
afterAll(() => end());

const records = (count: number): AnswerRecord[] => Array.from({ length: count }, (_, at) => record(at));

/** Adds to the table what came of it, and holds that each given record is there once. */
function settle(
  name: string,
  where: string,
  given: readonly AnswerRecord[],
  stored: string[],
  resent: number,
): void {
  const came = recordStored(name, where, { given: given.map(({ id }) => id), stored, resent });
  expect({ ...came, rows: stored.length }).toEqual({ lost: 0, doubled: 0, rows: given.length });
}

describe.each(kinds)('collector on $name', (kind) => {
  it(`C1 has each receipted answer once after kill -9, ${KILLS} times in ${KILLED_POSTS} posts`, async () => {
    const place = await kind.make();
    const port = await freePort();
    const given = records(KILLED_POSTS);
    let collector = await startCollector(place, ['--rate-limit', '0'], { port });
    const address = collector.address;
    const starts: number[] = [];
    let restarts = Promise.resolve();
    const restart = async (): Promise<void> => {
      await collector.kill();
      const begun = performance.now();
      collector = await startCollector(place, ['--rate-limit', '0'], { port });
      starts.push(performance.now() - begun);
    };
    const every = Math.floor(KILLED_POSTS / (KILLS + 1));
    const resent = await deliverAll(address, given, (count) => {
      if (count % every === 0 && count / every <= KILLS) restarts = restarts.then(restart);
    });
    await restarts;
    expect(starts).toHaveLength(KILLS);
    if (FULL) expect(Math.max(...starts)).toBeLessThanOrEqual(START_LIMIT_MS);
    settle('C1 collector killed', kind.name, given, await storedIds(collector), resent);
    await collector.stop();
    expect((await kind.inspect(place)).isWhole).toBe(true);
  });

  it(`C3 keeps ${LOAD_POSTS} posts that come ${AT_A_TIME} at a time`, async () => {
    const collector = await startCollector(await kind.make(), ['--rate-limit', '0']);
    const given = records(LOAD_POSTS);
    const bodies = given.map((one) => Buffer.from(JSON.stringify({ records: [one] })));
    const load = await postLoad(collector.address, bodies, AT_A_TIME);
    const memory = peakMemoryMb(collector.child.pid);
    expect(load.statuses).toEqual(new Map([[200, LOAD_POSTS]]));
    settle('C3 posts at a time', kind.name, given, await storedIds(collector), 0);
    await collector.stop();
    expect(memory).toBeLessThanOrEqual(MEMORY_LIMIT_MB);
    if (FULL) expect(latencyAt(0.99, load)).toBeLessThanOrEqual(P99_LIMIT_MS);
  });

  it(`C4 has one row of what ${PAIRS} pairs of posts bring at once to two collectors on one database`, async () => {
    const place = await kind.make();
    const first = await startCollector(place, ['--rate-limit', '0']);
    const second = await startCollector(place, ['--rate-limit', '0']);
    const given = records(PAIRS);
    const outcomes: string[] = [];
    for (const one of given) {
      const receipts = await Promise.all([first, second].map(({ address }) => postRecords(address, [one])));
      const count = (list: 'stored' | 'duplicate'): number => receipts.flatMap((each) => each[list]).length;
      outcomes.push(`${count('stored')} stored, ${count('duplicate')} duplicate`);
    }
    expect(new Set(outcomes)).toEqual(new Set(['1 stored, 1 duplicate']));
    settle('C4 the same twice at once', kind.name, given, await storedIds(first), PAIRS);
    await holdsRevisions(first, second, given[0]);
    await Promise.all([first.stop(), second.stop()]);
  });

  it('C9 keeps SQL in every field as it is, and its tables', async () => {
    const place = await kind.make();
    const collector = await startCollector(place);
    const before = (await kind.inspect(place)).schema;
    const sql = [
      `'; DROP TABLE answer; --`,
      `" OR ""="`,
      `$1) ; DELETE FROM answer; --`,
      `\\'; SELECT 1; --`,
      `%_'||(SELECT 1)||'`,
    ];
    const given = sql.map((text, at) =>
      record(at, {
        locale: text,
        page: text,
        context: { tier: text },
        answers: { why: text, reason: { other: text } },
      }),
    );
    const receipt = await postRecords(collector.address, [
      ...given,
      ...sql.map((text, at) => ({ ...record(100 + at), id: text })),
      ...sql.map((text, at) => ({ ...record(200 + at), survey: text, shownAt: text })),
    ]);
    expect(receipt.stored).toHaveLength(sql.length);
    expect(receipt.refused.map(({ code }) => code)).toEqual(Array(2 * sql.length).fill('invalid'));
    const headers = { Authorization: `Bearer ${collector.token}` };
    for (const text of sql) {
      const query = new URLSearchParams({ survey: text, from: text, [text]: text });
      const refused = await fetch(`${collector.address}/export.csv?${query}`, { headers });
      const erased = await fetch(
        `${collector.address}/responses?${new URLSearchParams({ 'context.other': text })}`,
        { method: 'DELETE', headers },
      );
      expect([refused.status, erased.status, await erased.json()]).toEqual([400, 200, { removed: 0 }]);
    }
    const exported = await (await fetch(`${collector.address}/export.ndjson`, { headers })).text();
    const kept = exported
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AnswerRecord); // NDJSON
    expect(kept.map(({ answers, context, page }) => [answers, context, page])).toEqual(
      given.map(({ answers, context, page }) => [answers, context, page]),
    );
    settle('C9 SQL in every field', kind.name, given, await storedIds(collector), 0);
    await collector.stop();
    expect((await kind.inspect(place)).schema).toEqual(before);
  });
});

/** The rest of C4: other payload, higher and lower revision, each by the other collector. */
async function holdsRevisions(first: CollectorProcess, second: CollectorProcess, one: AnswerRecord) {
  const other = await postRecords(second.address, [{ ...one, answers: { csat: 1 } }]);
  expect(other).toMatchObject({ stored: [], refused: [{ id: one.id, code: 'conflict' }] });
  await postRecords(first.address, [{ ...one, revision: 5 }]);
  const lower = await postRecords(second.address, [{ ...one, revision: 3, answers: { csat: 2 } }]);
  expect(lower).toEqual({ stored: [], duplicate: [{ id: one.id, revision: 5 }], refused: [] });
}

if (mortal !== undefined) {
  const { server, kind } = mortal;
  describe('collector whose PostgreSQL is killed', () => {
    it(`C1 has each receipted answer once after ${SERVER_KILLS} kills, without a restart of its own`, async () => {
      const place = await kind.make();
      const collector = await startCollector(place, ['--rate-limit', '0']);
      const given = records(FULL ? 2_000 : 100);
      const every = Math.floor(given.length / (SERVER_KILLS + 1));
      let restarts = Promise.resolve();
      const resent = await deliverAll(collector.address, given, (count) => {
        if (count % every !== 0 || count / every > SERVER_KILLS) return;
        restarts = restarts.then(() => server.kill()).then(() => server.start());
      });
      await restarts;
      settle('C1 PostgreSQL killed', server.version, given, await storedIds(collector), resent);
      expect(await collector.stop()).toBe(0);
      expect((await kind.inspect(place)).isWhole).toBe(true);
    });
  });
}
