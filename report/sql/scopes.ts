import type { ScaleRole } from '../../shared/summary/summary.ts';
import { NO_DAY } from './level-statement.ts';
import { SLICE_COLUMNS, TABLES } from './sql-tables.ts';
import type { SqlPlan } from './sql-plan.ts';

/** Records that are counted together: by what they are grouped beside their slice. */
export interface Scope {
  /** `all`, `month`, `period`, `day`, `f1`, `f1.day`. */
  readonly name: string;
  /** Columns of the levels that make the parts. */
  readonly by: readonly string[];
  /** What the row says of its part. */
  readonly value: string;
  readonly moment: string;
  readonly where: readonly string[];
  /** Only histograms are told by day; within a field only of some columns. */
  readonly roles?: readonly ScaleRole[] | 'all';
}

/** Columns whose days are told by segment. */
const BY_DAY_AND_SEGMENT: readonly ScaleRole[] = ['nps', 'csat', 'loyalty-class', 'delivered-value'];

/** Every scope that a summary counts. */
export function scopesOf({ fields, time, columns, weighted }: SqlPlan): Scope[] {
  const heavy = weighted ? ['units > 0'] : [];
  const timed = `day > ${NO_DAY}`;
  const hasTime = columns.shownAt !== undefined && time !== 'label';
  const scope = (
    name: string,
    by: readonly string[],
    where: readonly string[],
    more: Partial<Scope> = {},
  ): Scope => ({
    ...{ name, by, value: "''", moment: '0', where: [...heavy, ...where] },
    ...more,
  });
  const ofField = (_: unknown, k: number): Scope[] => {
    const column = `f${k + 1}`;
    const narrow = `(${SLICE_COLUMNS.join(', ')}) in (select ${SLICE_COLUMNS.join(', ')} from ${TABLES.narrow} where field = '${column}')`;
    const where = [`${column} <> ''`, narrow];
    const days = scope(`${column}.day`, [column, 'day'], [...where, timed], {
      ...{ value: column, moment: 'day', roles: BY_DAY_AND_SEGMENT },
    });
    return [scope(column, [column], where, { value: column }), ...(hasTime ? [days] : [])];
  };
  return [
    scope('all', [], []),
    ...(hasTime
      ? [
          scope('month', ['month'], [timed], { moment: 'month' }),
          scope('day', ['day'], [timed], { moment: 'day', roles: 'all' }),
        ]
      : []),
    ...(time === 'label' ? [scope('period', ['period'], ["period <> ''"], { value: 'period' })] : []),
    ...fields.flatMap(ofField),
  ];
}
