import { html, nothing, type TemplateResult } from 'lit';
import type { TableTexts } from '../export/draw-table.ts';
import { figureText, signed } from '../format/figure-text.ts';
import { count, interval, mean } from '../format/numbers.ts';
import type { PlanEntry, PlanField } from '../plan/plan-document.ts';
import type { PlanOutcome, PlanRowShown } from '../plan/plan-rows.ts';
import { plan as words } from '../strings/panels/plan.ts';
import type { Strings } from '../strings/en.ts';

/** Told of what the reader writes. */
export type WriteField = (attribute: string, field: PlanField, text: string) => void;

type Words = (typeof words)['en'];

/** Longest text of a field; the plan's form allows as much. */
const TEXT_MAX = 2_000;
const signedMean = (value: number): string => signed(value, mean);

/** The plan as the texts of a picture. */
export function planTexts(rows: readonly PlanRowShown[], { locale }: Strings): TableTexts {
  const text = words[locale];
  const { columns } = text;
  return {
    heads: [columns.service, columns.now, columns.beat, columns.action, columns.responsible, columns.due],
    rows: rows.map(({ entry, outcome }) => ({
      strong: false,
      cells: [
        outcome ? `${entry.label}: ${outcomeText(outcome, text)}` : entry.label,
        `${mean(entry.now.value)} ${interval(entry.now, mean)}`,
        entry.beat === undefined ? text.tooSmall : mean(entry.beat),
        ...[entry.action, entry.responsible, entry.due ?? ''],
      ],
    })),
    numeric: [false, false, true, false, false, false],
  };
}

/**
 * One service to improve: its figures, and fields for what is to be done.
 *
 * @param no its place in the plan, from 1
 */
export function planRow(row: PlanRowShown, no: number, strings: Strings, write: WriteField): TemplateResult {
  const text = words[strings.locale];
  const { entry, below, outcome } = row;
  const { now, beat, attribute, label } = entry;
  return html`<li data-planned=${attribute} data-round=${row.round}>
    <span class="no act">${no}</span>
    <span class="nm"
      ><b>${label}</b
      ><span class="mut small"
        >${below ? text.below(now.n, below.count, below.upTo) : `n ${count(now.n)}`}</span
      ></span
    >
    <span class="now" data-cell="now"
      ><span class="cap">${outcome ? text.planned : text.columns.now} </span>${mean(now.value)}
      <span class="mut small">${interval(now, mean)}</span></span
    >
    <span class="beat" data-cell="beat"
      ><span class="cap">${text.columns.beat} </span
      >${beat === undefined ? html`<span class="mut small">${text.tooSmall}</span>` : html`<b>${mean(beat)}</b>`}</span
    >
    ${field(entry, 'action', text, write)} ${field(entry, 'responsible', text, write)}
    ${field(entry, 'due', text, write)}
    ${
      outcome
        ? html`<p class="outcome" data-outcome=${verdictOf(outcome)}>${outcomeText(outcome, text)}</p>`
        : nothing
    }
  </li>`;
}

function field(entry: PlanEntry, name: PlanField, text: Words, write: WriteField): TemplateResult {
  const { attribute, label } = entry;
  const caption = text.columns[name];
  const written = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLTextAreaElement)
      write(attribute, name, currentTarget.value);
  };
  const named = `${caption}: ${label}`;
  const value = entry[name] ?? '';
  const control =
    name === 'action'
      ? html`<textarea
          name="action"
          rows="1"
          maxlength=${TEXT_MAX}
          aria-label=${named}
          placeholder=${text.placeholders.action}
          .value=${value}
          @input=${written}
        ></textarea>`
      : name === 'due'
        ? html`<input
            type="date"
            name="due"
            class=${value === '' ? 'blank' : ''}
            aria-label=${named}
            .value=${value}
            @input=${written}
          />`
        : html`<input
            name="responsible"
            autocomplete="off"
            maxlength=${TEXT_MAX}
            aria-label=${named}
            placeholder=${text.placeholders.responsible}
            .value=${value}
            @input=${written}
          />`;
  return html`<label class="field f-${name}"><span class="cap">${caption}</span>${control}</label>`;
}

function verdictOf(outcome: PlanOutcome): string {
  return outcome.kind === 'judged' ? outcome.verdict.verdict : outcome.kind;
}

function outcomeText(outcome: PlanOutcome, text: Words): string {
  if (outcome.kind === 'not-asked') return text.notAsked;
  if (outcome.kind === 'other-scale') return text.otherScale;
  const { score, verdict } = outcome;
  const difference = `${signedMean(verdict.value)} ${interval(verdict.interval, signedMean)}`;
  return text.outcome(text.verdicts[verdict.verdict], figureText(score, mean), difference);
}
