import { DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { Matrix } from '../../shared/metrics/matrix.ts';
import type { MatrixPoint } from '../../shared/metrics/matrix-point.ts';
import type { Quadrant } from '../../shared/metrics/quadrant.ts';
import { certainty, correlation, count, fixed, mean, percentNumber } from '../format/numbers.ts';
import type { Strings } from '../strings/en.ts';
import { isOfMeans } from '../verdict/of-means.ts';
import { axisRange, type AxisRange } from './axis-range.ts';

/** One attribute as the chart draws it. */
export interface MatrixMark {
  readonly attribute: string;
  /** Its number in the list beside the chart. */
  readonly rank: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly xBar?: { readonly low: number; readonly high: number };
  readonly yBar?: { readonly low: number; readonly high: number };
  readonly quadrant: Quadrant;
  /** Not settled, or on a small sample. */
  readonly hollow: boolean;
  readonly dashed: boolean;
  /** Beside the name of what is undecided: its certainty, or the answers that are too few for one. */
  readonly doubt?: string;
  /** Settled in "improve first". */
  readonly first: boolean;
  /** Named also where there is room for few names only. */
  readonly prominent: boolean;
}

/** Everything that the matrix chart shows, in words and numbers that are final. */
export interface MatrixModel {
  readonly marks: readonly MatrixMark[];
  readonly x: AxisRange;
  readonly y: AxisRange;
  readonly yTickText: (value: number) => string;
  /** Absent: with as many decimals as tell ticks apart. */
  readonly xTickText?: (value: number) => string;
  readonly crosshair: {
    readonly x: number;
    readonly y: number;
    readonly xText: string;
    readonly yText: string;
    readonly caption: string;
  };
  /** Both axes have the same scale, so that their difference means something. */
  readonly sameScale: boolean;
  readonly titles: { readonly x: string; readonly y: string };
  readonly quadrants: Readonly<Record<Quadrant, string>>;
}

/** An undecided attribute keeps its name on a phone from this chance of "improve first". */
const PROMINENT_CHANCE_MIN = 0.2;
/** Most lines of the grid on one axis. */
export const LINES_MAX = 7;
/** At head and foot the quadrants' names want a line for themselves. */
const ROOM_FOR_NAMES = 0.08;

/** How a value of the importance axis is written. */
export function importanceText({ importance }: Pick<Matrix, 'importance'>): (value: number) => string {
  const written = {
    stated: mean,
    correlation,
    'relative-weight': weight,
    regression: correlation,
    picks: weight,
  };
  return written[importance];
}

/** Importance is a share, and written in per cent. */
export function isShare({ importance }: Pick<Matrix, 'importance'>): boolean {
  return importance === 'relative-weight' || importance === 'picks';
}

function weight(share: number): string {
  return percentNumber(share, 1);
}

/**
 * The chart of a matrix: what stands where, and what is written.
 *
 * @param nameOf what a reader calls an attribute
 * @example matrixModel(matrix, figures, nameOf, en).crosshair.xText // '3.94'
 */
export function matrixModel(
  matrix: Matrix,
  figures: Figures,
  nameOf: (attribute: string) => string,
  strings: Strings,
): MatrixModel {
  const { crosshair } = matrix;
  const points = isOfMeans(matrix) ? matrix.points : matrix.points.filter(({ n }) => n >= DRAWN_N_MIN);
  const marks = points.map((point) => markOf(point, matrix, nameOf));
  const ends = (bar: { low: number; high: number } | undefined): number[] => (bar ? [bar.low, bar.high] : []);
  const x = axisRange([crosshair.satisfaction, ...marks.flatMap((m) => [m.x, ...ends(m.xBar)])], LINES_MAX);
  const y = axisRange(
    [crosshair.importance, ...marks.flatMap((m) => [m.y, ...ends(m.yBar)])],
    LINES_MAX,
    ROOM_FOR_NAMES,
  );
  const importance = importanceText(matrix);
  return {
    marks,
    x,
    y,
    yTickText: (value) => {
      if (isShare(matrix)) return percentNumber(value, Math.max(0, y.decimals - 2));
      const text = fixed(value, y.decimals);
      return matrix.importance === 'stated' ? text : text.replace(/^(\u2212?)0\./, '$1.');
    },
    crosshair: {
      x: crosshair.satisfaction,
      y: crosshair.importance,
      xText: mean(crosshair.satisfaction),
      yText: importance(crosshair.importance),
      caption: strings.matrix.line[crosshair.kind],
    },
    sameScale: matrix.sameScale,
    titles: axisTitles(matrix, figures, strings),
    quadrants: strings.quadrants,
  };
}

function markOf(point: MatrixPoint, matrix: Matrix, nameOf: (attribute: string) => string): MatrixMark {
  const { satisfaction, importance, settled, chances } = point;
  const ofMeans = isOfMeans(matrix);
  const first = settled && point.quadrant === 'improve-first';
  return {
    attribute: point.attribute,
    rank: point.rank,
    name: nameOf(point.attribute),
    x: satisfaction.value,
    y: importance.value,
    ...(satisfaction.interval && { xBar: satisfaction.interval }),
    ...(importance.interval && { yBar: importance.interval }),
    quadrant: point.quadrant,
    hollow: !settled,
    dashed: point.smallSample && !ofMeans,
    ...(!settled && !ofMeans && { doubt: doubtOf(point, matrix) }),
    first,
    prominent: ofMeans
      ? point.quadrant === 'improve-first'
      : first || (!settled && (chances?.['improve-first'] ?? 0) >= PROMINENT_CHANCE_MIN),
  };
}

function doubtOf({ certainty: drawn, smallSample, n }: MatrixPoint, { certaintyMin }: Matrix): string {
  return smallSample || drawn === undefined ? `n ${count(n)}` : certainty(drawn, certaintyMin);
}

function axisTitles(matrix: Matrix, figures: Figures, { matrix: words }: Strings): { x: string; y: string } {
  const scale = matrix.points[0]?.satisfaction ?? { min: 1, max: 5 };
  const outcome = figures.derivedImportance?.outcome.role === 'nps' ? 'nps' : 'csat';
  return {
    x: words.xAxis(scale.min, scale.max),
    y:
      matrix.importance === 'stated'
        ? words.yAxis.stated(scale.min, scale.max)
        : words.yAxis[matrix.importance](outcome),
  };
}
