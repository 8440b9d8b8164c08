import { plainWhole } from './byte-row.ts';
import { CELL_REJECTED } from './columns.ts';
import { IsoTime, UTC_TEXT } from './iso-time.ts';
import { isLists } from './json-lists.ts';
import {
  ANSWER,
  CLOSE,
  JsonTemplate,
  LISTS,
  NO_COLUMN,
  NUMBER,
  OBJECT,
  TEXT,
  TIME,
  WORD,
  WORDS,
  type Steps,
} from './json-template.ts';
import {
  BYTES,
  COMMENT,
  HEAD,
  MEMO,
  NOT_APPLICABLE,
  PASSED,
  SCORE,
  SKIPPED,
  UNKNOWN,
  type OrdinaryPlan,
} from './ordinary-plan.ts';
import type { OrdinaryRow } from './ordinary-row.ts';
import { REVISION, SHOWN_AT } from './own-head.ts';

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const CR = 13;
const BLANK = 32;
const ASCII_MAX = 127;
const ZERO = 48;
const REVISION_DIGITS_MAX = 6;
/** Signs that may follow a backslash; `\\u` is left to the parser. */
const SIMPLE_ESCAPES = Array.from('"\\/bfnrt', (sign) => sign.charCodeAt(0));
/** Lines that are learned from: a file of ever new keys is none to read so. */
const LESSONS_MAX = 500;

/**
 * Reads lines of NDJSON straight from their bytes, as long as they are ordinary: see {@link OrdinaryRow}. It takes no
 * line that the parser of records would not take; that parser decides on all others.
 */
export class OrdinaryJson {
  readonly #row: OrdinaryRow;
  readonly #template: JsonTemplate;
  readonly #time = new IsoTime();
  #lessons = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  #end = 0;
  /** How a text that was passed over stands in its bytes, and whether it has some beyond ASCII. */
  #escaped = false;
  #wide = false;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** @param header names of the columns */
  constructor(row: OrdinaryRow, header: readonly string[]) {
    this.#row = row;
    this.#template = new JsonTemplate(header);
  }

  /** The keys that lines have; another object when others have been learned. */
  get steps(): Steps {
    return this.#template.steps;
  }

  /** Lines like one that was read in full may be known now. */
  learn(bytes: Uint8Array, start: number, end: number): void {
    if (this.#lessons++ >= LESSONS_MAX) return;
    this.#template.learn(
      JSON.parse(this.#decoder.decode(bytes.subarray(start, end))) as Record<string, unknown>,
    ); // a record
  }

  /** @returns false when the line has to be read in full */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#bytes !== bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.#end = bytes[end - 1] === CR ? end - 1 : end;
    try {
      if (this.#read(start) || (this.#row.drop() && this.#read(start))) return true;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // bytes that are no text: named when the line is read in full
    }
    this.#row.drop();
    return false;
  }

  #read(start: number): boolean {
    const row = this.#row;
    const bytes = this.#bytes;
    const plan = row.begin(bytes);
    if (!plan || bytes[start] !== OPEN_OBJECT) return false;
    row.found.fill(-1);
    const steps = this.#template.steps;
    const { forms, next, behind, bits, lengths } = steps;
    const view = this.#view;
    let seen = 0;
    let step = 0;
    let first = true;
    let at = start + 1;
    while (step < forms.length) {
      if (bytes[at] === CLOSE_OBJECT) {
        at++;
        step = behind[step];
        first = false;
        continue;
      }
      if (!first && bytes[at++] !== COMMA) return false;
      while (forms[step] !== CLOSE && !isKey(view, at, steps, step)) step = next[step];
      const form = forms[step];
      if (form === CLOSE) return false;
      at += lengths[step];
      seen |= bits[step];
      first = form === OBJECT;
      if (first) {
        if (bytes[at++] !== OPEN_OBJECT) return false;
        step++;
        continue;
      }
      at = this.#value(plan, steps, step, at);
      if (at < 0) return false;
      step = next[step];
    }
    return at === this.#end && (seen & steps.required) === steps.required && row.keep();
  }

  /** @returns where a value ends; −1 when it is not as others are */
  #value(plan: OrdinaryPlan, steps: Steps, step: number, at: number): number {
    const column = steps.columns[step];
    const kind = column === NO_COLUMN ? PASSED : plan.kinds[column];
    const isText = this.#bytes[at] === QUOTE;
    switch (steps.forms[step]) {
      case WORDS:
        return this.#words(plan, kind, at);
      case LISTS:
        return this.#lists(plan, kind, at);
      case TIME:
        return isText ? this.#timeAt(plan, kind, column, at + 1) : -1;
      case TEXT:
        return isText ? this.#text(plan, kind, column, at + 1, steps.least[step], steps.most[step]) : -1;
      case NUMBER:
        return isText ? -1 : this.#number(plan, kind, column, at);
      default:
        if (kind === SCORE) return this.#score(plan, column, at);
        if (isText && steps.forms[step] === ANSWER)
          return this.#text(plan, kind, column, at + 1, steps.least[step], steps.most[step]);
        return kind === UNKNOWN || kind === PASSED ? this.#plainNumber(plan, column, at) : -1;
    }
  }

  #score(plan: OrdinaryPlan, column: number, at: number): number {
    const bytes = this.#bytes;
    const after = bytes[at + 1];
    const cell = plan.digits[BYTES * column + bytes[at]];
    if (cell !== CELL_REJECTED && (after === COMMA || after === CLOSE_OBJECT)) {
      plan.cells[column][this.#row.row] = cell;
      return at + 1;
    }
    const end = this.#digitsEnd(at);
    return this.#row.take(plan, column, at, end, 'plain') ? end : -1;
  }

  #number(plan: OrdinaryPlan, kind: number, column: number, at: number): number {
    const bytes = this.#bytes;
    let end = at;
    if (kind === MEMO) {
      while (end < this.#end && bytes[end] !== COMMA && bytes[end] !== CLOSE_OBJECT) end++;
    } else {
      end = this.#digitsEnd(at);
      if (end === at || (kind === HEAD + REVISION && end - at > REVISION_DIGITS_MAX)) return -1;
    }
    return end > at && kind !== PASSED && this.#row.take(plan, column, at, end, 'plain') ? end : -1;
  }

  /** A whole number in a column that no figure stands on. */
  #plainNumber(plan: OrdinaryPlan, column: number, at: number): number {
    const end = this.#digitsEnd(at);
    return plainWhole(this.#bytes, at, end) >= 0 && this.#row.take(plan, column, at, end, 'plain') ? end : -1;
  }

  #digitsEnd(at: number): number {
    while (this.#bytes[at] >= ZERO && this.#bytes[at] <= ZERO + 9) at++;
    return at;
  }

  #timeAt(plan: OrdinaryPlan, kind: number, column: number, at: number): number {
    const end = at + UTC_TEXT;
    if (end >= this.#end || this.#bytes[end] !== QUOTE) return -1;
    const good =
      kind === HEAD + SHOWN_AT
        ? this.#row.take(plan, column, at, end, 'plain')
        : kind === PASSED && this.#time.read(this.#bytes, at, end) !== undefined;
    return good ? end + 1 : -1;
  }

  /** @param at behind the quote */
  #text(plan: OrdinaryPlan, kind: number, column: number, at: number, least: number, most: number): number {
    if (kind === MEMO) {
      const likely = plan.memos[column].likely(this.#bytes, at);
      const end = likely < 0 ? 0 : at + plan.memos[column].lengthOf(likely);
      if (likely >= 0 && this.#bytes[end] === QUOTE) {
        this.#row.found[column] = likely;
        return end + 1;
      }
    }
    const end = this.#textEnd(at);
    if (end < 0 || end - at < least || end - at > most) return -1;
    const free = kind === COMMENT || kind === UNKNOWN || kind === PASSED;
    if (this.#escaped && !free) return -1;
    if (this.#wide) this.#decoder.decode(this.#bytes.subarray(at, end));
    if (kind === PASSED) return end + 1;
    return this.#row.take(plan, column, at, end, this.#escaped ? 'json' : 'plain') ? end + 1 : -1;
  }

  /** @returns the place of the closing quote; −1 when there is none, or the text breaks a rule */
  #textEnd(at: number): number {
    const bytes = this.#bytes;
    this.#escaped = this.#wide = false;
    for (; at < this.#end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) return at;
      if (byte < BLANK) return -1;
      if (byte > ASCII_MAX) this.#wide = true;
      else if (byte === BACKSLASH) {
        if (!SIMPLE_ESCAPES.includes(bytes[++at])) return -1;
        this.#escaped = true;
      }
    }
    return -1;
  }

  #words(plan: OrdinaryPlan, kind: number, at: number): number {
    const bytes = this.#bytes;
    if (bytes[at] !== OPEN_LIST) return -1;
    if (bytes[at + 1] === CLOSE_LIST) return at + 2;
    let end = at + 1;
    while (end < this.#end && bytes[end] !== CLOSE_LIST) end++;
    return kind === SKIPPED && this.#row.takeWords(plan, kind, at, end + 1) ? end + 1 : -1;
  }

  #lists(plan: OrdinaryPlan, kind: number, at: number): number {
    const bytes = this.#bytes;
    if (bytes[at] !== OPEN_OBJECT) return -1;
    if (bytes[at + 1] === CLOSE_OBJECT) return at + 2;
    let end = at + 1;
    while (end < this.#end && bytes[end] !== CLOSE_OBJECT) end++;
    if (kind === NOT_APPLICABLE) return this.#row.takeWords(plan, kind, at, end + 1) ? end + 1 : -1;
    return kind === PASSED && isLists(bytes, at, end + 1) ? end + 1 : -1;
  }
}

/** Near the end of the bytes the answer is no. */
function isKey(view: DataView, at: number, { words, masks, from }: Steps, step: number): boolean {
  const end = from[step + 1];
  if (at + WORD * (end - from[step]) > view.byteLength) return false;
  for (let word = from[step]; word < end; word++) {
    if ((view.getInt32(at, true) & masks[word]) !== words[word]) return false;
    at += WORD;
  }
  return true;
}
