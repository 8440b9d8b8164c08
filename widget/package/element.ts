/**
 * The package's entry, for pages that are built with a bundler: `import 'fourfold'`. It does what the script of a tag
 * does, with the same chunks, and takes up each `<fourfold-survey>` that a page adds later. On a server it does nothing.
 */
import '../loader.ts';
