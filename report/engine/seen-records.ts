/** What is known of a record that was read before. */
export type Sighting =
  | { readonly kind: 'new' }
  | { readonly kind: 'newer' | 'older' | 'repeated' | 'conflict'; readonly row: number };

/** Remembers the revision and digest of every id, so that a record counts once however often it comes. */
export class SeenRecords {
  readonly #rowOf = new Map<string, number>();
  readonly #revisions: number[] = [];
  readonly #digests: number[] = [];

  /** Says how a record stands to what came before, without remembering it. */
  look(id: string, revision: number, digest: number): Sighting {
    const row = this.#rowOf.get(id);
    if (row === undefined) return { kind: 'new' };
    if (revision > this.#revisions[row]) return { kind: 'newer', row };
    if (revision < this.#revisions[row]) return { kind: 'older', row };
    return { kind: this.#digests[row] === digest ? 'repeated' : 'conflict', row };
  }

  /** Remembers the record that now stands in a row. */
  keep(id: string, row: number, revision: number, digest: number): void {
    this.#rowOf.set(id, row);
    this.#revisions[row] = revision;
    this.#digests[row] = digest;
  }
}

/**
 * A number for one cell; the sum over a record's cells does not depend on the order of its columns.
 *
 * @example cellDigest('nps', '9') === cellDigest('nps', '9') // true
 */
export function cellDigest(column: string, value: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < column.length; at++) hash = Math.imul(hash ^ column.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ 0x1f, 0x01000193);
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
