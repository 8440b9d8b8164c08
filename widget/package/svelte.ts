/** `import 'fourfold/svelte'`: the element, and what TypeScript has to know of it in the markup of Svelte 5. */
import type { HTMLAttributes } from 'svelte/elements';
import type { FourfoldElement } from '../fourfold-element.ts';
import type { FourfoldAttributes, FourfoldListeners } from './attributes.ts';

export type * from './declarations.ts';

type Props = HTMLAttributes<FourfoldElement> & FourfoldAttributes & FourfoldListeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'fourfold-survey': Props;
  }
}
