import type { AnswerRow } from '../../shared/answers/answer-table.ts';
import { csvHeader, csvLine } from '../../shared/answers/write-csv.ts';
import type { Figure } from '../../shared/metrics/figure.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { Matrix } from '../../shared/metrics/matrix.ts';
import type { NameOf } from '../parts/names.ts';
import { matrixRows } from '../panels/matrix-rows.ts';

const COLUMNS = [
  ...['rank', 'attribute', 'name', 'quadrant', 'settled', 'certainty', 'chanceImproveFirst'],
  ...['satisfaction', 'satisfactionLow', 'satisfactionHigh', 'satisfactionN'],
  ...['importanceKind', 'importance', 'importanceLow', 'importanceHigh', 'importanceN'],
  ...['relativeWeight', 'relativeWeightLow', 'relativeWeightHigh', 'relativeWeightN'],
  ...['crosshair', 'crosshairSatisfaction', 'crosshairImportance'],
] as const;

/**
 * The matrix as a table for spreadsheets: unrounded, one row an attribute, by rank.
 *
 * @example matrixCsv(matrix, figures, nameOf) // '\uFEFFrank,attribute,…'
 */
export function matrixCsv(matrix: Matrix, figures: Figures, nameOf: NameOf): string {
  const { crosshair } = matrix;
  const rows = matrixRows(matrix, figures.derivedImportance, nameOf, { by: 'rank', descending: false });
  const lines = rows.map(({ point, name, weight }) => {
    const cells: [string, string | number | boolean | undefined][] = [
      ['rank', point.rank],
      ['attribute', point.attribute],
      ['name', name],
      ['quadrant', point.quadrant],
      ['settled', point.settled],
      ['certainty', point.certainty],
      ['chanceImproveFirst', point.chances?.['improve-first']],
      ...figureCells('satisfaction', point.satisfaction),
      ['importanceKind', matrix.importance],
      ...figureCells('importance', point.importance),
      ...(weight ? figureCells('relativeWeight', weight) : []),
      ['crosshair', crosshair.kind],
      ['crosshairSatisfaction', crosshair.satisfaction],
      ['crosshairImportance', crosshair.importance],
    ];
    const row: AnswerRow = new Map(
      cells.flatMap(([column, value]) => (value === undefined ? [] : [[column, String(value)] as const])),
    );
    return csvLine(COLUMNS, row);
  });
  return csvHeader(COLUMNS) + lines.join('');
}

function figureCells(name: string, { value, interval, n }: Figure): [string, number | undefined][] {
  return [
    [name, value],
    [`${name}Low`, interval?.low],
    [`${name}High`, interval?.high],
    [`${name}N`, n],
  ];
}
