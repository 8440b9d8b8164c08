import type { Difference } from '../statistics/difference.ts';
import { addAnswers } from '../summary/add-tables.ts';
import type { Counted } from '../summary/marginal.ts';
import { comparable, measureDifference, measureOf, type Measure, type MeasureFigure } from './measure.ts';

/** One group's measure, and that of all others together. */
export interface AgainstRest {
  /** Absent below two answers. */
  readonly figure?: MeasureFigure;
  readonly rest?: MeasureFigure;
  /** The group less the rest. */
  readonly difference?: Difference;
  /** 30 answers on both sides: the difference may be judged. */
  readonly compared: boolean;
}

/**
 * A measure of each of several groups, beside that of the others.
 *
 * @param groups that share no record; from `only`
 * @example againstRest([part, part], measure)[0]?.compared // true
 */
export function againstRest(groups: readonly Counted[], measure: Measure): AgainstRest[] {
  // Sums of all before, and of all after, each group: the rest of it, without adding all others anew.
  const after = new Array<Counted | undefined>(groups.length);
  for (let k = groups.length - 2; k >= 0; k--) after[k] = plus(groups[k + 1], after[k + 1]);
  let before: Counted | undefined;
  return groups.map((group, k) => {
    const others = before ? plus(before, after[k]) : after[k];
    before = plus(group, before);
    const [figure, rest] = [measureOf(group, measure), others && measureOf(others, measure)];
    if (!figure || !rest) return { ...(figure && { figure }), ...(rest && { rest }), compared: false };
    return { figure, rest, difference: measureDifference(figure, rest), compared: comparable(figure, rest) };
  });
}

function plus(a: Counted, b: Counted | undefined): Counted {
  return b ? { columns: a.columns, all: addAnswers(a.columns, a, b) } : a;
}

/**
 * Records of several groups together.
 *
 * @param groups at least one, with the same columns
 * @example sumOf([part, part]).all.records // twice those of the part
 */
export function sumOf(groups: readonly Counted[]): Counted {
  return groups.reduce((a, b) => plus(a, b));
}

/**
 * One column of a part of a slice.
 *
 * @example only(slice, part, measure).columns // [measure.column]
 */
export function only(
  { columns }: Pick<Counted, 'columns'>,
  { records, weight, histograms }: Counted['all'],
  { column }: Measure,
): Counted {
  const has = Object.hasOwn(histograms, column.key);
  return {
    columns: columns.filter(({ key }) => key === column.key),
    all: {
      records,
      ...(weight && { weight }),
      histograms: has ? Object.fromEntries([[column.key, histograms[column.key]]]) : {},
    },
  };
}
