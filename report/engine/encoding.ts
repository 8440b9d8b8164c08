import type { Encoding } from '../../shared/mapping/mapping.ts';

/** What a file's bytes say of its encoding. */
export interface EncodingFound {
  readonly encoding: Encoding;
  /** Its bytes leave no doubt; otherwise the owner is to be asked. */
  readonly sure: boolean;
}

/** Bytes that the encoding does not allow. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
}

/** With this share of NULs, all of them in even or in odd places, a file is in UTF-16. */
const NUL_SHARE = 0.3;
/** In GB 18030 most bytes beyond ASCII stand in pairs of two such; in Windows-1252 they mostly stand alone. */
const PAIRED_SHARE = 0.8;

/**
 * Finds out how a text file is encoded: surely where it has a byte order mark, is UTF-16 or valid UTF-8, else by the
 * more likely of GB 18030 and Windows-1252.
 *
 * @param head the first bytes, or all of a shorter file
 * @example findEncoding(new TextEncoder().encode('满意')) // { encoding: 'utf-8', sure: true }
 */
export function findEncoding(head: Uint8Array): EncodingFound {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', sure: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', sure: true };
  const nuls = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) nuls[at & 1]++;
  });
  if (nuls[1] > NUL_SHARE * head.length && nuls[0] === 0) return { encoding: 'utf-16le', sure: true };
  if (nuls[0] > NUL_SHARE * head.length && nuls[1] === 0) return { encoding: 'utf-16be', sure: true };
  if (isUtf8(head)) return { encoding: 'utf-8', sure: true };
  return { encoding: pairedShare(head) >= PAIRED_SHARE ? 'gb18030' : 'windows-1252', sure: false };
}

/** A character that the end of the head cuts through does not count against it. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function pairedShare(head: Uint8Array): number {
  let high = 0;
  let paired = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] < 0x80) continue;
    high++;
    if (head[at] < 0xa1 || !(head[at + 1] >= 0xa1)) continue;
    paired++;
    at++;
  }
  return high === 0 ? 0 : paired / high;
}

/**
 * The chunks of a file as UTF-8.
 *
 * @param chunks not mutated; UTF-8 passes as it is
 * @throws EncodingError when the bytes are not what the encoding allows
 * @example for await (const chunk of inUtf8(source.chunks(), 'gb18030')) scanner.push(chunk);
 */
export async function* inUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  const decode = (chunk?: Uint8Array): Uint8Array => {
    try {
      return encoder.encode(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new EncodingError(`expected ${encoding}, got other bytes`, { cause: error });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
