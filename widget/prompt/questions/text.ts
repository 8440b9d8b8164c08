import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { TextQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { TEXT_MAX_LENGTH } from '../../../shared/questionnaire/questionnaire.ts';
import type { QuestionView } from './rating-scale.ts';
import { format } from './rating-scale.ts';

/** A comment in the respondent's own words, and how much room is left. */
export function textField(view: QuestionView<TextQuestion>): TemplateResult {
  const { question, value, strings, locale, answer } = view;
  const { id, maxLength = TEXT_MAX_LENGTH } = question;
  const text = typeof value === 'string' ? value : '';
  const number = format(locale);
  const input = (event: InputEvent) => {
    const { value: typed } = event.target as HTMLTextAreaElement; // the listener is on the field
    answer(typed.trim() === '' ? undefined : typed);
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
