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
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
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
const REQUIRED = ROOT_NAMES.filter((name) => FIELDS[name]?.optional !== true);

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
  readonly #columns = new Map<string, number>();
  #width = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #seen = 0;

  constructor() {
    for (const name of ROOT_NAMES) add(this.#root, name);
  }

  /** Learns the columns of a header, from the first one that is new. */
  learn(header: readonly string[], from: number): void {
    for (let column = from; column < header.length; column++) {
      const name = header[column];
      this.#columns.set(name, column);
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
    this.#object((key) => {
      const name = ROOT_NAMES[this.#known(this.#root, key)];
      const bit = 1 << ROOT_NAMES.indexOf(name);
      if ((this.#seen & bit) !== 0) throw ODD;
      this.#seen |= bit;
      this.#rootValue(name);
    });
    if (this.#at !== this.#end && this.#blanks() !== this.#end) throw ODD;
    for (const name of REQUIRED) if ((this.#seen & (1 << ROOT_NAMES.indexOf(name))) === 0) throw ODD;
  }

  #rootValue(name: string): void {
    if (name === 'context')
      this.#object((key) => this.#short(this.#context, this.#known(this.#context, key)));
    else if (name === 'answers') this.#object((key) => this.#answer(this.#known(this.#answers, key)));
    else if (name === 'skipped') this.#words(name, '', PATH);
    else if (name === 'notApplicable' || name === 'order') this.#lists(name);
    else this.#field(name);
  }

  #field(name: string): void {
    const column = this.#columns.get(name);
    const [start, end] = FIELDS[name].is === 'number' ? this.#number() : this.#text();
    const fits = (pattern: RegExp): boolean => pattern.test(this.#ascii(start, end));
    const length = end - start;
    switch (name) {
      case 'schemaVersion':
        require(length === 1 && this.#bytes[start] === ZERO + 1);
        break;
      case 'id':
        require(fits(UUID));
        break;
      case 'shownAt':
      case 'answeredAt':
        require(fits(TIME));
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
    const [start, end] = this.#text();
    require(end > start && end - start <= SHORT_MAX);
    this.#put(level.columns[at], start, end);
  }

  #answer(at: number): void {
    const byte = this.#bytes[this.#blanks()];
    if (byte === OPEN) {
      const aspects = this.#answers.below[at];
      if (!aspects) throw ODD;
      this.#object((aspect) => {
        const attributes = aspects.below[this.#known(aspects, aspect)];
        if (!attributes) throw ODD; // own words and contacts: rare
        this.#object((attribute) => this.#score(attributes, this.#known(attributes, attribute)));
      });
    } else if (byte === QUOTE) {
      const [start, end] = this.#text(true);
      require(end > start && end - start <= TEXT_MAX);
      this.#put(this.#answers.columns[at], start, end);
    } else this.#score(this.#answers, at);
  }

  #score(level: Keys, at: number): void {
    const [start, end] = this.#number();
    const negative = this.#bytes[start] === MINUS && this.#bytes[start + 1] !== ZERO;
    require(this.#isWhole(negative ? start + 1 : start, end));
    this.#put(level.columns[at], start, end);
  }

  #put(column: number | undefined, start: number, end: number): void {
    if (column === undefined || !this.#row.isEmpty(column)) throw ODD;
    this.#row.set(column, start, end);
  }

  /** Lists of attributes by battery, as paths with spaces between them. */
  #lists(name: string): void {
    const paths: string[] = [];
    this.#object((key) => {
      const [start, end] = key;
      require(this.#checks(NAME, start, end));
      const battery = this.#ascii(start, end);
      this.#list(NAME, (word) => paths.push(`${battery}.${word}`));
    });
    if (paths.length === 0) return;
    const column = this.#columns.get(name);
    if (column === undefined) throw ODD;
    this.#row.setText(column, paths.join(' '));
  }

  #words(name: string, before: string, pattern: RegExp): void {
    const words: string[] = [];
    this.#list(pattern, (word) => words.push(before + word));
    if (words.length === 0) return;
    const column = this.#columns.get(name);
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
      const [start, end] = this.#text();
      require(this.#checks(pattern, start, end));
      take(this.#ascii(start, end));
      if (this.#bytes[this.#blanks()] !== COMMA) break;
      this.#at++;
    }
    this.#expect(CLOSE_LIST);
  }

  #object(take: (key: readonly [number, number]) => void): void {
    this.#expect(OPEN);
    if (this.#bytes[this.#blanks()] === CLOSE) {
      this.#at++;
      return;
    }
    for (;;) {
      const key = this.#text();
      this.#expect(COLON);
      take(key);
      if (this.#bytes[this.#blanks()] !== COMMA) break;
      this.#at++;
    }
    this.#expect(CLOSE);
  }

  #known(level: Keys, [start, end]: readonly [number, number]): number {
    const at = level.names.find(this.#bytes, start, end);
    if (at < 0) throw ODD;
    return at;
  }

  /** A text's ends, without its quotes. Signs that are escaped by a letter may stand in it where asked. */
  #text(escapes = false): readonly [number, number] {
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
    return [start, at];
  }

  #decodes(start: number, end: number): void {
    try {
      this.#decoder.decode(this.#bytes.subarray(start, end));
    } catch (error) {
      if (error instanceof TypeError) throw ODD;
      throw error;
    }
  }

  #number(): readonly [number, number] {
    const start = this.#blanks();
    const bytes = this.#bytes;
    let at = start;
    while (at < this.#end && bytes[at] !== COMMA && bytes[at] !== CLOSE && bytes[at] > 32) at++;
    require(at > start);
    this.#at = at;
    return [start, at];
  }

  #isWhole(start: number, end: number): boolean {
    const length = end - start;
    if (length < 1 || length > DIGITS_MAX || (length > 1 && this.#bytes[start] === ZERO)) return false;
    for (let at = start; at < end; at++)
      if (this.#bytes[at] < ZERO || this.#bytes[at] > ZERO + 9) return false;
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
