import { createHash } from 'node:crypto';

/** A character that a database would cut or change: NUL, or half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/**
 * The hash by which two payloads of one revision are told apart: SHA-256 of the value with its names in order.
 *
 * @example payloadHash({ a: 1, b: 2 }) === payloadHash({ b: 2, a: 1 }) // true
 */
export function payloadHash(value: unknown): string {
  return sha256(JSON.stringify(value, (_, part: unknown) => (isPlainObject(part) ? inOrder(part) : part)));
}

/**
 * SHA-256 of a text, in hexadecimal.
 *
 * @example sha256('').slice(0, 8) // 'e3b0c442'
 */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The path of the first text, name or value, that would not come back from every database as it went in.
 *
 * @example unstorablePath({ answers: { why: 'a\0b' } }) // 'answers.why'
 * @example unstorablePath({ answers: { why: 'fine' } }) // undefined
 */
export function unstorablePath(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const found = unstorablePath(part, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inOrder(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
