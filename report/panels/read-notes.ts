import { html, nothing, type TemplateResult } from 'lit';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { ReadOutcome } from '../engine/messages.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import { lackingPanels } from './lacking-panels.ts';

/**
 * What was read and is in no figure: copies, comments, columns that nothing explains; and what has no name.
 *
 * @param base figures of all records
 */
export function readNotes(
  outcome: ReadOutcome,
  figures: Figures,
  base: Figures,
  nameOf: NameOf,
  strings: Strings,
): TemplateResult | typeof nothing {
  const { repeated, comments, unknown, doubled, labels, summaries } = outcome;
  const lacking = lackingPanels(figures, base, comments.length > 0, strings);
  const { notices: words } = strings;
  const unnamed = figures.satisfaction.filter(({ attribute }) => !labels.has(attribute));
  const lines = [
    ...(repeated > 0 ? [words.repeated(repeated)] : []),
    ...(unnamed.length > 0 ? [words.unnamed(nameOf(unnamed[0].attribute))] : []),
    ...(unknown.length > 0 ? [words.unknown(unknown)] : []),
    ...(doubled.length > 0 ? [words.doubled(doubled)] : []),
    ...(summaries > 0 ? [words.summaries(lacking)] : []),
    ...(comments.length > 0 ? [words.comments(comments)] : []),
  ];
  if (lines.length === 0) return nothing;
  return html`<section class="panel" data-panel="notes">
    <header>
      <p class="eyebrow"><b>${words.name}</b></p>
    </header>
    <ul class="ink2">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}
