import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Summary } from '../../shared/summary/summary.ts';
import { countRow, isIssue, type CountRow } from '../sql/count-row.ts';
import { rowsLeftOut } from '../sql/row-faults.ts';
import { summaryOfRows } from '../sql/summary-of-rows.ts';
import { CommandError } from './command-error.ts';
import type { Output } from './run.ts';

/** Issues that are listed; the first few tell enough. */
const LISTED_MAX = 20;

/**
 * The summary that a database has counted, and how many of its rows and cells did not count.
 *
 * @param files parts of one result, NDJSON
 * @throws CommandError that names file, line and reason of everything that does not belong
 */
export async function countedElsewhere(
  files: readonly string[],
  output: Output,
): Promise<{ summary: Summary; leftOut: number }> {
  const rows: CountRow[] = [];
  for (const file of files) await readRows(file, rows);
  const found = summaryOfRows(rows);
  if (!found.ok) throw refusal(found.issues.map(({ message }) => message));
  const leftOut = rowsLeftOut(rows);
  for (const { what, n } of leftOut)
    output.tell(what === 'row' ? `${n} rows did not count` : `${n} cells of ${what} could not be read`);
  return { summary: found.value, leftOut: leftOut.reduce((sum, { n }) => sum + n, 0) };
}

async function readRows(file: string, rows: CountRow[]): Promise<void> {
  const issues: string[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number++;
      if (line.trim() === '') continue;
      const row = countRow(`${file}, line ${number}`, line);
      if (isIssue(row)) issues.push(row.message);
      else rows.push(row);
      if (issues.length >= LISTED_MAX) break;
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CommandError(`${file}: it cannot be read; check its name and rights`, 1, { cause: error });
  }
  if (issues.length > 0) throw refusal(issues);
}

function refusal(messages: readonly string[]): CommandError {
  const more = messages.length - LISTED_MAX;
  const listed = [...messages.slice(0, LISTED_MAX), ...(more > 0 ? [`… and ${more} more`] : [])];
  return new CommandError(`the result does not count as a summary:\n  ${listed.join('\n  ')}`, 1);
}
