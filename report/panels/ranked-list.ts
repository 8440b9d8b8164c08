import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Matrix } from '../../shared/metrics/matrix.ts';
import type { MatrixPoint } from '../../shared/metrics/matrix-point.ts';
import { importanceText } from '../charts/matrix-model.ts';
import { CERTAINTY_CAPPED_BELOW, certainty, count, interval, mean } from '../format/numbers.ts';
import { hollowGlyph, quadrantGlyph } from '../parts/glyph.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import { isOfMeans } from '../verdict/of-means.ts';
import { firstAndContested } from '../verdict/page-verdict.ts';
import { LATER_QUADRANTS, attributeName } from './matrix-names.ts';

/** What to do first, what is undecided, and the rest; numbered as in the chart. */
export function rankedList(matrix: Matrix, nameOf: NameOf, strings: Strings): TemplateResult {
  const { matrix: words, quadrants } = strings;
  const { first, undecided } = firstAndContested(matrix);
  const ofMeans = isOfMeans(matrix);
  const settledIn = (quadrant: MatrixPoint['quadrant']): MatrixPoint[] =>
    matrix.points.filter((point) => (ofMeans || point.settled) && point.quadrant === quadrant);
  const group = (
    look: string,
    title: string,
    glyph: SVGTemplateResult,
    head: TemplateResult | string,
    points: readonly MatrixPoint[],
    right: (point: MatrixPoint) => TemplateResult,
  ): TemplateResult | typeof nothing =>
    points.length === 0
      ? nothing
      : html`<section class=${look}>
          <h3>${glyph}${title}<span class="r">${head}</span></h3>
          <ol>
            ${points.map((point) => item(point, matrix, nameOf, strings, right(point)))}
          </ol>
        </section>`;
  const sure = (point: MatrixPoint): TemplateResult =>
    html`<span class="ct"
      >${point.certainty === undefined ? (ofMeans ? '' : '–') : certainty(point.certainty)}</span
    >`;
  return html`<div class="rank">
    ${group(
      'first',
      quadrants['improve-first'],
      quadrantGlyph('improve-first'),
      ofMeans ? '' : words.certaintyOfQuadrant,
      ofMeans ? settledIn('improve-first') : first,
      sure,
    )}
    ${group(
      'undecided',
      words.undecided,
      hollowGlyph(),
      html`<span class="two"
        ><span>${words.asDrawn}</span><span>${quadrants['improve-first'].toLowerCase()}</span></span
      >`,
      ofMeans ? [] : undecided,
      (point) => bothChances(point, matrix),
    )}
    ${LATER_QUADRANTS.map((quadrant) =>
      group(
        'rest',
        quadrants[quadrant],
        quadrantGlyph(quadrant),
        ofMeans ? '' : words.certainty,
        settledIn(quadrant),
        sure,
      ),
    )}
  </div>`;
}

function bothChances(
  { quadrant, certainty: drawn, chances }: MatrixPoint,
  { certaintyMin }: Matrix,
): TemplateResult {
  const chance = chances?.['improve-first'];
  const look = chance !== undefined && chance >= CERTAINTY_CAPPED_BELOW ? 'act' : 'mut';
  return html`<span class="ct ink2 two"
    ><span>${quadrantGlyph(quadrant)} ${drawn === undefined ? '–' : certainty(drawn, certaintyMin)}</span
    ><span class=${look}>${chance === undefined ? '–' : certainty(chance, certaintyMin)}</span></span
  >`;
}

function item(
  point: MatrixPoint,
  matrix: Matrix,
  nameOf: NameOf,
  { matrix: words, overview }: Strings,
  right: TemplateResult,
): TemplateResult {
  const { satisfaction, importance } = point;
  const written = importanceText(matrix);
  return html`<li data-ranked=${attributeName(point)}>
    <span class="no">${point.rank}</span><span class="nm">${nameOf(point.attribute)}</span>${right}
    <span class="dt">
      <span
        >${words.satisfactionShort}
        <span class="fig"
          ><b>${mean(satisfaction.value)}</b>${
            satisfaction.interval ? html`<span>${interval(satisfaction.interval, mean)}</span>` : nothing
          }</span
        ></span
      >
      <span class="imp"
        >${words.importanceShort[matrix.importance]}
        <span class="fig"
          ><b>${written(importance.value)}</b>${
            importance.interval ? html`<span>${interval(importance.interval, written)}</span>` : nothing
          }</span
        ></span
      >
      ${satisfaction.n > 0 ? html`<span>n ${count(satisfaction.n)}</span>` : nothing}
      ${point.smallSample && !isOfMeans(matrix) ? html`<span>${overview.small}</span>` : nothing}
      ${point.checkDirection ? html`<span>${words.checkDirection}</span>` : nothing}
    </span>
  </li>`;
}
