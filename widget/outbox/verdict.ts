import type { Receipt } from '../../shared/answers/receipt.ts';
import { parseReceipt } from '../../shared/answers/receipt.ts';
import { retryAfterMs, SLOW_RETRY_MS } from './backoff.ts';
import type { Attempt } from './courier.ts';
import type { ReceiptMode } from './outbox-store.ts';

/** What an attempt means for the entries that it carried, and for their endpoint. */
export type Verdict =
  /** The collector's word on single records. */
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  /** All arrived (status mode). */
  | { readonly kind: 'delivered' }
  /** Try again: after `waitMs` when it is known, else by back-off; `firm` waits hold over page loads. */
  | { readonly kind: 'retry'; readonly waitMs?: number; readonly firm: boolean }
  /** One of several is at fault, or they are too many: try so many at a time. */
  | { readonly kind: 'split'; readonly size: number }
  /** This one will never be taken as it is. */
  | { readonly kind: 'parked'; readonly status: number };

const { parse } = JSON;
/** Statuses after which only the owner can help, so they are tried again slowly. */
const SLOW_STATUSES: readonly number[] = [401, 403, 404, 405, 415];

/**
 * The status policy: delivered only on the collector's word; what may pass is tried again; what cannot is parked.
 *
 * @param count entries in the request
 * @param now Unix time in ms, for a `Retry-After` date
 * @example judge({ kind: 'failed' }, 1, 'receipt', 0) // { kind: 'retry', firm: false }
 */
export function judge(attempt: Attempt, count: number, mode: ReceiptMode, now: number): Verdict {
  if (attempt.kind === 'failed') return { kind: 'retry', firm: false };
  const { status } = attempt;
  if (status >= 200 && status < 300) return judgeSuccess(attempt, mode);
  if (status === 413 && count > 1) return { kind: 'split', size: Math.ceil(count / 2) };
  if (status === 400 || status === 413 || status === 422) {
    return count > 1 ? { kind: 'split', size: 1 } : { kind: 'parked', status };
  }
  if (SLOW_STATUSES.includes(status) || (status >= 300 && status < 400)) {
    return { kind: 'retry', waitMs: SLOW_RETRY_MS, firm: true };
  }
  const waitMs = status === 429 || status === 503 ? retryAfterMs(attempt.retryAfter, now) : undefined;
  return waitMs === undefined ? { kind: 'retry', firm: false } : { kind: 'retry', waitMs, firm: true };
}

function judgeSuccess(attempt: Attempt & { kind: 'response' }, mode: ReceiptMode): Verdict {
  if (mode === 'status') {
    const html = /html/i.test(attempt.contentType) || /^\s*<(!doctype|html)/i.test(attempt.text);
    return html ? { kind: 'retry', firm: false } : { kind: 'delivered' };
  }
  const receipt = /^application\/json\b/i.test(attempt.contentType)
    ? parseReceipt(parseJson(attempt.text))
    : undefined;
  return receipt === undefined ? { kind: 'retry', firm: false } : { kind: 'receipt', receipt };
}

function parseJson(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined; // SyntaxError: cut short, or not JSON at all
  }
}
