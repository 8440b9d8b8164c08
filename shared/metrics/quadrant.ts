/** The four fields of the matrix. */
export type Quadrant = 'improve-first' | 'advantage' | 'improve-later' | 'nice-to-have';

/** Differences from the crosshair up to this part of the value are rounding: the point lies on the line. */
const TIE = 1e-12;

/**
 * Signed distance from a line of the crosshair; exactly 0 when only rounding tells the two apart.
 *
 * @example distance(0.1 + 0.2, 0.3) // 0
 */
export function distance(value: number, line: number): number {
  const difference = value - line;
  return Math.abs(difference) <= TIE * Math.max(1, Math.abs(line)) ? 0 : difference;
}

/**
 * The quadrant of a point; one that lies on a line counts as high.
 *
 * @param satisfaction its distance from the crosshair's satisfaction
 * @param importance its distance from the crosshair's importance
 * @example quadrantOf(-0.1, 0) // 'improve-first'
 */
export function quadrantOf(satisfaction: number, importance: number): Quadrant {
  if (importance >= 0) return satisfaction >= 0 ? 'advantage' : 'improve-first';
  return satisfaction >= 0 ? 'nice-to-have' : 'improve-later';
}
