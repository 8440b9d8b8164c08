import type { Parsed } from '../../shared/parsed.ts';
import { parseJson } from '../engine/parse-json.ts';
import { parsePlan } from './parse-plan.ts';
import { parsePlanCsv } from './plan-csv.ts';
import type { PlanDocument } from './plan-document.ts';

/**
 * Reads a plan's file: JSON as exported, or its table as a spreadsheet has saved it.
 *
 * @param head for a table, which holds entries alone
 * @returns the plan, or every issue with its place and remedy
 * @example await readPlanFile(new Blob([planCsv(rows)]), keeper.head())
 */
export async function readPlanFile(
  file: Blob,
  head: Pick<PlanDocument, 'id' | 'survey' | 'editedAt'>,
): Promise<Parsed<PlanDocument>> {
  const text = decoded(await file.arrayBuffer());
  const input = parseJson(text);
  return input === undefined ? parsePlanCsv(text, head) : parsePlan(input);
}

/** UTF-8, or what spreadsheets in China save where they are not asked for UTF-8. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}
