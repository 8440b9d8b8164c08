import { CODE_ABSENT, TIME_ABSENT, type Columns } from './columns.ts';

/** Which records count. All conditions must hold. */
export interface Filter {
  /** By context field: the values that count; '' for records without one. */
  readonly fields?: ReadonlyMap<string, readonly string[]>;
  /** The source's own periods that count, by their names. */
  readonly periods?: readonly string[];
  /** Epoch milliseconds of `shownAt`, from this one on, and before that one. */
  readonly from?: number;
  readonly before?: number;
}

/**
 * The rows that a filter keeps, for `summarize`.
 *
 * @param columns not mutated
 * @returns 1 keeps a row, 0 leaves it out; undefined when all rows count
 * @throws RangeError when there is no such field
 * @example filterRows(columns, { fields: new Map([['tier', ['gold']]]) })
 */
export function filterRows(columns: Columns, filter: Filter): Uint8Array | undefined {
  const {
    fields = new Map<string, readonly string[]>(),
    from = -Infinity,
    before = Infinity,
    periods,
  } = filter;
  const timed = filter.from !== undefined || filter.before !== undefined;
  if (fields.size === 0 && !timed && !periods) return undefined;
  const rows = new Uint8Array(columns.rows).fill(1);
  for (const [name, wanted] of fields) {
    const field = columns.fields.get(name);
    if (!field) {
      const names = [...columns.fields.keys()].join(', ');
      throw new RangeError(
        `filter: expected a field of the answers (${names || 'there is none'}), got ${name}`,
      );
    }
    const kept = Uint8Array.from(field.values, (value, code) =>
      wanted.includes(code === CODE_ABSENT ? '' : value) ? 1 : 0,
    );
    for (let row = 0; row < rows.length; row++) rows[row] &= kept[field.codes[row]];
  }
  if (periods) keepPeriods(rows, columns, periods);
  if (timed) {
    const { shownAt } = columns;
    for (let row = 0; row < rows.length; row++) {
      const time = shownAt[row];
      if (time === TIME_ABSENT || time < from || time >= before) rows[row] = 0;
    }
  }
  return rows;
}

/** A record without a period, or of a source without any, is in none. */
function keepPeriods(rows: Uint8Array, { period }: Columns, wanted: readonly string[]): void {
  const kept = Uint8Array.from(period?.values ?? [], (value, code) =>
    code !== CODE_ABSENT && wanted.includes(value) ? 1 : 0,
  );
  for (let row = 0; row < rows.length; row++) rows[row] &= period ? kept[period.codes[row]] : 0;
}
