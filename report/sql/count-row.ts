import type { Issue } from '../../shared/parsed.ts';
import { parseJson } from '../engine/parse-json.ts';
import { ROW_COLUMNS } from './sql-tables.ts';

/** What a row of the result counts. */
export const ROW_PARTS = [
  ...([
    'plan',
    'check',
    'field',
    'records',
    'histogram',
    'cross',
    'complete',
    'time',
    'status',
    'open',
  ] as const),
  ...(['health', 'sample', 'weightless', 'sketch', 'end'] as const),
] as const;
export type RowPart = (typeof ROW_PARTS)[number];

/** A row of the result, checked. */
export interface CountRow {
  /** Where it stands: file and line. */
  readonly place: string;
  readonly digest: string;
  readonly part: RowPart;
  readonly survey: string;
  readonly surveyVersion: string;
  readonly audience: string;
  readonly scope: string;
  readonly value: string;
  readonly moment: number;
  readonly item: string;
  readonly level: number;
  readonly n: number;
  /** Whole numbers, some beyond 2^53. */
  readonly sums: readonly bigint[];
}

const WHOLE = /^-?\d{1,16}$/;
const SUMS = /^(-?\d+( -?\d+)*)?$/;
const MAY_BE_NEGATIVE: readonly string[] = ['moment', 'level'];

/**
 * Reads one line of a result: JSON of one row, whole numbers also as texts, as some databases write them.
 *
 * @param place file and line, for the message
 * @returns what is wrong with it, in place of a row
 * @example countRow('rows.ndjson, line 3', '{"part":"records","n":-1}')
 */
export function countRow(place: string, line: string): CountRow | Issue {
  const parsed = parseJson(line);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return issue(place, 'not-json', 'a row as JSON', line.slice(0, 40), 'save the result as NDJSON');
  const row: Record<string, unknown> = { ...parsed };
  const found: Record<string, string | number> = {};
  for (const [name, type] of ROW_COLUMNS) {
    const value = row[name];
    if (type === 'varchar') {
      if (typeof value !== 'string') return issue(place, 'not-a-row', `a text in ${name}`, value);
      found[name] = value;
      continue;
    }
    const whole = WHOLE.test(String(value)) ? Number(value) : NaN;
    const isCount = Number.isSafeInteger(whole) && (whole >= 0 || MAY_BE_NEGATIVE.includes(name));
    if (!isCount) return issue(place, 'not-a-count', `a whole number in ${name}, not below 0`, value);
    found[name] = whole;
  }
  const part = ROW_PARTS.find((known) => known === found.part);
  if (part === undefined) return issue(place, 'not-a-row', 'a part of a summary', found.part);
  const { survey_version: surveyVersion, sums, ...rest } = found;
  if (!SUMS.test(String(sums))) return issue(place, 'not-a-count', 'whole numbers in sums', sums);
  const numbers = sums === '' ? [] : String(sums).split(' ').map(BigInt);
  return { ...rest, part, surveyVersion, place, sums: numbers } as unknown as CountRow; // every column was checked
}

/** Something that a result must not hold, where it stands and what to do. */
export function issue(
  place: string,
  code: string,
  expected: string,
  got: unknown,
  remedy = 'run the statements anew and save all of their result',
): Issue {
  const found = got === undefined ? 'nothing' : JSON.stringify(got);
  return { path: place, code, message: `${place}: expected ${expected}, got ${found}; ${remedy}` };
}

/** Whether a row could not be read. */
export function isIssue(row: CountRow | Issue): row is Issue {
  return 'code' in row;
}
