import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** What one case under faults has come to: a row of the table that `npm run test:faults` prints. */
export interface FaultCase {
  /** Number and name of the case, such as `C1 collector killed 20 times`. */
  readonly name: string;
  /** The browser or the store that went through it. */
  readonly where: string;
  /** Answers that were given, that were acknowledged and are nowhere, and that have two rows. */
  readonly given: number;
  readonly lost: number;
  readonly doubled: number;
  /** How many revisions went over the wire more than once. */
  readonly resent: number;
}

/** Whether cases run with their full counts, as `npm run test:faults` does, or with the small ones of `npm test`. */
export const FULL = process.env.FAULTS === 'full';

/** Adds a case to the table; without a table to add to, as in `npm test`, it does nothing. */
export function recordCase(row: FaultCase): void {
  const file = process.env.FAULT_CASES;
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, JSON.stringify(row) + '\n');
}

/**
 * Adds a case of the collector to the table.
 *
 * @param given ids that a receipt has named
 * @param stored ids of the rows that are there in the end
 */
export function recordStored(
  name: string,
  where: string,
  { given, stored, resent = 0 }: { given: readonly string[]; stored: readonly string[]; resent?: number },
): Pick<FaultCase, 'lost' | 'doubled'> {
  const unique = new Set(stored);
  const lost = given.filter((id) => !unique.has(id)).length;
  const doubled = stored.length - unique.size;
  recordCase({ name, where, given: given.length, lost, doubled, resent });
  return { lost, doubled };
}
