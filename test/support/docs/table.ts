/**
 * A table in Markdown; what aligns it is prettier.
 *
 * @param side so many rows stand side by side, read downwards
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[], side = 1): string {
  const height = Math.ceil(rows.length / side);
  const none = head.map(() => '');
  const lines = Array.from({ length: height }, (_, at) =>
    Array.from({ length: side }, (_, column) => rows[column * height + at] ?? none).flat(),
  );
  const heads = Array.from({ length: side }, () => head).flat();
  return [heads, heads.map(() => '---'), ...lines].map(line).join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** A name as code. */
export function code(name: string): string {
  return `\`${name}\``;
}

/** A sentence as part of another: without its full stop, and with a small first letter. */
export function phrase(sentence: string): string {
  const text = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z ]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
