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
