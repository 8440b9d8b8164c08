import { html, nothing } from 'lit/html.js';
import type { TextQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { TEXT_MAX_LENGTH } from '../../../shared/questionnaire/questionnaire.ts';
import type { WholeView } from '../card.ts';
import { fill } from '../card.ts';
import type { QuestionParts } from '../kind-module.ts';

/** From so few characters left on, a screen reader is told how many. */
const TELL_FROM = 20;

/** A comment in the respondent's own words, and how much room is left. */
export function textParts(view: WholeView, question: TextQuestion): QuestionParts {
  const { run, strings } = view;
  const { id, maxLength = TEXT_MAX_LENGTH } = question;
  const { [id]: draft = run.session.answers[id] ?? '' } = run.drafts;
  const text = String(draft);
  const left = maxLength - text.length;
  const plural = new Intl.PluralRules(strings.locale).select(left);
  const input = (event: Event) => {
    if ((event as InputEvent).isComposing) return; // what an input method shows on the way is no text yet
    const field = event.target as HTMLTextAreaElement; // the listener is on the field
    const value = field.value.slice(0, maxLength);
    if (value !== field.value) field.value = value; // a script of the page wrote more than a respondent can
    run.drafts[id] = value;
    view.give(id, value.trim() || undefined, true);
  };
  return {
    body: html`<textarea
        part="input"
        rows="4"
        name=${id}
        data-path=${id}
        maxlength=${maxLength}
        aria-labelledby="question"
        aria-describedby="privacy"
        dir="auto"
        .value=${text}
        @input=${input}
        @compositionend=${input}
      ></textarea>
      <p class="below">
        <span id="privacy">${strings.privacy}</span>
        <span part="count" aria-hidden="true">${fill('{n} / {m}', strings, text.length, maxLength)}</span>
        <span class="told" role="status"
          >${left <= TELL_FROM ? fill(strings.left[plural] ?? strings.left.other ?? '', strings, left) : nothing}</span
        >
      </p>`,
  };
}
