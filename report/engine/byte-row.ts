const MINUS = 45;
const ZERO = 48;
const DIGITS_MAX = 9;

/** One row of a table as positions in a buffer: nothing is decoded until it is asked for. */
export class ByteRow {
  bytes: Uint8Array = new Uint8Array(0);
  /** The mark that stands doubled in escaped fields. */
  quote = 34;
  /** The line on which the row begins, counted from 1. */
  line = 1;
  count = 0;
  anyQuoted = false;
  /** Ends of the fields in {@link bytes}, and whether quotes in them are doubled; longer than the row. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  escaped = new Uint8Array(64);
  readonly #texts = new Map<number, string>();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** Appends a field: its bytes without the quotes around them; `escaped` when it holds doubled quotes. */
  add(start: number, end: number, quoted: boolean, escaped: boolean): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.escaped[this.count] = escaped ? 1 : 0;
    this.count++;
    if (quoted) this.anyQuoted = true;
  }

  /** Makes a row of so many empty fields, to be written in any order. */
  reset(count: number): void {
    while (this.starts.length < count) this.grow();
    this.count = count;
    this.anyQuoted = false;
    this.starts.fill(0, 0, count);
    this.ends.fill(0, 0, count);
    this.escaped.fill(0, 0, count);
    if (this.#texts.size > 0) this.#texts.clear();
  }

  /** Writes a field of a row that was reset. */
  set(field: number, start: number, end: number): void {
    this.starts[field] = start;
    this.ends[field] = end;
  }

  /** Writes a field whose text does not stand in the bytes; not empty. */
  setText(field: number, text: string): void {
    this.set(field, 0, 1);
    this.#texts.set(field, text);
  }

  clear(): void {
    this.count = 0;
    this.anyQuoted = false;
  }

  /** Where a field begins in {@link bytes}. */
  start(field: number): number {
    return this.starts[field];
  }

  /** Where it ends, the end not included. */
  end(field: number): number {
    return this.ends[field];
  }

  /** Its bytes are not its text: quotes in it are doubled. */
  isEscaped(field: number): boolean {
    return this.escaped[field] === 1;
  }

  /** Moves all positions: the buffer has lost that many bytes at its start. */
  shift(by: number): void {
    for (let field = 0; field < this.count; field++) {
      this.starts[field] -= by;
      this.ends[field] -= by;
    }
  }

  isEmpty(field: number): boolean {
    return this.starts[field] === this.ends[field];
  }

  /**
   * The text of a field.
   *
   * @throws TypeError when its bytes are not UTF-8
   */
  text(field: number): string {
    const given = this.#texts.size > 0 ? this.#texts.get(field) : undefined;
    if (given !== undefined) return given;
    const text = this.#decoder.decode(this.bytes.subarray(this.starts[field], this.ends[field]));
    if (this.escaped[field] === 0) return text;
    const mark = String.fromCharCode(this.quote);
    return text.replaceAll(mark + mark, mark);
  }

  /** The field as a whole number in its plain form (`7`, `-1`); undefined for everything else, also `07` and ` 7`. */
  whole(field: number): number | undefined {
    const start = this.starts[field];
    const end = this.ends[field];
    if (this.bytes[start] !== MINUS || start === end) {
      const value = plainWhole(this.bytes, start, end);
      return value < 0 ? undefined : value;
    }
    const value = plainWhole(this.bytes, start + 1, end);
    return value < 1 ? undefined : -value;
  }

  /** Makes room for twice as many fields. */
  grow(): void {
    const wider = <A extends Int32Array | Uint8Array>(from: A, to: A): A => {
      to.set(from);
      return to;
    };
    const length = this.starts.length * 2;
    this.starts = wider(this.starts, new Int32Array(length));
    this.ends = wider(this.ends, new Int32Array(length));
    this.escaped = wider(this.escaped, new Uint8Array(length));
  }
}

/**
 * A whole number from 0 on in its plain form, of nine digits at most; −1 for everything else.
 *
 * @example plainWhole(new TextEncoder().encode('42'), 0, 2) // 42
 */
export function plainWhole(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 1 || length > DIGITS_MAX || (bytes[start] === ZERO && length > 1)) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
