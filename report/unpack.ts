import { decode85 } from './base85.ts';

/** Id of the block that holds the page's script, deflated, as `encode85` writes it. */
export const PACKED_ID = 'fourfold-page';

/**
 * The text that was deflated.
 *
 * @param packed raw deflate (RFC 1951), as `encode85` writes it
 */
export async function unpacked(packed: string): Promise<string> {
  const stream = new Blob([decode85(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}
