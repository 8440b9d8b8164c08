import { points } from '../../shared/summary/summary.ts';
import { CODE_ABSENT, SAMPLE_ABSENT } from './columns.ts';
import type { DictionaryBuilder } from './dictionary-builder.ts';
import { NumberedColumn } from './numbered-column.ts';
import { COMMENT, FIELD, HEAD, MEMO, PASSED, SCORE, UNKNOWN, type OrdinaryPlan } from './ordinary-plan.ts';
import { DURATION, ID, REVISION, SAMPLE, SCHEMA, SHOWN_AT, STATUS, SURVEY, VERSION } from './own-head.ts';
import type { OwnHead } from './own-head.ts';
import {
  BATCH_ASIDE,
  BATCH_ID,
  BATCH_MEMO,
  BATCH_SCORE,
  BATCH_TIME,
  BATCH_WHOLE,
  type BatchColumn,
} from './batch-form.ts';
import type { RowBatch } from './row-batch.ts';

/** A column of texts that repeat. */
interface NumberedField {
  readonly numbered: NumberedColumn;
  readonly dictionary: DictionaryBuilder;
}

/** What a column is to a plan; undefined where it is nothing that is kept. */
type Target = object | number | undefined;

const asCode = (value: unknown): number => value as number; // of memos of codes

/**
 * {@link OrdinaryPlan}s laid out for batches of rows: those of surveys whose rows may stand in one batch, since a column
 * is the same to each of them, or nothing.
 */
export class BatchPlan {
  readonly ordinaries: readonly OrdinaryPlan[];
  /** By plan: columns that are nothing to it, and something to another; its rows have no cells there. */
  readonly foreign: readonly (readonly number[])[];
  /** Columns of the table; −1 where it has none. */
  readonly id: number;
  readonly revision: number;
  readonly shownAt: number;
  readonly duration: number;
  readonly skipped: number;
  readonly notApplicable: number;
  readonly status: NumberedColumn | undefined;
  readonly survey: NumberedColumn | undefined;
  readonly version: NumberedColumn | undefined;
  readonly audience: NumberedColumn | undefined;
  readonly sample: NumberedColumn | undefined;
  /** What codes of `sample` stand for. */
  readonly shares: number[] = [SAMPLE_ABSENT];
  /** Fields whose values a batch has room for; cells of others are put aside. */
  readonly fields: readonly NumberedField[];
  /** Columns of scores, each with the plan that has it. */
  readonly scores: readonly { readonly column: number; readonly of: OrdinaryPlan }[];
  /** All columns of codes. */
  readonly numbered: readonly NumberedColumn[];
  /** By column: what it is to the scanner. */
  readonly columns: readonly BatchColumn[];
  readonly #head: OwnHead;
  readonly #places = new Map<number, number>();
  readonly #targets: readonly Target[];
  #forgotten = false;

  /** @param ordinaries each fits those before it */
  constructor(ordinaries: readonly OrdinaryPlan[], head: OwnHead, batch: RowBatch) {
    this.ordinaries = ordinaries;
    this.#head = head;
    const targets = ordinaries.map(targetsOf);
    this.#targets = targets.reduce((all, more) => all.map((target, column) => target ?? more[column]));
    this.foreign = targets.map((own) =>
      this.#targets.flatMap((target, column) =>
        target !== undefined && own[column] === undefined ? [column] : [],
      ),
    );
    const numbered: NumberedColumn[] = [];
    const of = (...given: ConstructorParameters<typeof NumberedColumn>): NumberedColumn | undefined => {
      if (given[0] < 0) return undefined;
      const made = new NumberedColumn(...given);
      numbered.push(made);
      return made;
    };
    const part = (at: number, codeOf: (value: unknown) => number) => {
      const memo = head.memoOf(at);
      return memo && of(head.parts[at], [memo], codeOf);
    };
    this.id = head.parts[ID];
    this.revision = head.parts[REVISION];
    this.shownAt = head.parts[SHOWN_AT];
    this.duration = head.parts[DURATION];
    this.skipped = head.skipped;
    this.notApplicable = head.notApplicable;
    part(SCHEMA, (isOurs) => (isOurs === true ? 0 : -1));
    this.status = part(STATUS, (code) => (code === CODE_ABSENT ? -1 : asCode(code)));
    this.survey = part(SURVEY, asCode);
    this.version = part(VERSION, asCode);
    this.sample = part(SAMPLE, (share) => (share === undefined ? -1 : this.shares.push(asCode(share)) - 1));
    this.audience = of(Math.max(...ordinaries.map(({ plan }) => plan.audience)), [head.audiences], asCode);
    const fields = new Map(
      ordinaries.flatMap(({ kinds, plan }) =>
        plan.fields.filter(({ index }) => kinds[index] === MEMO).map((field) => [field.index, field]),
      ),
    );
    this.fields = [...fields.values()].flatMap(({ index, dictionary }) => {
      const codes = ordinaries.flatMap(({ plan }) => plan.fields.filter((field) => field.index === index));
      const memos = codes.map(({ code }) => code);
      const made = batch.cells.isFull(index) ? undefined : of(index, memos, asCode);
      return made ? [{ numbered: made, dictionary }] : [];
    });
    this.numbered = numbered;
    const scores = new Map(
      ordinaries.flatMap((one) => one.plan.scales.map(({ column }) => [column, one] as const)),
    );
    this.scores = [...scores].map(([column, one]) => ({ column, of: one }));
    const own = new Set([...numbered.map(({ column }) => column), this.skipped, this.notApplicable]);
    this.columns = this.#targets.map((_, column): BatchColumn => {
      const one = scores.get(column);
      if (one) {
        const { definition } = one.plan.scales[one.places[column]].cells;
        return { kind: BATCH_SCORE, least: definition.min, points: points(definition) };
      }
      if (own.has(column)) return { kind: BATCH_MEMO };
      const kinds = ordinaries.map((ordinary) => KINDS.get(ordinary.kinds[column]) ?? 0);
      return { kind: Math.max(...kinds) };
    });
  }

  /** Whether rows of another plan may stand among those of this. */
  fits(ordinary: OrdinaryPlan): boolean {
    return targetsOf(ordinary).every(
      (target, column) => (this.#targets[column] ?? target) === (target ?? this.#targets[column]),
    );
  }

  /** The place among `ordinaries` of the plan of a survey and version, by their codes; −1 when it has none. */
  placeOf(survey: number, version: number): number {
    const key = survey * 65_536 + version;
    let place = this.#places.get(key);
    if (place === undefined) {
      const found = this.#head.planOfCodes(survey, version);
      this.#places.set(key, (place = this.ordinaries.findIndex(({ plan }) => plan === found)));
    }
    return place;
  }

  /** Columns are no more what they were. */
  forget(): void {
    this.#forgotten = true;
  }

  /** Whether it has to be laid out anew. */
  isStale(batch: RowBatch): boolean {
    return this.#forgotten || this.fields.some(({ numbered }) => batch.cells.isFull(numbered.column));
  }
}

function targetsOf({ kinds, places, plan }: OrdinaryPlan): Target[] {
  return Array.from(kinds, (kind, column): Target => {
    if (kind === PASSED || kind === UNKNOWN) return undefined;
    if (kind === SCORE) return plan.scales[places[column]].cells;
    const field = plan.fields.find(({ index }) => index === column);
    return field ? field.dictionary : kind;
  });
}

/** Of columns that have neither scores nor codes. */
const KINDS: ReadonlyMap<number, number> = new Map([
  [HEAD + ID, BATCH_ID],
  [HEAD + REVISION, BATCH_WHOLE],
  [HEAD + SHOWN_AT, BATCH_TIME],
  [HEAD + DURATION, BATCH_WHOLE],
  ...[MEMO, FIELD, COMMENT, UNKNOWN].map((kind) => [kind, BATCH_ASIDE] as const),
]);
