import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { TextQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { TEXT_MAX_LENGTH } from '../../../shared/questionnaire/questionnaire.ts';
import type { CardView } from '../card.ts';
import { answer } from '../survey-session.ts';
import { format } from './rating-scale.ts';

/** A comment in the respondent's own words, and how much room is left. */
export function textField({ run, strings, change }: CardView, question: TextQuestion): TemplateResult {
  const { id, maxLength = TEXT_MAX_LENGTH } = question;
  const value = run.session.answers[id];
  const text = typeof value === 'string' ? value : '';
  const number = format(strings.locale);
  const input = (event: InputEvent) => {
    const { value: typed } = event.target as HTMLTextAreaElement; // the listener is on the field
    change((session, now) => answer(session, id, typed.trim() === '' ? undefined : typed, now), true);
  };
  return html`<textarea
      part="input"
      rows="4"
      name=${id}
      data-path=${id}
      maxlength=${maxLength}
      aria-labelledby="question"
      aria-describedby="privacy"
      .value=${text}
      @input=${input}
    ></textarea>
    <p class="below">
      <span id="privacy">${strings.privacy}</span>
      <span part="count">${number(text.length)} / ${number(maxLength)}</span>
    </p>`;
}
