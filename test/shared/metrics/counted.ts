import { CELL_SKIPPED } from '../../../report/engine/columns.ts';
import { ColumnsBuilder } from '../../../report/engine/columns-builder.ts';
import type { RowHead } from '../../../report/engine/head-columns.ts';
import { idBlocks } from '../../../report/engine/id-blocks.ts';
import { summarize } from '../../../report/engine/summarize.ts';
import type { ScaleDefinition, Slice, Summary } from '../../../shared/summary/summary.ts';

/** A summary of columns given answer by answer; `undefined` is a skipped answer. */
export function counted(
  scales: readonly ScaleDefinition[],
  rows: readonly (readonly (number | undefined)[])[],
  head: (row: number) => RowHead = () => ({}),
): Summary {
  const builder = new ColumnsBuilder();
  const handles = scales.map((scale) => builder.scale(scale));
  rows.forEach((cells, k) => {
    const row = builder.add({ survey: 's', ...head(k) });
    handles.forEach((handle, c) => {
      const value = cells[c];
      if (value === undefined) builder.missing(row, handle, CELL_SKIPPED);
      else builder.cell(row, handle, value);
    });
  });
  const columns = builder.build();
  return summarize(columns, { blocks: idBlocks(columns) });
}

/** The only slice of such a summary. */
export function slice(...of: Parameters<typeof counted>): Slice {
  return counted(...of).slices[0];
}
