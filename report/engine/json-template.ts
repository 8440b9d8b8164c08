import { CONTEXT_PREFIX } from '../../shared/answers/answer-table.ts';

/** What stands behind a key. */
export const CLOSE = 0;
export const OBJECT = 1;
export const TEXT = 2;
export const NUMBER = 3;
export const ANSWER = 4;
export const WORDS = 5;
export const LISTS = 6;
export const TIME = 7;
/** A score of a battery: always a number. */
export const SCORES = 8;

/** Bytes that are compared at once. */
export const WORD = 4;
/** Fields of a record that have no column in the tables that it becomes. */
export const NO_COLUMN = -1;

interface Field {
  readonly form: number;
  readonly optional?: true;
  /** Bytes of a text. */
  readonly least?: number;
  readonly most?: number;
}

/** As the parser of records has them. */
const SHORT = { least: 1, most: 256 };
const ANY_LENGTH = 2 ** 31 - 1;
const ANSWER_LENGTH = { least: 1, most: 10_000 };

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['schemaVersion', { form: NUMBER }],
  ['id', { form: TEXT }],
  ['revision', { form: NUMBER }],
  ['survey', { form: TEXT }],
  ['surveyVersion', { form: NUMBER }],
  ['status', { form: TEXT }],
  ['shownAt', { form: TIME }],
  ['answeredAt', { form: TIME, optional: true }],
  ['receivedAt', { form: TEXT, optional: true }],
  ['durationMs', { form: NUMBER, optional: true }],
  ['locale', { form: TEXT, ...SHORT }],
  ['page', { form: TEXT, optional: true, most: 2048 }],
  ['sample', { form: NUMBER, optional: true }],
  ['context', { form: OBJECT }],
  ['answers', { form: OBJECT }],
  ['skipped', { form: WORDS }],
  ['notApplicable', { form: LISTS }],
  ['order', { form: LISTS }],
]);
/** The collector's own, which no table has. */
const LEFT_OUT = 'receivedAt';
const REQUIRED = [...FIELDS].filter(([, { optional }]) => optional !== true).map(([name]) => name);

/** A key of a record, with those below it in the order in which they come. */
interface Key {
  readonly name: string;
  readonly form: number;
  readonly column: number;
  readonly least: number;
  readonly most: number;
  readonly below: Key[];
}

/** The keys of a template one after another, each object's ended by one of the form `CLOSE`. */
export interface Steps {
  readonly forms: Uint8Array;
  /** Columns; {@link NO_COLUMN} where there is none. */
  readonly columns: Int32Array;
  /** Bytes that a text has. */
  readonly least: Int32Array;
  readonly most: Int32Array;
  /**
   * Bytes of `"name":`: how many, themselves, and the same as words of four, the first byte lowest, from `from[k]` to `from[k + 1]`.
   * Masks leave out what the last word has too much.
   */
  readonly lengths: Int32Array;
  readonly keys: readonly Uint8Array[];
  readonly words: Int32Array;
  readonly masks: Int32Array;
  readonly from: Int32Array;
  /** The step behind a key and what is below it; behind its whole object. */
  readonly next: Int32Array;
  readonly behind: Int32Array;
  /** Bits of the fields that every record has, by step; all of them together. */
  readonly bits: Int32Array;
  readonly required: number;
}

/**
 * The keys of records in the order in which a file has them, learned line by line: what an export writes is the same
 * in every line, but for answers that were not given.
 *
 * @example
 * const template = new JsonTemplate(['id', 'nps']);
 * template.learn({ id: 'a', answers: { nps: 9 } });
 * template.steps.forms.length // 5
 */
export class JsonTemplate {
  readonly #columns: ReadonlyMap<string, number>;
  readonly #root: Key[] = [];
  #steps: Steps | undefined;

  /** @param header names of the columns */
  constructor(header: readonly string[]) {
    this.#columns = new Map(header.map((name, column) => [name, column]));
  }

  /** Takes the keys of a record that has been read. */
  learn(record: Readonly<Record<string, unknown>>): void {
    this.#merge(this.#root, record, (name, value) => {
      const field = FIELDS.get(name);
      const column = this.#columns.get(name) ?? NO_COLUMN;
      const leaf = field && field.form !== OBJECT && field.form !== WORDS && field.form !== LISTS;
      if (!field || (leaf && column === NO_COLUMN && name !== LEFT_OUT)) return undefined;
      if (field.form === OBJECT && !isObject(value)) return undefined;
      const { form, least = 0, most = ANY_LENGTH } = field;
      return { name, form, column, least, most, below: [] };
    });
    for (const { name, below } of this.#root) {
      if (name === 'context') this.#mergeContext(below, record[name]);
      if (name === 'answers') this.#mergeAnswers(below, record[name]);
    }
    this.#steps = undefined;
  }

  get steps(): Steps {
    return (this.#steps ??= stepsOf(this.#root));
  }

  #mergeContext(keys: Key[], values: unknown): void {
    this.#merge(keys, values, (name) => this.#leaf(name, CONTEXT_PREFIX + name, TEXT, SHORT));
  }

  #mergeAnswers(keys: Key[], values: unknown): void {
    this.#merge(keys, values, (name, value) =>
      isObject(value) ? objectKey(name) : this.#leaf(name, name, ANSWER, ANSWER_LENGTH),
    );
    for (const { name: question, form, below } of keys) {
      const battery = isObject(values) ? values[question] : undefined;
      if (form !== OBJECT || !isObject(battery)) continue;
      // Own words and contacts stand right below their question: they are rare, and left to the parser.
      this.#merge(below, battery, (name, value) => (isObject(value) ? objectKey(name) : undefined));
      for (const { name: aspect, below: attributes } of below)
        this.#merge(attributes, battery[aspect], (name) =>
          this.#leaf(name, `${question}.${aspect}.${name}`, SCORES, ANSWER_LENGTH),
        );
    }
  }

  #leaf(name: string, path: string, form: number, length: { least: number; most: number }): Key | undefined {
    const column = this.#columns.get(path);
    return column === undefined ? undefined : { name, form, column, ...length, below: [] };
  }

  /** New keys go behind the one that they follow; those of the record take its order, in the places that they have. */
  #merge(keys: Key[], record: unknown, keyOf: (name: string, value: unknown) => Key | undefined): void {
    if (!isObject(record)) return;
    const ordered: Key[] = [];
    let at = 0;
    for (const [name, value] of Object.entries(record)) {
      const place = keys.findIndex((key) => key.name === name);
      const key = place < 0 ? keyOf(name, value) : keys[place];
      if (!key) continue;
      if (place < 0) keys.splice(at, 0, key);
      at = (place < 0 ? at : place) + 1;
      ordered.push(key);
    }
    const places = keys.flatMap((key, place) => (ordered.includes(key) ? [place] : []));
    places.forEach((place, k) => {
      keys[place] = ordered[k];
    });
  }
}

function stepsOf(root: readonly Key[]): Steps {
  const list: { key: Key | undefined; next: number; behind: number }[] = [];
  const add = (keys: readonly Key[]): void => {
    const from = list.length;
    for (const key of keys) {
      const step = { key, next: 0, behind: 0 };
      list.push(step);
      if (key.form === OBJECT) add(key.below);
      step.next = list.length;
    }
    list.push({ key: undefined, next: 0, behind: 0 });
    for (let at = from; at < list.length; at++) list[at].behind ||= list.length;
  };
  add(root);
  const texts = list.map(({ key }) =>
    key ? new TextEncoder().encode(`${JSON.stringify(key.name)}:`) : new Uint8Array(0),
  );
  const { words, masks, from } = wordsOf(texts);
  return {
    forms: Uint8Array.from(list, ({ key }) => key?.form ?? CLOSE),
    columns: Int32Array.from(list, ({ key }) => key?.column ?? NO_COLUMN),
    least: Int32Array.from(list, ({ key }) => key?.least ?? 0),
    most: Int32Array.from(list, ({ key }) => key?.most ?? 0),
    lengths: Int32Array.from(texts, ({ length }) => length),
    keys: texts,
    ...{ words, masks, from },
    next: Int32Array.from(list, ({ next }) => next),
    behind: Int32Array.from(list, ({ behind }) => behind),
    bits: Int32Array.from(list, ({ key }) => (key && root.includes(key) ? bitOf(key.name) : 0)),
    required: REQUIRED.reduce((bits, name) => bits | bitOf(name), 0),
  };
}

function wordsOf(texts: readonly Uint8Array[]): Pick<Steps, 'words' | 'masks' | 'from'> {
  const words: number[] = [];
  const masks: number[] = [];
  const from = [0];
  for (const text of texts) {
    for (let at = 0; at < text.length; at += WORD) {
      let word = 0;
      let mask = 0;
      for (let byte = 0; byte < WORD && at + byte < text.length; byte++) {
        word |= text[at + byte] << (8 * byte);
        mask |= 255 << (8 * byte);
      }
      words.push(word);
      masks.push(mask);
    }
    from.push(words.length);
  }
  return { words: Int32Array.from(words), masks: Int32Array.from(masks), from: Int32Array.from(from) };
}

function objectKey(name: string): Key {
  return { name, form: OBJECT, column: NO_COLUMN, least: 0, most: 0, below: [] };
}

function bitOf(name: string): number {
  return 1 << (REQUIRED.indexOf(name) + 1);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
