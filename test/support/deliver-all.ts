import { setTimeout as passed } from 'node:timers/promises';
import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { postRecords } from './collector-process.ts';

const SENDERS = 8;
/** How long a sender waits before it tries again. */
const PAUSE_MS = 20;

/**
 * Posts records one by one, by some senders at once, each until a receipt names it.
 *
 * @param address origin of a collector
 * @param each hears of every receipt: how many have come
 * @returns how many posts were sent again
 */
export async function deliverAll(
  address: string,
  given: readonly AnswerRecord[],
  each: (count: number) => void,
): Promise<number> {
  let next = 0;
  let received = 0;
  let resent = 0;
  const sender = async (): Promise<void> => {
    while (next < given.length) {
      const tries = await deliver(address, given[next++]);
      resent += tries - 1;
      each(++received);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return resent;
}

/** Sends a record until a receipt names it; gives how often it was sent. */
async function deliver(address: string, one: AnswerRecord): Promise<number> {
  for (let tries = 1; ; tries++) {
    try {
      const { stored, duplicate } = await postRecords(address, [one]);
      if ([...stored, ...duplicate].some(({ id }) => id === one.id)) return tries;
    } catch {
      await passed(PAUSE_MS); // no answer, or one that is no receipt: it is down, or its store is
    }
  }
}
