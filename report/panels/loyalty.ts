import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { DRAWN_N_MIN, SMALL_SAMPLE_N_BELOW } from '../../shared/metrics/figure.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { SatisfactionLevel, SatisfactionLoyalty } from '../../shared/metrics/satisfaction-loyalty.ts';
import { figureText, shareFigureText, shareText } from '../format/figure-text.ts';
import { correlation, count, interval, percent, percentNumber } from '../format/numbers.ts';
import { loyalty as words } from '../strings/panels/loyalty.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent } from './panel.ts';
import type { PanelTable } from './panel-table.ts';

const PARTS = ['detractors', 'passives', 'promoters'] as const;

/**
 * Whether the satisfied are loyal: overall satisfaction by what they would recommend, and how firmly the two go together.
 *
 * @returns undefined where too few answered both questions
 */
export function loyaltyPanel(context: PanelContext): PanelContent | undefined {
  const { figures, strings, source } = context;
  const { satisfactionLoyalty, satisfiedNotLoyal, loyaltyClasses, retention } = figures;
  if (!satisfactionLoyalty || satisfactionLoyalty.n < DRAWN_N_MIN) return undefined;
  const text = words[strings.locale];
  const from = satisfiedNotLoyal?.satisfiedFrom ?? Infinity;
  const of = satisfiedNotLoyal?.ofSatisfied;
  const view = {
    verdict: of && of.n >= DRAWN_N_MIN ? text.verdict(shareText(of)) : text.none,
    lead: of && satisfiedNotLoyal ? text.lead(shareFigureText(of), shareFigureText(satisfiedNotLoyal)) : '',
    chart: crossTable(satisfactionLoyalty, from, context),
    table: tableOf(satisfactionLoyalty, context),
    more: more(context),
    note: text.note,
  };
  const json = (): string =>
    figuresJson({ satisfactionLoyalty, satisfiedNotLoyal, loyaltyClasses, retention });
  return { id: 'loyalty', name: text.name, views: [view], json, source, strings };
}

function crossTable(
  { levels }: SatisfactionLoyalty,
  from: number,
  { strings }: PanelContext,
): TemplateResult {
  const text = words[strings.locale];
  const { columns } = text;
  const ends = strings.overview.ends;
  const name = (level: SatisfactionLevel, k: number): string =>
    k === 0
      ? `${level.answer} ${ends[1]}`
      : k === levels.length - 1
        ? `${level.answer} ${ends[0]}`
        : `${level.answer}`;
  return html`<div
    class="scroll"
    tabindex="0"
    role="group"
    aria-label="${text.name}, ${strings.table.scroll}"
  >
    <table class="cross">
      <thead>
        <tr>
          <th scope="col">${columns.overall}</th>
          ${PARTS.map((part) => html`<th scope="col" class="num">${columns[part]}</th>`)}
          <th scope="col" class="num">${columns.all}</th>
          <th scope="col">${columns.share}</th>
        </tr>
      </thead>
      <tbody>
        ${[...levels].reverse().map((level, k) => {
          const few = level.n < SMALL_SAMPLE_N_BELOW;
          const wash = level.answer >= from;
          return html`<tr data-row=${level.answer}>
            <th scope="row">${name(level, k)}</th>
            ${PARTS.map(
              (part) =>
                html`<td class="num ${wash && part !== 'promoters' ? 'snl' : ''}">
                  ${count(level[part])}<span class="mut pc"
                    >${few || !level.shares ? '·' : percent(level.shares[part])}</span
                  >
                </td>`,
            )}
            <td class="num">${count(level.n)}</td>
            <td class="bar">
              ${few || !level.shares ? html`<span class="mut small">${text.tooFew}</span>` : shareBar(level.shares, wash)}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

/** The row's shares beside each other; those who are satisfied but not loyal in the colour of action. */
function shareBar(
  shares: { readonly detractors: number; readonly passives: number; readonly promoters: number },
  wash: boolean,
): SVGTemplateResult {
  const looks = wash
    ? { detractors: 's-act', passives: 's-act2', promoters: 's-bar' }
    : { detractors: 's-ink2', passives: 's-band', promoters: 's-bar' };
  let at = 0;
  const rects = PARTS.map((part) => {
    const width = 200 * shares[part];
    const rect = svg`<rect class=${looks[part]} x=${at} y="0" width=${Math.max(0, width - 1)} height="10"></rect>`;
    at += width;
    return rect;
  });
  return svg`<svg class="meter" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`;
}

function more({ figures, strings }: PanelContext): TemplateResult {
  const text = words[strings.locale];
  const { satisfactionLoyalty: both, loyaltyClasses, retention } = figures;
  const { correlation: r, spearman } = both ?? {};
  return html`<div class="facts">
    <p>
      ${r ? html`<span data-figure="pearson">${text.pearson} ${fig(figureText(r, correlation))}</span><br />` : nothing}
      ${spearman ? html`<span data-figure="spearman">${text.spearman} ${fig(figureText(spearman, correlation))}</span>` : nothing}
    </p>
    ${
      loyaltyClasses && loyaltyClasses.n >= DRAWN_N_MIN
        ? html`<p data-figure="loyalty-classes">
            ${text.classesOf(loyaltyClasses.n)}:
            ${(['loyal', 'ordinary', 'drifting'] as const).map((name, k) => {
              const share = loyaltyClasses[name];
              const ends = share.interval
                ? ` ${interval(share.interval, (end) => percentNumber(end, 0))}`
                : '';
              return html`${k > 0 ? ' · ' : ''}${text.classes[name]} <b>${shareText(share)}</b>${ends}`;
            })}
          </p>`
        : nothing
    }
    ${
      retention && retention.n >= DRAWN_N_MIN
        ? html`<p class="ink2" data-figure="retention">
            ${text.retention(percentNumber(retention.low.value, 0), percent(retention.high.value))}
          </p>`
        : nothing
    }
  </div>`;
}

/** The value stands out from its interval and n. */
function fig(text: string): TemplateResult {
  const [value, ...rest] = text.split(' ');
  return html`<b>${value}</b> <span class="mut">${rest.join(' ')}</span>`;
}

function tableOf({ levels }: SatisfactionLoyalty, { strings }: PanelContext): PanelTable {
  const { columns } = words[strings.locale];
  const share = (value: number): string => percentNumber(value, 1);
  return {
    columns: [
      { key: 'csat', head: columns.overall },
      ...PARTS.map((part) => ({ key: part, head: columns[part], format: count })),
      { key: 'n', head: columns.all, format: count },
      ...PARTS.map((part) => ({ key: `${part}Share`, head: `${columns[part]} %`, format: share })),
    ],
    rows: [...levels].reverse().map((level) => ({
      id: String(level.answer),
      cells: [
        ...[String(level.answer), level.detractors, level.passives, level.promoters, level.n],
        ...PARTS.map((part) => level.shares?.[part]),
      ],
    })),
  };
}
