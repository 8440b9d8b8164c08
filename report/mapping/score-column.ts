import type { BatteryColumn, MappedColumn, OutcomeColumn } from '../../shared/mapping/mapping.ts';
import { columnKey } from '../../shared/mapping/parse-mapping.ts';

/** A column whose cells are points of a scale. */
export type ScoreColumn = BatteryColumn | OutcomeColumn;

/**
 * Whether the cells of a column are points of a scale.
 *
 * @example isScore({ column: 'nps', role: 'nps', scale: { min: 0, max: 10 } }) // true
 * @example isScore({ column: 'age', role: 'segment' }) // false
 */
export function isScore(column: MappedColumn): column is ScoreColumn {
  return columnKey(column) !== undefined;
}
