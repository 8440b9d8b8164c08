import { welchDifference } from '../statistics/difference.ts';
import type { Interval } from '../statistics/interval.ts';
import type { Counted } from '../summary/marginal.ts';
import type { Pool } from '../summary/pool.ts';
import type { ScaleRole } from '../summary/summary.ts';
import { attributeScores, type AttributeScore } from './attribute-scores.ts';
import { basis, DRAWN_N_MIN } from './figure.ts';
import { pairedGap } from './gaps.ts';

/** Who answers of what is expected, set, delivered and promised. */
export type Audience = 'customer' | 'manager' | 'frontline';

/** One attribute on one side of the organisation beside the other, in points of the scale; negative is a shortfall. */
export interface AudienceGap {
  readonly attribute: string;
  readonly label?: string;
  readonly value: number;
  /** Answers of the two sides; of a paired gap, the pairs twice. */
  readonly n: readonly [minuend: number, subtrahend: number];
  readonly interval: Interval;
  /** Ten answers on either side. */
  readonly drawn: boolean;
}

/** One of the five gaps of service quality. */
export interface ServiceGap {
  readonly gap: 1 | 2 | 3 | 4 | 5;
  readonly minuend: { readonly audience: string; readonly role: ScaleRole };
  readonly subtrahend: { readonly audience: string; readonly role: ScaleRole };
  readonly paired: boolean;
  /** By column key of the minuend. */
  readonly attributes: readonly AudienceGap[];
  /** Mean of the attributes' gaps; no interval. */
  readonly mean: number;
}

type SideOf = readonly [audience: Audience | 'promising', role: ScaleRole];

/**
 * Gap 1: what managers believe customers expect, less what they expect. 2: the standard set, less that belief.
 * 3: what the front line delivers, less the standard. 4: what customers get, less what was promised. 5: what they
 * get, less what they expect.
 */
const GAPS: readonly { readonly gap: ServiceGap['gap']; readonly of: SideOf; readonly less: SideOf }[] = [
  { gap: 1, of: ['manager', 'expectation'], less: ['customer', 'expectation'] },
  { gap: 2, of: ['manager', 'standard'], less: ['manager', 'expectation'] },
  { gap: 3, of: ['frontline', 'perception'], less: ['manager', 'standard'] },
  { gap: 4, of: ['customer', 'perception'], less: ['promising', 'promise'] },
  { gap: 5, of: ['customer', 'perception'], less: ['customer', 'expectation'] },
];

/**
 * The five gaps of service quality, by who answered.
 *
 * Promises are told by managers, else by the front line, else by customers themselves; then gap 4 is paired too.
 *
 * @param pool customers' answers and those of other audiences; not mutated
 * @returns paired t intervals within an audience, Welch's between two; gaps without an attribute are left out
 * @example fiveGaps(slice).map(({ gap }) => gap) // [1, 2, 3, 4, 5]
 * @see Parasuraman, Zeithaml & Berry (1985), Journal of Marketing 49(4):41-50
 */
export function fiveGaps(pool: Pick<Pool, 'columns' | 'all' | 'audiences'>): ServiceGap[] {
  const sides: { readonly audience: Audience; readonly slice: Counted }[] = [
    { audience: 'customer', slice: pool },
    ...(['manager', 'frontline'] as const).flatMap((audience) =>
      pool.audiences.filter((slice) => slice.audience === audience).map((slice) => ({ audience, slice })),
    ),
  ];
  const find = ([wanted, role]: SideOf) => {
    const order: readonly Audience[] =
      wanted === 'promising' ? ['manager', 'frontline', 'customer'] : [wanted];
    return order
      .flatMap((audience) => sides.filter((side) => side.audience === audience))
      .find(({ slice }) => attributeScores(slice, role).length > 0);
  };
  return GAPS.flatMap(({ gap, of, less }) => {
    const [a, b] = [find(of), find(less)];
    if (!a || !b) return [];
    const paired = a === b;
    const attributes = paired ? within(a.slice, of[1], less[1]) : between(a.slice, of[1], b.slice, less[1]);
    if (attributes.length === 0) return [];
    return [
      {
        ...{ gap, paired, attributes },
        minuend: { audience: a.audience, role: of[1] },
        subtrahend: { audience: b.audience, role: less[1] },
        mean: attributes.reduce((sum, { value }) => sum + value, 0) / attributes.length,
      },
    ];
  });
}

function within(slice: Counted, of: ScaleRole, less: ScaleRole): AudienceGap[] {
  return pairsOf(slice, of, slice, less).flatMap(([a, b]) => {
    const gap = pairedGap(slice, a.key, b.key);
    if (!gap) return [];
    return [
      {
        ...nameOf(a),
        value: gap.value,
        n: [gap.n, gap.n],
        interval: gap.interval,
        drawn: basis(gap) >= DRAWN_N_MIN,
      },
    ];
  });
}

function between(first: Counted, of: ScaleRole, second: Counted, less: ScaleRole): AudienceGap[] {
  return pairsOf(first, of, second, less).map(([a, b]) => {
    const { value, interval } = welchDifference(a, b);
    return {
      ...nameOf(a),
      value,
      n: [a.n, b.n],
      interval,
      drawn: Math.min(basis(a), basis(b)) >= DRAWN_N_MIN,
    };
  });
}

/** Attributes that both sides answered on one scale. */
function pairsOf(
  first: Counted,
  of: ScaleRole,
  second: Counted,
  less: ScaleRole,
): [AttributeScore, AttributeScore][] {
  const others = attributeScores(second, less);
  return attributeScores(first, of).flatMap((score): [AttributeScore, AttributeScore][] => {
    const other = others.find(
      ({ attribute, min, max }) => attribute === score.attribute && min === score.min && max === score.max,
    );
    return other ? [[score, other]] : [];
  });
}

function nameOf({ attribute, label }: AttributeScore) {
  return { attribute, ...(label === undefined ? {} : { label }) };
}
