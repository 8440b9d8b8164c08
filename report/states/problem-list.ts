import { html, nothing, type TemplateResult } from 'lit';
import type { FileProblem } from '../engine/file-problem.ts';
import type { Strings } from '../strings/en.ts';

const DETAILS_MAX = 12;

/** Files that could not be read: what each is, then what to do. */
export function problemList(
  problems: readonly FileProblem[],
  { problems: words }: Strings,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div role="alert" aria-label=${words.name}>
    ${problems.map(
      ({ file, code, details = [] }) =>
        html`<div class="msg" data-problem=${code}>
          <p><b>${words.title(file, code)}</b></p>
          <p>${words.remedy(code)}</p>
          ${detailsOf(code, details, words)}
        </div>`,
    )}
  </div>`;
}

/** A fault of the page itself, told as one. */
export function failure({ problems: words }: Strings, message: string): TemplateResult {
  return html`<div class="msg" role="alert" data-problem="internal">
    <p><b>${words.internal}</b></p>
    <p>${words.internalRemedy}</p>
    <p class="mut small">${message}</p>
  </div>`;
}

function detailsOf(
  code: FileProblem['code'],
  details: readonly string[],
  words: Strings['problems'],
): TemplateResult | typeof nothing {
  if (details.length === 0) return nothing;
  const shown = details.slice(0, DETAILS_MAX);
  if (code === 'no-survey' || code === 'no-id-column')
    return html`<p class="mut small">
      ${words.found(details.length > DETAILS_MAX ? [...shown, '…'] : shown)}
    </p>`;
  return html`<ul class="small">
    ${shown.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}
