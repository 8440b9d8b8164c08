import { html, nothing, type TemplateResult } from 'lit';
import type { ReadOutcome } from '../engine/messages.ts';
import type { Strings } from '../strings/en.ts';

/** What was read and is in no figure: copies, comments, columns that nothing explains. */
export function readNotes(
  outcome: ReadOutcome,
  { notices: words }: Strings,
): TemplateResult | typeof nothing {
  const { repeated, comments, unknown, doubled } = outcome;
  const lines = [
    ...(repeated > 0 ? [words.repeated(repeated)] : []),
    ...(unknown.length > 0 ? [words.unknown(unknown)] : []),
    ...(doubled.length > 0 ? [words.doubled(doubled)] : []),
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
