import type { ByteRow } from './byte-row.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { CommentTexts } from './comment-texts.ts';
import { CELL_NOT_APPLICABLE, CELL_NOT_SHOWN, CELL_REJECTED, CELL_SKIPPED, CODE_ABSENT } from './columns.ts';
import type { ColumnsBuilder } from './columns-builder.ts';
import type { HeadReader } from './head-reader.ts';
import type { OrdinaryRow } from './ordinary-row.ts';
import type { Rejections } from './rejections.ts';
import type { Revisions } from './revisions.ts';
import type { EmptyState, UnplacedWords } from './unplaced-words.ts';

/** What the readers of all tables of one run share. */
export interface ReadState {
  readonly builder: ColumnsBuilder;
  readonly rejections: Rejections;
  /** Columns whose answers are in no figure: comments, and those that nothing explains. */
  readonly comments: Set<string>;
  readonly commentTexts: CommentTexts;
  readonly unknown: Set<string>;
  /** Rows that told nothing new: read before, or an older revision. */
  repeated: number;
  readonly unplaced: UnplacedWords;
  readonly revisions: Revisions;
}

/** Columns of words that say why cells are empty; −1 when the table lacks them. */
export interface StateColumns {
  readonly skipped: number;
  readonly notApplicable: number;
}

/** How a record stands to the one of its id that was read before. */
type Sighting = 'new' | 'newer' | 'older' | 'repeated' | 'conflict';

/**
 * Turns the rows of one table into columns: each id once, by its highest revision, from however many tables.
 *
 * Everything is understood before anything is written, so that a row with bad bytes leaves no trace.
 */
export class RowReader {
  readonly #file: string;
  readonly #state: ReadState;
  readonly #head: HeadReader;
  readonly #states: StateColumns;
  /** Reads rows like those that were read here; absent where none may be. */
  readonly ordinary: OrdinaryRow | undefined;
  #cells = new Uint8Array(64);
  #codes = new Uint32Array(16);
  /** States and words of the row that speak of no column of the plan. */
  readonly #words: [EmptyState, string][] = [];
  readonly #placed = new WeakSet<ColumnPlan>();

  constructor(
    file: string,
    state: ReadState,
    head: HeadReader,
    states: StateColumns,
    ordinary?: OrdinaryRow,
  ) {
    this.#file = file;
    this.#state = state;
    this.#head = head;
    this.#states = states;
    this.ordinary = ordinary;
  }

  /** Takes one row; whatever does not count is in the rejections. */
  row(row: ByteRow): void {
    const { rejections } = this.#state;
    try {
      const fault = this.#head.read(row);
      if (fault) rejections.add({ file: this.#file, line: row.line, ...fault });
      else {
        this.#record(row, this.#head.plan);
        this.ordinary?.learn();
      }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      rejections.add({ file: this.#file, line: row.line, code: 'encoding' });
    }
  }

  #record(row: ByteRow, plan: ColumnPlan): void {
    const { builder, rejections } = this.#state;
    const { codes, bad, hasId, revision } = this.#head;
    if (!this.#placed.has(plan)) {
      this.#placed.add(plan);
      const revisionOf = (at: number): number => this.#state.revisions.of(at);
      this.#state.unplaced.place(codes.survey, codes.surveyVersion, plan, revisionOf);
    }
    this.#understand(row, plan);
    const known = hasId ? builder.ids.find() : -1;
    const sighting = known < 0 ? 'new' : this.#sighting(known, plan);
    if (sighting !== 'new') this.#state.repeated++;
    if (sighting === 'conflict') {
      this.#state.repeated--;
      rejections.add({ file: this.#file, line: row.line, code: 'conflict', value: builder.ids.at(known) });
    }
    let at = known;
    if (sighting === 'new') {
      at = builder.append(codes);
      if (hasId) builder.ids.keep(at);
    } else if (sighting === 'newer') {
      builder.overwrite(known, codes);
      this.#state.commentTexts.forget(known);
    } else return;
    if (revision > 1) this.#state.revisions.set(at, revision);
    for (const cell of bad) rejections.add({ file: this.#file, line: row.line, ...cell });
    for (const [state, word] of this.#words)
      this.#state.unplaced.keep(codes.survey, codes.surveyVersion, state, word, at, revision);
    this.#write(row, plan, at);
  }

  /** Reads fields and scores into scratch. */
  #understand(row: ByteRow, plan: ColumnPlan): void {
    const { scales, fields } = plan;
    if (scales.length > this.#cells.length) this.#cells = new Uint8Array(2 * scales.length);
    if (fields.length > this.#codes.length) this.#codes = new Uint32Array(2 * fields.length);
    for (let k = 0; k < fields.length; k++) {
      const { index, code } = fields[k];
      this.#codes[k] = row.isEmpty(index) ? CODE_ABSENT : code.read(row, index);
    }
    for (let k = 0; k < scales.length; k++) this.#cells[k] = scales[k].read(row);
    if (this.#words.length > 0) this.#words.length = 0;
    const { skipped, notApplicable } = this.#states;
    if (skipped >= 0 && !row.isEmpty(skipped)) this.#mark(row.text(skipped), plan.bySkipped, CELL_SKIPPED);
    if (notApplicable >= 0 && !row.isEmpty(notApplicable))
      this.#mark(row.text(notApplicable), plan.byNotApplicable, CELL_NOT_APPLICABLE);
  }

  #mark(words: string, meant: ReadonlyMap<string, readonly number[]>, state: EmptyState): void {
    for (const word of words.split(' ')) {
      const scales = meant.get(word);
      if (!scales) this.#words.push([state, word]);
      for (const at of scales ?? []) {
        const cell = this.#cells[at];
        // "Does not apply" is read last, and says more than "skipped".
        if (cell === CELL_NOT_SHOWN || cell === CELL_SKIPPED) this.#cells[at] = state;
      }
    }
  }

  #sighting(known: number, plan: ColumnPlan): Sighting {
    const before = this.#state.revisions.of(known);
    const { revision } = this.#head;
    if (revision !== before) return revision > before ? 'newer' : 'older';
    return this.#isSame(known, plan) ? 'repeated' : 'conflict';
  }

  /** Whether a row says what this record says. Why a cell is empty is no matter: not every table has its column. */
  #isSame(known: number, { scales, fields }: ColumnPlan): boolean {
    const { builder } = this.#state;
    if (builder.heads.statusOf(known) !== this.#head.codes.status) return false;
    const cells = new Map(scales.map(({ handle }, k) => [handle, answered(this.#cells[k])]));
    const codes = new Map(fields.map(({ dictionary }, k) => [dictionary, this.#codes[k]]));
    return (
      builder.scales.every(
        ({ cells: all }, handle) => answered(all[known]) === (cells.get(handle) ?? NONE),
      ) &&
      [...builder.fields.values()].every((field) => field.get(known) === (codes.get(field) ?? CODE_ABSENT))
    );
  }

  #write(row: ByteRow, plan: ColumnPlan, at: number): void {
    const { scales, fields, comments, unknown } = plan;
    for (let k = 0; k < fields.length; k++)
      if (this.#codes[k] !== CODE_ABSENT) fields[k].dictionary.set(at, this.#codes[k]);
    for (let k = 0; k < scales.length; k++) {
      const cell = this.#cells[k];
      scales[k].cells.cells[at] = cell;
      if (cell === CELL_REJECTED) this.#reject(row, plan, k);
    }
    for (const comment of comments) {
      if (row.isEmpty(comment.index)) continue;
      this.#state.comments.add(comment.column);
      this.#state.commentTexts.keepText(at, comment, readable(row, comment.index));
    }
    if (unknown.length > 0) seen(row, unknown, this.#state.unknown);
  }

  #reject(row: ByteRow, { scales }: ColumnPlan, k: number): void {
    const { cells, rejected } = scales[k];
    const place = rejected();
    if (!place) return;
    const { min: low, max: high } = cells.definition;
    const value = readable(row, place.index);
    this.#state.rejections.add({
      ...{ file: this.#file, line: row.line, column: place.name, value, code: 'off-scale', low, high },
    });
  }
}

/** What two cells without an answer have in common. */
const NONE = 256;

function answered(cell: number): number {
  return cell < CELL_SKIPPED || cell === CELL_REJECTED ? cell : NONE;
}

/** Columns that have something in this row are named once, and not looked at again. */
function seen(row: ByteRow, columns: { index: number; column: string }[], names: Set<string>): void {
  for (let k = columns.length - 1; k >= 0; k--) {
    if (row.isEmpty(columns[k].index)) continue;
    names.add(columns[k].column);
    columns.splice(k, 1);
  }
}

/** A cell's text; one character for all of it where it is no UTF-8. */
export function readable(row: ByteRow, index: number): string {
  try {
    return row.text(index);
  } catch (error) {
    if (error instanceof TypeError) return '\uFFFD';
    throw error;
  }
}
