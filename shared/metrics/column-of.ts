import type { Counted } from '../summary/marginal.ts';
import type { ScaleDefinition, ScaleRole } from '../summary/summary.ts';

/**
 * The column that a figure is made of: the named one, else the first with the role.
 *
 * @returns `undefined` when the slice has none, or the named one has another role
 * @example columnOf(slice, 'nps')?.key // 'nps'
 */
export function columnOf(slice: Counted, role: ScaleRole, key?: string): ScaleDefinition | undefined {
  return slice.columns.find((column) => column.role === role && (key === undefined || column.key === key));
}
