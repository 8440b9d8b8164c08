import { afterAll, describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { record } from '../demo/collector/open-collector.ts';
import { startBalancer, type Break } from '../support/balancer.ts';
import { findPlaces } from '../support/collector-places.ts';
import { startCollector, type CollectorProcess } from '../support/collector-process.ts';
import { deliverAll } from '../support/deliver-all.ts';
import { FULL, recordStored } from '../support/fault-cases.ts';
import { freePort } from '../support/free-port.ts';
import { uniformDraws } from '../../shared/statistics/normal-draws.ts';

const ANSWERS = FULL ? 5_000 : 150;
const REVISIONS = 3;
const KILLS = FULL ? 10 : 2;
/** Shares of the posts whose line breaks before and after they are kept. */
const [BREAK_BEFORE, BREAK_AFTER] = [0.15, 0.15];

const { kinds, end } = await findPlaces();
afterAll(() => end());

/** All revisions of all answers, each with a payload that tells it, in an order that mixes them. */
function revisionsOf(count: number, random: () => number): AnswerRecord[] {
  return Array.from({ length: count * REVISIONS }, (_, at) => {
    const revision = 1 + (at % REVISIONS);
    return record(Math.floor(at / REVISIONS), { revision, answers: { csat: revision } });
  })
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

async function exported({ address, token }: CollectorProcess): Promise<AnswerRecord[]> {
  const headers = { Authorization: `Bearer ${token}` };
  const text = await (await fetch(`${address}/export.ndjson`, { headers })).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AnswerRecord); // NDJSON
}

describe.each(kinds)('two collectors behind one address on one $name', (kind) => {
  it(`have each of ${ANSWERS} answers once in its highest revision, while lines break and one is killed ${KILLS} times`, async () => {
    const place = await kind.make();
    const port = await freePort();
    const steady = await startCollector(place, ['--rate-limit', '0']);
    let mortal = await startCollector(place, ['--rate-limit', '0'], { port });
    const random = uniformDraws(2);
    const balancer = await startBalancer([steady.address, mortal.address], (): Break => {
      const drawn = random();
      if (drawn < BREAK_BEFORE) return 'before';
      return drawn < BREAK_BEFORE + BREAK_AFTER ? 'after' : undefined;
    });
    const given = revisionsOf(ANSWERS, uniformDraws(1));
    const every = Math.floor(given.length / (KILLS + 1));
    let restarts = Promise.resolve();
    const restart = async (): Promise<void> => {
      await mortal.kill();
      mortal = await startCollector(place, ['--rate-limit', '0'], { port });
    };
    const resent = await deliverAll(balancer.address, given, (count) => {
      if (count % every === 0 && count / every <= KILLS) restarts = restarts.then(restart);
    });
    await restarts;
    await balancer.close();

    const kept = await exported(mortal);
    expect(await exported(steady)).toEqual(kept);
    const ids = [...new Set(given.map(({ id }) => id))];
    const stored = kept.map(({ id }) => id);
    const name = 'two collectors, one store';
    expect(recordStored(name, kind.name, { given: ids, stored, resent })).toEqual({ lost: 0, doubled: 0 });
    expect(stored).toHaveLength(ANSWERS);
    const highest = record(0, { revision: REVISIONS, answers: { csat: REVISIONS } });
    expect(new Set(kept.map(({ revision, answers }) => JSON.stringify({ revision, answers })))).toEqual(
      new Set([JSON.stringify({ revision: highest.revision, answers: highest.answers })]),
    );
    // Else nothing was tested.
    expect(Math.min(...balancer.answered, balancer.broken.before, balancer.broken.after)).toBeGreaterThan(
      ANSWERS * 0.15,
    );
    await Promise.all([steady.stop(), mortal.stop()]);
    expect((await kind.inspect(place)).isWhole).toBe(true);
  });
});
