import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import type { AttributeScore } from '../../shared/metrics/attribute-scores.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import { axisRange, type AxisRange } from '../charts/axis-range.ts';
import type { ReadProgress } from '../engine/read-answers.ts';
import {
  bytes,
  count,
  fixed,
  interval,
  mean,
  percent,
  percentNumber,
  shareDecimals,
} from '../format/numbers.ts';
import { timeLeft } from '../format/time-left.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';

/** What is known while reading goes on. */
export interface Reading {
  readonly file: string;
  readonly progress?: ReadProgress;
  readonly figures?: Figures;
  readonly nameOf: NameOf;
}

/** The page while files are read: how far, a way out, and first figures, hollow until the last row. */
export function readingState(reading: Reading, strings: Strings, cancel: () => void): TemplateResult {
  const { reading: words } = strings;
  const { progress, figures } = reading;
  const share = progress && progress.bytesInAll > 0 ? progress.bytes / progress.bytesInAll : 0;
  const left = progress?.msLeft === undefined ? undefined : timeLeft(progress.msLeft);
  const rows = progress?.rows ?? 0;
  const expected = share > 0 && share < 1 ? Math.round(rows / share) : undefined;
  return html`<main id="content" tabindex="-1" aria-busy="true">
    <div class="lede wide">
      <p class="file">
        <b>${progress?.file ?? reading.file}</b>${progress ? ` · ${bytes(progress.bytesInAll)}` : nothing}
      </p>
      <div class="reading">
        <h1>${share < 1 ? words.title(percent(share)) : words.counting}</h1>
        <button type="button" @click=${cancel}>${words.cancel}</button>
      </div>
      <progress max="1" .value=${share} aria-label=${words.title('')}></progress>
      <p class="counts">
        <span>${words.rows(rows, expected)}</span>
        <span>${words.rejected(progress?.rejected ?? 0)}</span>
        <span class="mut"
          >${left && share < 1 ? `${words.left[left.unit](left.n)} · ` : nothing}${words.usable}</span
        >
      </p>
    </div>
    ${figures ? firstFigures(figures, reading.nameOf, strings) : nothing}
  </main>`;
}

function firstFigures(figures: Figures, nameOf: NameOf, strings: Strings): TemplateResult {
  const { reading: words, overview } = strings;
  const { csat, nps } = figures;
  const share = csat && csat.n >= DRAWN_N_MIN ? csat : undefined;
  const decimals = shareDecimals(share?.interval && (share.interval.high - share.interval.low) / 2);
  return html`<div class="firsts">
    <section class="panel">
      <header>
        <p class="eyebrow"><b>${words.first}</b></p>
        <p class="what">${words.settle}</p>
      </header>
      <dl>
        ${
          share
            ? first(
                overview.csat(share.satisfiedFrom, share.max),
                html`${percentNumber(share.value, decimals)}<small>%</small>`,
                share,
                (end) => percentNumber(end, decimals),
              )
            : html`<dt>${overview.csat(4, 5)}</dt>
                <dd class="mut">${words.none}</dd>`
        }
        ${
          share
            ? first(overview.mean(share.min, share.max), html`${mean(share.mean.value)}`, share.mean, mean)
            : nothing
        }
        ${
          nps && nps.n >= DRAWN_N_MIN
            ? first(overview.nps, html`${fixed(nps.value, 0)}`, nps, (end) => fixed(end, 0))
            : html`<dt>${overview.nps}</dt>
                <dd class="mut">${words.none}</dd>`
        }
      </dl>
    </section>
    ${attributesSoFar(figures.satisfaction, nameOf, strings)}
  </div>`;
}

function first(
  name: string,
  value: TemplateResult,
  {
    n,
    interval: ends,
  }: { readonly n: number; readonly interval?: { readonly low: number; readonly high: number } },
  format: (end: number) => string,
): TemplateResult {
  return html`<dt>${name}</dt>
    <dd class="big hollow">${value}</dd>
    <dd class="mut">${ends ? interval(ends, format) : nothing} n ${count(n)}</dd>`;
}

function attributesSoFar(
  scores: readonly AttributeScore[],
  nameOf: NameOf,
  { reading: words }: Strings,
): TemplateResult | typeof nothing {
  const drawn = scores.filter(({ n }) => n >= DRAWN_N_MIN).sort((a, b) => a.value - b.value);
  if (drawn.length === 0) return nothing;
  const range = axisRange(
    drawn.flatMap(({ value, interval: ends }) => (ends ? [ends.low, ends.high] : [value])),
    5,
  );
  const at = (value: number): number => (100 * (value - range.min)) / (range.max - range.min);
  const lines = range.ticks.map(at);
  return html`<section class="panel">
    <header>
      <p class="eyebrow"><b>${words.byAttribute}</b><span>${words.hollow}</span></p>
    </header>
    <div class="dots">
      <p class="axis">${words.axis(drawn[0].min, drawn[0].max)}</p>
      <ul>
        ${drawn.map(
          (score) =>
            html`<li>
              <span class="nm">${nameOf(score.attribute)}</span>${dot(score, at, lines)}<span class="num"
                >${mean(score.value)}</span
              ><span class="num mut">${score.interval ? interval(score.interval, mean) : nothing}</span
              ><span class="num mut">n ${count(score.n)}</span>
            </li>`,
        )}
      </ul>
      ${ticks(range, at)}
    </div>
    <p class="note">${words.noVerdict}</p>
  </section>`;
}

function dot(
  { value, interval: ends }: AttributeScore,
  at: (value: number) => number,
  lines: readonly number[],
): SVGTemplateResult {
  return svg`<svg aria-hidden="true">${lines.map(
    (x) => svg`<line class="grid" x1="${x}%" x2="${x}%" y1="-10" y2="30"></line>`,
  )}${
    ends ? svg`<line x1="${at(ends.low)}%" x2="${at(ends.high)}%" y1="50%" y2="50%"></line>` : nothing
  }<circle cx="${at(value)}%" cy="50%" r="4"></circle></svg>`;
}

function ticks({ ticks: values, decimals }: AxisRange, at: (value: number) => number): SVGTemplateResult {
  return svg`<svg class="axis" aria-hidden="true">${values.map(
    (value) => svg`<text x="${at(value)}%" y="15" text-anchor="middle">${fixed(value, decimals)}</text>`,
  )}</svg>`;
}
