/** How the reader wants the crosshair. */
export type CrosshairChoice =
  | { readonly kind: 'mean' | 'median' | 'midpoint' }
  | { readonly kind: 'own'; readonly satisfaction: number; readonly importance: number };

/** What places one line of the crosshair. */
export type CrosshairRule = CrosshairChoice['kind'];

/** The lines that cut the matrix. */
export interface Crosshair {
  readonly kind: CrosshairRule;
  readonly satisfaction: number;
  readonly importance: number;
  /** Rule of the importance line: `mean` under `midpoint` when importance is derived, since r has no midpoint. */
  readonly importanceRule: CrosshairRule;
}

/** One axis of the matrix. */
export interface Axis {
  readonly values: readonly number[];
  /** Absent for derived importance. */
  readonly scale?: { readonly min: number; readonly max: number };
}

/**
 * Where the crosshair stands.
 *
 * @param satisfaction values of the attributes drawn, at least one
 * @param importance values of the same attributes
 * @example crosshairOf({ kind: 'mean' }, { values: [3, 4] }, { values: [0.5, 0.7] }).importance // 0.6
 */
export function crosshairOf(choice: CrosshairChoice, satisfaction: Axis, importance: Axis): Crosshair {
  const { kind } = choice;
  if (choice.kind === 'own')
    return { kind, satisfaction: choice.satisfaction, importance: choice.importance, importanceRule: 'own' };
  const importanceRule = kind === 'midpoint' && !importance.scale ? 'mean' : kind;
  return {
    kind,
    satisfaction: place(choice.kind, satisfaction),
    importance: place(importanceRule, importance),
    importanceRule,
  };
}

function place(rule: CrosshairRule, { values, scale }: Axis): number {
  if (rule === 'midpoint' && scale) return (scale.min + scale.max) / 2;
  if (rule === 'median') return median(values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The middle value, or the mean of the two middle ones.
 *
 * @param values at least one; not mutated
 * @example median([3, 1, 2]) // 2
 */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
