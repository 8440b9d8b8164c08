/** What an answer record is made of. */
export type Json =
  string | number | boolean | readonly Json[] | { readonly [name: string]: Json | undefined };

const { stringify } = JSON;

/**
 * JSON of own fields only. A page may have put `toJSON` on `Array.prototype`, as Prototype.js 1.6 did; here only texts
 * go through `JSON.stringify`, and a text has no `toJSON` that it would ask for.
 *
 * @example writeJson({ a: [1, 'x'], b: undefined }) // '{"a":[1,"x"]}'
 */
export function writeJson(value: Json): string {
  if (typeof value === 'string') return stringify(value);
  if (typeof value !== 'object') return String(value);
  let out = '';
  if (isList(value)) {
    for (let i = 0; i < value.length; i++) out += (i > 0 ? ',' : '') + writeJson(value[i]);
    return `[${out}]`;
  }
  for (const name of Object.keys(value)) {
    const field = value[name];
    if (field !== undefined) out += `${out && ','}${stringify(name)}:${writeJson(field)}`;
  }
  return `{${out}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
