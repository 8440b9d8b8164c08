import { count, fixed, interval, mean, percent, percentNumber, shareDecimals } from './numbers.ts';

const PLUS = '+';

/** How the values of a measure are written, alone and as a difference. */
export interface MeasureFormat {
  readonly value: (value: number) => string;
  /** With its sign. */
  readonly difference: (value: number) => string;
  /** Behind the value, where it has a unit. */
  readonly unit: '' | '%';
}

/**
 * A difference carries its sign; nothing is neither more nor less.
 *
 * @example signed(6.6, (value) => fixed(value, 1)) // '+6.6'
 */
export function signed(value: number, format: (value: number) => string): string {
  const text = format(value);
  return value > 0 && /[1-9]/.test(text) ? PLUS + text : text;
}

/** What measures other than means are called. */
const SHARES: readonly string[] = ['csat', 'ces', 'loyal'];

/**
 * How a measure is written: points of NPS whole, shares in percent, means with two decimals.
 *
 * @param measure `nps`, `csat`, `csat.mean`, ... or the key of a column, of which it is the mean
 * @param halfWidth of a share's interval: it decides on decimals
 * @example measureFormat('csat').value(0.39) // '39'
 */
export function measureFormat(measure: string, halfWidth?: number): MeasureFormat {
  const format = formatOf(measure, halfWidth);
  return {
    value: format,
    difference: (value) => signed(value, format),
    unit: SHARES.includes(measure) ? '%' : '',
  };
}

function formatOf(measure: string, halfWidth: number | undefined): (value: number) => string {
  if (measure === 'nps') return (value) => fixed(value, 0);
  if (SHARES.includes(measure)) return (value) => percentNumber(value, shareDecimals(halfWidth));
  return mean;
}

/**
 * A figure in one line of text, in the order of all figures: value, interval, n.
 *
 * @example figureText({ value: 40, n: 2746, interval: { low: 37, high: 42 } }, (value) => fixed(value, 0)) // '40 [37, 42] n 2,746'
 */
export function figureText(
  figure: {
    readonly value: number;
    readonly n?: number;
    readonly interval?: { readonly low: number; readonly high: number };
  },
  format: (value: number) => string,
): string {
  return [
    format(figure.value),
    ...(figure.interval ? [interval(figure.interval, format)] : []),
    ...(figure.n === undefined ? [] : [`n ${count(figure.n)}`]),
  ].join(' ');
}

/**
 * A share in percent, with the decimals that its interval supports.
 *
 * @example shareText({ value: 0.316, interval: { low: 0.299, high: 0.334 } }) // '31.6 %'
 */
export function shareText(figure: {
  readonly value: number;
  readonly interval?: { readonly low: number; readonly high: number };
}): string {
  const { value, interval: ends } = figure;
  return percent(value, shareDecimals(ends && (ends.high - ends.low) / 2));
}

/**
 * A share with its interval and n in one line of text: the unit stands behind the value alone.
 *
 * @example shareFigureText({ value: 0.39, n: 2153, interval: { low: 0.37, high: 0.41 } }) // '39.0 % [37.0, 41.0] n 2,153'
 */
export function shareFigureText(figure: {
  readonly value: number;
  readonly n: number;
  readonly interval?: { readonly low: number; readonly high: number };
}): string {
  const { interval: ends, n } = figure;
  const decimals = shareDecimals(ends && (ends.high - ends.low) / 2);
  const format = (value: number): string => percentNumber(value, decimals);
  return [shareText(figure), ...(ends ? [interval(ends, format)] : []), `n ${count(n)}`].join(' ');
}
