import type { Figure } from '../../shared/metrics/figure.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { Text } from '../../shared/questionnaire/questionnaire.ts';
import { certainty, correlation, count, fixed, interval, mean, percent } from '../format/numbers.ts';
import { namer } from '../parts/names.ts';
import { en } from '../strings/en.ts';

/**
 * The main figures for people to read: one a line, with n and interval, then the matrix in the order of what to do
 * first.
 *
 * @param labels names by question id and by `question.attribute`
 */
export function figuresText(figures: Figures, labels: ReadonlyMap<string, Text>): string {
  const { survey, surveyVersion, records, nps, csat, responseRate } = figures;
  const base = records === 0 && figures.matrix ? 'means of attributes' : `${count(records)} records`;
  const lines = [`${survey}${surveyVersion === undefined ? '' : `, version ${surveyVersion}`}: ${base}`];
  const put = (name: string, figure: Figure | undefined, format: (value: number) => string): void => {
    if (figure) lines.push(figureLine(name, figure, format));
  };
  put(`NPS${nps?.scale === '1–10' ? ' (1–10)' : ''}`, nps, (value) => fixed(value, 1));
  if (csat) {
    put(`Satisfied (${csat.satisfiedFrom}–${csat.max} of ${csat.min}–${csat.max})`, csat, (value) =>
      percent(value, 1),
    );
    put('Mean satisfaction', csat.mean, mean);
  }
  put('Response', responseRate, (value) => percent(value, 1));
  return `${[...lines, ...(figures.matrix ? matrixLines(figures, labels) : attributeLines(figures, labels))].join('\n')}\n`;
}

function figureLine(name: string, figure: Figure, format: (value: number) => string): string {
  const { value, n, effectiveN, interval: ends } = figure;
  const parts = [
    ...(ends ? [interval(ends, format)] : []),
    `n ${count(n)}`,
    ...(effectiveN === undefined ? [] : [`effective n ${count(Math.round(effectiveN))}`]),
  ];
  return `${name.padEnd(28)} ${format(value)}  ${parts.join('  ')}`;
}

function matrixLines({ matrix }: Figures, labels: ReadonlyMap<string, Text>): string[] {
  if (!matrix) return [];
  const nameOf = namer(labels, 'en');
  const stated =
    matrix.importance === 'stated' || matrix.points.every(({ importance }) => importance.value > 1);
  const axis = stated ? mean : correlation;
  const { crosshair, outcome } = matrix;
  const rows = matrix.points.map((point) => [
    String(point.rank),
    nameOf(point.attribute),
    mean(point.satisfaction.value),
    axis(point.importance.value),
    en.quadrants[point.quadrant],
    point.certainty === undefined ? '' : certainty(point.certainty, matrix.certaintyMin),
    count(point.n),
  ]);
  const head = ['', 'attribute', 'satisfaction', 'importance', 'quadrant', 'certainty', 'n'];
  const how = outcome === undefined ? matrix.importance : `${matrix.importance} with ${outcome}`;
  return [
    '',
    `Matrix: importance ${how}; crosshair ${mean(crosshair.satisfaction)}, ${axis(crosshair.importance)}`,
    ...table([head, ...rows]),
  ];
}

/** Where there is no matrix: what is rated, the lowest first. */
function attributeLines({ satisfaction }: Figures, labels: ReadonlyMap<string, Text>): string[] {
  if (satisfaction.length === 0) return [];
  const nameOf = namer(labels, 'en');
  const rows = [...satisfaction]
    .sort((a, b) => a.value - b.value)
    .map(({ attribute, value, n, interval: ends }) => [
      nameOf(attribute),
      mean(value),
      ends ? interval(ends, mean) : '',
      count(n),
    ]);
  return ['', ...table([['attribute', 'satisfaction', '95 %', 'n'], ...rows])];
}

/**
 * What the answers lack for a matrix, where nothing overall was asked.
 *
 * @returns undefined where nothing is missing
 * @example missingQuestion({ asked: [] }) // 'No question is taken as overall satisfaction (csat) or recommendation (nps), nor as satisfaction with an attribute: there is nothing to count.'
 */
export function missingQuestion({ asked, matrix }: Pick<Figures, 'asked' | 'matrix'>): string | undefined {
  const has = (...roles: readonly string[]): boolean => asked.some(({ role }) => roles.includes(role));
  if (matrix || has('nps', 'csat', 'ces', 'outcome')) return undefined;
  const overall = 'No question is taken as overall satisfaction (csat) or recommendation (nps)';
  return has('satisfaction', 'perception')
    ? `${overall}: without one there is no matrix.`
    : `${overall}, nor as satisfaction with an attribute: there is nothing to count.`;
}

/** Columns that stand under each other. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  );
}
