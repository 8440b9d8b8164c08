import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import type { Visit } from './measure-visit.ts';
import type { Variant } from './site.ts';

/** Every visit that was measured, in order; the page alone of the same round is taken off scripts and memory. */
export type Rounds = Readonly<Record<Variant, readonly Visit[]>>;

/** One line of the result. */
export interface Line {
  readonly what: string;
  readonly hand: string;
  readonly fourfold: string;
  /** Against the hand-written one. */
  readonly ratio: string;
  /** Where that lies with 95 % of certainty, as far as these visits tell. */
  readonly interval: string;
  readonly limit: string;
  readonly holds: boolean;
}

type Measure = (visit: Visit, none: Visit) => number;

/** Times that the rounds are drawn anew, to see how much the ratio hangs on which there were. */
const DRAWS = 2_000;
const SEED = 1;
const TAIL = 0.025;

/** When the hand-written one took 12 ms from click to request, 20 were allowed. */
const REQUEST_MS = 20;
const REQUEST_RATIO = 20 / 12;

/**
 * Holds medians against the limits. Times, scripts and memory are ratios within one run, whose visits alternate, so
 * that what else the machine did meanwhile weighs on both sides alike.
 */
export function judge(rounds: Rounds): Line[] {
  const withoutPage =
    (field: 'js' | 'thread' | 'heap' | 'longTasks'): Measure =>
    (visit, none) =>
      visit[field] - none[field];
  return [
    ratio(rounds, 'start → usable', ms, ({ usable }) => needed(usable), 1.5),
    ratio(rounds, 'JS time', ms, withoutPage('js'), 3),
    ratio(rounds, 'heap', kB, withoutPage('heap'), 3),
    request(rounds),
    ratio(rounds, 'click → durable', ms, ({ clickToDurable }) => needed(clickToDurable), 1.3),
    most(rounds, 'layout shift', ({ shift }) => shift, 0),
    most(rounds, 'long tasks caused', withoutPage('longTasks'), 0),
    most(rounds, 'focus moved', ({ focusMoves }) => focusMoves, 0),
    most(rounds, "page's thread in all, ms", withoutPage('thread')),
    most(rounds, 'bytes until usable (br)', ({ bytes }) => bytes, 15_360),
    most(rounds, 'requests until usable', ({ requests }) => requests),
    most(rounds, 'bytes in all (br)', ({ bytesInAll }) => bytesInAll),
    most(rounds, 'not asked: bytes (br)', ({ bytesInAll }) => bytesInAll, 2_560, 'notAsked'),
    most(rounds, 'not asked: requests', ({ requestsInAll }) => requestsInAll, 1, 'notAsked'),
    most(rounds, 'not asked: JS time, ms', withoutPage('js'), undefined, 'notAsked'),
  ];
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

function medianOf(rounds: Rounds, variant: Variant, measure: Measure): number {
  return median(valuesOf(rounds, variant, measure));
}

function valuesOf(rounds: Rounds, variant: Variant, measure: Measure): number[] {
  return rounds[variant].map((visit, round) => measure(visit, rounds.none[round]));
}

function ratio(
  rounds: Rounds,
  what: string,
  unit: (value: number) => string,
  measure: Measure,
  limit: number,
): Line {
  const hand = valuesOf(rounds, 'hand', measure);
  const fourfold = valuesOf(rounds, 'fourfold', measure);
  const times = median(fourfold) / median(hand);
  const [low, high] = intervalOf(hand, fourfold);
  return {
    what,
    hand: unit(median(hand)),
    fourfold: unit(median(fourfold)),
    ratio: `${times.toFixed(2)}×`,
    interval: `${low.toFixed(2)} to ${high.toFixed(2)}`,
    limit: `${limit}×`,
    holds: times <= limit,
  };
}

/**
 * Percentile interval of a ratio of medians, by bootstrap over rounds: what befalls a round befalls both sides of it.
 *
 * @see Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13
 */
export function intervalOf(
  below: readonly number[],
  above: readonly number[],
): readonly [low: number, high: number] {
  const uniform = uniformDraws(SEED);
  const ratios = Array.from({ length: DRAWS }, () => {
    const drawn = below.map(() => Math.floor(uniform() * below.length));
    return median(drawn.map((round) => above[round])) / median(drawn.map((round) => below[round]));
  }).sort((a, b) => a - b);
  return [ratios[DRAWS * TAIL], ratios[DRAWS * (1 - TAIL) - 1]];
}

/** The one limit in milliseconds: on a machine that takes longer for the hand-written one, it is the ratio that counts. */
function request(rounds: Rounds): Line {
  const measure: Measure = ({ clickToRequest }) => needed(clickToRequest);
  const line = ratio(rounds, 'click → request', ms, measure, REQUEST_RATIO);
  const holds = line.holds || medianOf(rounds, 'fourfold', measure) <= REQUEST_MS;
  return { ...line, limit: `${REQUEST_MS} ms or ${REQUEST_RATIO.toFixed(2)}×`, holds };
}

/** A measure that counts by itself. */
function most(
  rounds: Rounds,
  what: string,
  measure: Measure,
  limit?: number,
  variant: Variant = 'fourfold',
): Line {
  const value = medianOf(rounds, variant, measure);
  return {
    what,
    hand: variant === 'fourfold' ? number(medianOf(rounds, 'hand', measure)) : '',
    fourfold: number(value),
    ratio: '',
    interval: '',
    limit: limit === undefined ? '' : number(limit),
    holds: limit === undefined || value <= limit,
  };
}

function needed(value: number | undefined): number {
  if (value === undefined) throw new RangeError('judge: expected a visit in which the survey was answered');
  return value;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function kB(value: number): string {
  return `${(value / 1000).toFixed(0)} kB`;
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
