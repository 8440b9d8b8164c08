import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { MatrixOptions } from '../../shared/metrics/matrix.ts';
import type { MatrixPoint } from '../../shared/metrics/matrix-point.ts';
import type { Quadrant } from '../../shared/metrics/quadrant.ts';

/** Order of the settled quadrants after "improve first". */
export const LATER_QUADRANTS: readonly Quadrant[] = ['advantage', 'nice-to-have', 'improve-later'];

/** The reader has chosen how the matrix is made. */
export class MatrixChoiceEvent extends Event {
  static readonly type = 'fourfold-matrix-choice';
  readonly matrix: NonNullable<FiguresOptions['matrix']>;

  constructor(matrix: MatrixOptions) {
    super(MatrixChoiceEvent.type, { bubbles: true });
    this.matrix = matrix;
  }
}

/** The attribute's own id, without its battery's. */
export function attributeName({ attribute }: Pick<MatrixPoint, 'attribute'>): string {
  return attribute.slice(attribute.indexOf('.') + 1);
}
