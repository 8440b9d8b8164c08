import { csvHeader, csvLine, unguardFormula } from '../../shared/answers/write-csv.ts';
import type { Issue, Parsed } from '../../shared/parsed.ts';
import type { CsvReceiver } from '../engine/csv-receiver.ts';
import { CsvScanner } from '../engine/scan-csv.ts';
import { parsePlan } from './parse-plan.ts';
import { PLAN_FORMAT, PLAN_VERSION, type PlanDocument } from './plan-document.ts';
import type { PlanRowShown } from './plan-rows.ts';

type Row = Parameters<CsvReceiver['row']>[0];
type Cells = ReadonlyMap<string, string>;

/** Columns that make an entry: the name in the table, and the path in the plan. */
const COLUMNS = [
  ['attribute', 'attribute'],
  ['service', 'label'],
  ['satisfaction', 'now.value'],
  ['satisfactionLow', 'now.low'],
  ['satisfactionHigh', 'now.high'],
  ['standardError', 'now.se'],
  ['n', 'now.n'],
  ['scaleMin', 'now.min'],
  ['scaleMax', 'now.max'],
  ['from', 'now.from'],
  ['until', 'now.until'],
  ['beat', 'beat'],
  ['action', 'action'],
  ['responsible', 'responsible'],
  ['due', 'due'],
] as const;
const TEXTS: readonly string[] = ['attribute', 'service', 'action', 'responsible', 'due'];
const TIMES: readonly string[] = ['from', 'until'];
/** What a later round says; written for the reader, and not read again. */
const OUTCOME = ['verdict', 'later', 'laterN', 'difference', 'differenceLow', 'differenceHigh'] as const;

/**
 * A plan as a table for spreadsheets, unrounded.
 *
 * @example planCsv(planRows(figures, plan, nameOf, false)) // '\uFEFFattribute,service,satisfaction,…'
 */
export function planCsv(rows: readonly PlanRowShown[]): string {
  const names = [...COLUMNS.map(([column]) => column), ...OUTCOME];
  return csvHeader(names) + rows.map((row) => csvLine(names, cellsOf(row))).join('');
}

function cellsOf({ entry, outcome }: PlanRowShown): Cells {
  const { now } = entry;
  const day = (time: number | undefined): string => (time === undefined ? '' : new Date(time).toISOString());
  const cells = new Map<string, string>([
    ['attribute', entry.attribute],
    ['service', entry.label],
    ['satisfaction', String(now.value)],
    ['satisfactionLow', String(now.low)],
    ['satisfactionHigh', String(now.high)],
    ['standardError', String(now.se)],
    ['n', String(now.n)],
    ['scaleMin', String(now.min)],
    ['scaleMax', String(now.max)],
    ['from', day(now.from)],
    ['until', day(now.until)],
    ['beat', entry.beat === undefined ? '' : String(entry.beat)],
    ['action', entry.action],
    ['responsible', entry.responsible],
    ['due', entry.due ?? ''],
  ]);
  if (outcome === undefined) return cells;
  if (outcome.kind !== 'judged') return cells.set('verdict', outcome.kind);
  const { score, verdict } = outcome;
  return cells
    .set('verdict', verdict.verdict)
    .set('later', String(score.value))
    .set('laterN', String(score.n))
    .set('difference', String(verdict.value))
    .set('differenceLow', String(verdict.interval.low))
    .set('differenceHigh', String(verdict.interval.high));
}

/**
 * Reads a plan's table again, as a spreadsheet has saved it.
 *
 * @param text with commas, semicolons or tabs
 * @param head what the table does not hold
 * @returns the plan, or every issue with its line, column and remedy
 * @example parsePlanCsv(planCsv(rows), { id, survey: 'shop', editedAt }).ok // true
 */
export function parsePlanCsv(
  text: string,
  head: Pick<PlanDocument, 'id' | 'survey' | 'editedAt'>,
): Parsed<PlanDocument> {
  const { names, rows, issues } = scanned(text);
  const missing = COLUMNS.filter(([column]) => !['from', 'until', 'beat', 'due'].includes(column))
    .filter(([column]) => !names.includes(column))
    .map(([column]) => column);
  if (missing.length > 0)
    return { ok: false, issues: [{ path: 'line 1', code: 'columns', message: missingMessage(missing) }] };
  if (issues.length > 0) return { ok: false, issues };
  const entries = rows.map(({ cells }) => entryOf(cells));
  const parsed = parsePlan({ format: PLAN_FORMAT, version: PLAN_VERSION, ...head, entries });
  if (parsed.ok) return parsed;
  const lines = rows.map(({ line }) => line);
  return {
    ok: false,
    issues: parsed.issues.map((issue) => ({ ...issue, path: placeOf(issue.path, lines) })),
  };
}

function missingMessage(missing: readonly string[]): string {
  return `expected the columns of an exported plan, without ${missing.join(', ')}; keep the first line as it was exported`;
}

function scanned(text: string): {
  names: readonly string[];
  rows: readonly { readonly line: number; readonly cells: Cells }[];
  issues: readonly Issue[];
} {
  let names: readonly string[] = [];
  const rows: { line: number; cells: Cells }[] = [];
  const issues: Issue[] = [];
  const texts = (row: Row): string[] =>
    Array.from({ length: row.count }, (_, field) => unguardFormula(row.text(field).trim()));
  const scanner = new CsvScanner({
    header: (row) => {
      names = texts(row);
      return true;
    },
    row: (row) => {
      const cells = texts(row);
      rows.push({ line: row.line, cells: new Map(names.map((name, at) => [name, cells[at]])) });
    },
    fault: ({ line, code }) => {
      issues.push({
        path: `line ${line}`,
        code,
        message: 'expected as many cells as in the first line, quotes closed; correct the line',
      });
    },
  });
  scanner.push(new TextEncoder().encode(text));
  scanner.end();
  return { names, rows, issues };
}

/** An entry as its cells say; what they may not say is left to the parser. */
function entryOf(cells: Cells): unknown {
  const entry: Record<string, unknown> = {};
  const now: Record<string, unknown> = {};
  for (const [column, path] of COLUMNS) {
    const cell = cells.get(column) ?? '';
    const isText = TEXTS.includes(column);
    if (cell === '' && (!isText || column === 'due')) continue;
    const value = isText ? cell : TIMES.includes(column) ? Date.parse(cell) : numberOf(cell);
    const [, field] = path.split('.');
    if (field === undefined) entry[path] = value;
    else now[field] = value;
  }
  return { ...entry, now };
}

/** Spreadsheets of many countries write a decimal comma. */
function numberOf(cell: string): unknown {
  return /^-?\d+([.,]\d+)?(e-?\d+)?$/i.test(cell) ? Number(cell.replace(',', '.')) : cell;
}

function placeOf(path: string, lines: readonly number[]): string {
  const [, index, rest = ''] = /^entries\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (index === undefined) return path;
  const column = COLUMNS.find(([, at]) => at === rest)?.[0] ?? rest;
  return [`line ${lines[Number(index)]}`, column].filter((part) => part !== '').join(', ');
}
