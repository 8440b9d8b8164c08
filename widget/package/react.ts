/** `import 'fourfold/react'`: the element, and what TypeScript has to know of it in the markup of React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FourfoldElement } from '../fourfold-element.ts';
import type { FourfoldAttributes, FourfoldListeners } from './attributes.ts';

export type * from './declarations.ts';

type Props = DetailedHTMLProps<HTMLAttributes<FourfoldElement>, FourfoldElement> &
  FourfoldAttributes &
  FourfoldListeners;

declare module 'react' {
  // React's own types are written as a namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'fourfold-survey': Props;
    }
  }
}
