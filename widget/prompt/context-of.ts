const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const LONGEST = 256;
const PLAIN: readonly string[] = ['string', 'number', 'boolean'];

/**
 * What an owner says of a visit, in the record's form: names that the export can carry, values as texts of at most 256
 * characters. Empty values are left out, and so is what is no plain value.
 *
 * @example contextOf({ tier: 'gold', visits: 3, note: '' }) // { tier: 'gold', visits: '3' }
 */
export function contextOf(given: unknown): Record<string, string> {
  const context: Record<string, string> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    const text = PLAIN.includes(typeof value) ? String(value).slice(0, LONGEST) : '';
    if (NAME.test(name) && text) context[name] = text;
  }
  return context;
}
