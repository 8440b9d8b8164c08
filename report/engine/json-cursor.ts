import { ByteDictionary } from './byte-dictionary.ts';

const QUOTE = 34;
const COMMA = 44;
const ZERO = 48;
const COLON = 58;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];
const DIGITS_MAX = 9;
const ESCAPED: ReadonlySet<number> = new Set(Array.from('"\\/bfnrt', (sign) => sign.charCodeAt(0)));
/** Signs of a form that stand for a digit, and for one of a hexadecimal number in small letters. */
const [DIGIT, HEX] = [ZERO, 97];

/** Thrown when a line is not as most lines are; its reader catches it. */
export const ODD = new Error('a line that has to be parsed');

/** Throws {@link ODD} unless a condition holds. */
export function require(holds: boolean): void {
  if (!holds) throw ODD;
}

/**
 * A form for {@link JsonCursor.isOf}: `0` stands for a digit, `a` for one of a hexadecimal number, others for
 * themselves.
 *
 * @example formOf('0000-00-00')
 */
export function formOf(form: string): Uint8Array {
  return Uint8Array.from(form, (sign) => sign.charCodeAt(0));
}

/** Steps through the bytes of one line of JSON. Whatever it does not know by heart makes it throw {@link ODD}. */
export class JsonCursor {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  end = 0;
  /** Ends of the text or number read last. */
  from = 0;
  to = 0;
  /** There are escapes in the text read last. */
  escaped = false;
  readonly #checked = new Map<RegExp, { known: ByteDictionary; good: boolean[] }>();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  list(pattern: RegExp, take: (word: string) => void): void {
    this.expect(OPEN_LIST);
    if (this.bytes[this.blanks()] === CLOSE_LIST) {
      this.at++;
      return;
    }
    for (;;) {
      this.text();
      require(this.checks(pattern, this.from, this.to));
      take(this.ascii(this.from, this.to));
      if (this.bytes[this.blanks()] !== COMMA) break;
      this.at++;
    }
    this.expect(CLOSE_LIST);
  }

  /** @param take is told before each value; its key is the text read last */
  object(take: () => void): void {
    this.expect(OPEN);
    if (this.bytes[this.blanks()] === CLOSE) {
      this.at++;
      return;
    }
    for (;;) {
      this.text();
      this.expect(COLON);
      take();
      if (this.bytes[this.blanks()] !== COMMA) break;
      this.at++;
    }
    this.expect(CLOSE);
  }

  /** Finds a text's ends, without its quotes. Signs that are escaped by a letter may stand in it where asked. */
  text(escapes = false): void {
    this.expect(QUOTE);
    const bytes = this.bytes;
    const start = this.at;
    let wide = false;
    this.escaped = false;
    let at = start;
    for (; at < this.end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        require(escapes && ESCAPED.has(bytes[++at]));
        this.escaped = true;
        continue;
      }
      if (byte < 32) throw ODD;
      if (byte > 127) wide = true;
    }
    require(at < this.end);
    if (wide) this.#decodes(start, at);
    this.at = at + 1;
    this.from = start;
    this.to = at;
  }

  /** The text read last, when there are escapes in it. */
  unescaped(): string {
    const text = this.#decoder.decode(this.bytes.subarray(this.from, this.to));
    return String(JSON.parse(`"${text}"`));
  }

  #decodes(start: number, end: number): void {
    try {
      this.#decoder.decode(this.bytes.subarray(start, end));
    } catch (error) {
      if (error instanceof TypeError) throw ODD;
      throw error;
    }
  }

  number(): void {
    const start = this.blanks();
    const bytes = this.bytes;
    let at = start;
    while (at < this.end && bytes[at] !== COMMA && bytes[at] !== CLOSE && bytes[at] > 32) at++;
    require(at > start);
    this.at = this.to = at;
    this.from = start;
  }

  isWhole(start: number, end: number): boolean {
    const length = end - start;
    if (length < 1 || length > DIGITS_MAX || (length > 1 && this.bytes[start] === ZERO)) return false;
    for (let at = start; at < end; at++) if (this.bytes[at] < ZERO || this.bytes[at] > ZERO + 9) return false;
    return true;
  }

  isOf(form: Uint8Array, start: number, end: number): boolean {
    if (end - start !== form.length) return false;
    for (let at = 0; at < form.length; at++) {
      const byte = this.bytes[start + at];
      const digit = byte >= ZERO && byte <= ZERO + 9;
      if (
        form[at] === DIGIT
          ? !digit
          : form[at] === HEX
            ? !digit && !(byte >= 97 && byte <= 102)
            : byte !== form[at]
      )
        return false;
    }
    return true;
  }

  /** Whether a text that comes again and again is of a form; each is looked at once. */
  checks(pattern: RegExp, start: number, end: number): boolean {
    let memo = this.#checked.get(pattern);
    if (!memo) this.#checked.set(pattern, (memo = { known: new ByteDictionary(), good: [] }));
    let at = memo.known.find(this.bytes, start, end);
    if (at < 0) {
      const good = pattern.test(this.ascii(start, end));
      at = memo.known.add(this.bytes, start, end);
      if (at < 0) return good;
      memo.good[at] = good;
    }
    return memo.good[at];
  }

  /** Bytes beyond ASCII become signs that no form of a name allows. */
  ascii(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at++) text += String.fromCharCode(this.bytes[at]);
    return text;
  }

  expect(byte: number): void {
    require(this.bytes[this.blanks()] === byte);
    this.at++;
  }

  /** Passes over white space; returns where it ends. */
  blanks(): number {
    const bytes = this.bytes;
    while (this.at < this.end && (bytes[this.at] === 32 || (bytes[this.at] >= 9 && bytes[this.at] <= 13)))
      this.at++;
    return this.at;
  }
}
