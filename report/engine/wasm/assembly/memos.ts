/*
 * Values of a column that repeat, and their numbers: AssemblyScript, as cells.ts and lines.ts, which ask for them.
 */

/** A memo: how many values it has, the likely one by first byte, ends of values, slots by hash, bytes of values. */
const VALUES_MAX: i32 = 1024;
const SLOTS: i32 = 2048;
const BYTES_MAX: i32 = 1 << 15;
const LIKELY_AT: usize = 8;
const ENDS_AT: usize = LIKELY_AT + 2 * 256;
const SLOTS_AT: usize = ENDS_AT + 4 * (VALUES_MAX + 1);
const BYTES_AT: usize = SLOTS_AT + 2 * SLOTS;
/** Of a value that the memo has no room for; 0 is the number of an empty cell. */
export const FULL: i32 = -1;

/** The number of a value, which was the likely one by its first byte, or is looked for. */
export function numberOf(memo: usize, start: usize, length: i32): i32 {
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
export function isSame(a: usize, b: usize, length: i32): bool {
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
