import { html, nothing, type TemplateResult } from 'lit';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { Matrix } from '../../shared/metrics/matrix.ts';
import { importanceText } from '../charts/matrix-model.ts';
import { certainty, count, interval, mean, percentNumber } from '../format/numbers.ts';
import { hollowGlyph, quadrantGlyph } from '../parts/glyph.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import { meansWords } from '../strings/panels/means.ts';
import { isOfMeans } from '../verdict/of-means.ts';
import { attributeName } from './matrix-names.ts';
import { matrixRows, type MatrixRow, type SortKey, type Sorting } from './matrix-rows.ts';

/** Every figure of the matrix, sortable by its columns. */
export function matrixTable(
  matrix: Matrix,
  figures: Figures,
  nameOf: NameOf,
  strings: Strings,
  sorting: Sorting,
  sort: (by: SortKey) => void,
): TemplateResult {
  const { columns, sortBy, name } = strings.matrix;
  const rows = matrixRows(matrix, figures.derivedImportance, nameOf, sorting);
  // Beside the importance axis only where that shows something else.
  const weights = matrix.importance !== 'relative-weight' && rows.some(({ weight }) => weight);
  const head = (by: SortKey, text: string, look = ''): TemplateResult => {
    const direction = sorting.by === by ? (sorting.descending ? 'descending' : 'ascending') : undefined;
    return html`<th scope="col" class=${look} aria-sort=${direction ?? nothing}>
      <button type="button" title=${sortBy(text)} @click=${() => sort(by)}>${text}</button>
    </th>`;
  };
  const plain = (text: string, look = ''): TemplateResult => html`<th scope="col" class=${look}>${text}</th>`;
  return html`<p class="note swipe" aria-hidden="true">${strings.table.swipe}</p>
    <div class="scroll" tabindex="0" role="group" aria-label="${name}, ${strings.table.scroll}">
      <table class="full">
        <thead>
          <tr>
            ${head('rank', '#')} ${head('attribute', columns.attribute)} ${plain(columns.quadrant)}
            ${head('certainty', columns.certainty, 'num')}
            ${head('satisfaction', columns.satisfaction, 'num')} ${plain(columns.interval)}
            ${head('n', columns.n, 'num')} ${head('importance', columns.importance[matrix.importance], 'num')}
            ${plain(columns.interval)} ${plain(columns.n, 'num')}
            ${
              weights
                ? html`${head('weight', columns.weight, 'num')}${plain(columns.interval)}${plain(columns.n, 'num')}`
                : nothing
            }
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => rowOf(row, matrix, strings, weights))}
        </tbody>
      </table>
    </div>`;
}

function rowOf(
  { point, name, weight }: MatrixRow,
  matrix: Matrix,
  strings: Strings,
  weights: boolean,
): TemplateResult {
  const { satisfaction, importance, quadrant, settled } = point;
  const written = importanceText(matrix);
  const named = strings.quadrants[quadrant];
  const ends = (figure: { interval?: { low: number; high: number } }, format: (end: number) => string) =>
    figure.interval ? interval(figure.interval, format) : '–';
  const share = (value: number): string => percentNumber(value, 1);
  const ofMeans = isOfMeans(matrix);
  const answers = (n: number): string => (ofMeans && n === 0 ? meansWords(strings).unknown : count(n));
  return html`<tr
    data-attribute=${attributeName(point)}
    class=${settled && quadrant === 'improve-first' ? 'first' : ''}
  >
    <td class="no mut">${point.rank}</td>
    <th scope="row">${name}</th>
    <td data-cell="quadrant" data-quadrant=${quadrant} class=${settled ? '' : 'ink2'}>
      ${settled ? quadrantGlyph(quadrant) : hollowGlyph(quadrant)}
      ${settled || ofMeans ? named : strings.matrix.undecidedIn(named)}
    </td>
    <td data-cell="certainty" class="num">
      ${point.certainty === undefined ? '–' : certainty(point.certainty, matrix.certaintyMin)}
    </td>
    <td data-cell="mean" class="num"><b>${mean(satisfaction.value)}</b></td>
    <td data-cell="interval" class="mut">${ends(satisfaction, mean)}</td>
    <td data-cell="n" class="num mut">${answers(satisfaction.n)}</td>
    <td data-cell="importance" class="num"><b>${written(importance.value)}</b></td>
    <td data-cell="importance-interval" class="mut">${ends(importance, written)}</td>
    <td data-cell="importance-n" class="num mut">${answers(importance.n)}</td>
    ${
      weights
        ? html`<td data-cell="weight" class="num">${weight ? share(weight.value) : '–'}</td>
            <td data-cell="weight-interval" class="mut">${weight ? ends(weight, share) : '–'}</td>
            <td data-cell="weight-n" class="num mut">${weight ? count(weight.n) : '–'}</td>`
        : nothing
    }
  </tr>`;
}
