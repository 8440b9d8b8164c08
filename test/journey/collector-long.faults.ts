import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { AnswerStore } from '../../demo/collector/answer-store.ts';
import { postgresPools } from '../../demo/collector/postgres-pools.ts';
import { openPostgresStore } from '../../demo/collector/postgres-store.ts';
import { openSqliteStore } from '../../demo/collector/sqlite-store.ts';
import { idOf, record } from '../demo/collector/open-collector.ts';
import { findPlaces } from '../support/collector-places.ts';
import {
  peakMemoryMb,
  postRecords,
  startCollector,
  type CollectorProcess,
  type Place,
} from '../support/collector-process.ts';
import { recordCase } from '../support/fault-cases.ts';
import { head } from '../support/raw-http.ts';

const ROWS = 1_000_000;
const FILL_AT_ONCE = 1_000;
const EXPORT_MEMORY_MB = 100;
const SOCKETS = 300;
const SOCKETS_CLOSED_MS = 30_000;
const HONEST_SHARE = 0.95;

const { kinds, end } = await findPlaces();
const folder = mkdtempSync(join(tmpdir(), 'fourfold-long-'));
afterAll(async () => {
  await end();
  rmSync(folder, { recursive: true });
});

describe('collector that is held up', () => {
  it(`C12 serves honest visitors beside ${SOCKETS} sockets that hardly send, and closes those`, async () => {
    const collector = await startCollector({ file: join(folder, 'slow.db') }, ['--rate-limit', '0']);
    const begun = performance.now();
    const sockets = Array.from({ length: SOCKETS }, (_, at) => openSlow(collector, at));
    const allClosed = Promise.all(sockets.map(({ closed }) => closed));
    let isOver = false;
    void allClosed.then(() => (isOver = true));
    let asked = 0;
    let served = 0;
    while (!isOver && performance.now() - begun < SOCKETS_CLOSED_MS) {
      const { stored } = await postRecords(collector.address, [record(asked++)]);
      served += stored.length;
      await passed(50);
    }
    expect(isOver).toBe(true);
    expect(served / asked).toBeGreaterThanOrEqual(HONEST_SHARE);
    recordCase({
      name: 'C12 slow sockets',
      where: 'SQLite',
      given: asked,
      lost: asked - served,
      doubled: 0,
      resent: 0,
    });
    await collector.stop();
  });
});

interface SlowSocket {
  readonly closed: Promise<void>;
}

/** A third sends a head bit by bit, a third a body, a third one request and then nothing. */
function openSlow({ address }: CollectorProcess, at: number): SlowSocket {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  // ECONNRESET or EPIPE, once the other side has had enough.
  socket.on('error', () => undefined);
  socket.resume();
  const post = { 'Content-Type': 'application/json', 'Content-Length': '100000', Connection: '' };
  if (at % 3 === 0) drip(socket, 'POST /responses HTTP/1.1\r\n', 'X: y\r\n');
  else if (at % 3 === 1) drip(socket, head('POST', '/responses', post), ' ');
  else socket.write(head('GET', '/healthz', { Connection: '' }));
  return { closed };
}

function drip(socket: Socket, first: string, more: string): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(more), 1_000);
  socket.on('close', () => clearInterval(timer));
}

describe.each(kinds)('collector on $name with a million answers', (kind) => {
  it.each(['csv', 'ndjson'])('C15 exports each row once as %s while posts arrive', async (form) => {
    const place = await filled(kind.name, () => kind.make());
    const collector = await startCollector(place, ['--rate-limit', '0']);
    await warmUp(collector, form);
    const before = peakMemoryMb(collector.child.pid);
    let isReading = true;
    let posted = 0;
    const poster = (async (): Promise<void> => {
      while (isReading) {
        await postRecords(collector.address, [
          record(3 * ROWS + posted, { survey: 'meanwhile' }),
          record(posted, { revision: 2 }),
        ]);
        posted++;
      }
    })();
    const counted = await countRows(collector, form);
    isReading = false;
    await poster;
    const grown = peakMemoryMb(collector.child.pid) - before;
    const lost = counted.filter((rows) => rows === 0).length;
    const doubled = counted.filter((rows) => rows > 1).length;
    recordCase({
      name: `C15 export of a million, ${form}`,
      where: kind.name,
      given: ROWS,
      lost,
      doubled,
      resent: 0,
    });
    console.log(`C15 ${kind.name} ${form}: +${grown.toFixed(0)} MB, ${posted} posts meanwhile`);
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
    expect(posted).toBeGreaterThan(10);
    expect(grown).toBeLessThanOrEqual(EXPORT_MEMORY_MB);
    await collector.stop();
  });
});

const places = new Map<string, Promise<Place>>();
/** A place with a million answers, made once for both forms. */
function filled(name: string, make: () => Promise<Place>): Promise<Place> {
  const made = places.get(name) ?? fill(make);
  places.set(name, made);
  return made;
}

async function fill(make: () => Promise<Place>): Promise<Place> {
  const place = await make();
  const store: AnswerStore = await ('file' in place
    ? openSqliteStore(place.file)
    : openPostgresStore(postgresPools(place.url)));
  for (let first = 0; first < ROWS; first += FILL_AT_ONCE) {
    const records = Array.from({ length: FILL_AT_ONCE }, (_, at) => record(first + at));
    await store.put(records, new Date());
  }
  await store.close();
  return place;
}

/** Has every part of an export run before memory is measured. */
async function warmUp({ address, token }: CollectorProcess, form: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  await (await fetch(`${address}/export.${form}?survey=none`, { headers })).text();
}

/** How often each of the million ids stands in an export; what came while it was read is not counted. */
async function countRows({ address, token }: CollectorProcess, form: string): Promise<Uint8Array> {
  const counts = new Uint8Array(ROWS);
  const firstTime = timeOf(idOf(0));
  const response = await fetch(`${address}/export.${form}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (response.body === null) throw new Error('countRows: expected a body');
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(line)?.[0];
      const number = id === undefined ? -1 : timeOf(id) - firstTime;
      if (number >= 0 && number < ROWS) counts[number]++;
    }
  }
  expect(rest).toBe('');
  return counts;
}

/** The time in an id of version 7, in ms. */
function timeOf(id: string): number {
  return parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
