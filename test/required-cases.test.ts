import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CORE, missingCases, numbersIn, REQUIRED } from './support/required-cases.mjs';

/** What `npm test` runs of them, and what only `npm run test:faults` does. */
const SUITES = ['contract', 'journey', 'widget/hostile'];
const [inTests, inFaults] = [/(?<!\.faults)\.ts$/, /\.ts$/].map(titles);

/** The numbers of the cases that tests in these files are named by. */
function titles(names: RegExp): Set<string> {
  const files = SUITES.flatMap((suite) => {
    const folder = join(import.meta.dirname, suite);
    return readdirSync(folder).flatMap((name) => (names.test(name) ? join(folder, name) : []));
  });
  const found = files.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/(?:\bit|\))\(\s*[`'"]([^`'"]+)/g), ([, title]) => title),
  );
  return new Set(found.flatMap(numbersIn));
}

describe('the cases that are required', () => {
  it('are all in a test that is named by their number', () => {
    const all = new Set(Object.values(REQUIRED).flat());
    expect([...all].filter((number) => !inFaults.has(number))).toEqual([]);
  });

  it('are in npm test, as far as they belong to its core', () => {
    expect(CORE.filter((number) => !inTests.has(number))).toEqual([]);
  });
});

describe('missingCases(rows)', () => {
  it('names what was not counted, by place', () => {
    const rows = Object.entries(REQUIRED).flatMap(([where, cases]) =>
      cases.map((number) => ({ name: `${number} a case`, where: `${where} 1.0` })),
    );
    expect(missingCases(rows)).toEqual([]);
    const some = rows.filter(({ name, where }) => !(name.startsWith('B5 ') && where.startsWith('Firefox')));
    expect(missingCases(some)).toEqual([{ place: 'Firefox', cases: ['B5'] }]);
  });

  it('takes a name that begins with several numbers for all of them', () => {
    expect(numbersIn('B18, B19: a page')).toEqual(['B18', 'B19']);
    expect(numbersIn('service worker sends in the background')).toEqual([]);
  });
});
