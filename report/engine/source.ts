/** A file, or a text that stands in the page: something with a name that gives its bytes, more than once. */
export interface Source {
  readonly name: string;
  /** Bytes in all. */
  readonly size: number;
  /** The bytes from the start; each call begins anew. A chunk is only good until the next is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Readers that are waited for. Chromium clears one that fills given bytes from memory, and with it all that waits, where
 * nothing but its own promise leads to it: the wait would never end.
 */
const waited = new Set<object>();

/** A source that reads a file or another Blob by and by, into the same bytes again and again where the browser can. */
export function blobSource(name: string, blob: Blob): Source {
  return {
    name,
    size: blob.size,
    async *chunks() {
      const reader = bytesReader(blob) ?? blob.stream().getReader();
      waited.add(reader);
      try {
        if (reader instanceof ReadableStreamDefaultReader) yield* partsOf(reader);
        else yield* partsInto(reader, new Uint8Array(CHUNK_BYTES));
      } finally {
        // Nothing hangs on its end: all bytes are read by then, or whoever reads them has heard the fault.
        reader.cancel().catch(() => undefined);
        waited.delete(reader);
      }
    },
  };
}

/** Undefined where a Blob's stream cannot fill bytes that it is given. */
function bytesReader(blob: Blob): ReadableStreamBYOBReader | undefined {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function* partsInto(
  reader: ReadableStreamBYOBReader,
  bytes: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array> {
  let part = await reader.read(bytes);
  for (; !part.done; part = await reader.read(new Uint8Array(part.value.buffer))) yield part.value;
}

async function* partsOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
