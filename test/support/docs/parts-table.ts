import { promptFiles } from './prompt-files.ts';
import { described } from './surface.ts';
import { code, table } from './table.ts';

/** Every part of the prompt that a page can style. */
export function partsTable(): string {
  const rows = described('csspart').map(({ name, description }) => [code(name), description]);
  return table(['part', 'what it is'], rows, 4);
}

/** The names that the templates write: `part="a b"`, `part="a ${x ? 'b' : ''}"` and `part=${x ? 'a' : 'b'}`. */
export function partsWritten(): string[] {
  const written = promptFiles('.ts').flatMap((text) =>
    Array.from(text.matchAll(/\spart=(?:"([^"]*)"|\$\{([^}]*)\})/g), ([, quoted = '', bare = '']) => {
      const inside = Array.from(quoted.matchAll(/\$\{([^}]*)\}/g), ([, expression]) => expression);
      const chosen = [...inside, bare].flatMap((expression) => expression.match(/(?<=')[\w -]+(?=')/g) ?? []);
      return [quoted.replace(/\$\{[^}]*\}/g, ''), ...chosen];
    }),
  );
  const names = written.flat().flatMap((words) => words.split(/\s+/).filter(Boolean));
  return [...new Set(names)].sort();
}
