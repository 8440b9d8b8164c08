import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Aspect, Attribute, BatteryQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { localize } from '../../../shared/questionnaire/localize.ts';
import { BATTERY_SCALE, scalePoints } from '../../../shared/questionnaire/scale.ts';
import { attributesInOrder, batteryAnswer } from '../battery-answer.ts';
import { TICK } from '../icons.ts';
import type { Strings } from '../strings/strings.ts';
import type { Session } from '../survey-session.ts';
import { words } from '../words.ts';

export { answerCell, setNotApplicable } from '../battery-change.ts';
export { batteryStyles } from './battery.styles.ts';

/** What a battery needs to draw itself. */
export interface BatteryView {
  readonly question: BatteryQuestion;
  readonly session: Session;
  readonly strings: Strings;
  readonly locale: string;
  /** Index of the attribute on the screen, where each has its own. */
  readonly row: number;
  readonly number: (value: number) => string;
  readonly answer: (aspect: Aspect, attribute: string, value: number) => void;
  readonly exclude: (attribute: string, on: boolean) => void;
}

/** The table: attributes down, one or two scales across. */
export function batteryTable(view: BatteryView): TemplateResult {
  const { question, strings, number, locale } = view;
  const { ask, notApplicable = true } = question;
  return html`<table class="battery" part="battery">
    <colgroup>
      <col />
      ${ask.map(
        (_, i) =>
          html`${i > 0 ? html`<col class="gap" />` : nothing}
            <col class="group" />`,
      )}
      ${
        notApplicable
          ? html`<col class="gap" />
              <col class="na" />`
          : nothing
      }
    </colgroup>
    <thead>
      <tr>
        <td class="void"></td>
        ${ask.map((aspect, i) => {
          const { name, low, high } = strings.aspects[aspect];
          return html`${gap(i)}
            <th class="band ${shape(ask, aspect)}" part="group" scope="col" id=${aspect}>
              <span class="name"><i class="key"></i>${name}</span>
              <span class="ends"><span>${low}</span><span>${high}</span></span>
              <span class="nums" aria-hidden="true"
                >${scalePoints(BATTERY_SCALE).map((point) => html`<span>${number(point)}</span>`)}</span
              >
            </th>`;
        })}
        ${
          notApplicable
            ? html`<td class="void"></td>
                <td class="na-head" id="na">${strings.notApplicable}</td>`
            : nothing
        }
      </tr>
    </thead>
    <tbody>
      ${attributesInOrder(view.session, question).map((attribute) => {
        const off = isOff(view, attribute);
        const label = `row-${attribute.id}`;
        return html`<tr class=${off ? 'off' : ''}>
          <th scope="row" part="attribute" id=${label}>
            ${words(localize(attribute.label, locale), locale)}
          </th>
          ${ask.map(
            (aspect, i) =>
              html`${gap(i)}
                <td class=${shape(ask, aspect)}>
                  ${points(view, aspect, attribute, `${label} ${aspect}`)}
                </td>`,
          )}
          ${
            notApplicable
              ? html`<td class="void"></td>
                  <td class="na">
                    <label class="tick"
                      ><input
                        type="checkbox"
                        data-path=${`${question.id}.${attribute.id}`}
                        aria-labelledby=${`${label} na`}
                        .checked=${off}
                        @change=${() => view.exclude(attribute.id, !off)}
                      />${off ? TICK : nothing}</label
                    >
                  </td>`
              : nothing
          }
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** One attribute a screen: how far, its name, and its scales. */
export function batteryScreen(view: BatteryView): {
  readonly head: TemplateResult;
  readonly body: TemplateResult;
} {
  const { question, strings, number, row, locale } = view;
  const attributes = attributesInOrder(view.session, question);
  const attribute = attributes[row];
  const off = isOff(view, attribute);
  const place = (i: number) => (i < row ? 'done' : i === row ? 'now' : '');
  return {
    head: html`<div class="progress" part="progress">
        <ol aria-hidden="true">
          ${attributes.map((_, i) => html`<li class=${place(i)}></li>`)}
        </ol>
        <span>${number(row + 1)} / ${number(attributes.length)}</span>
      </div>
      <h2 class="question attribute" part="question attribute" id="question" tabindex="-1">
        ${words(localize(attribute.label, locale), locale)}
      </h2>`,
    body: html`${question.ask.map((aspect) => {
      const { name, low, high } = strings.aspects[aspect];
      return html`<div class="single ${shape(question.ask, aspect)} ${off ? 'off' : ''}" part="group">
        <div class="name" id=${aspect}><i class="key"></i>${name}</div>
        ${points(view, aspect, attribute, `question ${aspect}`)}
        <p class="anchors" part="anchors" id=${`ends-${aspect}`}><span>${low}</span><span>${high}</span></p>
      </div>`;
    })}`,
  };
}

function points(view: BatteryView, aspect: Aspect, attribute: Attribute, labels: string): TemplateResult {
  const { question, session, strings, number } = view;
  const path = `${question.id}.${aspect}.${attribute.id}`;
  const value = batteryAnswer(session, question.id)[aspect]?.[attribute.id];
  const { low, high } = strings.aspects[aspect];
  const name = (point: number) => {
    const end = point === BATTERY_SCALE.min ? low : point === BATTERY_SCALE.max ? high : '';
    return `${number(point)} ${end}`.trim();
  };
  return html`<fieldset class="row" aria-labelledby=${labels}>
    ${scalePoints(BATTERY_SCALE).map(
      (point) =>
        html`<label class="cell" part=${point === value ? 'point chosen' : 'point'}
          ><input
            type="radio"
            name=${path}
            value=${point}
            data-path=${path}
            aria-label=${name(point)}
            .checked=${point === value}
            @change=${() => view.answer(aspect, attribute.id, point)}
          /><span class="shape">${number(point)}</span></label
        >`,
    )}
  </fieldset>`;
}

function isOff({ question, session }: BatteryView, { id }: Attribute): boolean {
  return session.notApplicable[question.id]?.includes(id) ?? false;
}

/** The first of two is square on a wash; the second, or the only one unless it is importance, round on the ground. */
function shape(ask: readonly Aspect[], aspect: Aspect): string {
  const square =
    aspect === 'importance' || (ask.length > 1 && ask[0] === aspect && !ask.includes('importance'));
  return square ? 'square' : 'round';
}

function gap(index: number): TemplateResult | typeof nothing {
  return index > 0 ? html`<td class="void"></td>` : nothing;
}
