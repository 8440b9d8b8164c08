import { grown } from './dictionary-builder.ts';

/** Comments beyond this many are counted, and not kept: they would fill the memory of a small machine. */
export const COMMENTS_KEPT_MAX = 300_000;

const PAGE_BYTES = 1 << 20;
/** Numbers kept of a comment: its record, its page, where it begins there, its length, and its source. */
const NUMBERS = 5;

/** A comment, and where it stands. */
export interface KeptComment {
  /** Index of the record in the columns. */
  readonly row: number;
  /** Name of its column. */
  readonly column: string;
  readonly text: string;
}

/** How bytes stand for a text: as they are, with a mark doubled in them, or with the escapes of JSON. */
export type Written = 'plain' | '""' | "''" | 'json';

/** A column of respondents' own words. */
export interface CommentColumn {
  readonly column: string;
  /** What stands behind a guard against formulas. */
  readonly textOf: (text: string) => string;
}

/**
 * Respondents' own words, by record: beside the columns, since no figure stands on them. They stay in their bytes
 * until somebody reads them.
 */
export class CommentTexts {
  readonly #pages: Uint8Array[] = [];
  #used = 0;
  #numbers = new Uint32Array(NUMBERS * 256);
  #kept = 0;
  readonly #sources: { readonly of: CommentColumn; readonly written: Written }[] = [];
  /** Of records that came again in a higher revision: what was kept before does not count. */
  readonly #from = new Map<number, number>();
  #left = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** Comments that were not kept, for want of room. */
  get left(): number {
    return this.#left;
  }

  /** Keeps a comment by its bytes, which are copied. */
  keep(
    row: number,
    of: CommentColumn,
    { bytes, start, end, written }: { bytes: Uint8Array; start: number; end: number; written: Written },
  ): void {
    if (this.#kept === COMMENTS_KEPT_MAX) {
      this.#left++;
      return;
    }
    const length = end - start;
    const page = this.#pageFor(length);
    page.set(bytes.subarray(start, end), this.#used);
    if (NUMBERS * this.#kept === this.#numbers.length)
      this.#numbers = grown(this.#numbers, new Uint32Array(2 * this.#numbers.length));
    const to = NUMBERS * this.#kept++;
    this.#numbers[to] = row;
    this.#numbers[to + 1] = this.#pages.length - 1;
    this.#numbers[to + 2] = this.#used;
    this.#numbers[to + 3] = length;
    this.#numbers[to + 4] = this.#sourceOf(of, written);
    this.#used += length;
  }

  /** As {@link keep}, of a text. */
  keepText(row: number, of: CommentColumn, text: string): void {
    const bytes = this.#encoder.encode(text);
    this.keep(row, of, { bytes, start: 0, end: bytes.length, written: 'plain' });
  }

  /** A higher revision of the record has come: its comments are told anew. */
  forget(row: number): void {
    this.#from.set(row, this.#kept);
  }

  /** Those that count and are not blank, in the order of the files. */
  *all(): Generator<KeptComment> {
    for (let at = 0; at < this.#kept; at++) {
      const [row, page, start, length, source] = this.#numbers.subarray(NUMBERS * at, NUMBERS * (at + 1));
      if (at < (this.#from.get(row) ?? 0)) continue;
      const { of, written } = this.#sources[source];
      const text = of.textOf(this.#read(this.#pages[page].subarray(start, start + length), written));
      if (text.trim() !== '') yield { row, column: of.column, text };
    }
  }

  #read(bytes: Uint8Array, written: Written): string {
    try {
      const text = this.#decoder.decode(bytes);
      if (written === 'plain') return text;
      return written === 'json'
        ? String(JSON.parse(`"${text}"`))
        : text.replaceAll(written, written.slice(1));
    } catch (error) {
      if (error instanceof TypeError) return '\uFFFD';
      throw error;
    }
  }

  #pageFor(length: number): Uint8Array {
    const last = this.#pages.at(-1);
    if (last && this.#used + length <= last.length) return last;
    this.#used = 0;
    const page = new Uint8Array(Math.max(PAGE_BYTES, length));
    this.#pages.push(page);
    return page;
  }

  #sourceOf(of: CommentColumn, written: Written): number {
    const known = this.#sources.findIndex((source) => source.of === of && source.written === written);
    return known >= 0 ? known : this.#sources.push({ of, written }) - 1;
  }
}
