/*
 * Splits rows of a table into cells and reads the plain ones, many rows in one call: AssemblyScript, compiled into
 * `scanner.wasm.ts` by `npm run wasm`. Whatever is not plain ends a call, and is left to OrdinaryCsv and RowReader.
 *
 * All places are addresses. The caller (row-batch.ts) lays the memory out, and writes the column descriptions.
 */

import {
  DESCRIPTION,
  LEAST,
  OUT,
  POINTS,
  SCORE,
  asideCount,
  asidesMax,
  begin,
  cell,
  clear,
  columns,
  drop,
  keep,
  put,
  rowCount,
  rows,
  width,
} from './cells';
import { aim, learn, scanLines } from './lines';
import { digests } from './md5';
import { otherNumber, translate, whole } from './runs';
import { place } from './slots';
import { tally } from './tables';

export { aim, begin, digests, learn, otherNumber, place, put, rows, scanLines, tally, translate, whole };

const CR: u8 = 13;
const LF: u8 = 10;
/** All bytes that end a line, and the one that no text has, are below this. */
const LOW: i8 = 14;

/** Bytes whose marks are looked for at once, and places of all of them. */
const WINDOW: usize = 1 << 15;

let delimiter: u8 = 0;
let quote: u8 = 0;
let marks: usize = 0;
let nothing: usize = 0;

let windowFrom: usize = 0;
let windowTo: usize = 0;
let marksEnd: usize = 0;
let nextMark: usize = 0;

let lineCount: i32 = 0;

/** Tells where marks go, and where eight zeros stand. */
export function mark(itsMarks: usize, zeros: usize): void {
  marks = itsMarks;
  nothing = zeros;
}

/** Other bytes stand there now. */
export function renew(itsDelimiter: u8, itsQuote: u8): void {
  delimiter = itsDelimiter;
  quote = itsQuote;
  windowFrom = windowTo = 0;
}

/**
 * Reads rows from `at` on, `most` of them, up to `limit`, which is behind a line end; there are 64 bytes more.
 *
 * Returns where the first row begins that was not read.
 */
export function scan(at: usize, limit: usize, most: i32): usize {
  clear();
  if (at < windowFrom || at >= windowTo) open(at, limit);
  else seek(at);
  while (at < limit && rowCount < most && asideCount + width <= asidesMax) {
    const before = nextMark;
    const asideBefore = asideCount;
    lineCount = 1;
    const next = row(at);
    if (next > 0) {
      keep(at, lineCount);
      at = next;
      continue;
    }
    drop(asideBefore);
    // Without a mark to go on from, the row goes on behind the window.
    if (nextMark <= marksEnd || at === windowFrom || windowTo >= limit) {
      nextMark = before;
      break;
    }
    open(at, limit);
  }
  return at;
}

/** Goes to the first mark from `at` on, which is in the window. */
function seek(at: usize): void {
  if (nextMark > marks && <usize>load<u32>(nextMark - 4) >= at) nextMark = marks;
  while (nextMark < marksEnd && <usize>load<u32>(nextMark) < at) nextMark += 4;
}

/** Finds the marks from `at` on. */
function open(at: usize, limit: usize): void {
  const d = i8x16.splat(<i8>delimiter);
  const q = i8x16.splat(<i8>quote);
  const low = i8x16.splat(LOW);
  windowFrom = at;
  windowTo = min(at + WINDOW, limit);
  let to = marks;
  for (let block = at; block < windowTo; block += 64) {
    let found =
      marksOf(block, d, q, low) |
      (marksOf(block + 16, d, q, low) << 16) |
      (marksOf(block + 32, d, q, low) << 32) |
      (marksOf(block + 48, d, q, low) << 48);
    while (found != 0) {
      store<u32>(to, <u32>(block + <usize>ctz(found)));
      found &= found - 1;
      to += 4;
    }
  }
  while (to > marks && <usize>load<u32>(to - 4) >= windowTo) to -= 4;
  marksEnd = to;
  // What is asked for behind the last mark is a byte that no row has; twice, since a row may pass over one.
  store<u32>(to, <u32>nothing);
  store<u32>(to, <u32>nothing, 4);
  store<u32>(to, <u32>nothing, 8);
  nextMark = marks;
}

/** One bit each of 16 bytes. */
function marksOf(at: usize, d: v128, q: v128, low: v128): u64 {
  const bytes = v128.load(at);
  return <u64>i8x16.bitmask(v128.or(v128.or(i8x16.eq(bytes, d), i8x16.eq(bytes, q)), i8x16.lt_u(bytes, low)));
}

/** Reads the row at `at`; returns where the next one begins, 0 when this one is not plain or not whole. */
function row(at: usize): usize {
  const last = width - 1;
  let mark = nextMark;
  let column = columns;
  for (let k = 0; k <= last; k++, column += DESCRIPTION) {
    let start = at;
    let end = <usize>load<u32>(mark);
    let behind = end;
    let doubled = false;
    mark += 4;
    let byte = load<u8>(end);
    if (byte === quote) {
      if (end !== at) return 0;
      start = at + 1;
      for (;;) {
        end = <usize>load<u32>(mark);
        mark += 4;
        byte = load<u8>(end);
        if (byte === quote) {
          if (load<u8>(end, 1) !== quote) break;
          doubled = true;
          mark += 4;
        } else if (byte === 0) {
          nextMark = mark;
          return 0;
        } else if (byte === LF || (byte === CR && load<u8>(end, 1) !== LF)) lineCount++;
      }
      behind = <usize>load<u32>(mark);
      mark += 4;
      byte = load<u8>(behind);
      if (behind !== end + 1) {
        nextMark = mark;
        return 0;
      }
    }
    if (byte !== delimiter || k === last) {
      nextMark = mark;
      if (k !== last) return 0;
      if (byte === CR) {
        const lf = <usize>load<u32>(mark);
        nextMark = mark += 4;
        if (lf !== ++behind || load<u8>(lf) !== LF) return 0;
      } else if (byte !== LF) return 0;
    }
    // Nearly all are scores of one digit.
    const digit = <u32>load<u8>(start) - 48;
    const point = digit - load<u32>(column, LEAST);
    if (load<u8>(column) === SCORE && end - start === 1 && digit < 10 && point < load<u32>(column, POINTS))
      store<u8>(load<usize>(column, OUT) + <usize>rowCount, <u8>point);
    else if (!cell(column, k, start, end, doubled)) return 0;
    at = behind + 1;
  }
  nextMark = mark;
  return at;
}
