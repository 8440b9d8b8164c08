const DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

/** Beyond this the power series loses digits and the continued fraction is quick. */
const SERIES_UP_TO = 3;

/** Enough terms of the continued fraction for full precision from `SERIES_UP_TO` on. */
const FRACTION_TERMS = 60;

/**
 * Density of the standard normal distribution.
 *
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(x: number): number {
  return DENSITY_AT_ZERO * Math.exp((-x * x) / 2);
}

/**
 * Distribution function of the standard normal distribution; the lower tail keeps its relative precision.
 *
 * @example normalCdf(1.959963984540054) // 0.975
 * @see Marsaglia (2004), Journal of Statistical Software 11(4), for the series
 */
export function normalCdf(x: number): number {
  if (x > SERIES_UP_TO) return 1 - tail(x);
  if (x < -SERIES_UP_TO) return tail(-x);
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

/** P(X > x) for x above 3, by the continued fraction of Mills' ratio. */
function tail(x: number): number {
  let fraction = x;
  for (let k = FRACTION_TERMS; k > 0; k--) fraction = x + k / fraction;
  return normalDensity(x) / fraction;
}

/**
 * Quantile of the standard normal distribution.
 *
 * @param p strictly between 0 and 1
 * @throws RangeError when p is not
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile: expected p in (0, 1), got ${p}`);
  if (p > 0.5) return -normalQuantile(1 - p);
  // Newton on log Φ, which is concave: from the left of the root it never overshoots.
  let x = -Math.sqrt(-2 * Math.log(p));
  for (let step = 1; Math.abs(step) > 1e-15 * (1 + Math.abs(x));) {
    const below = normalCdf(x);
    step = (Math.log(below / p) * below) / normalDensity(x);
    x -= step;
    if (Math.abs(step) < 1e-9) break;
  }
  return x;
}
