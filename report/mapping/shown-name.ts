import type { MappedColumn, Mapping } from '../../shared/mapping/mapping.ts';
import { localize } from '../../shared/questionnaire/localize.ts';
import { humanised } from '../engine/labels.ts';

/**
 * What the report will call a column: its label, else a name made of its attribute, field or column.
 *
 * @returns undefined for a column that has no name in the report
 * @example shownName({ column: 'q7_art', role: 'satisfaction', attribute: 'art', scale: { min: 1, max: 5 } }, 'en') // 'Art'
 */
export function shownName(column: MappedColumn, locale: string): string | undefined {
  if ('label' in column && column.label !== undefined) return localize(column.label, locale);
  if ('attribute' in column) return humanised(column.attribute);
  return column.role === 'segment' ? humanised(column.field ?? column.column) : undefined;
}

/**
 * The mapping with the names that its owner has seen and let stand.
 *
 * @example withShownNames({ format: 'fourfold-map', version: 1, survey: 'a', columns: [] }).columns // []
 */
export function withShownNames(mapping: Mapping): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column) => {
      if (!('attribute' in column) || column.label !== undefined) return column;
      return { ...column, label: humanised(column.attribute) };
    }),
  };
}
