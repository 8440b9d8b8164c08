import { crosshairOf, type Crosshair, type CrosshairChoice } from './crosshair.ts';
import { distance, quadrantOf, type Quadrant } from './quadrant.ts';

/** A table where only means are left of the answers. */
export interface MeansTable {
  readonly satisfaction: { readonly min: number; readonly max: number };
  readonly importance: { readonly min: number; readonly max: number };
  readonly rows: readonly {
    readonly attribute: string;
    readonly label?: string;
    readonly satisfaction: number;
    readonly importance: number;
    readonly n?: number;
  }[];
}

/** One attribute of such a table. */
export interface MeansPoint {
  readonly attribute: string;
  readonly label?: string;
  readonly satisfaction: number;
  readonly importance: number;
  readonly n?: number;
  readonly quadrant: Quadrant;
  /** Satisfaction minus importance; only on one scale. */
  readonly gap?: number;
}

/** What a table of means gives: no interval and no certainty, since the answers are gone. */
export interface MeansMatrix {
  readonly crosshair: Crosshair;
  readonly sameScale: boolean;
  /** In the order of the table. */
  readonly points: readonly MeansPoint[];
  /** Mean of the gaps, and weighted by importance; only on one scale. */
  readonly gaps?: { readonly unweighted: number; readonly weighted: number };
  readonly csi: { readonly value: number; readonly weightedMean: number };
}

/**
 * The matrix, the gaps and the CSI of a table of means.
 *
 * @returns `undefined` for a table without rows
 * @example meansMatrix(set)?.points[0]?.quadrant // 'improve-first'
 * @see Martilla & James (1977), Journal of Marketing 41(1):77-79
 */
export function meansMatrix(
  table: MeansTable,
  choice: CrosshairChoice = { kind: 'mean' },
): MeansMatrix | undefined {
  const { satisfaction, importance, rows } = table;
  if (rows.length === 0) return undefined;
  const crosshair = crosshairOf(
    choice,
    { values: rows.map((row) => row.satisfaction), scale: satisfaction },
    { values: rows.map((row) => row.importance), scale: importance },
  );
  const sameScale = satisfaction.min === importance.min && satisfaction.max === importance.max;
  const points = rows.map((row): MeansPoint => ({
    ...row,
    quadrant: quadrantOf(
      distance(row.satisfaction, crosshair.satisfaction),
      distance(row.importance, crosshair.importance),
    ),
    ...(sameScale && { gap: row.satisfaction - row.importance }),
  }));
  const total = rows.reduce((sum, row) => sum + row.importance, 0);
  const weighted = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + (row.importance / total) * of(row), 0);
  const gap = (row: (typeof rows)[number]) => row.satisfaction - row.importance;
  const weightedMean = weighted((row) => row.satisfaction);
  return {
    ...{ crosshair, sameScale, points },
    ...(sameScale && {
      gaps: {
        unweighted: rows.reduce((sum, row) => sum + gap(row), 0) / rows.length,
        weighted: weighted(gap),
      },
    }),
    csi: {
      value: (100 * (weightedMean - satisfaction.min)) / (satisfaction.max - satisfaction.min),
      weightedMean,
    },
  };
}
