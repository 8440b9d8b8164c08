import { CONTEXT_PREFIX } from '../../shared/answers/answer-table.ts';
import { STATUSES } from '../../shared/answers/answer-record.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import { ByteRow } from './byte-row.ts';

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
const COLON = 58;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];
const [TEXT_MAX, SHORT_MAX, PAGE_MAX, DIGITS_MAX] = [10_000, 256, 2048, 9];
const ESCAPED: ReadonlySet<number> = new Set(Array.from('"\\/bfnrt', (sign) => sign.charCodeAt(0)));
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const PATH = /^[A-Za-z][A-Za-z0-9_-]{0,63}(\.[a-z]+\.[A-Za-z][A-Za-z0-9_-]{0,63})?$/;
/** Forms by sign: 0 a digit, a a digit or letter of a hexadecimal number, others themselves. */
const UUID = formOf('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
const TIME = formOf('0000-00-00T00:00:00.000Z');
const SHARE = /^(0|1|0\.\d{1,17})$/;

/** Fields of a record that hold one value: whether it may be absent, and what it must be. */
const FIELDS: Readonly<Record<string, { readonly optional?: true; readonly is: 'number' | 'text' }>> = {
  schemaVersion: { is: 'number' },
  id: { is: 'text' },
  revision: { is: 'number' },
  survey: { is: 'text' },
  surveyVersion: { is: 'number' },
  status: { is: 'text' },
  shownAt: { is: 'text' },
  answeredAt: { is: 'text', optional: true },
  receivedAt: { is: 'text', optional: true },
  durationMs: { is: 'number', optional: true },
  locale: { is: 'text' },
  page: { is: 'text', optional: true },
  sample: { is: 'number', optional: true },
};
const PARTS = ['context', 'answers', 'skipped', 'notApplicable', 'order'] as const;
const ROOT_NAMES = [...Object.keys(FIELDS), ...PARTS];
/** One bit a name, of those that every record has. */
const REQUIRED = ROOT_NAMES.reduce(
  (bits, name, at) => (FIELDS[name]?.optional === true ? bits : bits | (1 << at)),
  0,
);

/** Thrown, and caught here, when a line is not as most lines are. */
const ODD = Symbol('odd');

/** Keys at one place of a record: the column of each, and what stands below it. */
interface Keys {
  readonly names: ByteDictionary;
  readonly columns: number[];
  readonly below: (Keys | undefined)[];
}

/**
 * Reads lines of NDJSON as rows without making objects of them, once it has learned their columns. It takes only what
 * the parser of records would take as well; for every line that it does not take, that parser decides.
 *
 * @example
 * const rows = new JsonRow();
 * rows.learn(['id', 'nps'], 0);
 * rows.read(bytes, 0, bytes.length, 1) // a row, or undefined
 */
export class JsonRow {
  readonly #row = new ByteRow();
  readonly #root = keys();
  readonly #context = keys();
  readonly #answers = keys();
  readonly #checked = new Map<RegExp, { known: ByteDictionary; good: boolean[] }>();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #width = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #seen = 0;
  /** Ends of the text or number read last. */
  #from = 0;
  #to = 0;

  constructor() {
    for (const name of ROOT_NAMES) add(this.#root, name);
  }

  /** Learns the columns of a header, from the first one that is new. */
  learn(header: readonly string[], from: number): void {
    for (let column = from; column < header.length; column++) {
      const name = header[column];
      if (ROOT_NAMES.includes(name)) this.#root.columns[ROOT_NAMES.indexOf(name)] = column;
      else if (name.startsWith(CONTEXT_PREFIX))
        this.#context.columns[add(this.#context, name.slice(CONTEXT_PREFIX.length))] = column;
      else this.#learnAnswer(name, column);
    }
    this.#width = header.length;
  }

  /**
   * @returns a view of the line's cells, good until the next; undefined when the line is not as most are
   */
  read(bytes: Uint8Array, start: number, end: number, line: number): ByteRow | undefined {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#seen = 0;
    const row = this.#row;
    row.reset(this.#width);
    row.bytes = bytes;
    row.line = line;
    try {
      this.#record();
    } catch (error) {
      if (error === ODD) return undefined;
      throw error;
    }
    return row;
  }

  #learnAnswer(name: string, column: number): void {
    const parts = name.split('.');
    let level = this.#answers;
    parts.forEach((part, depth) => {
      const at = add(level, part);
      if (depth === parts.length - 1) level.columns[at] = column;
      else level = level.below[at] ??= keys();
    });
  }

  #record(): void {
    this.#object(() => {
      const at = this.#known(this.#root);
      if ((this.#seen & (1 << at)) !== 0) throw ODD;
      this.#seen |= 1 << at;
      this.#rootValue(ROOT_NAMES[at], this.#root.columns[at]);
    });
    require(this.#blanks() === this.#end && (this.#seen & REQUIRED) === REQUIRED);
  }

  #rootValue(name: string, column: number | undefined): void {
    if (name === 'context') this.#object(() => this.#short(this.#context, this.#known(this.#context)));
    else if (name === 'answers') this.#object(() => this.#answer(this.#known(this.#answers)));
    else if (name === 'skipped') this.#words(column);
    else if (name === 'notApplicable' || name === 'order') this.#lists(column);
    else this.#field(name, column);
  }

  #field(name: string, column: number | undefined): void {
    if (FIELDS[name].is === 'number') this.#number();
    else this.#text();
    const [start, end] = [this.#from, this.#to];
    const length = end - start;
    switch (name) {
      case 'schemaVersion':
        require(length === 1 && this.#bytes[start] === ZERO + 1);
        break;
      case 'id':
        require(this.#isOf(UUID, start, end));
        break;
      case 'shownAt':
      case 'answeredAt':
        require(this.#isOf(TIME, start, end));
        break;
      case 'survey':
        require(this.#checks(NAME, start, end));
        break;
      case 'status':
        require(this.#checks(STATUS, start, end));
        break;
      case 'sample':
        require(this.#checks(SHARE, start, end));
        break;
      case 'page':
        require(length <= PAGE_MAX);
        break;
      case 'locale':
        require(length > 0 && length <= SHORT_MAX);
        break;
      case 'receivedAt':
        return; // the collector's, and no column
      default: // revision, surveyVersion, durationMs
        require(this.#isWhole(start, end) && (name === 'durationMs' || this.#bytes[start] !== ZERO));
        require(name !== 'revision' || length <= 6);
    }
    if (column === undefined) throw ODD;
    this.#row.set(column, start, end);
  }

  #short(level: Keys, at: number): void {
    this.#text();
    require(this.#to > this.#from && this.#to - this.#from <= SHORT_MAX);
    this.#put(level.columns[at]);
  }

  #answer(at: number): void {
    const byte = this.#bytes[this.#blanks()];
    if (byte === OPEN) {
      const aspects = this.#answers.below[at];
      if (!aspects) throw ODD;
      this.#object(() => {
        const attributes = aspects.below[this.#known(aspects)];
        if (!attributes) throw ODD; // own words and contacts: rare
        this.#object(() => this.#score(attributes, this.#known(attributes)));
      });
    } else if (byte === QUOTE) {
      this.#text(true);
      require(this.#to > this.#from && this.#to - this.#from <= TEXT_MAX);
      this.#put(this.#answers.columns[at]);
    } else this.#score(this.#answers, at);
  }

  #score(level: Keys, at: number): void {
    this.#number();
    const start = this.#from;
    const negative = this.#bytes[start] === MINUS && this.#bytes[start + 1] !== ZERO;
    require(this.#isWhole(negative ? start + 1 : start, this.#to));
    this.#put(level.columns[at]);
  }

  #put(column: number | undefined): void {
    if (column === undefined || !this.#row.isEmpty(column)) throw ODD;
    this.#row.set(column, this.#from, this.#to);
  }

  /** Lists of attributes by battery, as paths with spaces between them. */
  #lists(column: number | undefined): void {
    const paths: string[] = [];
    this.#object(() => {
      require(this.#checks(NAME, this.#from, this.#to));
      const battery = this.#ascii(this.#from, this.#to);
      this.#list(NAME, (word) => paths.push(`${battery}.${word}`));
    });
    this.#putWords(column, paths);
  }

  #words(column: number | undefined): void {
    const words: string[] = [];
    this.#list(PATH, (word) => words.push(word));
    this.#putWords(column, words);
  }

  #putWords(column: number | undefined, words: readonly string[]): void {
    if (words.length === 0) return;
    if (column === undefined) throw ODD;
    this.#row.setText(column, words.join(' '));
  }

  #list(pattern: RegExp, take: (word: string) => void): void {
    this.#expect(OPEN_LIST);
    if (this.#bytes[this.#blanks()] === CLOSE_LIST) {
      this.#at++;
      return;
    }
    for (;;) {
      this.#text();
      require(this.#checks(pattern, this.#from, this.#to));
      take(this.#ascii(this.#from, this.#to));
      if (this.#bytes[this.#blanks()] !== COMMA) break;
      this.#at++;
    }
    this.#expect(CLOSE_LIST);
  }

  /** @param take is told before each value; its key is the text read last */
  #object(take: () => void): void {
    this.#expect(OPEN);
    if (this.#bytes[this.#blanks()] === CLOSE) {
      this.#at++;
      return;
    }
    for (;;) {
      this.#text();
      this.#expect(COLON);
      take();
      if (this.#bytes[this.#blanks()] !== COMMA) break;
      this.#at++;
    }
    this.#expect(CLOSE);
  }

  /** The number of the key that was read last. */
  #known(level: Keys): number {
    const at = level.names.find(this.#bytes, this.#from, this.#to);
    if (at < 0) throw ODD;
    return at;
  }

  /** Finds a text's ends, without its quotes. Signs that are escaped by a letter may stand in it where asked. */
  #text(escapes = false): void {
    this.#expect(QUOTE);
    const bytes = this.#bytes;
    const start = this.#at;
    let wide = false;
    let at = start;
    for (; at < this.#end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        require(escapes && ESCAPED.has(bytes[++at]));
        continue;
      }
      if (byte < 32) throw ODD;
      if (byte > 127) wide = true;
    }
    require(at < this.#end);
    if (wide) this.#decodes(start, at);
    this.#at = at + 1;
    this.#from = start;
    this.#to = at;
  }

  #decodes(start: number, end: number): void {
    try {
      this.#decoder.decode(this.#bytes.subarray(start, end));
    } catch (error) {
      if (error instanceof TypeError) throw ODD;
      throw error;
    }
  }

  #number(): void {
    const start = this.#blanks();
    const bytes = this.#bytes;
    let at = start;
    while (at < this.#end && bytes[at] !== COMMA && bytes[at] !== CLOSE && bytes[at] > 32) at++;
    require(at > start);
    this.#at = this.#to = at;
    this.#from = start;
  }

  #isWhole(start: number, end: number): boolean {
    const length = end - start;
    if (length < 1 || length > DIGITS_MAX || (length > 1 && this.#bytes[start] === ZERO)) return false;
    for (let at = start; at < end; at++)
      if (this.#bytes[at] < ZERO || this.#bytes[at] > ZERO + 9) return false;
    return true;
  }

  #isOf(form: Uint8Array, start: number, end: number): boolean {
    if (end - start !== form.length) return false;
    for (let at = 0; at < form.length; at++) {
      const byte = this.#bytes[start + at];
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
  #checks(pattern: RegExp, start: number, end: number): boolean {
    let memo = this.#checked.get(pattern);
    if (!memo) this.#checked.set(pattern, (memo = { known: new ByteDictionary(), good: [] }));
    let at = memo.known.find(this.#bytes, start, end);
    if (at < 0) {
      const good = pattern.test(this.#ascii(start, end));
      at = memo.known.add(this.#bytes, start, end);
      if (at < 0) return good;
      memo.good[at] = good;
    }
    return memo.good[at];
  }

  /** Bytes beyond ASCII become signs that no form of a name allows. */
  #ascii(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at++) text += String.fromCharCode(this.#bytes[at]);
    return text;
  }

  #expect(byte: number): void {
    require(this.#bytes[this.#blanks()] === byte);
    this.#at++;
  }

  /** Passes over white space; returns where it ends. */
  #blanks(): number {
    const bytes = this.#bytes;
    while (
      this.#at < this.#end &&
      (bytes[this.#at] === 32 || (bytes[this.#at] >= 9 && bytes[this.#at] <= 13))
    )
      this.#at++;
    return this.#at;
  }
}

const [DIGIT, HEX] = [ZERO, 97];

function formOf(form: string): Uint8Array {
  return Uint8Array.from(form, (sign) => sign.charCodeAt(0));
}

const STATUS = new RegExp(`^(${STATUSES.join('|')})$`);

function require(holds: boolean): void {
  if (!holds) throw ODD;
}

function keys(): Keys {
  return { names: new ByteDictionary(), columns: [], below: [] };
}

function add({ names }: Keys, name: string): number {
  const bytes = new TextEncoder().encode(name);
  const known = names.find(bytes, 0, bytes.length);
  return known < 0 ? names.add(bytes, 0, bytes.length) : known;
}
