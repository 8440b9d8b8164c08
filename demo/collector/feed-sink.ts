import { problemOf } from './problem-of.ts';
import type { SinkQueue } from './sink-queue.ts';
import { SinkFailure } from './sink.ts';
import type { Sink } from './sink.ts';

/** How long a queue that was empty is left alone, in ms: ClickHouse wants few inserts rather than small ones. */
const IDLE_MS = 1_000;
/** Longest wait before the first try after a failure, in ms; each next one is twice as long. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** What a feeder works with. */
interface Feeding {
  readonly queue: SinkQueue;
  readonly sink: Sink;
  /** Told once of each outage; never of an answer, an address or a password. */
  readonly report: (problem: string) => void;
  /** Resolves after so many ms, or once the feeder is stopped. */
  readonly wait: (ms: number) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly stopped: AbortSignal;
}

/**
 * Hands on to a sink what changes in the store, a batch at a time, until it is stopped. What fails is done again,
 * ever later; meanwhile changes wait in the queue and not in memory.
 *
 * @returns resolves once it has stopped
 */
export async function feedSink(feeding: Feeding): Promise<void> {
  const { report, wait, random, stopped } = feeding;
  let failures = 0;
  const recovered = (): void => {
    failures = 0;
  };
  while (!stopped.aborted) {
    try {
      await feedOn(feeding, recovered);
    } catch (error) {
      if (stopped.aborted) return;
      if (failures === 0) report(`${outageOf(error)}; answers are collected, and wait in the database`);
      const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
      failures++;
      await wait(random() * most);
    }
  }
}

async function feedOn({ queue, sink, wait, stopped }: Feeding, recovered: () => void): Promise<void> {
  const newest = await sink.newestVersion();
  const mayLack = await queue.open(newest);
  if (mayLack || newest === 0) await queue.fill();
  // Last, as an empty sink is the sign that the queue has to be filled.
  await sink.create();
  while (!stopped.aborted) {
    const isMore = await queue.feed((rows) => sink.put(rows));
    recovered();
    if (!isMore) await wait(IDLE_MS);
  }
}

function outageOf(error: unknown): string {
  if (error instanceof SinkFailure) return `sink ${error.code} (${error.reason})`;
  return `sink not fed: ${problemOf(error)}`;
}
