import type {
  BatteryColumn,
  MappedColumn,
  Mapping,
  MeanColumn,
  OutcomeColumn,
} from '../../../shared/mapping/mapping.ts';
import type { ColumnProfile } from './profile-column.ts';

/** Something in a table that its owner should look at, with how many cells it concerns. */
export interface Proposal {
  readonly kind:
    /** A code read as "no answer", or as "does not apply". */
    | 'missing'
    | 'not-applicable'
    /** Cells with spaces around them: `table.trimSpaces` would read them. */
    | 'trim-spaces'
    /** Cells such as 4.0: `table.wholeDecimals` would read them. */
    | 'whole-decimals'
    /** A recommendation on 1–10: `npsOneToTen` makes NPS of it. */
    | 'nps-one-to-ten'
    /** A recommendation on 1–11: most likely 0–10 and one more; it is no NPS. */
    | 'nps-one-to-eleven'
    /** Weights were found. */
    | 'weight';
  /** Absent when it concerns the whole table. */
  readonly column?: string;
  readonly code?: string;
  readonly count: number;
}

/**
 * What an owner should look at in a guessed mapping, with counts.
 *
 * @param columns of the table, each name once
 */
export function proposals(columns: readonly ColumnProfile[], mapping: Mapping): Proposal[] {
  return mapping.columns.flatMap((mapped): Proposal[] => {
    const profile = columns.find(({ name }) => name === mapped.column);
    if (!profile) return [];
    const { column } = mapped;
    if (mapped.role === 'weight') return [{ kind: 'weight', column, count: profile.filled }];
    if (!('scale' in mapped) || !('role' in mapped) || isMean(mapped)) return [];
    return [
      ...codes('missing', mapped.missing, profile),
      ...codes('not-applicable', mapped.notApplicable, profile),
      ...(profile.padded > 0 ? [{ kind: 'trim-spaces' as const, column, count: profile.padded }] : []),
      ...(profile.wholeDecimals > 0
        ? [{ kind: 'whole-decimals' as const, column, count: profile.wholeDecimals }]
        : []),
      ...recommendation(mapped, profile),
    ];
  });
}

type ScaleColumn = BatteryColumn | OutcomeColumn;

function isMean(column: MappedColumn): column is MeanColumn {
  return column.role === 'mean-importance' || column.role === 'mean-satisfaction';
}

function codes(
  kind: 'missing' | 'not-applicable',
  list: readonly string[] = [],
  { name, values }: ColumnProfile,
): Proposal[] {
  return list
    .map((code) => ({ kind, column: name, code, count: values?.get(code) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** A recommendation is never taken for 0–10 where nobody answered 0. */
function recommendation({ column, role, scale }: ScaleColumn, { filled }: ColumnProfile): Proposal[] {
  if (role === 'nps' && scale.min === 1) return [{ kind: 'nps-one-to-ten', column, count: filled }];
  return role === 'rating' && scale.min === 1 && scale.max === 11
    ? [{ kind: 'nps-one-to-eleven', column, count: filled }]
    : [];
}
