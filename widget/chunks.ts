import type * as aside from './aside/main.ts';
import type * as outbox from './outbox/main.ts';
import type * as prompt from './prompt/main.ts';

interface Chunks {
  /** What a visitor who is not asked can do without, and most of those who are. */
  readonly aside: typeof aside;
  readonly prompt: typeof prompt;
  readonly outbox: typeof outbox;
}

/** The hash in the names of these chunks; set by the build. */
declare const __RELEASE__: string;

/** Address of the loader, which is a classic script. */
const base = (document.currentScript as HTMLScriptElement | null)?.src;

/** Loads a chunk from beside the loader. */
export function loadChunk<N extends keyof Chunks>(name: N): Promise<Chunks[N]> {
  const address = new URL(`chunks/${name}-${__RELEASE__}.js`, base);
  return import(/* @vite-ignore */ address as never) as Promise<Chunks[N]>; // its text is taken; the build put that module there
}
