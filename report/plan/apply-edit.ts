import type { PlanEntry, PlanField } from './plan-document.ts';

/**
 * Entries after the reader has written into one of them.
 *
 * @param text '' empties the field
 * @example applyEdit(entries, 'service.parking', 'responsible', 'Ana')
 */
export function applyEdit(
  entries: readonly PlanEntry[],
  attribute: string,
  field: PlanField,
  text: string,
): readonly PlanEntry[] {
  return entries.map((entry) => {
    if (entry.attribute !== attribute) return entry;
    if (field !== 'due') return { ...entry, [field]: text };
    const rest: PlanEntry & { due?: string } = { ...entry };
    delete rest.due;
    return text === '' ? rest : { ...rest, due: text };
  });
}
