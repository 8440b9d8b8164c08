import { promptFiles } from './prompt-files.ts';
import { described } from './surface.ts';
import { code, table } from './table.ts';

/** What the styles take where a page sets nothing, by day and by night. */
export interface Fallback {
  readonly light: string;
  readonly dark: string;
}

/** Every custom property, with the default that the styles give it. */
export function propertiesTable(): string {
  const read = propertiesRead();
  const rows = described('cssprop').map(({ name, description, fallback }) => {
    const { light, dark } = read.get(name) ?? { light: '', dark: '' };
    const shown = light === dark ? [light] : [light, dark];
    return [code(name), fallback === undefined ? '' : shown.map(code).join(' '), description];
  });
  return table(['property', 'default: light, dark', 'what it sets'], rows, 2);
}

/** The public properties that the styles read. Of several defaults the first counts: others serve older browsers. */
export function propertiesRead(): Map<string, Fallback> {
  const found = new Map<string, Fallback>();
  for (const text of promptFiles('.styles.ts')) {
    for (const { index, 0: head, 1: name } of text.matchAll(/var\(\s*(--fourfold-[\w-]+),/g)) {
      const value = untilClosed(text.slice(index + head.length));
      if (!found.has(name)) found.set(name, fallback(value));
    }
  }
  return found;
}

function fallback(value: string): Fallback {
  const [light, dark] = /^light-dark\((.+), (.+)\)$/.exec(value)?.slice(1) ?? [value, value];
  return { light, dark };
}

/** What stands before the bracket that closes a call, in one line. */
function untilClosed(text: string): string {
  let depth = 0;
  const end = Array.from(text).findIndex((letter) => {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    return depth < 0;
  });
  return text.slice(0, end).replace(/\s+/g, ' ').trim();
}
