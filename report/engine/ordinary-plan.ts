import { CellMemo } from './cell-memo.ts';
import type { ColumnPlan } from './column-plan.ts';
import { CELL_REJECTED } from './columns.ts';
import type { ColumnsBuilder } from './columns-builder.ts';
import type { OwnHead } from './own-head.ts';
import { parseJson } from './parse-json.ts';

/** What a column is to an ordinary row. Parts of the head follow from {@link HEAD} on. */
export const PASSED = 0;
export const SCORE = 1;
export const MEMO = 2;
export const FIELD = 3;
export const COMMENT = 4;
export const UNKNOWN = 5;
export const SKIPPED = 6;
export const NOT_APPLICABLE = 7;
export const HEAD = 8;

/** Values of a byte. */
export const BYTES = 256;
const ZERO = 48;

/** Words that say why cells are empty: those of scales of the plan, by their places in it, and the others. */
export interface EmptyWords {
  readonly scales: readonly number[];
  readonly others: readonly string[];
}

export const NO_WORDS: EmptyWords = { scales: [], others: [] };

/** A {@link ColumnPlan} laid out by column of the table, for rows that hold nothing unusual. */
export class OrdinaryPlan {
  readonly plan: ColumnPlan;
  /** By column: its kind. */
  readonly kinds: Uint8Array;
  /** The cells of scores of one digit, by column and byte: at `BYTES` times the column, plus the byte. */
  readonly digits: Uint8Array;
  /** By column: where the scores of it go; as long as the builder has room for rows. */
  readonly cells: Uint8Array[];
  /** By column: its place among the plan's fields, or its comments. */
  readonly places: Uint16Array;
  /** By column of the kind `MEMO`: what its cells were read as. */
  readonly memos: CellMemo<unknown>[];
  readonly skipped: CellMemo<EmptyWords>;
  readonly notApplicable: CellMemo<EmptyWords>;
  /** The same, as JSON has them; undefined for what no record may hold. */
  readonly skippedList: CellMemo<EmptyWords | undefined>;
  readonly notApplicableLists: CellMemo<EmptyWords | undefined>;
  #capacity = 0;

  constructor(plan: ColumnPlan, head: OwnHead, width: number) {
    this.plan = plan;
    this.kinds = new Uint8Array(width);
    this.digits = new Uint8Array(BYTES * width).fill(CELL_REJECTED);
    this.places = new Uint16Array(width);
    this.cells = Array.from({ length: width }, () => NO_CELLS);
    this.memos = Array.from({ length: width }, () => NO_MEMO);
    const put = (column: number, kind: number, place = 0, memo?: CellMemo<unknown>): void => {
      if (column < 0) return;
      this.kinds[column] = memo ? MEMO : kind;
      this.places[column] = place;
      if (memo) this.memos[column] = memo;
    };
    head.parts.forEach((column, part) => put(column, HEAD + part, 0, head.memoOf(part)));
    put(head.skipped, SKIPPED);
    put(head.notApplicable, NOT_APPLICABLE);
    put(plan.audience, MEMO, 0, head.audiences);
    plan.scales.forEach(({ column, cells: { definition } }, place) => {
      put(column, SCORE, place);
      for (let point = Math.max(0, definition.min); point <= Math.min(9, definition.max); point++)
        this.digits[BYTES * column + ZERO + point] = point - definition.min;
    });
    plan.fields.forEach(({ index, code }, place) => put(index, FIELD, place, code));
    plan.comments.forEach(({ index }, place) => put(index, COMMENT, place));
    plan.unknown.forEach(({ index }) => put(index, UNKNOWN));
    this.skipped = new CellMemo((text) => placed(text.split(' '), plan.bySkipped));
    this.notApplicable = new CellMemo((text) => placed(text.split(' '), plan.byNotApplicable));
    this.skippedList = new CellMemo((text) => {
      const words = skippedWords(parseJson(text));
      return words && placed(words, plan.bySkipped);
    });
    this.notApplicableLists = new CellMemo((text) => {
      const words = listedPaths(parseJson(text), text);
      return words && placed(words, plan.byNotApplicable);
    });
  }

  /** Fields of more values than a memo holds are understood cell by cell. */
  freeFullMemos(): void {
    for (const { index, code } of this.plan.fields) if (code.isFull) this.kinds[index] = FIELD;
  }

  /** Follows the builder where it has grown. */
  follow(builder: ColumnsBuilder): void {
    if (builder.capacity === this.#capacity) return;
    this.#capacity = builder.capacity;
    for (const { column, cells } of this.plan.scales) this.cells[column] = cells.cells;
  }
}

const NO_CELLS = new Uint8Array(0);
const NO_MEMO = new CellMemo<unknown>(() => undefined);

function placed(words: readonly string[], meant: ReadonlyMap<string, readonly number[]>): EmptyWords {
  return {
    scales: words.flatMap((word) => meant.get(word) ?? []),
    others: words.filter((word) => !meant.has(word)),
  };
}

/** As the parser of records has them. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const PATH = /^[A-Za-z][A-Za-z0-9_-]{0,63}(\.[a-z]+\.[A-Za-z][A-Za-z0-9_-]{0,63})?$/;

function skippedWords(list: unknown): string[] | undefined {
  return isListOf(list, PATH) ? list : undefined;
}

/** @param text the same as it was written: a key that stands in it twice is left to the parser */
function listedPaths(lists: unknown, text: string): string[] | undefined {
  if (typeof lists !== 'object' || lists === null || JSON.stringify(lists) !== text) return undefined;
  const paths: string[] = [];
  for (const [battery, attributes] of Object.entries(lists)) {
    if (!NAME.test(battery) || !isListOf(attributes, NAME)) return undefined;
    paths.push(...attributes.map((attribute) => `${battery}.${attribute}`));
  }
  return paths;
}

function isListOf(list: unknown, form: RegExp): list is string[] {
  return Array.isArray(list) && list.every((word) => typeof word === 'string' && form.test(word));
}
