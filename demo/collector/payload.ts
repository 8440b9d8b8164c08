import { hash } from 'node:crypto';

/** A character that a database would cut or change: NUL, or half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Cs}]/u;
/** Either of these or half of a whole pair: found faster, and in few texts. */
const SUSPECT = /[\0\uD800-\uDFFF]/;

/**
 * SHA-256 of a text, in hexadecimal.
 *
 * @example sha256('').slice(0, 8) // 'e3b0c442'
 */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/**
 * Whether two texts in JSON say the same, whatever the order of their names.
 *
 * @example isSameJson('{"a":1,"b":[2]}', '{"b":[2],"a":1}') // true
 */
export function isSameJson(one: string, other: string): boolean {
  try {
    return inOrder(one) === inOrder(other);
  } catch {
    return false; // SyntaxError: a file was damaged, or changed by hand; the other posts have their receipts
  }
}

/**
 * The path of the first text, name or value, that would not come back from every database as it went in.
 *
 * @example unstorablePath({ answers: { why: 'a\0b' } }) // 'answers.why'
 * @example unstorablePath({ answers: { why: 'fine' } }) // undefined
 */
export function unstorablePath(value: unknown): string | undefined {
  if (typeof value === 'string') return SUSPECT.test(value) && UNSTORABLE.test(value) ? '' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const below = unstorablePath(part);
    if (below !== undefined) return below === '' ? name : `${name}.${below}`;
  }
  return undefined;
}

function inOrder(json: string): string {
  return JSON.stringify(JSON.parse(json), (_, part: unknown) =>
    isPlainObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
