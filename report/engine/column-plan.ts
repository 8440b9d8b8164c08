import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { ScaleDefinition } from '../../shared/summary/summary.ts';
import type { ColumnsBuilder } from './columns-builder.ts';
import { columnRole } from './column-role.ts';
import { textDigest } from './seen-records.ts';

/** The context field that is no segment: who answered. */
export const AUDIENCE_FIELD = 'audience';

/** What to do with each column of a table, for the rows of one survey and version. */
export interface ColumnPlan {
  readonly scales: readonly {
    readonly index: number;
    readonly handle: number;
    readonly definition: ScaleDefinition;
    /** Digest of the key. */
    readonly digest: number;
  }[];
  readonly fields: readonly { readonly index: number; readonly field: string; readonly digest: number }[];
  readonly comments: readonly { readonly index: number; readonly column: string }[];
  readonly unknown: readonly { readonly index: number; readonly column: string }[];
}

/**
 * Gives every column of a table its role, and declares the scales and fields among them.
 *
 * @param header names of the columns; of two columns with one name the first counts
 * @param questionnaire of the survey and version; undefined when none is at hand
 */
export function planColumns(
  header: readonly string[],
  questionnaire: Questionnaire | undefined,
  builder: ColumnsBuilder,
): ColumnPlan {
  const plan: { -readonly [part in keyof ColumnPlan]: ColumnPlan[part][number][] } = {
    scales: [],
    fields: [],
    comments: [],
    unknown: [],
  };
  header.forEach((column, index) => {
    if (header.indexOf(column) < index) return;
    const role = columnRole(column, questionnaire);
    if (role.kind === 'scale') {
      const { definition } = role;
      plan.scales.push({
        ...{ index, handle: builder.scale(definition), definition },
        digest: textDigest(definition.key),
      });
    } else if (role.kind === 'context') {
      if (role.field !== AUDIENCE_FIELD) builder.field(role.field);
      plan.fields.push({ index, field: role.field, digest: textDigest(role.field) });
    } else if (role.kind === 'comment') plan.comments.push({ index, column });
    else if (role.kind === 'unknown') plan.unknown.push({ index, column });
  });
  return plan;
}
