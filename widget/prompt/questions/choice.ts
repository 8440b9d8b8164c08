import { html, nothing } from 'lit/html.js';
import type { OtherAnswer } from '../../../shared/answers/answer-record.ts';
import { localize } from '../../../shared/questionnaire/localize.ts';
import type { ChoiceQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { OTHER, TEXT_MAX_LENGTH } from '../../../shared/questionnaire/questionnaire.ts';
import type { WholeView } from '../card.ts';
import { phrased } from '../card.ts';
import { inOrder } from '../draw-order.ts';
import { TICK } from '../icons.ts';
import type { QuestionParts } from '../kind-module.ts';

type Item = string | OtherAnswer;

/** One option or several, and the respondent's own words where none fits. */
export function choiceParts(view: WholeView, question: ChoiceQuestion): QuestionParts {
  const { run, strings } = view;
  const { id, options, many = false, other = false } = question;
  const given = run.session.answers[id];
  const items = (given === undefined ? [] : Array.isArray(given) ? given : [given]) as readonly Item[]; // a choice holds these
  const chosen = items.map((item) => (typeof item === 'string' ? item : OTHER));
  const { [id]: words = items.find((item) => typeof item !== 'string')?.other ?? '' } = run.drafts;

  const answer = (ids: readonly string[], own = String(words), soon = false) => {
    const text = own.trim();
    const answered = ids.map((one): Item => (one === OTHER && text !== '' ? { other: text } : one));
    view.give(id, answered.length === 0 ? undefined : many ? answered : answered[0], soon);
  };
  const choose = (one: string) => {
    if (!many) answer([one]);
    else answer(chosen.includes(one) ? chosen.filter((known) => known !== one) : [...chosen, one]);
  };
  const write = (event: InputEvent) => {
    const { value } = event.target as HTMLInputElement; // the listener is on the field
    run.drafts[id] = value;
    answer(chosen, value, true);
  };

  const line = (one: string, label: unknown) => {
    const on = chosen.includes(one);
    return html`<label class="point option" part="point ${on ? 'chosen' : ''}"
      ><input
        type=${many ? 'checkbox' : 'radio'}
        name=${id}
        value=${one}
        data-path=${id}
        .checked=${on}
        @change=${() => choose(one)}
      /><span class="face"
        ><span class="word">${label}</span><i class="box">${on ? TICK : nothing}</i></span
      ></label
    >`;
  };
  return {
    layout: 'roomy',
    hint: many ? strings.labels.many : undefined,
    body: html`<fieldset
        class="scale list ${many ? 'many' : ''}"
        part="scale"
        aria-labelledby="question"
        aria-describedby="hint"
      >
        ${inOrder(options, run.session.order[id]).map((option) =>
          line(option.id, phrased(localize(option.label, strings.locale), strings)),
        )}
        ${other ? line(OTHER, strings.other) : nothing}
      </fieldset>
      ${
        chosen.includes(OTHER)
          ? html`<input
              class="own"
              part="input"
              type="text"
              dir="auto"
              autocomplete="off"
              maxlength=${TEXT_MAX_LENGTH}
              data-path=${`${id}.${OTHER}`}
              aria-label=${strings.other}
              .value=${String(words)}
              @input=${write}
            />`
          : nothing
      }`,
  };
}
