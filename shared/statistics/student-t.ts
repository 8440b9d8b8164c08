import { normalQuantile } from './normal.ts';

/** From here on the asymptotic series of the gamma ratio is exact to the last digits. */
const ASYMPTOTIC_FROM = 20;

/**
 * Distribution function of Student's t.
 *
 * @param t any number
 * @param df degrees of freedom, above 0, not necessarily whole
 * @throws RangeError when df is not above 0
 * @example studentCdf(2.2621571627409915, 9) // 0.975
 */
export function studentCdf(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`studentCdf: expected df above 0, got ${df}`);
  const tail = upperTail(Math.abs(t), df);
  return t > 0 ? 1 - tail : tail;
}

/**
 * Quantile of Student's t.
 *
 * @param p strictly between 0 and 1
 * @param df degrees of freedom, above 0
 * @throws RangeError when p or df is out of range
 * @example studentQuantile(0.975, 9) // 2.2621571627409915
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`studentQuantile: expected p in (0, 1), got ${p}`);
  if (!(df > 0)) throw new RangeError(`studentQuantile: expected df above 0, got ${df}`);
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  // Newton on log(tail) against log(t), nearly a straight line in the tail: few steps, even for df 1.
  const target = 1 - p;
  let t = normalQuantile(p);
  for (let round = 0, step = 1; round < 60 && Math.abs(step) > 1e-15; round++) {
    const tail = upperTail(t, df);
    step = (Math.log(tail / target) * tail) / (t * density(t, df));
    t *= Math.exp(step);
  }
  return t;
}

/** P(T > t) for t >= 0: half the regularised incomplete beta function at df / (df + t²). */
function upperTail(t: number, df: number): number {
  if (t === 0) return 0.5;
  const a = df / 2;
  const x = df / (df + t * t);
  const y = (t * t) / (df + t * t);
  // x^a · y^½ / B(a, ½), with log1p since x is close to 1 when df is large
  const front = (Math.exp(-a * Math.log1p((t * t) / df)) * Math.sqrt(y) * gammaRatio(a)) / Math.sqrt(Math.PI);
  if (x < (a + 1) / (a + 2.5)) return (0.5 * front * betaFraction(x, a, 0.5)) / a;
  return 0.5 - front * betaFraction(y, 0.5, a);
}

function density(t: number, df: number): number {
  const scale = gammaRatio(df / 2) / Math.sqrt(df * Math.PI);
  return scale * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
}

/** Γ(a + ½) / Γ(a); a difference of two log gammas would lose digits for large a. */
function gammaRatio(a: number): number {
  let factor = 1;
  let b = a;
  for (; b < ASYMPTOTIC_FROM; b++) factor *= b / (b + 0.5);
  const u = 1 / (b * b);
  const series = -1 / 8 + u * (1 / 192 + u * (-1 / 640 + u * (17 / 14336 - (u * 31) / 18432)));
  return factor * Math.sqrt(b) * Math.exp(series / b);
}

/**
 * The continued fraction of the incomplete beta function, by Lentz's method.
 *
 * @see https://dlmf.nist.gov/8.17#v
 */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1, change = 0; Math.abs(change - 1) > 1e-16 && m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    change = d * c;
    value *= change;
  }
  return value;
}
