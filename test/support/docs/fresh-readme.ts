import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { attributesTable } from './attributes-table.ts';
import { eventsTable } from './events-table.ts';
import { kindsTable } from './kinds-table.ts';
import { languages } from './languages.ts';
import { partsTable } from './parts-table.ts';
import { propertiesTable } from './properties-table.ts';
import { questionnairesTable } from './questionnaires-table.ts';
import { ROOT } from './root.ts';

/** Where the README stands. */
export const README = join(ROOT, 'README.md');

/** What can stand between `<!-- generated: name, name -->` and `<!-- /generated -->`. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  kinds: kindsTable,
  questionnaires: questionnairesTable,
  languages,
  attributes: attributesTable,
  events: eventsTable,
  properties: propertiesTable,
  parts: partsTable,
};

const REGION = /(<!-- generated: ([a-z, ]+) -->).*?(<!-- \/generated -->)/gs;

/** Names between the markers of a text, in order. */
export function generatedNames(text: string): string[] {
  return Array.from(text.matchAll(REGION), ([, , names]) => names.split(', ')).flat();
}

/**
 * The README as the code is now, formatted. Markers on one line hold a sentence, others tables.
 *
 * @throws RangeError when a marker names what cannot be generated, or something lacks its docstring
 */
export async function freshReadme(text: string): Promise<string> {
  const written = new Map<string, string>();
  for (const name of generatedNames(text)) {
    if (!Object.hasOwn(GENERATED, name)) throw new RangeError(`freshReadme: "${name}" cannot be generated`);
    written.set(name, GENERATED[name]());
  }
  const fresh = text.replace(REGION, (all, open: string, names: string, close: string) => {
    const parts = [open, ...names.split(', ').map((name) => written.get(name)), close];
    return parts.join(all.includes('\n') ? '\n\n' : ''); // a sentence stands within its paragraph
  });
  const config = await resolveConfig(README);
  return format(fresh, { ...config, filepath: README });
}
