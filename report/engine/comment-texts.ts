/** Comments beyond this many are counted, and not kept: they would fill the memory of a small machine. */
export const COMMENTS_KEPT_MAX = 300_000;

/** A comment, and where it stands. */
export interface KeptComment {
  /** Index of the record in the columns. */
  readonly row: number;
  /** Name of its column. */
  readonly column: string;
  readonly text: string;
}

/** Respondents' own words, by record: beside the columns, since no figure stands on them. */
export class CommentTexts {
  readonly #kept: KeptComment[] = [];
  /** Of records that came again in a higher revision: what was kept before does not count. */
  readonly #from = new Map<number, number>();
  #left = 0;

  /** Comments that were not kept, for want of room. */
  get left(): number {
    return this.#left;
  }

  /** @param read gives the text; not asked for when there is no room */
  keep(row: number, column: string, read: () => string): void {
    if (this.#kept.length >= COMMENTS_KEPT_MAX) {
      this.#left++;
      return;
    }
    const text = read();
    if (text.trim() !== '') this.#kept.push({ row, column, text });
  }

  /** A higher revision of the record has come: its comments are told anew. */
  forget(row: number): void {
    this.#from.set(row, this.#kept.length);
  }

  /** Those that count, in the order of the files. */
  *all(): Generator<KeptComment> {
    for (let at = 0; at < this.#kept.length; at++) {
      const comment = this.#kept[at];
      if (at >= (this.#from.get(comment.row) ?? 0)) yield comment;
    }
  }
}
