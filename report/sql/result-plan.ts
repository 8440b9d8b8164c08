import { canonical } from '../../shared/summary/canonical.ts';
import { md5 } from '../../shared/summary/md5.ts';
import type { ScoreRules } from '../../shared/summary/score-rules.ts';
import type { ScaleDefinition } from '../../shared/summary/summary.ts';
import { scoredColumns } from './scores-in-sql.ts';
import { SQL_VERSION, type SqlPlan } from './sql-plan.ts';

/** Name that the first row of a result carries. */
export const RESULT_FORMAT = 'fourfold-rows';

/** What a result must be read by; it stands in one of its rows, and its digest in each. */
export interface ResultPlan {
  readonly format: typeof RESULT_FORMAT;
  readonly version: number;
  /** An export of ours: its texts are guarded against being run as formulas. */
  readonly own: boolean;
  /** In the order of the levels: `s1` first. */
  readonly columns: readonly ScaleDefinition[];
  /** Names of the fields, `f1` first. */
  readonly fields: readonly string[];
  readonly hasIds: boolean;
  readonly weighted: boolean;
  readonly rules: Required<ScoreRules>;
}

/** The part of a plan that its result must be read by. */
export function resultPlan(plan: SqlPlan): ResultPlan {
  const scales = plan.scales.map(({ definition }) => definition);
  return {
    ...{ format: RESULT_FORMAT, version: SQL_VERSION, own: plan.own },
    columns: [...scales, ...scoredColumns(plan).map(({ definition }) => definition)],
    fields: plan.fields.map(({ name }) => name),
    ...{ hasIds: plan.ids.length > 0, weighted: plan.weighted, rules: plan.rules },
  };
}

/** The first digits of a plan's MD5. */
export function digestOf(plan: ResultPlan): string {
  return Array.from(md5(canonical(plan)).subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
