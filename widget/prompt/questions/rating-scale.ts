import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { NpsQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { localize } from '../../../shared/questionnaire/localize.ts';
import { NPS_SCALE, scalePoints } from '../../../shared/questionnaire/scale.ts';
import { TICK } from '../icons.ts';
import type { Strings } from '../strings/strings.ts';

/** What a question needs to draw itself. */
export interface QuestionView<Q> {
  readonly question: Q;
  readonly value: unknown;
  readonly strings: Strings;
  readonly locale: string;
  readonly answer: (value: number | string | undefined) => void;
}

/** 0 to 10 as one ruler, with words at both ends. */
export function npsScale(view: QuestionView<NpsQuestion>): TemplateResult {
  const { question, strings, locale } = view;
  const { low, high } = question.anchors ?? strings.nps;
  const number = format(locale);
  return html`${scale(view, scalePoints(NPS_SCALE), 'nps', [])}
    <p class="anchors" part="anchors" id="anchors">
      <span>${number(NPS_SCALE.min)}&ensp;${localize(low, locale)}</span>
      <span>${number(NPS_SCALE.max)}&ensp;${localize(high, locale)}</span>
    </p>`;
}

/** Numbers as the language writes them. */
export function format(locale: string): (value: number) => string {
  const numbers = new Intl.NumberFormat(locale);
  return (value) => numbers.format(value);
}

/** One row of points; `names` are their words, if they have any. */
export function scale(
  { question: { id }, value, answer, locale }: QuestionView<{ readonly id: string }>,
  points: readonly number[],
  kind: string,
  names: readonly string[],
): TemplateResult {
  const number = format(locale);
  return html`<fieldset
    class="scale ${kind}"
    part="scale"
    aria-labelledby="question"
    aria-describedby=${kind === 'nps' ? 'anchors' : nothing}
  >
    ${points.map((point, i) => {
      const chosen = point === value;
      return html`<label class="point" part=${chosen ? 'point chosen' : 'point'}
        ><input
          type="radio"
          name=${id}
          value=${point}
          data-path=${id}
          .checked=${chosen}
          @change=${() => answer(point)}
        /><span class="face"
          >${number(point)}
          ${names.length > 0 ? html`<span class="word">${names[i]}</span>` : nothing}${
            chosen ? TICK : nothing
          }</span
        ></label
      >`;
    })}
  </fieldset>`;
}
