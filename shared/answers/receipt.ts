/** One revision of one record. */
export interface RevisionRef {
  readonly id: string;
  readonly revision: number;
}

/** A revision that the collector will not take, and why. */
export interface Refusal extends RevisionRef {
  readonly code: string;
  readonly reason: string;
}

/**
 * The collector's word that answers are safe: `stored` now, or already there (`duplicate`, naming the revision that
 * is stored), or `refused`. A record that is in none of the three has not been acknowledged.
 */
export interface Receipt {
  readonly stored: readonly RevisionRef[];
  readonly duplicate: readonly RevisionRef[];
  readonly refused: readonly Refusal[];
}

/**
 * A receipt read from a response's parsed body; undefined when it is not one, as a captive portal's `{}`.
 *
 * @example parseReceipt({ stored: [{ id: 'a', revision: 2 }] })?.stored.length // 1
 * @example parseReceipt({}) // undefined
 */
export function parseReceipt(body: unknown): Receipt | undefined {
  if (!isObject(body)) return undefined;
  const lists = [body.stored, body.duplicate, body.refused];
  if (lists.every((list) => list === undefined)) return undefined;
  if (!lists.every((list) => list === undefined || (Array.isArray(list) && list.every(isRevisionRef)))) {
    return undefined;
  }
  const [stored, duplicate, refused] = lists as [RevisionRef[]?, RevisionRef[]?, Partial<Refusal>[]?]; // checked above
  return {
    stored: stored ?? [],
    duplicate: duplicate ?? [],
    refused: (refused ?? []).map((item) => ({
      ...(item as RevisionRef), // isRevisionRef held for each item
      code: text(item.code, 'refused'),
      reason: text(item.reason, ''),
    })),
  };
}

function isRevisionRef(item: unknown): item is RevisionRef {
  return isObject(item) && typeof item.id === 'string' && Number.isInteger(item.revision);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}
