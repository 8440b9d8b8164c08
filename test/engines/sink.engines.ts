import { readFileSync } from 'node:fs';
import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { idOf, record } from '../demo/collector/open-collector.ts';
import { uniformDraws } from '../../shared/statistics/normal-draws.ts';
import { postRecords } from '../support/collector-process.ts';
import { erase, inDatabase, startScenes, until, type Scene } from './sink-scenes.ts';

const KILLS = 10;
/** Longest that a feeder lives before it is killed, in ms; it is up after about 500. */
const LONGEST_LIFE_MS = 3_000;
const EARLIER_ANSWERS = 3_000;
const PASSWORD = 'secret-of-the-sink';
/** What `demo/collector/README.md` says to do with answers that PostgreSQL need no longer hold. */
const PRUNING =
  /```sql\n(BEGIN;\n.*?COMMIT;)\n```/s.exec(readFileSync('demo/collector/README.md', 'utf8'))?.[1] ?? '';
/** How long removed rows may stay on the disk here, in ms. */
const REMOVED_MS = 20_000;

const { open, postgres, clickhouse, end } = await startScenes(PASSWORD);
afterAll(() => end());

/** Posts new answers, higher revisions of earlier ones and erasures until it is told to stop; gives how many of each. */
async function goOn(
  { collector }: Scene,
  random: () => number,
  first: number,
  isOver: () => boolean,
): Promise<{ answers: number; revisions: number; erasures: number }> {
  let answers = 0;
  let revisions = 0;
  let erasures = 0;
  while (!isOver()) {
    const fresh = Array.from({ length: 1 + Math.floor(random() * 40) }, () => {
      const at = first + answers++;
      return record(at, { context: { customer: String(at % 500) } });
    });
    const revised = Array.from({ length: Math.floor(random() * 20) }, () => {
      const at = Math.floor(random() * (first + answers));
      return record(at, { revision: 2 + revisions++, context: { customer: String(at % 500) } });
    });
    await postRecords(collector.address, [...fresh, ...revised]);
    if (random() < 0.1) {
      await erase(collector, String(Math.floor(random() * 500)));
      erasures++;
    }
  }
  return { answers, revisions, erasures };
}

describe('fourfold collect --sink', () => {
  it(`holds what the store holds after ${KILLS} SIGKILLs, while answers, revisions and erasures go on`, async () => {
    const scene = await open();
    const { collector, sink } = scene;
    const random = uniformDraws(8);
    for (let at = 0; at < EARLIER_ANSWERS; at += 500) {
      const some = Array.from({ length: 500 }, (_, more) => at + more);
      await postRecords(
        collector.address,
        some.map((number) => record(number, { context: { customer: String(number % 500) } })),
      );
    }
    let isOver = false;
    const going = goOn(scene, random, EARLIER_ANSWERS, () => isOver);
    const lives = uniformDraws(9);
    for (let kill = 0; kill < KILLS; kill++) {
      const feeder = await scene.feeder();
      await passed(lives() * LONGEST_LIFE_MS);
      await feeder.kill();
    }
    const last = await scene.feeder();
    await passed(1_000);
    isOver = true;
    const given = await going;
    await sink.untilFed();
    const stored = await sink.stored();
    expect(await sink.sunk()).toEqual(stored);
    console.log(`sink: ${JSON.stringify(given)}, ${stored.length} left, equal after ${KILLS} kills`);
    expect(given.erasures).toBeGreaterThan(KILLS);
    expect(last.output()).not.toContain(PASSWORD);
  });

  it('hands on what commits late with a lower number', async () => {
    const { url, sink, feeder } = await open();
    await feeder();
    await until('the queue', 10_000, async () => (await sink.due()) !== undefined);
    await inDatabase(url, async (early) => {
      await early.query('BEGIN');
      await early.query(insertion(1));
      await inDatabase(url, (late) => late.query(insertion(2)));
      await until('the second answer', 20_000, async () => (await sink.sunk()).length === 1);
      expect((await sink.sunk()).map(({ id }) => id)).toEqual([idOf(2)]);
      await early.query('COMMIT');
    });
    await sink.untilFed();
    expect(await sink.sunk()).toEqual(await sink.stored());
    expect(await sink.sunk()).toHaveLength(2);
  });

  it('ends with the last revision where a change is under way while an empty sink is filled', async () => {
    const { url, collector, sink, feeder } = await open();
    await postRecords(collector.address, [record(1), record(2)]);
    await inDatabase(url, async (client) => {
      const first = await feeder();
      await sink.untilFed();
      await first.kill();
      await sink.ask(`DROP TABLE ${sink.name}.answer`);
      await client.query('BEGIN');
      await client.query(`UPDATE answer SET revision = 7 WHERE id = '${idOf(1)}'`);
      await client.query(`DELETE FROM answer WHERE id = '${idOf(2)}'`);
      await feeder();
      await passed(2_000);
      await client.query('COMMIT');
    });
    await until('the last revision', 20_000, async () => (await sink.sunk())[0]?.revision === 7);
    await sink.untilFed();
    expect(await sink.sunk()).toEqual(await sink.stored());
  });

  it('leaves nothing of an erased answer but its id, and takes one back that comes again', async () => {
    const { url, collector, sink, feeder } = await open();
    await feeder();
    const context = { customer: '7' };
    await postRecords(collector.address, [record(1, { context, revision: 5 }), record(2)]);
    await until('both answers', 20_000, async () => (await sink.sunk()).length === 2);
    await erase(collector, '7');
    await until('one answer', 20_000, async () => (await sink.sunk()).length === 1);
    const rows = `SELECT * FROM ${sink.name}.answer WHERE id = '${idOf(1)}' FORMAT JSONEachRow`;
    await until('its removal', REMOVED_MS, async () => {
      const lines = (await sink.ask(rows)).trim().split('\n');
      return lines.length === 1 && lines[0].includes('"payload":""') && lines[0].includes('"survey":""');
    });
    // As after 400 days, when its hash is forgotten.
    await inDatabase(url, (client) => client.query('DELETE FROM tombstone'));
    await postRecords(collector.address, [record(1, { context, revision: 2 })]);
    await until('it again', 20_000, async () => (await sink.sunk()).length === 2);
    expect(await sink.sunk()).toEqual(await sink.stored());
  });

  it('keeps what is taken out of PostgreSQL as the README says, but for what it has not been told', async () => {
    const { url, collector, sink, feeder } = await open();
    const feeding = await feeder();
    await postRecords(collector.address, [record(1), record(2), record(3)]);
    await until('three answers', 20_000, async () => (await sink.sunk()).length === 3);
    await feeding.kill();
    await postRecords(collector.address, [record(3, { revision: 2 })]);
    await inDatabase(url, (client) => client.query(PRUNING.replace("'90 days'", "'0 days'")));
    expect((await sink.stored()).map(({ id }) => id)).toEqual([idOf(3)]);
    await postRecords(collector.address, [record(2, { revision: 4 })]);
    await feeder();
    await sink.untilFed();
    expect((await sink.sunk()).map(({ revision }) => revision)).toEqual([1, 4, 2]);
  });

  it('collects while the sink is down, says so once, and hands on when it is back', async () => {
    const { collector, sink, feeder } = await open();
    const feeding = await feeder();
    await postRecords(collector.address, [record(1)]);
    await until('the first answer', 20_000, async () => (await sink.sunk()).length === 1);
    await clickhouse.end('SIGKILL');
    for (let at = 2; at < 200; at++) await postRecords(feeding.address, [record(at)]);
    await passed(6_000);
    expect(feeding.output().match(/sink unavailable \(\w+\)/g)).toHaveLength(1);
    expect(await sink.due()).toBe(198);
    await clickhouse.start();
    await sink.untilFed();
    expect(await sink.sunk()).toEqual(await sink.stored());
    expect(await feeding.stop()).toBe(0);
    expect(feeding.output()).not.toContain(PASSWORD);
  });

  it('goes on by itself when PostgreSQL is killed, and holds what the store holds', async () => {
    const { collector, sink, feeder } = await open();
    const feeding = await feeder();
    await postRecords(collector.address, [record(1)]);
    await until('the first answer', 20_000, async () => (await sink.sunk()).length === 1);
    await postRecords(collector.address, [record(1, { revision: 2 }), record(2)]);
    await postgres.kill();
    await passed(2_500);
    await postgres.start();
    expect(feeding.output().match(/sink not fed: store unavailable/g)).toHaveLength(1);
    await sink.untilFed();
    await until('a receipt', 20_000, async () => {
      const reply = await fetch(`${collector.address}/responses`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ records: [record(3)] }),
      });
      return reply.ok;
    });
    await until('the third answer', 20_000, async () => (await sink.sunk()).length === 3);
    expect(await sink.sunk()).toEqual(await sink.stored());
  });

  it('is told that the password is wrong by its code, and goes on collecting', async () => {
    const { sink, feeder } = await open();
    const wrong = sink.address.replace(PASSWORD, 'other-secret');
    const feeding = await feeder(wrong);
    await until('a line', 10_000, () =>
      Promise.resolve(feeding.output().includes('sink refused (ClickHouse')),
    );
    expect((await postRecords(feeding.address, [record(1)])).stored).toHaveLength(1);
    expect(feeding.output()).not.toContain('other-secret');
  });

  it('has one feeder at a time where two collectors name the sink, and both stop at once', async () => {
    const { collector, sink, feeder } = await open();
    const both = [await feeder(), await feeder()];
    for (let at = 0; at < 20; at++) {
      await postRecords(collector.address, [record(at), record(at + 1, { revision: at + 2 })]);
    }
    await until('the queue', 10_000, async () => (await sink.due()) === 0);
    expect(await sink.sunk()).toEqual(await sink.stored());
    expect(await Promise.all(both.map((each) => each.stop()))).toEqual([0, 0]);
  });
});

/** A row that a program writes beside the collectors, without their lock. */
function insertion(number: number): string {
  const payload = JSON.stringify(record(number));
  return `INSERT INTO answer (id, revision, survey, shown_day, received_at, payload_hash, payload)
    VALUES ('${idOf(number)}', 1, 'airport', '2026-02-27', now(), '', '${payload}')`;
}
