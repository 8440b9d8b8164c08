import type { TemplateResult } from 'lit/html.js';
import { html, nothing } from 'lit/html.js';
import type { WholeView } from './card.ts';
import { heading, phrased } from './card.ts';
import { ENDING_ICONS } from './ending-icons.ts';
import type { Fate } from './ending.ts';
import { endingOf } from './ending.ts';
import { hasAnswers } from './session-record.ts';
import type { SurveyRun } from './survey-run.ts';

/** Icon, one sentence, one line; and one more try, where nothing is kept. */
export function lastWords({ run, strings }: WholeView): TemplateResult {
  const ending = endingOf(fateOf(run));
  const { title, hint } = strings.endings[ending];
  return html`<div class="end" role=${/^lost|^rej/.test(ending) ? 'alert' : 'status'} part="end">
    ${ENDING_ICONS[ending]} ${heading(title, strings)}
    <p class="hint" part="hint">${phrased(hint, strings)}</p>
    ${
      ending.startsWith('lost')
        ? html`<button class="next" part="next" type="button" @click=${() => retry(run)}>
            ${strings.retry}
          </button>`
        : nothing
    }
  </div>`;
}

/** Tries once more to keep and to send, with the same bytes. */
function retry(run: SurveyRun): void {
  run.awaitFate();
  run.news.failed = 0;
  run.keep();
  void run.prepared.outbox.deliver(true);
  run.changed();
}

function fateOf({ record, draft, news, kept, late }: SurveyRun): Fate {
  const revision = draft?.revision ?? Infinity;
  return {
    delivered: news.delivered >= revision,
    rejected: news.rejected >= revision,
    unconfirmed: news.unconfirmed >= revision,
    kept,
    late: news.failed >= revision || late,
    failed: news.failed >= revision,
    online: navigator.onLine,
    given: record !== undefined && hasAnswers(record),
  };
}
