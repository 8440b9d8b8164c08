/** `import 'fourfold/vue'`: the element, and what TypeScript has to know of it in the templates of Vue 3.5. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { FourfoldEventMap } from '../events.ts';
import type { FourfoldElement } from '../fourfold-element.ts';
import type { FourfoldFields } from './attributes.ts';

export type * from './declarations.ts';

/** Vue's tools read the attributes of a template in camel case. */
type Props = HTMLAttributes &
  PublicProps &
  FourfoldFields &
  Readonly<Record<`context${string}`, string | number | boolean | undefined>>;

/** What each event hands to a listener. */
type Emits = { readonly [Name in keyof FourfoldEventMap]: (event: FourfoldEventMap[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'fourfold-survey': new () => FourfoldElement & {
      /** @deprecated Read by Vue's tools alone. */
      $props: Props;
      /** @deprecated Read by Vue's tools alone. */
      $emit: EmitFn<Emits>;
    };
  }
}
