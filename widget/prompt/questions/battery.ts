import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Aspect, Attribute, BatteryQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { localize } from '../../../shared/questionnaire/localize.ts';
import { BATTERY_SCALE, scalePoints } from '../../../shared/questionnaire/scale.ts';
import { attributesInOrder, batteryAnswer } from '../battery-answer.ts';
import { answerCell, setNotApplicable } from '../battery-change.ts';
import type { CardView, QuestionParts, Screen } from '../card.ts';
import { phrased } from '../card.ts';
import { TICK } from '../icons.ts';
import type { Session } from '../survey-session.ts';
import { format } from './rating-scale.ts';

export { blankCells } from '../battery-answer.ts';
export { drawOrder } from '../draw-order.ts';
export { batteryStyles } from './battery.styles.ts';

/** A battery on the screen. */
interface BatteryView extends CardView {
  readonly question: BatteryQuestion;
  readonly number: (value: number) => string;
}

/** Width of the card, in px, from which a battery's table fits. */
export function tableWidth({ ask, notApplicable }: BatteryQuestion): number {
  return 210 + 248 * ask.length + (notApplicable === false ? 0 : 84);
}

/** What is on the screen where each attribute has its own. */
export function attributeScreen(
  session: Session,
  question: BatteryQuestion,
  row: number,
): Pick<Screen, 'attribute' | 'row' | 'rows' | 'touched'> {
  const attributes = attributesInOrder(session, question);
  const shown = Math.min(row, attributes.length - 1);
  const { id } = attributes[shown];
  const given = Object.values(batteryAnswer(session, question.id));
  const touched = given.some((points) => Object.hasOwn(points, id)) || isOff(session, question, id);
  return { attribute: id, row: shown, rows: attributes.length, touched };
}

/** The table where it fits, else one attribute a screen. */
export function batteryParts(card: CardView, question: BatteryQuestion): QuestionParts {
  const { strings, screen } = card;
  const view = { ...card, question, number: format(strings.locale) };
  const { eachLine, eachLineTwo } = strings.labels;
  return screen.attribute === undefined
    ? { hint: question.ask.length > 1 ? eachLineTwo : eachLine, body: batteryTable(view) }
    : attributeParts(view, screen.attribute);
}

/** Attributes down, one or two scales across. */
function batteryTable(view: BatteryView): TemplateResult {
  const { question, strings, number, run, change } = view;
  const { ask, notApplicable = true } = question;
  const { locale } = strings;
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
            <th class="band ${shape(ask, aspect)}" part="group" scope="col">
              <span class="name" id=${aspect}><i class="key"></i>${name}</span>
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
      ${attributesInOrder(run.session, question).map((attribute) => {
        const off = isOff(run.session, question, attribute.id);
        const label = `row-${attribute.id}`;
        return html`<tr class=${off ? 'off' : ''}>
          <th scope="row" part="attribute" id=${label}>
            ${phrased(localize(attribute.label, locale), strings)}
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
                        @change=${() => change((session, now) => setNotApplicable(session, question.id, attribute.id, !off, now))}
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

/** How far, the attribute's name, its scales, and "does not apply" beside "Next". */
function attributeParts(view: BatteryView, id: string): QuestionParts {
  const { question, strings, number, screen, run, change, forth } = view;
  const attributes = attributesInOrder(run.session, question);
  const attribute = attributes[screen.row];
  const off = isOff(run.session, question, id);
  const place = (i: number) => (i < screen.row ? 'done' : i === screen.row ? 'now' : '');
  const exclude = () => {
    change((session, now) => setNotApplicable(session, question.id, id, !off, now));
    if (!off) forth();
  };
  return {
    head: html`<div class="progress" part="progress">
        <ol aria-hidden="true">
          ${attributes.map((_, i) => html`<li class=${place(i)}></li>`)}
        </ol>
        <span>${number(screen.row + 1)} / ${number(attributes.length)}</span>
      </div>
      <h2 class="question attribute" part="question attribute" id="question" tabindex="-1">
        ${phrased(localize(attribute.label, strings.locale), strings)}
      </h2>`,
    body: html`${question.ask.map((aspect) => {
      const { name, low, high } = strings.aspects[aspect];
      return html`<div class="single ${shape(question.ask, aspect)} ${off ? 'off' : ''}" part="group">
        <div class="name" id=${aspect}><i class="key"></i>${name}</div>
        ${points(view, aspect, attribute, `question ${aspect}`)}
        <p class="anchors" part="anchors"><span>${low}</span><span>${high}</span></p>
      </div>`;
    })}`,
    aside:
      question.notApplicable === false
        ? undefined
        : html`<button
            class="quiet"
            part="not-applicable"
            type="button"
            data-path=${`${question.id}.${id}`}
            aria-pressed=${off}
            @click=${exclude}
          >
            ${strings.notApplicable}
          </button>`,
  };
}

function points(view: BatteryView, aspect: Aspect, attribute: Attribute, labels: string): TemplateResult {
  const { question, run, strings, number, change } = view;
  const path = `${question.id}.${aspect}.${attribute.id}`;
  const value = batteryAnswer(run.session, question.id)[aspect]?.[attribute.id];
  const { low, high } = strings.aspects[aspect];
  const cell = { battery: question.id, aspect, attribute: attribute.id };
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
            @change=${() => change((session, now) => answerCell(session, cell, point, now))}
          /><span class="shape">${number(point)}</span></label
        >`,
    )}
  </fieldset>`;
}

function isOff({ notApplicable }: Session, { id }: BatteryQuestion, attribute: string): boolean {
  return notApplicable[id]?.includes(attribute) ?? false;
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
