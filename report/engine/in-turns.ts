import { otherTurns } from '../other-turns.ts';

/** So much work is done at a stretch, in ms: a later question waits no longer. */
const STRETCH_MS = 20;

/**
 * Runs what pauses to its end, and lets others have their turn now and then.
 *
 * @param isNeedless asked after each turn of others: true gives the work up
 * @param now a clock in ms
 * @returns undefined when it was given up
 */
export async function inTurns<T>(
  steps: Generator<undefined, T>,
  isNeedless: () => boolean,
  now: () => number = () => performance.now(),
): Promise<T | undefined> {
  await otherTurns();
  let began = now();
  while (!isNeedless()) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() - began < STRETCH_MS) continue;
    await otherTurns();
    began = now();
  }
  return undefined;
}
