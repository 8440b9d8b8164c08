import type { Plugin } from 'vite';

/** Files whose functions are nearly all called while they load, or by the first answer. */
const CALLED: readonly string[] = ['loader', 'prompt', 'outbox', 'later', 'start-sender'];

/**
 * Has Chromium compile these files as a whole beside the page's thread; else it would compile each function on that
 * thread when it is first called.
 *
 * @see https://v8.dev/blog/explicit-compile-hints
 */
export function compileHints(): Plugin {
  return {
    name: 'fourfold-compile-hints',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && CALLED.includes(file.name))
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  };
}
