import type { PageState } from '../state.ts';
import type { FilterChoices } from './filter-choices.ts';

/** By what records are chosen or compared where it is no field; fields stand behind a mark. */
export const BY_PERIODS = 'periods';

/** By what records are chosen, and compared. */
function chosenBy({ filter, compare }: PageState): readonly string[] {
  const { fields, periods, from, until } = filter;
  const isTimed = periods !== undefined || from !== undefined || until !== undefined;
  return [
    ...Object.keys(fields).map((field) => `=${field}`),
    ...(isTimed ? [BY_PERIODS] : []),
    ...(compare ? [compare.by === undefined ? BY_PERIODS : `=${compare.by}`] : []),
  ];
}

/**
 * Whether nothing more can be chosen by a field or by periods, since a summary counts by one of them at a time.
 *
 * @example isLocked({ filter: { fields: { tier: ['gold'] } } }, '=region') // true
 */
export function isLocked(state: PageState, way: string): boolean {
  return chosenBy(state).some((chosen) => chosen !== way);
}

/** Whether anything that could be chosen is locked. */
export function hasLocked(state: PageState, { fields, periods }: FilterChoices): boolean {
  const ways = [...fields.map(({ field }) => `=${field}`), ...(periods.length > 0 ? [BY_PERIODS] : [])];
  return ways.some((way) => isLocked(state, way));
}

/** What a summary counts apart: whole months, and the records that have a value of a field. */
export function countedApart({ fields, periods }: FilterChoices): FilterChoices {
  const named = fields.map(({ field, values }) => ({
    field,
    values: values.filter(({ value }) => value !== ''),
  }));
  return { fields: named, periods };
}
