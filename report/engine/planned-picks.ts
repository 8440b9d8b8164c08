import { DEFAULT_BATTERY, type Picks } from '../../shared/mapping/mapping.ts';
import type { ByteRow } from './byte-row.ts';
import { CellMemo } from './cell-memo.ts';
import type { CellPlace, PlannedScale } from './column-plan.ts';
import { CELL_NOT_SHOWN, CELL_REJECTED } from './columns.ts';
import { plainCell } from './mapped-cell.ts';
import type { MappedTable } from './mapped-head.ts';

const NONE = -1;
const UNKNOWN = -2;

/**
 * Turns columns of picks into one column of 0 and 1 for each attribute. Who gave any pick, or "none", was asked about
 * all; who left every pick empty was not. A code that nothing explains takes the whole respondent out, and is listed
 * once.
 */
export function plannedPicks({ mapping, header, builder }: MappedTable, picks: Picks): PlannedScale[] {
  const { options, none = [], question = DEFAULT_BATTERY } = picks;
  const attributes = [...new Set(options.map(({ attribute }) => attribute))];
  const meaning = new Map([
    ...options.map(({ code, attribute }): [string, number] => [code, attributes.indexOf(attribute)]),
    ...none.map((code): [string, number] => [code, NONE]),
  ]);
  const memo = new CellMemo((text) => meaning.get(plainCell(text, mapping.table ?? {})) ?? UNKNOWN);
  const columns = picks.columns
    .map((name) => ({ name, index: header.indexOf(name) }))
    .filter(({ index }) => index >= 0);
  if (columns.length === 0) return [];
  const picked = new Uint8Array(attributes.length);
  let bad: CellPlace | undefined;
  const readAll = (row: ByteRow): void => {
    bad = undefined;
    picked.fill(CELL_NOT_SHOWN);
    const given = columns.filter(({ index }) => !row.isEmpty(index));
    if (given.length > 0) picked.fill(0);
    for (const place of given) {
      const at = memo.read(row, place.index);
      if (at === UNKNOWN) bad = place;
      else if (at !== NONE) picked[at] = 1;
    }
    if (bad) picked.fill(CELL_REJECTED);
  };
  return attributes.map((attribute, at) => {
    const key = `${question}.pick.${attribute}`;
    const handle = builder.scale({ key, role: 'pick', question, attribute, min: 0, max: 1 });
    return {
      ...{ handle, cells: builder.scales[handle], column: -1 },
      // The columns of one row are read in this order, so the first reads for all.
      read: (row) => {
        if (at === 0) readAll(row);
        return picked[at];
      },
      rejected: () => (at === 0 ? bad : undefined),
    };
  });
}
