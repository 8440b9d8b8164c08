import { NO_HEALTH } from '../../shared/summary/add-tables.ts';
import type { Exact } from '../../shared/summary/exact.ts';
import { OPEN_WINDOW_MS, settle } from '../../shared/summary/response-counts.ts';
import {
  points,
  type Answers,
  type OpenRecords,
  type RecordStatus,
  type ScaleDefinition,
  type Tables,
} from '../../shared/summary/summary.ts';
import * as code from './columns.ts';
import type { Codes } from './columns.ts';
import { countCells } from './count-cells.ts';
import { weighByCell } from './count-tables.ts';
import { emptyCodes } from './dictionary-builder.ts';
import { cellKinds, histogram, placeOf } from './histogram.ts';
import type { SliceRows } from './slice-rows.ts';

/** Each row's key; where it is the code of a dictionary, rows of key 0 are those without a value. */
export interface Keys {
  readonly codes: Codes;
  /** All keys are below this. */
  readonly size: number;
}

/**
 * Keys of rows by a code of each, without those that no row has.
 *
 * @param size all codes are below this
 * @param codeOf the code of a row, 0 for none
 * @returns also the code of each key; 0 stays 0
 * @example keysOf(3, 9, (row) => [8, 0, 5][row]).found // [0, 5, 8]
 */
export function keysOf(
  count: number,
  size: number,
  codeOf: (row: number) => number,
): { keys: Keys; found: number[] } {
  const keyOf = new Uint32Array(size);
  for (let row = 0; row < count; row++) keyOf[codeOf(row)] = 1;
  const found = [0];
  for (let at = 1; at < size; at++) if (keyOf[at] > 0) keyOf[at] = found.push(at) - 1;
  keyOf[0] = 0;
  const codes = emptyCodes(Math.ceil(Math.log2(found.length) / 8), count);
  for (let row = 0; row < count; row++) codes[row] = keyOf[codeOf(row)];
  return { keys: { codes, size: found.length }, found };
}

/**
 * Answers by key in one pass a column: nothing is copied, however many keys there are.
 *
 * @returns by key
 * @example answersByKey(rows, { codes: Uint8Array.of(1, 2, 1), size: 3 })[1].records // 2
 */
export function answersByKey({ count, scales, weights }: SliceRows, { codes, size }: Keys): Answers[] {
  const records = new Uint32Array(size);
  for (let row = 0; row < count; row++) records[codes[row]]++;
  const weighed = weights && weighByCell(codes, size, weights);
  const columns = scales.map(({ column, cells }) => {
    const width = cellKinds(column);
    const counts = countByCell(column, cells, { codes, size });
    const sums = weights && weighByCell(places(column, cells, codes), width * size, weights);
    return { column, width, counts, sums };
  });
  return Array.from(records, (inAll, key) => ({
    records: inAll,
    ...(weighed && { weight: { sum: weighed.weights[key], squares: weighed.squares[key] } }),
    histograms: Object.fromEntries(
      columns.map(({ column, width, counts, sums }) => {
        const [from, to] = [key * width, key * width + points(column)];
        const of = (all: readonly Exact[]) => all.slice(from, to);
        const weighed = sums && { weights: of(sums.weights), squares: of(sums.squares) };
        return [column.key, { ...histogram(counts.subarray(from, from + width)), ...weighed }];
      }),
    ),
  }));
}

/**
 * Tables by key, those of columns taken together left out.
 *
 * @returns by key
 */
export function tablesByKey(rows: SliceRows, keys: Keys): Tables[] {
  const { oldest, newest } = timesByKey(rows, keys);
  const response = responseByKey(rows, keys, newest);
  return answersByKey(rows, keys).map((answers, key) => ({
    ...answers,
    ...(oldest[key] === Infinity ? {} : { oldest: oldest[key], newest: newest[key] }),
    hashed: rows.blocks !== undefined,
    ...{ cross: [], complete: [], health: NO_HEALTH, samples: [] },
    response: response[key],
  }));
}

/** Rows by key and cell: points first, then the missing. */
function countByCell(scale: ScaleDefinition, cells: Uint8Array, { codes, size }: Keys): Uint32Array {
  const width = cellKinds(scale);
  return countCells(codes, cells, { width, size: width * size, places: placeOf(scale) });
}

function places(scale: ScaleDefinition, cells: Uint8Array, codes: Codes): Uint32Array {
  const width = cellKinds(scale);
  const place = placeOf(scale);
  const at = new Uint32Array(cells.length);
  for (let row = 0; row < at.length; row++) at[row] = codes[row] * width + place[cells[row]];
  return at;
}

function timesByKey({ count, shownAt }: SliceRows, { codes, size }: Keys) {
  const oldest = new Float64Array(size).fill(Infinity);
  const newest = new Float64Array(size).fill(code.TIME_ABSENT);
  for (let row = 0; row < count; row++) {
    const time = shownAt[row];
    if (time === code.TIME_ABSENT) continue;
    const key = codes[row];
    oldest[key] = Math.min(oldest[key], time);
    newest[key] = Math.max(newest[key], time);
  }
  return { oldest, newest };
}

function responseByKey({ count, status, shownAt }: SliceRows, { codes, size }: Keys, newest: Float64Array) {
  const statuses = new Uint32Array(size * code.STATUSES.length);
  const open = Array.from({ length: size }, (): OpenRecords[] => []);
  for (let row = 0; row < count; row++) {
    const key = codes[row];
    const time = shownAt[row];
    const name: RecordStatus = code.STATUSES[status[row]];
    if (
      (name === 'shown' || name === 'partial') &&
      newest[key] !== code.TIME_ABSENT &&
      newest[key] - time <= OPEN_WINDOW_MS
    )
      open[key].push({ shownAt: time, status: name, count: 1 });
    else statuses[key * code.STATUSES.length + status[row]]++;
  }
  return open.map((still, key) => {
    const settled = { unknown: 0, shown: 0, dismissed: 0, partial: 0, completed: 0 };
    code.STATUSES.forEach((name, k) => (settled[name] = statuses[key * code.STATUSES.length + k]));
    const last = newest[key] === code.TIME_ABSENT ? undefined : newest[key];
    return settle({ settled, open: still }, last);
  });
}
