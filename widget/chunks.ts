import type * as aside from './aside/main.ts';
import type * as prompt from './prompt/main.ts';

interface Chunks {
  /** What a visitor who is not asked can do without, and most of those who are. */
  readonly aside: typeof aside;
  readonly prompt: typeof prompt;
}

/** File names of the chunks, with their hashes; set by the build from the widget's manifest. */
declare const __CHUNKS__: Readonly<Record<keyof Chunks, string>>;

/**
 * Loads a chunk from beside the loader.
 *
 * @param base address of the loader
 */
export function loadChunk<N extends keyof Chunks>(name: N, base?: string): Promise<Chunks[N]> {
  const address = new URL(`chunks/${__CHUNKS__[name]}`, base);
  return import(/* @vite-ignore */ address as never) as Promise<Chunks[N]>; // its text is taken; the build put that module there
}
