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
 * A number for a text, always the same.
 *
 * @example textDigest('gold') === textDigest('gold') // true
 */
export function textDigest(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * A number for one cell; the sum over a record's cells does not depend on the order of its columns.
 *
 * @param column digest of the column's name
 * @param value a score, or the digest of a text
 */
export function cellDigest(column: number, value: number): number {
  return Math.imul((column ^ value) + 0x9e3779b9, 0x85ebca6b) >>> 0;
}
