import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { parseAnswerRecord } from '../../shared/answers/parse-answer-record.ts';
import type { Receipt, Refusal, RevisionRef } from '../../shared/answers/receipt.ts';
import type { Issue } from '../../shared/parsed.ts';
import type { AnswerStore } from './answer-store.ts';
import { unstorablePath } from './payload.ts';

const LONGEST_ID = 64;
const LONGEST_REASON = 160;

/**
 * Keeps the good ones of the records that were posted and refuses each bad one with its path and reason.
 *
 * @param items parsed JSON, one a record
 * @param isSuspect whether a text in them may hold what no database keeps as it is
 * @returns the receipt, once what it names as stored is on the disk
 * @throws StoreFailure when it is not certain of each good one that it was kept
 */
export async function receive(
  store: AnswerStore,
  items: readonly unknown[],
  receivedAt: Date,
  isSuspect: boolean,
): Promise<Receipt> {
  const good: AnswerRecord[] = [];
  const bad: Refusal[] = [];
  for (const item of items) {
    const parsed = parseAnswerRecord(item);
    const [issue] = parsed.ok ? (isSuspect ? unstorableIssues(parsed.value) : []) : parsed.issues;
    if (parsed.ok && issue === undefined) good.push(parsed.value);
    else bad.push({ ...claimedRevision(item), code: 'invalid', reason: reasonOf(issue) });
  }
  const receipt = await store.put(good, receivedAt);
  return { ...receipt, refused: [...receipt.refused, ...bad] };
}

function unstorableIssues(record: AnswerRecord): Issue[] {
  const path = unstorablePath(record);
  if (path === undefined) return [];
  return [{ path, code: 'text', message: 'expected a text without NUL or half a character' }];
}

/** What a refused item calls itself, as far as that can be read: a receipt names every item. */
function claimedRevision(item: unknown): RevisionRef {
  const { id, revision } = (typeof item === 'object' && item !== null ? item : {}) as Partial<
    Record<keyof RevisionRef, unknown>
  >; // any object may be asked for these two
  return {
    id: typeof id === 'string' && id.length <= LONGEST_ID ? id : '',
    revision: typeof revision === 'number' && Number.isSafeInteger(revision) ? revision : 0,
  };
}

function reasonOf(issue: Issue | undefined): string {
  const { path = '', message = 'expected an answer record' } = issue ?? {};
  return (path === '' ? message : `${path}: ${message}`).slice(0, LONGEST_REASON);
}
