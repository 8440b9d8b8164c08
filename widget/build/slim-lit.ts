import type { Plugin } from 'vite';

/** What is taken out of Lit, or put in its place; each has to be found once. */
const CHANGES: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // What its server's half knows it by, the page's polyfill, and a note of the version for the development build.
  [/(const \w=)\{M:\w,.+?\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, '$1{};'],
  [/\w="\$lit\$",\w=`lit\$\$\{Math\.random.+?`<\$\{\w\}>`,/, ''],
  // How a template is made of its strings.
  [/,\w="\[ \\t\\n\\f\\r\]".+?\(\?:script\|style\|textarea\|title\)\$\/i/, ''],
  [/const \w=\(t,i\)=>\{const s=t\.length-1,.+?\};(?=class)/, ''],
  [/(class \w\{)constructor\(\{strings:t,.+?(?=static createElement)/, '$1'],
  [/"number"==typeof s\?this\._\$AC\(t\):/, ''],
  [/_\$AC\(t\)\{.+?\}(?=\w\(t\)\{)/, ''],
];
/** Where Lit notes its classes of parts under one letter each, for its own server. */
const CLASSES = /,H(?::(?<attribute>\w))?,N:(?<boolean>\w),U:(?<event>\w),B:(?<property>\w),F:\w\}/;

/**
 * Takes out of Lit what it reads from every `window` and leaves there, and the half that `compiled-templates.ts` does
 * beforehand; gives what compiled templates name.
 */
export function slimLit(): Plugin {
  return {
    name: 'fourfold-slim-lit',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return null;
      const { attribute = 'H', boolean, event, property } = CLASSES.exec(code)?.groups ?? {};
      const slim = CHANGES.reduce((before, [pattern, replacement]) => {
        const after = before.replace(pattern, replacement);
        if (after === before) throw new TypeError(`slim-lit: expected ${pattern} in lit-html`);
        return after;
      }, code);
      const classes = `${attribute} as AttributePart,${boolean} as BooleanAttributePart,${event} as EventPart,${property} as PropertyPart`;
      return {
        code: `${slim}\nexport const compiled=strings=>strings;export{${classes}};`,
        map: null,
      };
    },
  };
}
