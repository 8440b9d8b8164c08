/** Hashes the words of a UUID, as wasm/assembly/slots.ts does. */
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
