import { html, type TemplateResult } from 'lit';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { ReadOutcome } from '../engine/messages.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import { meansWords } from '../strings/panels/means.ts';
import { isOfMeans } from '../verdict/of-means.ts';
import { pageVerdict } from '../verdict/page-verdict.ts';

/**
 * Where the figures come from, in one line of text.
 *
 * @example provenance(outcome, figures, en) // 'airport.csv · 5–30 May 2017 · 2,831 records · 14 attributes'
 */
export function provenance({ files }: ReadOutcome, figures: Figures, strings: Strings): readonly string[] {
  const { provenance: words, list } = strings;
  const { oldest, newest, surveyVersion, otherAudiences, matrix } = figures;
  if (matrix && isOfMeans(matrix))
    return [list(files.map(({ name }) => name)), meansWords(strings).source(matrix.points.length)];
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
