import { byCodePoint } from './by-code-point.ts';

/** How a number is written. */
export type WriteNumber = (value: number) => string;

/**
 * JSON whose keys stand in order of their code points, so that equal values give equal texts.
 *
 * @param value what JSON can hold; of maps and objects, keys with the value `undefined` are left out
 * @param write how numbers are written; absent: as JSON does
 * @example canonical({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonical(value: unknown, write: WriteNumber = String): string {
  if (typeof value === 'number') return write(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, write)).join(',')}]`;
  const entries: [string, unknown][] =
    value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value); // keys are texts
  const parts = entries
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part, write)}`);
  return `{${parts.join(',')}}`;
}
