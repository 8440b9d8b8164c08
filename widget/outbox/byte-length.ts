/**
 * Bytes of a text in UTF-8.
 *
 * @example byteLength('é') // 2
 */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
