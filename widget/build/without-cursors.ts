import type { Plugin } from 'vite';

const [FROM, TO] = ['const advanceMethodProps', 'export {'];

/** Leaves out what idb offers for going through cursors, a fifth of it, which the outbox never does. */
export function withoutCursors(): Plugin {
  return {
    name: 'fourfold-without-cursors',
    transform(code, id) {
      if (!id.endsWith('/idb/build/index.js')) return null;
      const [start, end] = [code.indexOf(FROM), code.lastIndexOf(TO)];
      if (start < 0 || end < start)
        throw new TypeError(`without-cursors: expected "${FROM}" before "${TO}" in idb's build`);
      return { code: code.slice(0, start) + code.slice(end), map: null };
    },
  };
}
