import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { CsatFigure } from '../../shared/metrics/csat.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import { DRAWN_N_MIN, FIGURE_N_MIN, SMALL_SAMPLE_N_BELOW, type Figure } from '../../shared/metrics/figure.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { ResponseRateFigure } from '../../shared/metrics/response-rate.ts';
import type { SatisfiedNotLoyalFigure } from '../../shared/metrics/satisfied-not-loyal.ts';
import type { NpsFigure } from '../../shared/metrics/nps.ts';
import { count, fixed, interval, mean, percent, percentNumber, shareDecimals } from '../format/numbers.ts';
import { saveCsv, saveJson } from '../export/save.ts';
import type { Strings } from '../strings/en.ts';
import { trend } from '../strings/panels/trend.ts';
import { tableCsv, tableTexts, type PanelTable } from './panel-table.ts';
import { pictureTools, tablePicture } from './picture-tools.ts';

/** How one key figure is written. */
interface Cell {
  readonly id: keyof Strings['overview']['noneNote'];
  readonly hook: string;
  readonly name: string;
  readonly figure: Figure | undefined;
  /** Answers to its question where that was asked, and there are too few for a figure. */
  readonly answers?: number | undefined;
  readonly format: (value: number) => string;
  readonly unit?: string;
  readonly bar?: SVGTemplateResult;
  readonly note?: TemplateResult | string;
}

const SHARE_WITH_DECIMAL_BELOW = 0.1;

/**
 * How are we: five figures, each with its interval and n, or what is missing for it.
 *
 * @param source what stands under an exported picture
 */
export function overview(figures: Figures, strings: Strings, source: string): TemplateResult {
  const { overview: words } = strings;
  const { nps, csat, satisfiedNotLoyal, responseRate } = figures;
  const answersTo = (role: 'nps' | 'csat'): number | undefined =>
    figures.asked.find((question) => question.role === role)?.n;
  const [npsAnswers, csatAnswers] = [answersTo('nps'), answersTo('csat')];
  const cells: Cell[] = [
    {
      ...{ id: 'nps', hook: 'nps', name: words.nps, figure: nps, format: (value) => fixed(value, 0) },
      answers: npsAnswers,
      ...(nps && { bar: npsBar(nps), note: npsNote(nps, words) }),
    },
    {
      ...{
        id: 'csat',
        hook: 'csat',
        name: words.csat(csat?.satisfiedFrom ?? 4, csat?.max ?? 5),
        figure: csat,
      },
      answers: csatAnswers,
      ...shareFormat(csat),
      ...(csat && { bar: csatBar(csat), note: csatNote(csat, words) }),
    },
    {
      ...{ id: 'mean', hook: 'mean', name: words.mean(csat?.min ?? 1, csat?.max ?? 5), format: mean },
      ...{ figure: csat?.mean, answers: csatAnswers },
      ...(csat && { bar: meanBar(csat), note: meanNote(csat, words) }),
    },
    {
      ...{ id: 'satisfiedNotLoyal', hook: 'satisfied-not-loyal', name: words.satisfiedNotLoyal },
      ...{ figure: satisfiedNotLoyal, ...shareFormat(satisfiedNotLoyal) },
      ...(npsAnswers !== undefined && csatAnswers !== undefined && { answers: 0 }),
      ...(satisfiedNotLoyal && { note: notLoyalNote(satisfiedNotLoyal, csat?.max ?? 5, strings) }),
    },
    {
      ...{ id: 'responseRate', hook: 'response-rate', name: words.responseRate, figure: responseRate },
      ...shareFormat(responseRate),
      ...(responseRate && { note: responseNote(responseRate, strings) }),
    },
  ];
  const table = tableOf(cells, strings);
  const json = (): string => figuresJson({ nps, csat, satisfiedNotLoyal, responseRate });
  return html`<dl class="over" aria-label=${words.name}>${cells.map((cell) => cellOf(cell, strings))}</dl>
    <p class="tools" role="group" aria-label=${words.name}>
      ${pictureTools(
        'overview',
        tablePicture(() => tableTexts(table)),
        { heading: words.name, foot: source },
        strings,
      )}
      <button type="button" @click=${() => saveCsv('overview', tableCsv(table))}>${strings.panel.csv}</button>
      <button type="button" @click=${() => saveJson('overview', json())}>${strings.panel.json}</button>
    </p>`;
}

/** The figures that there are, as a table to take away. */
function tableOf(cells: readonly Cell[], strings: Strings): PanelTable {
  const { columns } = trend[strings.locale];
  const known = cells.flatMap((cell) => (cell.figure ? [{ ...cell, figure: cell.figure }] : []));
  const format = (value: number, row: number): string => known[row].format(value);
  return {
    columns: [
      { key: 'measure', head: strings.panel.measure },
      { key: 'value', head: columns.value, format },
      { key: 'value95', head: columns.interval, format },
      { key: 'n', head: columns.n, format: count },
    ],
    rows: known.map(({ hook, name, unit, figure: { value, interval: ends, n } }) => ({
      id: hook,
      cells: [unit === undefined ? name : `${name}, ${unit}`, value, ends, n],
    })),
  };
}

function cellOf(cell: Cell, strings: Strings): TemplateResult {
  const { overview: words } = strings;
  const { figure, format, unit } = cell;
  if (!figure && cell.answers !== undefined) return tooFewForOne(cell, cell.answers, strings);
  if (!figure || figure.n < DRAWN_N_MIN) {
    return html`<div data-figure=${cell.hook}>
      <dt>${cell.name}</dt>
      <dd class="big none" data-part="value">${figure ? words.tooFew(figure.n) : words.none}</dd>
      <dd class="q small">
        ${figure ? html`<span data-part="n">n ${count(figure.n)}</span>` : words.noneNote[cell.id]}
      </dd>
    </div>`;
  }
  const small = figure.n < SMALL_SAMPLE_N_BELOW;
  return html`<div data-figure=${cell.hook}>
    <dt>${cell.name}</dt>
    <dd class="big ${small ? 'hollow' : ''}" data-part="value">
      ${format(figure.value)}${unit === undefined ? nothing : html`<small>${unit}</small>`}
    </dd>
    <dd class="q">
      <span class="fig"
        >${
          figure.interval
            ? html`<span data-part="interval">${interval(figure.interval, format)}</span>`
            : nothing
        }<span data-part="n">n ${count(figure.n)}</span></span
      >
      ${small ? words.small : nothing}
    </dd>
    <dd>
      ${cell.bar ?? nothing}
      ${cell.note === undefined ? nothing : html`<div class="q small">${cell.note}</div>`}
    </dd>
  </div>`;
}

/** The question stands in the file: it is answers that are missing. */
function tooFewForOne(
  { id, hook, name }: Cell,
  answers: number,
  { overview: words }: Strings,
): TemplateResult {
  const both = id === 'satisfiedNotLoyal';
  // Answers enough, and no figure: they are on a scale that counts as NPS only when the owner says so.
  const onOther = id === 'nps' && answers >= FIGURE_N_MIN;
  return html`<div data-figure=${hook}>
    <dt>${name}</dt>
    <dd class="big none" data-part="value">${both ? '–' : words.fewer(answers)}</dd>
    <dd class="q small">
      ${both ? words.noneBoth : onOther ? words.otherScale : words.needed(FIGURE_N_MIN)}
    </dd>
  </div>`;
}

function shareFormat(figure: Figure | undefined): { format: (share: number) => string; unit: string } {
  const decimals = shareDecimals(figure?.interval && (figure.interval.high - figure.interval.low) / 2);
  return { format: (share) => percentNumber(share, decimals), unit: '%' };
}

/** Shares of a whole beside each other, 1 unit of gap between them; of 200 units in all. */
function shareBar(parts: readonly { readonly share: number; readonly look: string }[]): SVGTemplateResult {
  let at = 0;
  const rects = parts.map(({ share, look }) => {
    const rect = svg`<rect class=${look} x=${at} y="0" width=${Math.max(0, 200 * share - 1)} height="8"></rect>`;
    at += 200 * share;
    return rect;
  });
  return svg`<svg class="meter" viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`;
}

function npsBar({ detractors, passives, promoters, n }: NpsFigure): SVGTemplateResult {
  return shareBar([
    { share: detractors / n, look: 's-ink2' },
    { share: passives / n, look: 's-band' },
    { share: promoters / n, look: 's-ink3' },
  ]);
}

function npsNote({ detractors, promoters, n }: NpsFigure, words: Strings['overview']): string {
  return words.npsBar(shareText(detractors / n), shareText(promoters / n));
}

function csatBar({ counts, n }: CsatFigure): SVGTemplateResult {
  const looks = ['s-ink2', 's-ink2', 's-band', 's-bar', 's-ink3'];
  return shareBar(counts.map((answers, point) => ({ share: answers / n, look: looks[point] ?? 's-bar' })));
}

function csatNote({ counts, n, max }: CsatFigure, words: Strings['overview']): string {
  const low = (counts[0] + counts[1]) / n;
  return words.csatBar(shareText(low), shareText(counts[counts.length - 1] / n), max);
}

function meanBar({ mean: figure, min, max }: CsatFigure): SVGTemplateResult {
  const at = (value: number): number => (200 * (value - min)) / (max - min);
  const ends = figure.interval ?? { low: figure.value, high: figure.value };
  return svg`<svg class="meter" viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true"><rect class="s-rule" x="0" y="3.5" width="200" height="1"></rect><rect class="s-bar" x=${at(ends.low)} y="2" width=${at(ends.high) - at(ends.low)} height="4"></rect><rect class="s-ink" x=${at(figure.value) - 1} y="0" width="2" height="8"></rect></svg>`;
}

function meanNote({ min, max }: CsatFigure, { ends }: Strings['overview']): TemplateResult {
  return html`<span class="ends"><span>${min} ${ends[0]}</span><span>${max} ${ends[1]}</span></span>`;
}

function notLoyalNote(
  { satisfiedFrom, notLoyalUpTo, ofSatisfied }: SatisfiedNotLoyalFigure,
  max: number,
  { overview: words, sentences }: Strings,
): string {
  return sentences([
    words.satisfiedNotLoyalNote(satisfiedFrom, max, notLoyalUpTo),
    ...(ofSatisfied && ofSatisfied.n >= DRAWN_N_MIN ? [words.ofSatisfied(percent(ofSatisfied.value))] : []),
  ]);
}

function responseNote({ completed, shown, completion, open }: ResponseRateFigure, strings: Strings): string {
  const { overview: words, sentences } = strings;
  return sentences([
    words.responseNote(completed, shown),
    ...(completion && completion.n >= DRAWN_N_MIN ? [words.completion(percent(completion.value))] : []),
    ...(open > 0 ? [words.open(open)] : []),
  ]);
}

function shareText(share: number): string {
  return percent(share, share < SHARE_WITH_DECIMAL_BELOW ? 1 : 0);
}
