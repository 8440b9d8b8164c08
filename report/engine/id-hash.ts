/** Bits that the processor fetches at once: ids of one minute stand in them. */
const LINE_BITS = 512;
const PLACE_BITS = 9;

/** Whether a filter may have an id, by its minute and its hash; every id that was noted, and few others. */
export function mayHave(filter: Int32Array, minute: number, hashed: number): boolean {
  const line = lineOf(filter, minute);
  return (
    isSet(filter, line, hashed) &&
    isSet(filter, line, hashed >>> PLACE_BITS) &&
    isSet(filter, line, hashed >>> (2 * PLACE_BITS))
  );
}

/** Notes an id in a filter. */
export function note(filter: Int32Array, minute: number, hashed: number): void {
  const line = lineOf(filter, minute);
  setBit(filter, line, hashed);
  setBit(filter, line, hashed >>> PLACE_BITS);
  setBit(filter, line, hashed >>> (2 * PLACE_BITS));
}

function lineOf(filter: Int32Array, minute: number): number {
  return Math.imul(minute, LINE_BITS / 32) & (filter.length - 1);
}

function isSet(filter: Int32Array, line: number, place: number): boolean {
  return (filter[line + ((place & (LINE_BITS - 1)) >>> 5)] & (1 << (place & 31))) !== 0;
}

function setBit(filter: Int32Array, line: number, place: number): void {
  filter[line + ((place & (LINE_BITS - 1)) >>> 5)] |= 1 << (place & 31);
}

/** Puts a row into the first slot that is free from its hash on. */
export function put(slots: Uint32Array, rowBits: number, row: number, hashed: number): void {
  const mask = slots.length - 1;
  let slot = hashed & mask;
  while (slots[slot] > 0) slot = (slot + 1) & mask;
  slots[slot] = ((hashed >>> rowBits) << rowBits) | (row + 1);
}

/** Hashes the words of a UUID. */
export function hashWords(words: Int32Array, at: number): number {
  let sum = Math.imul(words[at] ^ 0x811c9dc5, 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 15) ^ words[at + 1], 0xc2b2ae35);
  sum = Math.imul(sum ^ (sum >>> 13) ^ words[at + 2], 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 15) ^ words[at + 3], 0xc2b2ae35);
  return sum ^ (sum >>> 16);
}

/** Hashes bytes up to, not including, `end`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at++) sum = Math.imul(sum ^ bytes[at], 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0xc2b2ae35);
  return sum ^ (sum >>> 15);
}
