import type { MappedColumn, MeanColumn } from '../../../shared/mapping/mapping.ts';
import type { Scale } from '../../../shared/questionnaire/scale.ts';
import { namedRole, wholeAspect } from './column-names.ts';
import type { ColumnProfile } from './profile-column.ts';
import type { TableProfile } from './profile-table.ts';

/** Scales that means may be on: the shortest that holds them all. */
export const MEAN_SCALES: readonly Scale[] = [4, 5, 7, 10, 100].map((max) => ({
  min: max === 100 ? 0 : 1,
  max,
}));

/**
 * The columns of a table that has one row an attribute: a name, a mean importance and a mean satisfaction.
 *
 * @returns undefined when it is another table
 */
export function guessMeans({ columns }: TableProfile): MappedColumn[] | undefined {
  const isMean = ({ numbers, filled, fractions }: ColumnProfile): boolean =>
    numbers === filled && fractions > 0;
  const importance = columns.find((column) => wholeAspect(column.name) === 'importance' && isMean(column));
  const satisfaction = columns.find(
    (column) => wholeAspect(column.name) === 'satisfaction' && isMean(column),
  );
  const attribute =
    columns.find((column) => namedRole(column.name) === 'attribute' && isName(column)) ??
    columns.find(isName);
  if (!importance || !satisfaction || !attribute) return undefined;
  const scale = MEAN_SCALES.find(({ min, max }) =>
    [importance, satisfaction].every((column) => column.min >= min && column.max <= max),
  );
  if (!scale) return undefined;
  const mean = (role: MeanColumn['role'], { name }: ColumnProfile): MeanColumn => ({
    column: name,
    role,
    scale,
  });
  return columns.map(({ name }): MappedColumn => {
    if (name === attribute.name) return { column: name, role: 'attribute' };
    if (name === importance.name) return mean('mean-importance', importance);
    if (name === satisfaction.name) return mean('mean-satisfaction', satisfaction);
    return { column: name, role: namedRole(name) === 'answers' ? 'answers' : 'ignore' };
  });
}

/** Texts of which no two are alike. */
function isName({ unique, filled, numbers }: ColumnProfile): boolean {
  return unique && filled > 1 && numbers === 0;
}
