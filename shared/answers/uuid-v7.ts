/** Random bytes that {@link uuidV7} needs. */
export const UUID_RANDOM_BYTES = 10;

/**
 * A UUID of version 7: 48 bits of Unix time in ms, then 74 random bits, so that ids sort by time of making.
 *
 * @param nowMs Unix time in ms, 0 to 2^48 - 1
 * @param random ten bytes from a cryptographic source
 * @throws RangeError when the time or the number of bytes is out of range
 * @example uuidV7(0, new Uint8Array(10)) // '00000000-0000-7000-8000-000000000000'
 * @see RFC 9562, section 5.7
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  if (!Number.isInteger(nowMs) || nowMs < 0 || nowMs >= 2 ** 48) {
    throw new RangeError(`uuidV7: expected whole milliseconds from 0 to 2^48 - 1, got ${nowMs}`);
  }
  if (random.length !== UUID_RANDOM_BYTES) {
    throw new RangeError(`uuidV7: expected ${UUID_RANDOM_BYTES} random bytes, got ${random.length}`);
  }
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(nowMs / 2 ** (8 * (5 - i))) % 256;
  bytes.set(random, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
