import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { ByteRow } from './byte-row.ts';
import { CellMemo } from './cell-memo.ts';
import type { CommentColumn } from './comment-texts.ts';
import type { DictionaryBuilder } from './dictionary-builder.ts';
import type { ColumnsBuilder, ScaleCells } from './columns-builder.ts';
import { columnRole } from './column-role.ts';
import { CELL_NOT_SHOWN, CELL_REJECTED } from './columns.ts';
import { points } from '../../shared/summary/summary.ts';

const ZERO = 48;

/** The context field that is no segment: who answered. */
export const AUDIENCE_FIELD = 'audience';

/** Where a cell stands: the column's number and name in the file. */
export interface CellPlace {
  readonly index: number;
  readonly name: string;
}

/** A column of scores, and how its cells are read. */
export interface PlannedScale {
  readonly handle: number;
  readonly cells: ScaleCells;
  /** Its column in an export of ours, whose cells are points; −1 where a mapping reads them. */
  readonly column: number;
  /** The cell as the columns hold it; empty ones are not shown. */
  readonly read: (row: ByteRow) => number;
  /** The cell that was rejected in the row read last; undefined when it is listed elsewhere. */
  readonly rejected: () => CellPlace | undefined;
}

/** A column of texts that repeat. */
export interface PlannedField {
  readonly index: number;
  readonly dictionary: DictionaryBuilder;
  readonly code: CellMemo<number>;
}

/** A column of respondents' own words. */
export interface PlannedComment extends CommentColumn {
  readonly index: number;
}

/** What to do with each column of a table, for the rows of one survey and version. */
export interface ColumnPlan {
  readonly scales: readonly PlannedScale[];
  readonly fields: readonly PlannedField[];
  readonly comments: readonly PlannedComment[];
  readonly unknown: { readonly index: number; readonly column: string }[];
  /** Which scales a word in `skipped` or `notApplicable` speaks of. */
  readonly bySkipped: ReadonlyMap<string, readonly number[]>;
  readonly byNotApplicable: ReadonlyMap<string, readonly number[]>;
  /** Column of the audience; −1 when there is none. */
  readonly audience: number;
}

/**
 * Gives every column of an export of ours its role, and declares the scales and fields among them.
 *
 * @param header names of the columns; of two columns with one name the first counts
 * @param questionnaire of the survey and version; undefined when none is at hand
 * @param textOf what stands behind a guard against formulas
 */
export function planColumns(
  header: readonly string[],
  questionnaire: Questionnaire | undefined,
  builder: ColumnsBuilder,
  textOf: (text: string) => string,
): ColumnPlan {
  const scales: PlannedScale[] = [];
  const fields: PlannedField[] = [];
  const comments: PlannedComment[] = [];
  const unknown: { index: number; column: string }[] = [];
  const bySkipped = new Map<string, number[]>();
  const byNotApplicable = new Map<string, number[]>();
  let audience = -1;
  const first = new Map<string, number>();
  header.forEach((column, index) => {
    if (first.has(column)) return;
    first.set(column, index);
    const role = columnRole(column, questionnaire);
    if (role.kind === 'scale') {
      const { key, question, attribute } = role.definition;
      const at = scales.push(plannedScale(index, builder.scale(role.definition), column, builder)) - 1;
      put(bySkipped, key, at);
      if (question !== key) put(bySkipped, question, at);
      if (attribute !== undefined) put(byNotApplicable, `${question}.${attribute}`, at);
    } else if (role.kind === 'context') {
      if (role.field === AUDIENCE_FIELD) audience = index;
      else fields.push(plannedField(index, role.field, builder, textOf));
    } else if (role.kind === 'comment') comments.push({ index, column, textOf });
    else if (role.kind === 'unknown') unknown.push({ index, column });
  });
  return { scales, fields, comments, unknown, bySkipped, byNotApplicable, audience };
}

/**
 * A column of a segment.
 *
 * @param textOf makes the value of a cell's text
 */
export function plannedField(
  index: number,
  name: string,
  builder: ColumnsBuilder,
  textOf: (text: string) => string,
): PlannedField {
  const dictionary = builder.fields.get(builder.field(name));
  if (!dictionary) throw new RangeError(`plannedField: expected a declared field, got ${name}`);
  return { index, dictionary, code: new CellMemo((text) => dictionary.codeOf(textOf(text))) };
}

function plannedScale(index: number, handle: number, name: string, builder: ColumnsBuilder): PlannedScale {
  const cells = builder.scales[handle];
  const { min } = cells.definition;
  const count = points(cells.definition);
  return {
    ...{ handle, cells, column: index, rejected: () => ({ index, name }) },
    read: (row) => {
      const start = row.start(index);
      const length = row.end(index) - start;
      if (length === 0) return CELL_NOT_SHOWN;
      // Nearly all points are one digit.
      const digit = row.bytes[start] - ZERO;
      const value = length === 1 && digit >= 0 && digit <= 9 ? digit : (row.whole(index) ?? NaN);
      const cell = value - min;
      return cell >= 0 && cell < count ? cell : CELL_REJECTED;
    },
  };
}

function put(map: Map<string, number[]>, name: string, at: number): void {
  const list = map.get(name);
  if (list) list.push(at);
  else map.set(name, [at]);
}
