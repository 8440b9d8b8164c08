import type * as api from './outbox/api.ts';
import type * as prompt from './prompt/main.ts';
import type * as triggers from './triggers.ts';

interface Chunks {
  readonly api: typeof api;
  readonly prompt: typeof prompt;
  readonly triggers: typeof triggers;
}

/** File names of the chunks, with their hashes; set by the build from the widget's manifest. */
declare const __CHUNKS__: Readonly<Record<keyof Chunks, string>>;

/**
 * Loads a chunk from beside the loader.
 *
 * @param base address of the loader
 */
export function loadChunk<N extends keyof Chunks>(name: N, base: string): Promise<Chunks[N]> {
  const address = new URL(`chunks/${__CHUNKS__[name]}`, base).href;
  return import(/* @vite-ignore */ address) as Promise<Chunks[N]>; // the build put that module there
}
