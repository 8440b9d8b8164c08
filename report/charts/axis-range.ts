/** An axis cut to its data. */
export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** Decimals that tell neighbouring ticks apart. */
  readonly decimals: number;
}

/** Room beyond the outermost mark, as part of the span. */
const PADDING = 0.05;

/**
 * The range that holds all marks, and at most `linesMax` round values on it.
 *
 * @param marks everything that has to be seen: ends of intervals, the crosshair
 * @param padding room beyond the outermost mark, as part of the span
 * @example axisRange([3.58, 4.18], 7).ticks // [3.6, 3.7, 3.8, 3.9, 4, 4.1]
 */
export function axisRange(marks: readonly number[], linesMax: number, padding = PADDING): AxisRange {
  const low = Math.min(...marks);
  const high = Math.max(...marks);
  const span = high - low || Math.abs(high) || 1;
  const min = low - padding * span;
  const max = high + padding * span;
  const step = roundStep((max - min) / linesMax);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, k) =>
    Number(((first + k) * step).toFixed(decimals)),
  );
  return { min, max, ticks, decimals };
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return digit * power;
}

/**
 * A range widened so that both sides of a line have room, for what is written there.
 *
 * @param share of the whole that each side gets at least
 * @example withRoom(axisRange([3, 4], 7, 0), 3, 7, 0.2).min // 2.75
 */
export function withRoom(range: AxisRange, line: number, linesMax: number, share: number): AxisRange {
  const rest = share / (1 - share);
  const min = Math.min(range.min, line - rest * (range.max - line));
  const max = Math.max(range.max, line + rest * (line - range.min));
  return min === range.min && max === range.max ? range : axisRange([min, max], linesMax, 0);
}
