/**
 * The package's entry, for pages that are built with a bundler: `import 'fourfold'`. It does what the script of a tag
 * does, with the same chunks, and takes up each `<fourfold-survey>` that a page adds later. On a server it does nothing.
 */
import '../loader.ts';

const TAG = 'fourfold-survey';

new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node instanceof Element) {
        if (node.localName === TAG) fourfold.add(node);
        else node.querySelectorAll(TAG).forEach((element) => fourfold.add(element));
      }
}).observe(document, { childList: true, subtree: true });
