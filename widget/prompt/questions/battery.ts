import type { TemplateResult } from 'lit/html.js';
import { html, nothing } from 'lit/html.js';
import type {
  Aspect,
  Attribute,
  BatteryQuestion,
  Question,
  Text,
} from '../../../shared/questionnaire/questionnaire.ts';
import { localize } from '../../../shared/questionnaire/localize.ts';
import { BATTERY_SCALE, scalePoints } from '../../../shared/questionnaire/scale.ts';
import { attributesInOrder, batteryAnswer } from '../battery-answer.ts';
import { answerCell, setNotApplicable } from '../battery-change.ts';
import type { WholeView } from '../card.ts';
import { fill, phrased } from '../card.ts';
import { TICK } from '../icons.ts';
import type { QuestionParts } from '../kind-module.ts';
import type { AspectStrings } from '../strings/strings.ts';
import type { Session } from '../survey-session.ts';

export { batteryStyles as styles } from './battery.styles.ts';

/** A battery on the screen, and its words. */
interface Battery {
  readonly view: WholeView;
  readonly question: BatteryQuestion;
  readonly number: (value: number) => string;
  readonly words: (aspect: Aspect) => AspectStrings;
}

/** The table where it fits, else one attribute a screen. */
export function parts(view: WholeView, question: Question): QuestionParts | undefined {
  if (question.kind !== 'battery') return undefined;
  const { strings, width, row } = view;
  const { ask, wording } = question;
  const battery: Battery = {
    view,
    question,
    number: (value) => fill('{n}', strings, value),
    words(aspect) {
      const own = wording?.[aspect];
      if (!own) return strings.aspects[aspect];
      const say = (text: Text) => localize(text, strings.locale);
      return { name: say(own.name), low: say(own.low), high: say(own.high) };
    },
  };
  const layout = ask.length > 1 ? 'wide' : 'mid';
  const rowOf = (path: string) =>
    attributesInOrder(view.run.session, question).findIndex(({ id }) => id === path.split('.').at(-1));
  if (width > 0 && width < tableWidth(question)) return { layout, rowOf, ...attributeParts(battery, row) };
  const { eachLine, eachLineTwo } = strings.labels;
  return { layout, rowOf, hint: ask.length > 1 ? eachLineTwo : eachLine, body: batteryTable(battery) };
}

/** Width of the card, in px, from which a battery's table fits. */
function tableWidth({ ask, notApplicable }: BatteryQuestion): number {
  return 210 + 248 * ask.length + (notApplicable === false ? 0 : 84);
}

/** Attributes down, one or two scales across. */
function batteryTable(battery: Battery): TemplateResult {
  const { view, question, number, words } = battery;
  const { strings, run } = view;
  const { ask, notApplicable = true } = question;
  return html`<table class="battery" part="battery" aria-labelledby="question">
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
          const { name, low, high } = words(aspect);
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
                <th class="na-head" id="na" scope="col">${strings.notApplicable}</th>`
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
            ${phrased(localize(attribute.label, strings.locale), strings)}
          </th>
          ${ask.map(
            (aspect, i) =>
              html`${gap(i)}
                <td class=${shape(ask, aspect)}>
                  ${points(battery, aspect, attribute, `${label} ${aspect}`)}
                </td>`,
          )}
          ${
            notApplicable
              ? html`<td class="void"></td>
                  <td class="na">
                    <label class="tick"
                      ><input
                        type="checkbox"
                        class="check"
                        data-path=${`${question.id}.${attribute.id}`}
                        aria-labelledby=${`${label} na`}
                        .checked=${off}
                        @change=${() => view.change((session, now) => setNotApplicable(session, question.id, attribute.id, !off, now))}
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
function attributeParts(battery: Battery, shown: number): QuestionParts {
  const { view, question, words } = battery;
  const { strings, run } = view;
  const attributes = attributesInOrder(run.session, question);
  const rows = attributes.length;
  const row = Math.min(shown, rows - 1);
  const attribute = attributes[row];
  const { id, label } = attribute;
  const off = isOff(run.session, question, id);
  const given = Object.values(batteryAnswer(run.session, question.id));
  const exclude = () => {
    view.change((session, now) => setNotApplicable(session, question.id, id, !off, now));
    if (!off) view.forth();
  };
  return {
    row,
    rows,
    touched: off || given.some((points) => Object.hasOwn(points, id)),
    head: html`<div class="progress" part="progress">
        <ol aria-hidden="true">
          ${attributes.map((_, i) => html`<li class=${i < row ? 'done' : i === row ? 'now' : ''}></li>`)}
        </ol>
        <span>${fill(strings.step, strings, row + 1, rows)}</span>
      </div>
      <h2 class="question attribute" part="question attribute" id="question" tabindex="-1">
        ${phrased(localize(label, strings.locale), strings)}
      </h2>`,
    body: html`${question.ask.map((aspect) => {
      const { name, low, high } = words(aspect);
      return html`<div class="single ${shape(question.ask, aspect)} ${off ? 'off' : ''}" part="group">
        <div class="name" id=${aspect}><i class="key"></i>${name}</div>
        ${points(battery, aspect, attribute, `question ${aspect}`)}
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

function points(battery: Battery, aspect: Aspect, attribute: Attribute, labels: string): TemplateResult {
  const { view, question, number, words } = battery;
  const path = `${question.id}.${aspect}.${attribute.id}`;
  const value = batteryAnswer(view.run.session, question.id)[aspect]?.[attribute.id];
  const { low, high } = words(aspect);
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
            @change=${() => view.change((session, now) => answerCell(session, cell, point, now))}
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
