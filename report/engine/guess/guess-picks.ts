import type { BatteryColumn, OutcomeColumn, Picks } from '../../../shared/mapping/mapping.ts';
import { namedRole } from './column-names.ts';
import type { ColumnProfile } from './profile-column.ts';

/** Codes of "none of them". */
const NONE_FROM = 88;

/**
 * Columns in which respondents name what is most important, by its number among the attributes rated.
 *
 * @param columns those that are nothing else
 * @param scales the attributes, in the order of the table
 */
export function guessPicks(
  columns: readonly ColumnProfile[],
  scales: readonly (BatteryColumn | OutcomeColumn)[],
): Picks[] {
  const attributes = scales.flatMap((column) =>
    'attribute' in column && column.role === 'satisfaction' ? [column.attribute] : [],
  );
  const isPick = ({ name, filled, whole, values }: ColumnProfile): boolean => {
    const codes = [...(values?.keys() ?? [])].map(Number).filter((code) => code < NONE_FROM);
    const fits = codes.every((code) => code >= 0 && code <= attributes.length);
    return namedRole(name) === 'pick' && whole === filled && filled > 0 && codes.length > 1 && fits;
  };
  const picked = columns.filter(isPick);
  if (picked.length === 0 || attributes.length === 0) return [];
  const codes = new Set(picked.flatMap(({ values }) => [...(values?.keys() ?? [])]));
  const none = [...codes].filter((code) => Number(code) === 0 || Number(code) >= NONE_FROM);
  return [
    {
      columns: picked.map(({ name }) => name),
      options: attributes.map((attribute, at) => ({ code: String(at + 1), attribute })),
      ...(none.length > 0 && { none }),
    },
  ];
}
