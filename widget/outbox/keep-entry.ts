import { byteLength } from './byte-length.ts';
import type { Entry } from './outbox-store.ts';

/** Most answers kept for one endpoint. */
export const MAX_ENTRIES = 1_000;
/** Most bytes of records kept for one endpoint. */
export const MAX_BYTES = 2 * 1024 * 1024;

/**
 * The entries with one more, behind all others, in place of a lower revision of its record; a higher one that is there stays. Where the
 * endpoint's share is full they stay as they are: nothing that is kept makes way.
 */
export function keepEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const old = entries.find(({ id }) => id === entry.id);
  if (old) {
    if (old.revision >= entry.revision) return entries;
    return entries.map((other) => (other === old ? { ...entry, seq: old.seq } : other));
  }
  const others = entries.filter(({ endpoint }) => endpoint === entry.endpoint);
  const size = others.reduce((sum, { body }) => sum + byteLength(body), byteLength(entry.body));
  if (others.length >= MAX_ENTRIES || size > MAX_BYTES) return entries;
  return [...entries, { ...entry, seq: Math.max(entry.seq, (entries.at(-1)?.seq ?? 0) + 1) }];
}
