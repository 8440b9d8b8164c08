import type { Issue, Parsed } from '../../shared/parsed.ts';
import { parseJson } from '../engine/parse-json.ts';
import { issue, type CountRow, type RowPart } from './count-row.ts';
import { digestOf, RESULT_FORMAT, type ResultPlan } from './result-plan.ts';
import { SQL_VERSION } from './sql-plan.ts';

/** Parts that count each record of a group once. */
const EACH_RECORD: readonly RowPart[] = ['status', 'health', 'sample'];

/** What makes a result worthless, by the check that found it. */
const WORTHLESS: Readonly<Record<string, readonly [expected: string, remedy: string]>> = {
  conflict: [
    'one row for each id and revision',
    'ids stand in rows that differ at one revision: delete the wrong ones and count anew',
  ],
  survey: [
    'surveys and versions that the statements know',
    'write them anew by fourfold sql, from an export with rows of every survey and version',
  ],
  id: [
    'ids without an apostrophe before them, of up to 1,000 characters',
    'take the apostrophe off in the table and count anew',
  ],
};

/**
 * Looks at a result as a whole.
 *
 * @returns the plan that it must be read by, or what is wrong with the rows
 */
export function findFaults(rows: readonly CountRow[]): Parsed<ResultPlan> {
  const [first, second] = rows.filter(({ part }) => part === 'plan');
  if (!first) return failed(issue('the result', 'no-plan', 'a row with part "plan"', undefined));
  if (second)
    return failed(issue(second.place, 'doubled', 'one result', 'two', 'summarise each, then merge them'));
  const plan = parseJson(first.item) as Partial<ResultPlan> | undefined; // checked by its digest
  if (plan?.format !== RESULT_FORMAT || plan.version !== SQL_VERSION)
    return failed(issue(first.place, 'other-version', `${RESULT_FORMAT} ${SQL_VERSION}`, plan?.version));
  const result = plan as ResultPlan; // of this version, and whole where the digest is its own
  if (digestOf(result) !== first.digest)
    return failed(
      issue(first.place, 'other-plan', `a plan with the digest ${first.digest}`, digestOf(result)),
    );
  const stranger = rows.find(({ digest }) => digest !== first.digest);
  if (stranger)
    return failed(issue(stranger.place, 'other-plan', `rows of the plan ${first.digest}`, stranger.digest));
  const issues = [
    ...endFaults(rows),
    ...checkFaults(rows),
    ...recordFaults(rows),
    ...itemFaults(rows, result),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: result };
}

/** Rows and cells that did not count, though the rest does. */
export function rowsLeftOut(rows: readonly CountRow[]): { readonly what: string; readonly n: number }[] {
  return rows
    .filter(({ part, item, n }) => part === 'check' && !Object.hasOwn(WORTHLESS, item) && n > 0)
    .map(({ item, n }) => ({ what: item, n }));
}

function failed(...issues: readonly Issue[]): Parsed<never> {
  return { ok: false, issues };
}

function endFaults(rows: readonly CountRow[]): Issue[] {
  const end = rows.find(({ part }) => part === 'end');
  if (!end) return [issue('the result', 'cut-short', 'a row with part "end"', undefined)];
  if (end.n !== rows.length) return [issue('the result', 'rows-missing', `${end.n} rows`, rows.length)];
  if (rows.some(({ part }) => part === 'records' || part === 'weightless')) return [];
  const remedy = 'the database has said why when the texts were loaded: a column that the table lacks, say';
  return [issue('the result', 'no-records', 'records', undefined, remedy)];
}

function checkFaults(rows: readonly CountRow[]): Issue[] {
  return rows.flatMap(({ part, item, n, place }) => {
    if (part !== 'check' || n === 0 || !Object.hasOwn(WORTHLESS, item)) return [];
    const [expected, remedy] = WORTHLESS[item];
    return [issue(place, item, expected, n, remedy)];
  });
}

function recordFaults(rows: readonly CountRow[]): Issue[] {
  const counts = new Map<string, number>();
  const keyOf = (part: RowPart, { survey, surveyVersion, audience, scope, value, moment }: CountRow) =>
    JSON.stringify([part, survey, surveyVersion, audience, scope, value, moment]);
  for (const row of rows) {
    const key = keyOf(row.part, row);
    counts.set(key, (counts.get(key) ?? 0) + row.n);
  }
  return rows.flatMap((row) => {
    // Days hold histograms alone.
    if (row.part !== 'records' || row.scope.endsWith('day')) return [];
    return EACH_RECORD.flatMap((part) => {
      const n = counts.get(keyOf(part, row)) ?? 0;
      return n === row.n ? [] : [issue(row.place, 'does-not-add-up', `${row.n} records in ${part} too`, n)];
    });
  });
}

/** Levels and columns that the plan does not have. */
function itemFaults(rows: readonly CountRow[], { columns }: ResultPlan): Issue[] {
  return rows.flatMap(({ part, item, level, place }) => {
    if (part !== 'histogram' && part !== 'cross') return [];
    const scales = item.split(' ').map((at) => columns[Number(at) - 1]);
    if (scales.some((scale) => scale === undefined))
      return [issue(place, 'unknown-column', 'numbers of columns', item)];
    const sizes = scales.map(({ min, max }) => max - min + 2);
    const size = part === 'cross' ? sizes.reduce((a, b) => a * b, 1) : 256;
    return level >= 0 && level < size ? [] : [issue(place, 'unknown-level', `a level below ${size}`, level)];
  });
}
