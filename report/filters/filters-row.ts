import { html, nothing, type TemplateResult } from 'lit';
import { localize } from '../../shared/questionnaire/localize.ts';
import { ALL_VERSIONS } from '../../shared/summary/pool.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { SurveyFound } from '../engine/messages.ts';
import { chosenValue } from '../parts/chosen-value.ts';
import type { NameOf } from '../parts/names.ts';
import { isUnfiltered, NO_FILTER, withField, withPeriod, type PageState } from '../state.ts';
import type { Strings } from '../strings/en.ts';
import { filters as words } from '../strings/panels/filters.ts';
import { compareControls } from './compare-controls.ts';
import { filterChoices, periodChosen, type FilterChoices } from './filter-choices.ts';
import { listOf, OWN_RANGE } from './list-of.ts';
import { BY_PERIODS, countedApart, hasLocked, isLocked } from './one-at-a-time.ts';

/** What the row of filters shows. */
export interface FiltersContent {
  readonly surveys: readonly SurveyFound[];
  /** Figures of all records of the survey. */
  readonly base: Figures;
  /** Figures of those that count. */
  readonly figures: Figures;
  /** A summary is among the files: records are chosen by one field, or by whole months, at a time. */
  readonly counted: boolean;
  readonly state: PageState;
  readonly strings: Strings;
  readonly nameOf: NameOf;
  readonly choose: (state: PageState) => void;
}

/** Survey, version, period and every context field; what is chosen acts on the whole report at once. */
export function filtersRow(content: FiltersContent): TemplateResult | typeof nothing {
  const { base, figures, state, strings, choose } = content;
  const text = words[strings.locale];
  const choices = content.counted ? countedApart(filterChoices(base)) : filterChoices(base);
  const controls = [
    ...surveys(content),
    ...period(content, choices),
    ...fields(content, choices),
    ...weights(content),
    ...compareControls(content, choices),
  ];
  if (controls.length === 0) return nothing;
  return html`<div class="filters" role="group" aria-label=${text.name}>
    ${controls} ${content.counted && hasLocked(state, choices) ? html`<span>${text.locked}</span>` : nothing}
    <span class="saved" role="status"
      >${text.counted(figures.records, base.records)}
      ${
        isUnfiltered(state.filter)
          ? nothing
          : html`<button type="button" class="link" @click=${() => choose({ ...state, filter: NO_FILTER })}>
              ${text.reset}
            </button>`
      }</span
    >
  </div>`;
}

/** Which survey, and which of its versions; absent where there is one of each. Another survey has other fields. */
function surveys({ surveys: found, base, state, strings, choose }: FiltersContent): TemplateResult[] {
  const { provenance: text, locale } = strings;
  const current = found.find(({ survey }) => survey === base.survey);
  const versions = current?.versions ?? [];
  const anew = (survey: string, surveyVersion?: string): void => {
    const { matrix, weigh } = state;
    // Another survey has other questions to relate to.
    const version = surveyVersion === undefined ? {} : { surveyVersion, ...(matrix && { matrix }) };
    choose({ survey, ...version, filter: NO_FILTER, ...(weigh && { weigh }) });
  };
  const bySurvey = found.map(({ survey, title, records }) => ({
    value: survey,
    text: text.choice(title === undefined ? survey : localize(title, locale), records),
  }));
  const byVersion = [
    ...versions.map(({ version, records }) => ({ value: version, text: text.choice(version, records) })),
    { value: ALL_VERSIONS, text: text.choice(text.allVersions, current?.records ?? 0) },
  ];
  const version = state.surveyVersion ?? base.surveyVersion ?? '';
  return [
    ...(found.length > 1
      ? [listOf('survey', text.survey, bySurvey, base.survey, (survey) => anew(survey))]
      : []),
    ...(versions.length > 1
      ? [listOf('version', text.versions, byVersion, version, (chosen) => anew(base.survey, chosen))]
      : []),
  ];
}

function period(
  { counted, state, strings, choose }: FiltersContent,
  choices: FilterChoices,
): TemplateResult[] {
  const text = words[strings.locale];
  const { periods, days } = choices;
  const { filter } = state;
  const isTimed = filter.from !== undefined || filter.until !== undefined || filter.periods !== undefined;
  const chosen = isTimed ? (periodChosen(choices, filter)?.label ?? OWN_RANGE) : '';
  if (periods.length === 0 && (!days || days.first === days.last)) return [];
  const set = (label: string): void => {
    const own = days ? { from: days.first, until: days.last } : {};
    const next = label === OWN_RANGE ? own : (periods.find((one) => one.label === label)?.filter ?? {});
    choose({ ...state, filter: withPeriod(filter, next) });
  };
  const items = [
    { value: '', text: text.all },
    ...periods.map(({ label }) => ({ value: label, text: label })),
    ...(days || chosen === OWN_RANGE ? [{ value: OWN_RANGE, text: text.own }] : []),
  ];
  const date = (end: 'from' | 'until'): TemplateResult =>
    html`<label
      >${text[end]}
      <input
        type="date"
        name=${end}
        .value=${filter[end] ?? ''}
        min=${days?.first ?? nothing}
        max=${days?.last ?? nothing}
        @change=${(event: Event) => {
          const day = chosenValue(event);
          const { from, until } = filter;
          const ends = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
          // A field that was cleared gives no day; what was chosen before stands.
          if (day !== '') choose({ ...state, filter: withPeriod(filter, { ...ends, [end]: day }) });
        }}
    /></label>`;
  return [
    listOf('period', text.period, items, chosen, set, counted && isLocked(state, BY_PERIODS)),
    ...(chosen === OWN_RANGE ? [date('from'), date('until')] : []),
  ];
}

function fields(content: FiltersContent, { fields: found }: FilterChoices): TemplateResult[] {
  const { counted, state, strings, nameOf, choose } = content;
  const text = words[strings.locale];
  return found.map(({ field, values }) => {
    const items = values.map(({ value, records }) => ({
      value: `=${value}`,
      text: text.choice(value === '' ? text.none : value, records),
    }));
    const chosen = state.filter.fields[field]?.[0];
    return listOf(
      `field-${field}`,
      nameOf(`context.${field}`),
      [{ value: '', text: text.all }, ...items],
      chosen === undefined ? '' : `=${chosen}`,
      // A value may be empty: it stands behind a mark.
      (value) =>
        choose({ ...state, filter: withField(state.filter, field, value === '' ? [] : [value.slice(1)]) }),
      counted && isLocked(state, `=${field}`),
    );
  });
}

/** Whether records weigh what the source says; absent where it says nothing. */
function weights({ base, state, strings, choose }: FiltersContent): TemplateResult[] {
  const text = words[strings.locale];
  const isWeighted = [base.nps, base.csat, ...base.satisfaction].some(
    (figure) => figure?.effectiveN !== undefined,
  );
  if (!isWeighted && state.weigh === undefined) return [];
  const items = (['on', 'off'] as const).map((value) => ({ value, text: text.weighing[value] }));
  return [
    listOf('weights', text.weights, items, state.weigh === 'none' ? 'off' : 'on', (value) => {
      const rest = { ...state };
      delete rest.weigh;
      choose(value === 'off' ? { ...rest, weigh: 'none' } : rest);
    }),
  ];
}
