/*
 * Splits rows of a table into cells and reads the plain ones, many rows in one call: AssemblyScript, compiled into
 * `scan-rows.wasm.ts` by `npm run wasm`. Whatever is not plain ends a call, and is left to OrdinaryCsv and RowReader.
 *
 * All places are addresses. The caller (row-batch.ts) lays the memory out, and writes the column descriptions.
 */

/** What a column is; row-batch.ts has the same numbers. */
const SCORE: u8 = 1;
const MEMO: u8 = 2;
const ASIDE: u8 = 3;
const ID: u8 = 4;
const TIME: u8 = 5;
const WHOLE: u8 = 6;

/** A column's description: its kind, the least point of its scale, how many points, where its cells go, its memo. */
const DESCRIPTION: usize = 32;
const LEAST: usize = 4;
const POINTS: usize = 8;
const OUT: usize = 12;
const KNOWN: usize = 16;

const NOT_SHOWN: u8 = 254;
const CR: u8 = 13;
const LF: u8 = 10;
/** All bytes that end a line, and the one that no text has, are below this. */
const LOW: i8 = 14;

/** A memo: how many values it has, the likely one by first byte, ends of values, slots by hash, bytes of values. */
const VALUES_MAX: i32 = 1024;
const SLOTS: i32 = 2048;
const BYTES_MAX: i32 = 1 << 15;
const LIKELY_AT: usize = 8;
const ENDS_AT: usize = LIKELY_AT + 2 * 256;
const SLOTS_AT: usize = ENDS_AT + 4 * (VALUES_MAX + 1);
const BYTES_AT: usize = SLOTS_AT + 2 * SLOTS;
/** Of a value that the memo has no room for; 0 is the number of an empty cell. */
const FULL: i32 = -1;

/** Bytes whose marks are looked for at once, and places of all of them. */
const WINDOW: usize = 1 << 15;

let width: i32 = 0;
let delimiter: u8 = 0;
let quote: u8 = 0;
let columns: usize = 0;
let asides: usize = 0;
let asidesMax: i32 = 0;
let starts: usize = 0;
let lines: usize = 0;
let marks: usize = 0;
let nothing: usize = 0;

let windowFrom: usize = 0;
let windowTo: usize = 0;
let marksEnd: usize = 0;
let nextMark: usize = 0;

let rowCount: i32 = 0;
let asideCount: i32 = 0;
let lineCount: i32 = 0;

/** Tells the table and the memory: column descriptions, asides, starts and lines of rows, marks, and eight zeros. */
export function begin(
  itsWidth: i32,
  itsColumns: usize,
  itsAsides: usize,
  most: i32,
  itsStarts: usize,
  itsLines: usize,
  itsMarks: usize,
  zeros: usize,
): void {
  width = itsWidth;
  columns = itsColumns;
  asides = itsAsides;
  asidesMax = most;
  starts = itsStarts;
  lines = itsLines;
  marks = itsMarks;
  nothing = zeros;
}

/** Other bytes stand there now. */
export function renew(itsDelimiter: u8, itsQuote: u8): void {
  delimiter = itsDelimiter;
  quote = itsQuote;
  windowFrom = windowTo = 0;
}

/** Rows and asides of the last call. */
export function rows(): i32 {
  return rowCount;
}

export function put(): i32 {
  return asideCount;
}

/**
 * Reads rows from `at` on, `most` of them, up to `limit`, which is behind a line end; there are 64 bytes more.
 *
 * Returns where the first row begins that was not read.
 */
export function scan(at: usize, limit: usize, most: i32): usize {
  rowCount = 0;
  asideCount = 0;
  if (at < windowFrom || at >= windowTo) open(at, limit);
  else seek(at);
  while (at < limit && rowCount < most && asideCount + width <= asidesMax) {
    const before = nextMark;
    const put = asideCount;
    lineCount = 1;
    const next = row(at);
    if (next > 0) {
      store<u32>(starts + ((<usize>rowCount) << 2), <u32>at);
      store<u32>(lines + ((<usize>rowCount) << 2), lineCount);
      at = next;
      rowCount++;
      continue;
    }
    asideCount = put;
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

function cell(column: usize, k: i32, start: usize, end: usize, doubled: bool): bool {
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
    if (end > start) aside(k, start, end, doubled);
    return true;
  }
  if (kind === ID) return end - start === 36 && uuid(out + (r << 4), start);
  if (kind === TIME) return time(out + (r << 3), start, end);
  if (kind === WHOLE) return whole(out + (r << 2), start, end);
  return true;
}

function aside(k: i32, start: usize, end: usize, doubled: bool): void {
  const to = asides + ((<usize>asideCount) << 4);
  store<i32>(to, rowCount);
  store<i32>(to, k | ((<i32>doubled) << 16), 4);
  store<u32>(to, <u32>start, 8);
  store<u32>(to, <u32>end, 12);
  asideCount++;
}

function score(column: usize, to: usize, start: usize, end: usize): bool {
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

function numberOf(memo: usize, start: usize, length: i32): i32 {
  const likely = memo + LIKELY_AT + ((<usize>load<u8>(start)) << 1);
  let number = <i32>load<u16>(likely);
  if (number > 0) {
    const ends = memo + ENDS_AT + ((<usize>number) << 2);
    const from = load<i32>(ends - 4);
    if (load<i32>(ends) - from === length && isSame(memo + BYTES_AT + from, start, length)) return number;
  }
  number = find(memo, start, length);
  if (number !== FULL) store<u16>(likely, <u16>number);
  return number;
}

/** Bytes behind both are looked at too, and left out. */
function isSame(a: usize, b: usize, length: i32): bool {
  while (length >= 8) {
    if (load<u64>(a) !== load<u64>(b)) return false;
    a += 8;
    b += 8;
    length -= 8;
  }
  return ((load<u64>(a) ^ load<u64>(b)) & (((<u64>1) << ((<u64>length) << 3)) - 1)) === 0;
}

/** The number of a value, new or known. */
function find(memo: usize, start: usize, length: i32): i32 {
  let sum: u32 = 0x811c9dc5;
  for (let k = 0; k < length; k++) sum = (sum ^ load<u8>(start + k)) * 0x01000193;
  let slot = (sum ^ (sum >> 15)) & (SLOTS - 1);
  let number: i32 = 0;
  for (;;) {
    number = <i32>load<u16>(memo + SLOTS_AT + ((<usize>slot) << 1));
    if (number === 0) break;
    const ends = memo + ENDS_AT + ((<usize>number) << 2);
    const from = load<i32>(ends - 4);
    if (load<i32>(ends) - from === length && isSame(memo + BYTES_AT + from, start, length)) return number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  const size = load<i32>(memo);
  const ends = memo + ENDS_AT + ((<usize>size) << 2);
  const used = load<i32>(ends);
  if (size === VALUES_MAX || used + length > BYTES_MAX) return FULL;
  memory.copy(memo + BYTES_AT + used, start, length);
  store<i32>(ends, used + length, 4);
  store<i32>(memo, size + 1);
  store<u16>(memo + SLOTS_AT + ((<usize>slot) << 1), <u16>(size + 1));
  return size + 1;
}

function uuid(to: usize, at: usize): bool {
  if (load<u8>(at, 8) !== 45 || load<u8>(at, 13) !== 45) return false;
  if (load<u8>(at, 18) !== 45 || load<u8>(at, 23) !== 45) return false;
  const a = fourDigits(at);
  const b = fourDigits(at + 4);
  const c = fourDigits(at + 9);
  const d = fourDigits(at + 14);
  const e = fourDigits(at + 19);
  const f = fourDigits(at + 24);
  const g = fourDigits(at + 28);
  const h = fourDigits(at + 32);
  store<i32>(to, (a << 16) | b);
  store<i32>(to, (c << 16) | d, 4);
  store<i32>(to, (e << 16) | f, 8);
  store<i32>(to, (g << 16) | h, 12);
  return (a | b | c | d | e | f | g | h) > 0;
}

/** As uuid.ts has it: four hexadecimal digits at once; -1 for all else. */
function fourDigits(at: usize): i32 {
  const ascii = load<i32>(at);
  const decimal = (ascii + 0x50505050) & ~(ascii + 0x46464646);
  const letter = (ascii + 0x1f1f1f1f) & ~(ascii + 0x19191919);
  if (((decimal | letter) & ~ascii & 0x80808080) !== 0x80808080) return -1;
  const values = (ascii & 0x0f0f0f0f) + 9 * ((ascii >>> 6) & 0x01010101);
  const pairs = ((values & 0x000f000f) << 4) | ((values >>> 8) & 0x000f000f);
  return ((pairs & 0xff) << 8) | (pairs >>> 16);
}

/** A time such as `2026-03-01T10:00:00.000Z`, or none. */
function time(to: usize, at: usize, end: usize): bool {
  if (end === at) {
    store<f64>(to, -Infinity);
    return true;
  }
  if (end - at !== 24 || load<u8>(at, 4) !== 45 || load<u8>(at, 7) !== 45 || load<u8>(at, 10) !== 84)
    return false;
  if (
    load<u8>(at, 13) !== 58 ||
    load<u8>(at, 16) !== 58 ||
    load<u8>(at, 19) !== 46 ||
    load<u8>(at, 23) !== 90
  )
    return false;
  const century = two(at);
  const years = two(at + 2);
  const month = two(at + 5);
  const day = two(at + 8);
  const hours = two(at + 11);
  const minutes = two(at + 14);
  const seconds = two(at + 17);
  const tens = two(at + 20);
  const ms = <i32>load<u8>(at, 22) - 48;
  const year = 100 * century + years;
  if ((years | month | day | hours | minutes | seconds | tens | ms | (9 - ms)) < 0 || century < 10)
    return false;
  if (month < 1 || month > 12 || day < 1 || hours > 23 || minutes > 59 || seconds > 59) return false;
  if (day > daysOf(year, month)) return false;
  const clock = ((hours * 60 + minutes) * 60 + seconds) * 1000 + 10 * tens + ms;
  store<f64>(to, <f64>dayNumber(year, month, day) * 86400000.0 + <f64>clock);
  return true;
}

function daysOf(year: i32, month: i32): i32 {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return 30 + ((month + (month >> 3)) & 1);
}

/** Days from 1 January 1970 on, by years that begin in March: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
function dayNumber(year: i32, month: i32, day: i32): i32 {
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719469;
}

/** Two digits as a number; negative where one of the bytes is no digit. */
function two(at: usize): i32 {
  const tens = <i32>load<u8>(at) - 48;
  const ones = <i32>load<u8>(at, 1) - 48;
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : 10 * tens + ones;
}

/** A whole number from 0 on in its plain form, of nine digits at most; -1 for none. */
function whole(to: usize, start: usize, end: usize): bool {
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
