import type { Parsed } from '../parsed.ts';
import { checkRules } from './check-rules.ts';
import { checkSlice } from './check-slice.ts';
import { Reading } from './reading.ts';
import { SUMMARY_FORMAT, SUMMARY_VERSION, type Summary } from './summary.ts';

/** Most issues that are listed; the first few tell enough. */
const ISSUES_MAX = 20;

/**
 * Reads a summary from JSON that was parsed: everything is checked before it is believed.
 *
 * Counts must be whole and not negative, and tables must add up to what they are tables of.
 *
 * @param value what `JSON.parse` gave
 * @returns issues with path, code and remedy: another format or version, a part that is missing or of the wrong kind,
 *   counts that are none, margins that do not add up
 * @example parseSummary(summary).ok // true
 */
export function parseSummary(value: unknown): Parsed<Summary> {
  const reading = new Reading();
  const root = reading.object('', value);
  if (root && root.format !== SUMMARY_FORMAT)
    reading.refuse(
      'format',
      'not-a-summary',
      `"${SUMMARY_FORMAT}"`,
      root.format,
      'choose a file that fourfold summarize wrote',
    );
  else if (root && root.version !== SUMMARY_VERSION)
    reading.refuse(
      'version',
      'other-version',
      `${SUMMARY_VERSION}`,
      root.version,
      'summarise the answers with this version',
    );
  else if (root) checkParts(reading, root);
  if (reading.issues.length > 0) return { ok: false, issues: reading.issues.slice(0, ISSUES_MAX) };
  return { ok: true, value: value as Summary }; // every part was checked
}

function checkParts(reading: Reading, root: Readonly<Record<string, unknown>>): void {
  if (root.rules !== undefined) checkRules(reading, root.rules);
  reading.list('slices', root.slices).forEach((slice, k) => {
    checkSlice(reading, `slices[${k}]`, slice, root.rules);
  });
  reading.list('sources', root.sources).forEach((source, k) => {
    reading.text(`sources[${k}]`, source);
  });
  reading.list('sketches', root.sketches).forEach((sketch, k) => {
    const part = reading.object(`sketches[${k}]`, sketch);
    if (!part) return;
    reading.text(`sketches[${k}].survey`, part.survey);
    reading.counts(`sketches[${k}].smallest`, part.smallest);
  });
  const duplicates = reading.object('duplicates', root.duplicates);
  for (const name of ['same', 'conflicting'])
    if (duplicates) reading.count(`duplicates.${name}`, duplicates[name]);
}
