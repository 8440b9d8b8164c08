/** A file, or a text that stands in the page: something with a name that gives its bytes, more than once. */
export interface Source {
  readonly name: string;
  /** Bytes in all. */
  readonly size: number;
  /** The bytes from the start; each call begins anew. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A source that reads a file or another Blob by and by. */
export function blobSource(name: string, blob: Blob): Source {
  return {
    name,
    size: blob.size,
    async *chunks() {
      const reader = blob.stream().getReader();
      try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
      } finally {
        reader.releaseLock();
      }
    },
  };
}

/**
 * The chunks as UTF-8. UTF-16 is known by its byte order mark and turned; all else passes as it is.
 *
 * @example for await (const chunk of inUtf8(source.chunks())) scanner.push(chunk);
 */
export async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let first = true;
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    if (first && chunk.length > 0) {
      first = false;
      decoder = utf16Decoder(chunk);
    }
    yield decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk;
  }
  if (decoder) yield encoder.encode(decoder.decode());
}

function utf16Decoder([first, second]: Uint8Array): TextDecoder | undefined {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return undefined;
}
