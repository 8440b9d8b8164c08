/** Names of cases: `N1` for (N, 1), `N1` to `N3` for (N, 1, 3). */
function series(letter, first, last = first) {
  return Array.from({ length: last - first + 1 }, (_, at) => `${letter}${first + at}`);
}

const IN_ALL_BROWSERS = [
  ...series('N', 1, 11),
  'B5',
  ...series('B', 8, 11),
  'B15',
  'B18',
  ...series('B', 22, 24),
];

/** Which cases a release has to go through, by browser and by store: N of the network, B of browsers, C of the collector. */
export const REQUIRED = {
  Chromium: [...series('N', 1, 13), ...series('B', 1, 24)],
  Firefox: [...IN_ALL_BROWSERS, 'B1', 'B2', 'B4'],
  WebKitGTK: IN_ALL_BROWSERS,
  SQLite: [...series('C', 1, 17), 'R1'],
  PostgreSQL: [...series('C', 1, 4), 'C9', 'C15', 'R1'],
};

/** Of these, what `npm test` goes through in Chromium and on both stores, with small counts. */
export const CORE = [
  ...series('N', 1, 11),
  ...series('B', 1, 5),
  ...['B9', 'B11', 'B12', 'B15', 'B16'],
  ...series('B', 18, 20),
  ...series('B', 22, 24),
  ...series('C', 1, 4),
  ...['C6', 'C7', 'C9', 'C11', 'C13', 'R1'],
];

/**
 * The numbers of cases that a name begins with.
 *
 * @param {string} name such as `B18, B19: a page that …`
 */
export function numbersIn(name) {
  return /^(?:[NBCR]\d+(?:, )?)+/.exec(name)?.[0].split(', ') ?? [];
}

/**
 * What is required and was not counted, by place.
 *
 * @param {readonly {name: string, where: string}[]} rows of the table
 */
export function missingCases(rows) {
  return Object.entries(REQUIRED).flatMap(([place, required]) => {
    const counted = rows.filter(({ where }) => where.includes(place)).flatMap(({ name }) => numbersIn(name));
    const cases = required.filter((one) => !counted.includes(one));
    return cases.length === 0 ? [] : [{ place, cases }];
  });
}
