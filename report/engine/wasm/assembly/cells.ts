/*
 * Cells of one row: AssemblyScript, as rows.ts and lines.ts, which call it. All places are addresses.
 */

import { FULL, numberOf } from './memos';
import { time } from './times';
import { uuid } from './uuids';

/** What a column is; row-batch.ts has the same numbers. What is none of these is passed over. */
export const SCORE: u8 = 1;
export const MEMO: u8 = 2;
export const ASIDE: u8 = 3;
export const ID: u8 = 4;
export const TIME: u8 = 5;
export const WHOLE: u8 = 6;

/** A column's description: its kind, the least point of its scale, how many points, where its cells go, its memo. */
export const DESCRIPTION: usize = 32;
export const LEAST: usize = 4;
export const POINTS: usize = 8;
export const OUT: usize = 12;
export const KNOWN: usize = 16;

const NOT_SHOWN: u8 = 254;

/** How a cell that is put aside stands in its bytes: escaped, or as a number. */
export const ESCAPED: i32 = 1 << 16;
export const NUMBER: i32 = 1 << 17;

/** The table: how many columns, their descriptions, where asides go, and what is said of rows. */
export let width: i32 = 0;
export let columns: usize = 0;
export let asidesMax: i32 = 0;
export let starts: usize = 0;
export let lines: usize = 0;
let asides: usize = 0;

/** Rows, their lines and asides of the last call. */
export let rowCount: i32 = 0;
let lineCount: i32 = 0;
export let asideCount: i32 = 0;

/** Tells the table and the memory. */
export function begin(
  itsWidth: i32,
  itsColumns: usize,
  itsAsides: usize,
  most: i32,
  itsStarts: usize,
  itsLines: usize,
): void {
  width = itsWidth;
  columns = itsColumns;
  asides = itsAsides;
  asidesMax = most;
  starts = itsStarts;
  lines = itsLines;
}

/** Rows and asides of the last call. */
export function rows(): i32 {
  return rowCount;
}

export function put(): i32 {
  return asideCount;
}

/** A call begins. */
export function clear(): void {
  rowCount = 0;
  lineCount = 0;
  asideCount = 0;
}

/** A row was read that begins at a place and takes so many lines. */
export function keep(at: usize, itsLines: i32): void {
  store<u32>(starts + ((<usize>rowCount) << 2), <u32>at);
  store<i32>(lines + ((<usize>rowCount) << 2), (lineCount += itsLines));
  rowCount++;
}

/** What was put aside since is not. */
export function drop(count: i32): void {
  asideCount = count;
}

/** Reads a cell; says whether it is plain. */
export function cell(column: usize, k: i32, start: usize, end: usize, doubled: bool): bool {
  const kind = load<u8>(column);
  const out = load<usize>(column, OUT);
  const r = <usize>rowCount;
  if (kind === SCORE) return score(column, out + r, start, end);
  if (kind === MEMO) {
    if (doubled) return false;
    let number = 0;
    if (end > start) {
      const known = load<usize>(column, KNOWN);
      number = numberOf(known, start, <i32>(end - start));
      if (number === FULL) return false;
    }
    store<u16>(out + (r << 1), <u16>number);
    return true;
  }
  if (kind === ASIDE) {
    if (end > start) aside(k, start, end, doubled ? ESCAPED : 0);
    return true;
  }
  if (kind === ID) return end - start === 36 && uuid(out + (r << 4), start);
  if (kind === TIME) return time(out + (r << 3), start, end);
  if (kind === WHOLE) return whole(out + (r << 2), start, end);
  return true;
}

/** Puts a cell aside, with how it stands in its bytes. */
export function aside(k: i32, start: usize, end: usize, form: i32): void {
  const to = asides + ((<usize>asideCount) << 4);
  store<i32>(to, rowCount);
  store<i32>(to, k | form, 4);
  store<u32>(to, <u32>start, 8);
  store<u32>(to, <u32>end, 12);
  asideCount++;
}

export function score(column: usize, to: usize, start: usize, end: usize): bool {
  if (end === start) {
    store<u8>(to, NOT_SHOWN);
    return true;
  }
  let value = <u32>load<u8>(start) - 48;
  if (value > 9) return false;
  if (end - start > 1) {
    if (value === 0 || end - start > 3) return false;
    for (let at = start + 1; at < end; at++) {
      const digit = <u32>load<u8>(at) - 48;
      if (digit > 9) return false;
      value = 10 * value + digit;
    }
  }
  const point = value - load<u32>(column, LEAST);
  if (point >= load<u32>(column, POINTS)) return false;
  store<u8>(to, <u8>point);
  return true;
}

/** A whole number from 0 on in its plain form, of nine digits at most; -1 for none. */
export function whole(to: usize, start: usize, end: usize): bool {
  let value = -1;
  if (end > start) {
    if (end - start > 9 || (load<u8>(start) === 48 && end - start > 1)) return false;
    value = 0;
    for (let at = start; at < end; at++) {
      const digit = <i32>load<u8>(at) - 48;
      if (<u32>digit > 9) return false;
      value = 10 * value + digit;
    }
  }
  store<i32>(to, value);
  return true;
}
