import { setTimeout as passed } from 'node:timers/promises';
import { clickhouseSink } from './clickhouse-sink.ts';
import { feedSink } from './feed-sink.ts';
import { queuePool } from './postgres-pools.ts';
import type { SinkAddress } from './sink-address.ts';
import { postgresQueue } from './sink-queue.ts';

/** What hands answers on beside a collector. */
export interface Feeder {
  /** Resolves once it has let go of the database; what was under way is handed on again by the next. */
  stop(): Promise<void>;
}

/**
 * Starts to hand answers on from PostgreSQL to ClickHouse; neither need be there yet.
 *
 * @param url of PostgreSQL
 * @param report told once of each outage
 */
export function startFeeder(url: string, address: SinkAddress, report: (problem: string) => void): Feeder {
  const stopping = new AbortController();
  const stopped = stopping.signal;
  const queue = postgresQueue(queuePool(url));
  const fed = feedSink({
    queue,
    sink: clickhouseSink(address, stopped),
    report,
    // It rejects with AbortError alone, once the feeder is stopped.
    wait: (ms) => passed(ms, undefined, { signal: stopped }).catch(() => undefined),
    random: Math.random,
    stopped,
  });
  return {
    async stop() {
      stopping.abort();
      await fed;
      await queue.close();
    },
  };
}
