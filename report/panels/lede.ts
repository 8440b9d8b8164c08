import { html, nothing, type TemplateResult } from 'lit';
import { localize } from '../../shared/questionnaire/localize.ts';
import { ALL_VERSIONS } from '../../shared/summary/pool.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { ReadOutcome, SurveyFound } from '../engine/messages.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import { pageVerdict } from '../verdict/page-verdict.ts';

/**
 * Where the figures come from, in one line of text.
 *
 * @example provenance(outcome, figures, en) // 'airport.csv · 5–30 May 2017 · 2,831 records · 14 attributes'
 */
export function provenance({ files }: ReadOutcome, figures: Figures, strings: Strings): readonly string[] {
  const { provenance: words, list } = strings;
  const { oldest, newest, surveyVersion, otherAudiences } = figures;
  const rated = figures.asked.filter(({ role, n }) => role === 'satisfaction' && n > 0).length;
  return [
    list(files.map(({ name }) => name)),
    ...(surveyVersion === undefined ? [] : [words.version(surveyVersion)]),
    ...(oldest === undefined || newest === undefined ? [] : [strings.period(oldest, newest)]),
    words.answers(figures.records),
    ...(rated > 0 ? [words.attributes(rated)] : []),
    ...otherAudiences.map(({ audience, records }) => words.others(audience, records)),
  ];
}

/** The verdict in one sentence, what it stands on, and where the figures come from. */
export function lede(
  outcome: ReadOutcome,
  figures: Figures,
  nameOf: NameOf,
  strings: Strings,
): TemplateResult {
  const [files, ...facts] = provenance(outcome, figures, strings);
  const { title, lead } = pageVerdict(figures, nameOf, strings);
  return html`<div class="lede">
    <p class="file" data-part="provenance"><b>${files}</b> · ${facts.join(' · ')}</p>
    <h1>${title}</h1>
    <p class="sub">${lead}</p>
  </div>`;
}

/** Which survey, and which of its versions; absent where there is one of each. */
export function surveyFilter(
  surveys: readonly SurveyFound[],
  figures: Figures,
  options: FiguresOptions,
  strings: Strings,
  choose: (options: FiguresOptions) => void,
): TemplateResult | typeof nothing {
  const { provenance: words, locale } = strings;
  const current = surveys.find(({ survey }) => survey === figures.survey);
  const versions = current?.versions ?? [];
  if (surveys.length < 2 && versions.length < 2) return nothing;
  const select = (
    name: string,
    text: string,
    values: readonly { value: string; text: string; chosen: boolean }[],
    set: (value: string) => void,
  ): TemplateResult =>
    html`<label
      >${text}
      <select name=${name} @change=${(event: Event) => set(chosenValue(event))}>
        ${values.map(
          (item) => html`<option value=${item.value} ?selected=${item.chosen}>${item.text}</option>`,
        )}
      </select></label
    >`;
  return html`<div class="filters">
    ${
      surveys.length < 2
        ? nothing
        : select(
            'survey',
            words.survey,
            surveys.map(({ survey, title, records }) => ({
              value: survey,
              text: words.choice(title === undefined ? survey : localize(title, locale), records),
              chosen: survey === figures.survey,
            })),
            (survey) => choose({ survey }),
          )
    }
    ${
      versions.length < 2
        ? nothing
        : select(
            'version',
            words.versions,
            [
              ...versions.map(({ version, records }) => ({
                value: version,
                text: words.choice(version, records),
                chosen: version === figures.surveyVersion,
              })),
              {
                value: ALL_VERSIONS,
                text: words.choice(words.allVersions, current?.records ?? 0),
                chosen: options.surveyVersion === ALL_VERSIONS,
              },
            ],
            (surveyVersion) => choose({ ...options, survey: figures.survey, surveyVersion }),
          )
    }
  </div>`;
}

function chosenValue({ currentTarget }: Event): string {
  return currentTarget instanceof HTMLSelectElement ? currentTarget.value : '';
}
