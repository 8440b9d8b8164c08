import type { TemplateResult } from 'lit/html.js';
import { html, nothing } from 'lit/html.js';
import { localize } from '../../../shared/questionnaire/localize.ts';
import type { Anchors } from '../../../shared/questionnaire/questionnaire.ts';
import type { Scale } from '../../../shared/questionnaire/scale.ts';
import { scalePoints } from '../../../shared/questionnaire/scale.ts';
import type { CardView } from '../card.ts';
import { fill } from '../card.ts';
import { TICK } from '../icons.ts';

/** How a scale looks. */
export interface ScaleLook {
  /** Class names. */
  readonly look: string;
  /** Words at both ends. */
  readonly anchors?: Anchors | undefined;
  /** What stands with a point's number, or in its place. */
  readonly face?: (point: number, index: number) => unknown;
}

/** One row of points: native radio buttons, of which none is chosen beforehand. */
export function ratingScale(
  view: CardView,
  id: string,
  scale: Scale,
  { look, anchors, face }: ScaleLook,
): TemplateResult {
  const { run, strings } = view;
  const { min, max } = scale;
  const number = (value: number) => fill('{n}', strings, value);
  const end = (point: number, text: Anchors['low']) =>
    `${number(point)}\u2002${localize(text, strings.locale)}`;
  return html`<fieldset
      class="scale ${look}"
      part="scale"
      aria-labelledby="question"
      aria-describedby="hint anchors"
      @change=${({ target }: Event) => view.give(id, Number((target as HTMLInputElement).value))}
    >
      ${scalePoints(scale).map((point, i) => {
        const chosen = point === run.session.answers[id];
        return html`<label class="point" part="point ${chosen ? 'chosen' : ''}"
          ><input type="radio" name=${id} value=${point} data-path=${id} .checked=${chosen} /><span
            class="face"
            >${face ? face(point, i) : number(point)}${chosen ? TICK : nothing}</span
          ></label
        >`;
      })}
    </fieldset>
    ${
      anchors
        ? html`<p class="anchors" part="anchors" id="anchors">
            <span>${end(min, anchors.low)}</span><span>${end(max, anchors.high)}</span>
          </p>`
        : nothing
    }`;
}
