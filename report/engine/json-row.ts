import { CONTEXT_PREFIX } from '../../shared/answers/answer-table.ts';
import { STATUSES } from '../../shared/answers/answer-record.ts';
import { ByteDictionary } from './byte-dictionary.ts';
import { ByteRow } from './byte-row.ts';
import { JsonCursor, ODD, formOf, require } from './json-cursor.ts';

const QUOTE = 34;
const MINUS = 45;
const ZERO = 48;
const OPEN = 123;
const [TEXT_MAX, SHORT_MAX, PAGE_MAX] = [10_000, 256, 2048];
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
  readonly #cursor = new JsonCursor();
  #width = 0;
  #seen = 0;

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
    this.#cursor.bytes = bytes;
    this.#cursor.at = start;
    this.#cursor.end = end;
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
    this.#cursor.object(() => {
      const at = this.#known(this.#root);
      if ((this.#seen & (1 << at)) !== 0) throw ODD;
      this.#seen |= 1 << at;
      this.#rootValue(ROOT_NAMES[at], this.#root.columns[at]);
    });
    require(this.#cursor.blanks() === this.#cursor.end && (this.#seen & REQUIRED) === REQUIRED);
  }

  #rootValue(name: string, column: number | undefined): void {
    if (name === 'context') this.#cursor.object(() => this.#short(this.#context, this.#known(this.#context)));
    else if (name === 'answers') this.#cursor.object(() => this.#answer(this.#known(this.#answers)));
    else if (name === 'skipped') this.#words(column);
    else if (name === 'notApplicable' || name === 'order') this.#lists(column);
    else this.#field(name, column);
  }

  #field(name: string, column: number | undefined): void {
    if (FIELDS[name].is === 'number') this.#cursor.number();
    else this.#cursor.text();
    const [start, end] = [this.#cursor.from, this.#cursor.to];
    const length = end - start;
    switch (name) {
      case 'schemaVersion':
        require(length === 1 && this.#cursor.bytes[start] === ZERO + 1);
        break;
      case 'id':
        require(this.#cursor.isOf(UUID, start, end));
        break;
      case 'shownAt':
      case 'answeredAt':
        require(this.#cursor.isOf(TIME, start, end));
        break;
      case 'survey':
        require(this.#cursor.checks(NAME, start, end));
        break;
      case 'status':
        require(this.#cursor.checks(STATUS, start, end));
        break;
      case 'sample':
        require(this.#cursor.checks(SHARE, start, end));
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
        require(
          this.#cursor.isWhole(start, end) && (name === 'durationMs' || this.#cursor.bytes[start] !== ZERO),
        );
        require(name !== 'revision' || length <= 6);
    }
    if (column === undefined) throw ODD;
    this.#row.set(column, start, end);
  }

  #short(level: Keys, at: number): void {
    this.#cursor.text();
    require(this.#cursor.to > this.#cursor.from && this.#cursor.to - this.#cursor.from <= SHORT_MAX);
    this.#put(level.columns[at]);
  }

  #answer(at: number): void {
    const byte = this.#cursor.bytes[this.#cursor.blanks()];
    if (byte === OPEN) {
      const aspects = this.#answers.below[at];
      if (!aspects) throw ODD;
      this.#cursor.object(() => {
        const attributes = aspects.below[this.#known(aspects)];
        if (!attributes) throw ODD; // own words and contacts: rare
        this.#cursor.object(() => this.#score(attributes, this.#known(attributes)));
      });
    } else if (byte === QUOTE) {
      this.#cursor.text(true);
      require(this.#cursor.to > this.#cursor.from && this.#cursor.to - this.#cursor.from <= TEXT_MAX);
      this.#put(this.#answers.columns[at]);
      if (this.#cursor.escaped) this.#row.setText(this.#answers.columns[at], this.#cursor.unescaped());
    } else this.#score(this.#answers, at);
  }

  #score(level: Keys, at: number): void {
    this.#cursor.number();
    const start = this.#cursor.from;
    const negative = this.#cursor.bytes[start] === MINUS && this.#cursor.bytes[start + 1] !== ZERO;
    require(this.#cursor.isWhole(negative ? start + 1 : start, this.#cursor.to));
    this.#put(level.columns[at]);
  }

  #put(column: number | undefined): void {
    if (column === undefined || !this.#row.isEmpty(column)) throw ODD;
    this.#row.set(column, this.#cursor.from, this.#cursor.to);
  }

  /** Lists of attributes by battery, as paths with spaces between them. */
  #lists(column: number | undefined): void {
    const paths: string[] = [];
    this.#cursor.object(() => {
      require(this.#cursor.checks(NAME, this.#cursor.from, this.#cursor.to));
      const battery = this.#cursor.ascii(this.#cursor.from, this.#cursor.to);
      this.#cursor.list(NAME, (word) => paths.push(`${battery}.${word}`));
    });
    this.#putWords(column, paths);
  }

  #words(column: number | undefined): void {
    const words: string[] = [];
    this.#cursor.list(PATH, (word) => words.push(word));
    this.#putWords(column, words);
  }

  #putWords(column: number | undefined, words: readonly string[]): void {
    if (words.length === 0) return;
    if (column === undefined) throw ODD;
    this.#row.setText(column, words.join(' '));
  }

  /** The number of the key that was read last. */
  #known(level: Keys): number {
    const at = level.names.find(this.#cursor.bytes, this.#cursor.from, this.#cursor.to);
    if (at < 0) throw ODD;
    return at;
  }
}

const STATUS = new RegExp(`^(${STATUSES.join('|')})$`);

function keys(): Keys {
  return { names: new ByteDictionary(), columns: [], below: [] };
}

function add({ names }: Keys, name: string): number {
  const bytes = new TextEncoder().encode(name);
  const known = names.find(bytes, 0, bytes.length);
  return known < 0 ? names.add(bytes, 0, bytes.length) : known;
}
