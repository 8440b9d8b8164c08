import type { DerivedImportance } from '../../shared/metrics/derived-importance.ts';
import type { Matrix } from '../../shared/metrics/matrix.ts';
import type { MatrixPoint } from '../../shared/metrics/matrix-point.ts';
import type { RelativeWeightFigure } from '../../shared/metrics/relative-importance.ts';
import type { NameOf } from '../parts/names.ts';

/** Columns by which the table sorts. */
export type SortKey = 'rank' | 'attribute' | 'certainty' | 'satisfaction' | 'n' | 'importance' | 'weight';

/** How the table is sorted. */
export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** One attribute in the table. */
export interface MatrixRow {
  readonly point: MatrixPoint;
  readonly name: string;
  /** Absent where relative weights were refused. */
  readonly weight?: RelativeWeightFigure;
}

/**
 * The rows of the table in the order asked for; rows without a value come last.
 *
 * @example matrixRows(matrix, derived, nameOf, { by: 'satisfaction', descending: true })
 */
export function matrixRows(
  matrix: Matrix,
  derived: DerivedImportance | undefined,
  nameOf: NameOf,
  { by, descending }: Sorting,
): MatrixRow[] {
  const weights = new Map(derived?.relative.weights.map((weight) => [weight.key, weight]));
  const rows = matrix.points.map((point): MatrixRow => {
    const weight = weights.get(point.satisfaction.key);
    return { point, name: nameOf(point.attribute), ...(weight && { weight }) };
  });
  const direction = descending ? -1 : 1;
  return rows.sort((a, b) => {
    if (by === 'attribute') return direction * a.name.localeCompare(b.name);
    const [x, y] = [valueOf(a, by), valueOf(b, by)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return direction * (x - y) || a.point.rank - b.point.rank;
  });
}

function valueOf({ point, weight }: MatrixRow, by: Exclude<SortKey, 'attribute'>): number | undefined {
  switch (by) {
    case 'rank':
      return point.rank;
    case 'certainty':
      return point.certainty;
    case 'satisfaction':
      return point.satisfaction.value;
    case 'n':
      return point.satisfaction.n;
    case 'importance':
      return point.importance.value;
    case 'weight':
      return weight?.value;
  }
}
