import type { TemplateResult } from 'lit';
import { withField, withPeriod, type CompareState, type FilterState } from '../state.ts';
import { filters as words } from '../strings/panels/filters.ts';
import type { FilterChoices } from './filter-choices.ts';
import type { FiltersContent } from './filters-row.ts';
import { listOf } from './list-of.ts';
import { BY_PERIODS, isLocked } from './one-at-a-time.ts';

/** Value of the choice to compare nothing. */
const NOTHING = '';

/** By what records are compared, and which two groups of them. */
export function compareControls(content: FiltersContent, choices: FilterChoices): TemplateResult[] {
  const { counted, state, strings, nameOf, choose } = content;
  const text = words[strings.locale];
  const { fields, periods } = choices;
  const { compare } = state;
  if (fields.length === 0 && periods.length < 2) return [];
  const ways = [
    { value: NOTHING, text: text.nothing },
    ...(periods.length > 1 ? [{ value: BY_PERIODS, text: text.periods }] : []),
    ...fields.map(({ field }) => ({ value: `=${field}`, text: nameOf(`context.${field}`) })),
  ].filter(({ value }) => !counted || value === NOTHING || !isLocked({ filter: state.filter }, value));
  const way = compare === undefined ? NOTHING : compare.by === undefined ? BY_PERIODS : `=${compare.by}`;
  const rest = { ...state };
  delete rest.compare;
  const start = (value: string): void => {
    const by = value.startsWith('=') ? { by: value.slice(1) } : {};
    const first = value === NOTHING ? undefined : firstTwo(by.by, choices);
    choose(first ? { ...rest, compare: { ...by, ...first } } : rest);
  };
  if (!compare) return [listOf('compare', text.compare, ways, way, start)];
  const groups = groupsOf(compare.by, choices).map((value) => ({
    value,
    text: value === '' ? text.none : value,
  }));
  const side = (which: 'a' | 'b', label: string): TemplateResult =>
    listOf(`compare-${which}`, label, groups, compare[which], (value) =>
      choose({ ...state, compare: { ...compare, [which]: value } }),
    );
  return [listOf('compare', text.compare, ways, way, start), side('a', text.first), side('b', text.second)];
}

/** Of periods the last two, the later one first; of a field the two largest groups. */
function firstTwo(by: string | undefined, choices: FilterChoices): { a: string; b: string } | undefined {
  const field = choices.fields.find((one) => one.field === by);
  const ordered = field
    ? [...field.values].sort((x, y) => y.records - x.records).map(({ value }) => value)
    : choices.periods.map(({ label }) => label).reverse();
  const [a, b] = ordered;
  return a === undefined || b === undefined ? undefined : { a, b };
}

function groupsOf(by: string | undefined, { fields, periods }: FilterChoices): readonly string[] {
  if (by === undefined) return periods.map(({ label }) => label);
  return fields.find(({ field }) => field === by)?.values.map(({ value }) => value) ?? [];
}

/**
 * The filter of one side of a comparison; whatever else is chosen holds for it too.
 *
 * @example sideFilter({ fields: {} }, { by: 'tier', a: 'gold', b: 'basic' }, 'a', choices).fields // { tier: ['gold'] }
 */
export function sideFilter(
  filter: FilterState,
  compare: CompareState,
  side: 'a' | 'b',
  { periods }: FilterChoices,
): FilterState {
  const value = compare[side];
  if (compare.by !== undefined) return withField(filter, compare.by, [value]);
  return withPeriod(filter, periods.find(({ label }) => label === value)?.filter ?? {});
}
