import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { ColumnProfile } from '../engine/guess/profile-column.ts';
import { columnCounts } from './column-counts.ts';
import { isScore } from './score-column.ts';

/** Fewest and most answers among several columns. */
export interface Range {
  readonly columns: number;
  readonly fewest: number;
  readonly most: number;
}

/** What a report of the rows looked at would stand on. */
export interface AsMapped {
  readonly satisfaction?: Range;
  readonly importance?: Range;
  readonly perception?: Range;
  /** Answers to the overall questions. */
  readonly csat?: number;
  readonly nps?: number;
  readonly ces?: number;
  /** The table has means, no answers. */
  readonly means: boolean;
  /** Cells that would be rejected and listed. */
  readonly rejected: number;
  /** Importance can be had: asked, picked, or derived from an overall question. */
  readonly importanceFrom: 'asked' | 'derived' | 'nowhere';
  /** Anything at all can be drawn. */
  readonly scores: number;
}

/**
 * What a report would stand on, as the columns are mapped.
 *
 * @param columns of the table, each name once
 * @example asMapped(mapping, columns).nps // 2746
 */
export function asMapped(mapping: Mapping, columns: readonly ColumnProfile[]): AsMapped {
  const profiles = new Map(columns.map((profile) => [profile.name, profile]));
  const answers = new Map<string, number[]>();
  let rejected = 0;
  let scores = 0;
  for (const column of mapping.columns) {
    const profile = profiles.get(column.column);
    if (!profile || !isScore(column)) continue;
    const counts = columnCounts(column, profile, mapping.table ?? {});
    scores++;
    rejected += counts?.rejected ?? profile.filled;
    answers.set(column.role, [...(answers.get(column.role) ?? []), counts?.answers ?? 0]);
  }
  const has = (role: string): boolean => mapping.columns.some((column) => column.role === role);
  const isAsked = has('importance') || (mapping.picks ?? []).length > 0;
  const isDerived = has('csat') || has('nps') || has('outcome');
  return {
    ...ranges(answers),
    ...firsts(answers),
    means: has('attribute') && has('mean-importance') && has('mean-satisfaction'),
    importanceFrom: isAsked ? 'asked' : isDerived ? 'derived' : 'nowhere',
    ...{ rejected, scores },
  };
}

function ranges(answers: ReadonlyMap<string, readonly number[]>): Partial<Record<'satisfaction', Range>> {
  return Object.fromEntries(
    ['satisfaction', 'importance', 'perception'].flatMap((role): [string, Range][] => {
      const list = answers.get(role);
      return list
        ? [[role, { columns: list.length, fewest: Math.min(...list), most: Math.max(...list) }]]
        : [];
    }),
  );
}

function firsts(answers: ReadonlyMap<string, readonly number[]>): Partial<Record<'nps', number>> {
  return Object.fromEntries(
    ['csat', 'nps', 'ces'].flatMap((role): [string, number][] => {
      const first = answers.get(role)?.[0];
      return first === undefined ? [] : [[role, first]];
    }),
  );
}
