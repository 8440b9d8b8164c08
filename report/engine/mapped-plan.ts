import {
  DEFAULT_BATTERY,
  type BatteryColumn,
  type Mapping,
  type OutcomeColumn,
} from '../../shared/mapping/mapping.ts';
import { columnKey } from '../../shared/mapping/parse-mapping.ts';
import type { ScaleDefinition } from '../../shared/summary/summary.ts';
import { CellMemo } from './cell-memo.ts';
import {
  plannedField,
  type ColumnPlan,
  type PlannedComment,
  type PlannedField,
  type PlannedScale,
} from './column-plan.ts';
import { CELL_NOT_SHOWN } from './columns.ts';
import { cellReader } from './mapped-cell.ts';
import type { MappedTable } from './mapped-head.ts';
import { plannedPicks } from './planned-picks.ts';

/** The field that a touchpoint is kept in. */
export const TOUCHPOINT_FIELD = 'touchpoint';

/**
 * Gives every column of a foreign table the role that a mapping names, and declares the scales and fields among them.
 * Of two columns with one name the first counts; columns that the mapping does not name are unknown.
 */
export function planMapped(table: MappedTable): ColumnPlan {
  const { mapping, header, builder } = table;
  const scales: PlannedScale[] = [];
  const fields: PlannedField[] = [];
  const comments: PlannedComment[] = [];
  const text = (cell: string): string => (mapping.table?.trimSpaces === true ? cell.trim() : cell);
  for (const column of mapping.columns) {
    const index = header.indexOf(column.column);
    if (index < 0) continue;
    if (isScale(column)) scales.push(plannedScale(table, column, index));
    else if (column.role === 'segment')
      fields.push(plannedField(index, column.field ?? column.column, builder, text));
    else if (column.role === 'touchpoint') fields.push(plannedField(index, TOUCHPOINT_FIELD, builder, text));
    else if (column.role === 'comment') comments.push({ index, column: column.column, textOf: text });
  }
  for (const picks of mapping.picks ?? []) scales.push(...plannedPicks(table, picks));
  return {
    ...{ scales, fields, comments, unknown: unknownColumns(mapping, header) },
    ...{ bySkipped: new Map(), byNotApplicable: new Map(), audience: -1 },
  };
}

function plannedScale(
  { mapping, builder }: MappedTable,
  column: BatteryColumn | OutcomeColumn,
  index: number,
): PlannedScale {
  const handle = builder.scale(mappedScale(column));
  const memo = new CellMemo(cellReader(column, mapping.table ?? {}));
  return {
    ...{ handle, cells: builder.scales[handle], column: -1 },
    rejected: () => ({ index, name: column.column }),
    read: (row) => (row.isEmpty(index) ? CELL_NOT_SHOWN : memo.read(row, index)),
  };
}

/**
 * The scale that a mapped column is answered on.
 *
 * @example mappedScale({ column: 'Q1', role: 'nps', scale: { min: 0, max: 10 } }).question // 'Q1'
 */
export function mappedScale(column: BatteryColumn | OutcomeColumn): ScaleDefinition {
  const key = columnKey(column) ?? column.column;
  const { reversed } = column;
  return {
    ...{ key, role: column.role, min: column.scale.min, max: column.scale.max },
    question: column.question ?? ('attribute' in column ? DEFAULT_BATTERY : column.column),
    ...('attribute' in column && { attribute: column.attribute }),
    ...(reversed === true && { reversed }),
  };
}

/** Whether a mapped column is answered on a scale. */
export function isScale(column: Mapping['columns'][number]): column is BatteryColumn | OutcomeColumn {
  return columnKey(column) !== undefined;
}

function unknownColumns({ columns, picks = [] }: Mapping, header: readonly string[]) {
  const known = new Set([...columns.map(({ column }) => column), ...picks.flatMap((pick) => pick.columns)]);
  return header
    .map((column, index) => ({ index, column }))
    .filter(({ column, index }) => !known.has(column) && header.indexOf(column) === index);
}
