import { interval, Z, type Interval } from './interval.ts';

/**
 * 95 % adjusted Wald interval of a Net Promoter Score, in points, clipped to ±100.
 *
 * Three quarters of an answer are added to promoters and to detractors, three answers to n.
 *
 * @param promoters how many of n
 * @param detractors how many of n
 * @param n answers, at least 1
 * @example npsAdjustedWald(50, 20, 100) // low 14.05..., high 44.20...
 */
export function npsAdjustedWald(promoters: number, detractors: number, n: number): Interval {
  const { score, half } = scoreOf(promoters + 0.75, detractors + 0.75, n + 3);
  return interval('adjusted-wald', Math.max(-100, score - half), Math.min(100, score + half));
}

/**
 * 95 % Wald interval of a Net Promoter Score, in points, not clipped.
 *
 * It is too narrow for small n or lopsided answers: exported for comparison, `npsAdjustedWald` is shown.
 *
 * @param promoters how many of n
 * @param detractors how many of n
 * @param n answers, at least 1
 * @example npsWald(50, 20, 100) // low 14.69219192..., high 45.30780807...
 */
export function npsWald(promoters: number, detractors: number, n: number): Interval {
  const { score, half } = scoreOf(promoters, detractors, n);
  return interval('wald', score - half, score + half);
}

function scoreOf(promoters: number, detractors: number, n: number): { score: number; half: number } {
  const p = promoters / n;
  const d = detractors / n;
  return { score: 100 * (p - d), half: 100 * Z * Math.sqrt((p + d - (p - d) ** 2) / n) };
}
