import type { Scale } from '../../../shared/questionnaire/scale.ts';
import type { ColumnProfile } from './profile-column.ts';
import { wordScale, type WordScale } from './point-words.ts';

/** Numbers that stand for "no answer" more often than for one. */
const USUAL_CODES: ReadonlySet<number> = new Set([
  ...[-99, -98, -9, -8, -7, -2, -1, 0, 6, 7, 8, 9, 10, 11, 66, 77, 88, 90, 95, 96, 97, 98, 99, 999],
]);
/** Texts that do. */
const USUAL_TEXTS =
  /^(na|n\/a|n\.a\.|nan|null|none|-|--|\.|missing|don'?t know|dk|不知道|不适用|无|未填|\(空\)|（空）|\(跳过\))$/i;
/** Of these, what says that the question does not apply. */
const NOT_APPLICABLE = /^(n\/?a|n\.a\.|不适用)$/i;
/** Scales in use, the most usual first. */
const SCALES: readonly Scale[] = [
  ...[
    { min: 1, max: 5 },
    { min: 0, max: 10 },
    { min: 1, max: 10 },
    { min: 1, max: 7 },
    { min: 1, max: 4 },
  ],
  ...[
    { min: -1, max: 1 },
    { min: -2, max: 2 },
    { min: 1, max: 6 },
    { min: 1, max: 3 },
    { min: 0, max: 1 },
  ],
  ...[
    { min: 0, max: 4 },
    { min: 0, max: 5 },
    { min: 1, max: 9 },
    { min: 1, max: 11 },
  ],
];
/** What a recommendation is asked on, where more than seven points are. */
const RECOMMENDATION: readonly Scale[] = SCALES.filter(({ max }) => max >= 10);
const RECOMMENDATION_FROM = 8;
/** A code's share differs this much between columns: what does not apply to one applies to all of another. */
const UNEVEN = 4;

/** Zeros under this share of the ones are no point. */
const ZERO_SHARE = 0.5;
/** A share of cells this small is a mistake rather than a code or a word. */
const MISTAKES = 0.002;
/** Above this the numbers are on no scale that is known. */
const COST_MAX = 6;

/** A scale with what stands beside it. */
export interface GuessedScale extends Partial<Pick<WordScale, 'values'>> {
  readonly scale: Scale;
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
}

/**
 * The scale that columns share, and the codes beside it: no answer, does not apply.
 *
 * @param columns asked alike, at least one
 * @param isRecommendation whether their names say so: few answers leave most points of eleven unused
 * @returns undefined when their cells are no points
 * @example guessScale([art, food])?.missing // ['0']
 */
export function guessScale(
  columns: readonly ColumnProfile[],
  isRecommendation = false,
): GuessedScale | undefined {
  const texts = new Map<string, number>();
  const counts = new Map<number, number[]>();
  const filled = columns.reduce((all, column) => all + column.filled, 0);
  columns.forEach(({ values }, at) => {
    for (const [text, count] of values ?? []) {
      const number = /^-?\d{1,4}$/.test(text) ? Number(text) : undefined;
      if (number === undefined) texts.set(text, (texts.get(text) ?? 0) + count);
      else {
        const list = counts.get(number) ?? columns.map(() => 0);
        list[at] += count;
        counts.set(number, list);
      }
    }
  });
  if (columns.some(({ values }) => values === undefined)) return undefined;
  const odd = [...texts.keys()].filter((text) => USUAL_TEXTS.test(text));
  // What is written once in many cells is a mistake, to be rejected and listed.
  const words = [...texts.keys()].filter(
    (text) => !USUAL_TEXTS.test(text) && (texts.get(text) ?? 0) > MISTAKES * filled,
  );
  const codes = {
    missing: odd.filter((text) => !NOT_APPLICABLE.test(text)),
    notApplicable: odd.filter((text) => NOT_APPLICABLE.test(text)),
  };
  if (words.length > 0) {
    const found = counts.size === 0 ? wordScale(words) : undefined;
    return found && { ...found, ...codes };
  }
  if (counts.size === 0) return undefined;
  const long =
    isRecommendation && [...counts.keys()].some((number) => number >= RECOMMENDATION_FROM && number <= 11);
  const found = long ? numberScale(counts, codes, MISTAKES * filled, RECOMMENDATION, Infinity) : undefined;
  return found ?? numberScale(counts, codes, MISTAKES * filled, SCALES, COST_MAX);
}

function numberScale(
  counts: ReadonlyMap<number, readonly number[]>,
  codes: Pick<GuessedScale, 'missing' | 'notApplicable'>,
  mistakes: number,
  scales: readonly Scale[],
  costMax: number,
): GuessedScale | undefined {
  const numbers = [...counts.keys()].sort((a, b) => a - b);
  const isMistake = (number: number): boolean => sum(counts.get(number)) <= mistakes;
  // Of the scales that explain every number, the one with the fewest codes beside it, then the most usual.
  const fitting = scales
    .map((scale) => {
      const outside = numbers.filter((number) => number < scale.min || number > scale.max);
      const beside = outside.filter((number) => !isMistake(number));
      return { scale, beside, cost: costOf(scale, beside, numbers, counts) };
    })
    .filter(({ cost }) => cost < Infinity && cost <= costMax);
  const [best] = fitting.sort((a, b) => a.cost - b.cost);
  if (!best) return undefined;
  const above = best.beside.filter((number) => number === best.scale.max + 1 && isUneven(counts.get(number)));
  return {
    scale: best.scale,
    missing: [...best.beside.filter((number) => !above.includes(number)).map(String), ...codes.missing],
    notApplicable: [...above.map(String), ...codes.notApplicable],
  };
}

/** How much has to be believed for a scale to be the right one. */
function costOf(
  scale: Scale,
  beside: readonly number[],
  numbers: readonly number[],
  counts: ReadonlyMap<number, readonly number[]>,
): number {
  const within = numbers.filter((number) => number >= scale.min && number <= scale.max);
  if (within.length < 2) return Infinity;
  let cost = 0;
  for (const number of beside) {
    const next = number === scale.max + 1 || number === scale.min - 1;
    if (!next && !USUAL_CODES.has(number)) return Infinity;
    // 7 and 8 beside 1–5, or 6 beside 1–5 as rare as in a scale of six: rather a longer scale.
    const likely = number === 0 || number >= 9 || number < 0 || isUneven(counts.get(number));
    cost += likely ? 1 : 4;
  }
  // Points that nobody chose: rather a shorter scale, with codes beside it.
  const unused = scale.max - scale.min + 1 - within.length;
  cost += 2 * unused + SCALES.indexOf(scale) / 100;
  // Scales from 0 and of six points are rare: such a 0 or 6 is mostly a code.
  const { min, max } = scale;
  if (min === 0 && max > 1 && max < 10 && isZeroOdd(counts, beside)) cost += 3;
  if (max === 6 && isUneven(counts.get(6))) cost += 3;
  return cost;
}

function sum(numbers: readonly number[] = []): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** A zero is a point only where it goes with the ones: nearly as often as they, in all columns, and no other code is there. */
function isZeroOdd(counts: ReadonlyMap<number, readonly number[]>, beside: readonly number[]): boolean {
  const [zeros, ones] = [sum(counts.get(0)), sum(counts.get(1))];
  return zeros < ZERO_SHARE * ones || zeros > ones || beside.length > 0 || isUneven(counts.get(0));
}

/** Whether a number fills much of one column and little of another; one column alone cannot tell. */
function isUneven(shares: readonly number[] | undefined): boolean {
  if (!shares || shares.length < 2) return false;
  return Math.max(...shares) > UNEVEN * Math.max(1, Math.min(...shares));
}
