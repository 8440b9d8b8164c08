import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { localize } from '../../../shared/questionnaire/localize.ts';
import type { NpsQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { NPS_SCALE, scalePoints } from '../../../shared/questionnaire/scale.ts';
import type { CardView } from '../card.ts';
import { TICK } from '../icons.ts';
import { answer } from '../survey-session.ts';

/** 0 to 10 as one ruler, with words at both ends. */
export function npsScale(view: CardView, { id, anchors }: NpsQuestion): TemplateResult {
  const { nps, locale } = view.strings;
  const { low, high } = anchors ?? nps;
  const number = format(locale);
  return html`${scale(view, id, scalePoints(NPS_SCALE), 'nps')}
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
  { run, strings, change }: CardView,
  id: string,
  points: readonly number[],
  kind: string,
  names: readonly string[] = [],
): TemplateResult {
  const number = format(strings.locale);
  return html`<fieldset
    class="scale ${kind}"
    part="scale"
    aria-labelledby="question"
    aria-describedby=${names[0] ? nothing : 'anchors'}
  >
    ${points.map((point, i) => {
      const chosen = point === run.session.answers[id];
      return html`<label class="point" part="point ${chosen ? 'chosen' : ''}"
        ><input
          type="radio"
          name=${id}
          value=${point}
          data-path=${id}
          .checked=${chosen}
          @change=${() => change((session, now) => answer(session, id, point, now))}
        /><span class="face"
          >${number(point)}
          ${names[i] ? html`<span class="word">${names[i]}</span>` : nothing}${chosen ? TICK : nothing}</span
        ></label
      >`;
    })}
  </fieldset>`;
}
