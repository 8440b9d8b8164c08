import { answersTo, type Counted } from '../summary/marginal.ts';
import type { ScaleRole } from '../summary/summary.ts';

/** A question that was asked on a scale, and how many answered it: what a figure that is absent lacks. */
export interface Asked {
  /** Column key. */
  readonly key: string;
  readonly role: ScaleRole;
  readonly n: number;
}

/**
 * The answers to every question on a scale, those too few for a figure included.
 *
 * @param slice not mutated
 * @returns by column key
 * @example asked(slice).find(({ role }) => role === 'nps')?.n // 1
 */
export function asked(slice: Counted): Asked[] {
  return slice.columns.map(({ key, role }) => ({
    key,
    role,
    n: answersTo(slice, key),
  }));
}
