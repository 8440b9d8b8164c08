import type { Figures } from '../../shared/metrics/figures.ts';
import type { NameOf } from '../parts/names.ts';
import type { FilterState } from '../state.ts';
import type { Strings } from '../strings/en.ts';
import { filters as words } from '../strings/panels/filters.ts';
import { filterChoices, periodChosen } from './filter-choices.ts';

/**
 * What is chosen among the records, in words, for pictures and paper.
 *
 * @example filterText({ fields: { tier: ['gold'] } }, base, nameOf, en) // ['Tier: gold']
 */
export function filterText(
  filter: FilterState,
  base: Figures,
  nameOf: NameOf,
  { locale }: Strings,
): readonly string[] {
  const text = words[locale];
  const { fields, periods, from, until } = filter;
  const isTimed = periods !== undefined || from !== undefined || until !== undefined;
  const named = periodChosen(filterChoices(base), filter)?.label ?? text.range(from ?? '…', until ?? '…');
  return [
    ...(isTimed ? [text.chosen(text.period, [named])] : []),
    ...Object.entries(fields).map(([field, values]) =>
      text.chosen(
        nameOf(`context.${field}`),
        values.map((value) => (value === '' ? text.none : value)),
      ),
    ),
  ];
}
