const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const LONGEST = 256;

/**
 * What an owner says of a visit, in the record's form: names that the export can carry, values as texts of at most 256
 * characters. Empty values are left out, and so is what is no plain value.
 *
 * @example contextOf({ tier: 'gold', visits: 3, note: '' }) // { tier: 'gold', visits: '3' }
 */
export function contextOf(given: unknown): Record<string, string> {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]: [string, unknown]) => {
      if (!['string', 'number', 'boolean'].includes(typeof value)) return [];
      const text = String(value).slice(0, LONGEST);
      return NAME.test(name) && text !== '' ? [[name, text]] : [];
    }),
  );
}
