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
  if (!(nowMs >= 0 && nowMs < 2 ** 48 && nowMs % 1 === 0) || random.length !== UUID_RANDOM_BYTES) {
    throw new RangeError(
      `uuidV7: expected 48 bits of whole ms and ${UUID_RANDOM_BYTES} bytes, got ${nowMs} and ${random.length}`,
    );
  }
  const time = nowMs.toString(16).padStart(12, '0');
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((random[2] & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant}${hex.slice(6, 8)}-${hex.slice(8)}`;
}
