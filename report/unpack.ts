/** Id of the block that holds the page's script, deflated, in base64. */
export const PACKED_ID = 'fourfold-page';

/**
 * The text that was deflated.
 *
 * @param base64 raw deflate (RFC 1951), in base64
 */
export async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}
