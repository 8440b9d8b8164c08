/*
 * Reads lines of NDJSON along the keys that lines before them had, many in one call: AssemblyScript, as rows.ts. It
 * takes no line that json-row.ts would not take. All places are addresses.
 */
import {
  ASIDE,
  DESCRIPTION,
  ESCAPED,
  ID,
  KNOWN,
  MEMO,
  NUMBER,
  OUT,
  SCORE,
  TIME,
  WHOLE,
  aside,
  asideCount,
  asidesMax,
  clear,
  columns,
  drop,
  keep,
  rowCount,
  score,
  whole,
  width,
} from './cells';
import { FULL, isSame, numberOf } from './memos';
import { isLists, isSimple, isUtf8 } from './json-texts';
import { time } from './times';
import { uuid } from './uuids';

/** What stands behind a key; json-template.ts has the same numbers. */
const CLOSE: u8 = 0;
const OBJECT: u8 = 1;
const TEXT: u8 = 2;
const NUMERIC: u8 = 3;
const ANSWER: u8 = 4;
const WORDS: u8 = 5;
const LISTS: u8 = 6;
const INSTANT: u8 = 7;

/** A key: its form, its column's description (0: none) and number, what follows, its bit, bytes, and a text's length. */
const COLUMN: usize = 4;
const PLACE: usize = 8;
const NEXT: usize = 12;
const BEHIND: usize = 16;
const BIT: usize = 20;
const LENGTH: usize = 24;
const KEY: usize = 28;
const LEAST_BYTES: usize = 32;
const MOST_BYTES: usize = 36;

const QUOTE: u8 = 34;
const COMMA: u8 = 44;
const BACKSLASH: u8 = 92;
const OPEN_LIST: u8 = 91;
const CLOSE_LIST: u8 = 93;
const OPEN_OBJECT: u8 = 123;
const CLOSE_OBJECT: u8 = 125;
const REVISION_BYTES: usize = 6;

let steps: usize = 0;
let stepsEnd: usize = 0;
let required: i32 = 0;
let revision: usize = 0;
let scratch: usize = 0;
let limit: usize = 0;

/** Tells the keys, from one address to another, and the bits of those that every line has. */
export function learn(from: usize, to: usize, bits: i32): void {
  steps = from;
  stepsEnd = to;
  required = bits;
}

/** Tells the description of the column of revisions, and where there is room for a number. */
export function aim(itsRevision: usize, room: usize): void {
  revision = itsRevision;
  scratch = room;
}

/** Reads lines from `at` on, as `scan` of rows.ts reads rows. */
export function scanLines(at: usize, itsLimit: usize, most: i32): usize {
  limit = itsLimit;
  clear();
  while (at < limit && rowCount < most && asideCount + width <= asidesMax) {
    const before = asideCount;
    empty();
    const next = line(at);
    if (next === 0) {
      drop(before);
      break;
    }
    keep(at, 1);
    at = next;
  }
  return at;
}

/** What a line does not have is empty. */
function empty(): void {
  const r = <usize>rowCount;
  let column = columns;
  for (let k = 0; k < width; k++, column += DESCRIPTION) {
    const kind = load<u8>(column);
    const out = load<usize>(column, OUT);
    if (kind === SCORE) store<u8>(out + r, 254);
    else if (kind === MEMO) store<u16>(out + (r << 1), 0);
    else if (kind === WHOLE) store<i32>(out + (r << 2), -1);
    else if (kind === TIME) store<f64>(out + (r << 3), -Infinity);
  }
}

/** Where the line behind the one at `at` begins; 0 when this one is not as others are. */
function line(at: usize): usize {
  if (load<u8>(at++) !== OPEN_OBJECT) return 0;
  let seen = 0;
  let step = steps;
  let first = true;
  while (step < stepsEnd) {
    if (load<u8>(at) === CLOSE_OBJECT) {
      at++;
      step = load<usize>(step, BEHIND);
      first = false;
      continue;
    }
    if (!first && load<u8>(at++) !== COMMA) return 0;
    while (load<u8>(step) !== CLOSE && !isSame(load<usize>(step, KEY), at, load<i32>(step, LENGTH)))
      step = load<usize>(step, NEXT);
    const form = load<u8>(step);
    if (form === CLOSE) return 0;
    at += load<usize>(step, LENGTH);
    if (at >= limit) return 0;
    seen |= load<i32>(step, BIT);
    first = form === OBJECT;
    if (first) {
      if (load<u8>(at++) !== OPEN_OBJECT) return 0;
    } else {
      at = value(step, form, at);
      if (at === 0 || at >= limit) return 0;
    }
    step = first ? step + 40 : load<usize>(step, NEXT);
  }
  if ((seen & required) !== required) return 0;
  if (load<u8>(at) === 13) at++;
  return load<u8>(at) === 10 ? at + 1 : 0;
}

/** Where a value ends; 0 when it is not as others are. */
function value(step: usize, form: u8, at: usize): usize {
  const column = load<usize>(step, COLUMN);
  const kind: u8 = column === 0 ? 0 : load<u8>(column);
  const out: usize = column === 0 ? 0 : load<usize>(column, OUT);
  const isText = load<u8>(at) === QUOTE;
  if (form === WORDS) return list(column, kind, out, at, OPEN_LIST, CLOSE_LIST);
  if (form === LISTS) return list(column, kind, out, at, OPEN_OBJECT, CLOSE_OBJECT);
  if (form === INSTANT) {
    if (!isText || load<u8>(at, 25) !== QUOTE) return 0;
    const to = kind === TIME ? out + ((<usize>rowCount) << 3) : scratch;
    return (kind === TIME || kind === 0) && time(to, at + 1, at + 25) ? at + 26 : 0;
  }
  if (form === TEXT) return isText ? text(step, column, kind, out, at + 1) : 0;
  if (form === NUMERIC) return isText ? 0 : number(column, kind, out, at);
  if (isText) return form === ANSWER && kind !== SCORE ? text(step, column, kind, out, at + 1) : 0;
  const end = digitsEnd(at);
  if (kind === SCORE) return end > at && score(column, out + <usize>rowCount, at, end) ? end : 0;
  if ((kind !== ASIDE && kind !== 0) || end === at || !whole(scratch, at, end)) return 0;
  if (kind === ASIDE) aside(load<i32>(step, PLACE), at, end, NUMBER);
  return end;
}

function number(column: usize, kind: u8, out: usize, at: usize): usize {
  if (kind === MEMO) {
    let end = at;
    while (end < limit && load<u8>(end) !== COMMA && load<u8>(end) !== CLOSE_OBJECT) end++;
    return end > at && memo(column, out, at, end) ? end : 0;
  }
  const end = digitsEnd(at);
  if (kind !== WHOLE || end === at || (column === revision && end - at > REVISION_BYTES)) return 0;
  return whole(out + ((<usize>rowCount) << 2), at, end) ? end : 0;
}

function memo(column: usize, out: usize, start: usize, end: usize): bool {
  const found = numberOf(load<usize>(column, KNOWN), start, <i32>(end - start));
  if (found === FULL) return false;
  store<u16>(out + ((<usize>rowCount) << 1), <u16>found);
  return true;
}

function digitsEnd(at: usize): usize {
  while (<u32>load<u8>(at) - 48 < 10) at++;
  return at;
}

/** A text from behind its quote on. */
function text(step: usize, column: usize, kind: u8, out: usize, start: usize): usize {
  let form = 0;
  let isWide = false;
  let end = start;
  for (; ; end++) {
    const byte = load<u8>(end);
    if (byte === QUOTE) break;
    if (byte < 32) return 0;
    if (byte > 127) isWide = true;
    else if (byte === BACKSLASH) {
      if (!isSimple(load<u8>(++end))) return 0;
      form |= ESCAPED;
    }
  }
  const length = <i32>(end - start);
  if (end >= limit || length < load<i32>(step, LEAST_BYTES) || length > load<i32>(step, MOST_BYTES)) return 0;
  if (isWide && !isUtf8(start, end)) return 0;
  if (kind === ASIDE) aside(load<i32>(step, PLACE), start, end, form);
  else if (kind === 0) return end + 1;
  else if ((form & ESCAPED) !== 0 || length === 0) return 0;
  else if (kind === MEMO) return memo(column, out, start, end) ? end + 1 : 0;
  else if (kind !== ID || length !== 36 || !uuid(out + ((<usize>rowCount) << 4), start)) return 0;
  return end + 1;
}

/** Words that say why cells are empty, or the order of attributes. */
function list(column: usize, kind: u8, out: usize, at: usize, open: u8, close: u8): usize {
  if (load<u8>(at) !== open) return 0;
  if (load<u8>(at, 1) === close) return at + 2;
  let end = at + 1;
  while (end < limit && load<u8>(end) !== close) end++;
  end++;
  if (kind === MEMO) return memo(column, out, at, end) ? end : 0;
  return kind === 0 && open === OPEN_OBJECT && isLists(at, end) ? end : 0;
}
