import type { RevisionRef } from './receipt.ts';

/**
 * The highest revision of each id, once, in order of first appearance. Of two records with the same id and revision
 * the first stands.
 *
 * @example latestRevision([{ id: 'a', revision: 1 }, { id: 'a', revision: 2 }]) // [{ id: 'a', revision: 2 }]
 */
export function latestRevision<R extends RevisionRef>(records: Iterable<R>): R[] {
  const latest = new Map<string, R>();
  for (const record of records) {
    const known = latest.get(record.id);
    if (known === undefined || record.revision > known.revision) latest.set(record.id, record);
  }
  return [...latest.values()];
}
