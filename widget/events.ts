import type { AnswerRecord } from '../shared/answers/answer-record.ts';

/** What every event carries: the record as it is now. */
export interface AnswerDetail {
  readonly record: AnswerRecord;
}

/** Why an answer was not taken; it stays on the device, but is not sent again as it is. */
export interface RejectedDetail extends AnswerDetail {
  /** HTTP status, or 0 where there was none. */
  readonly status: number;
  /** The collector's code, or our own where it gave none. */
  readonly code: string;
  /** The same in words. */
  readonly reason: string;
}

/** Whether answers outlive the page. */
export interface StorageDetail extends AnswerDetail {
  /** False where the record lives in memory only. */
  readonly durable: boolean;
}

/** The events of `<fourfold-survey>`. All bubble and cross shadow roots. */
export interface FourfoldEventMap {
  /** The prompt is on the screen. */
  'fourfold-shown': CustomEvent<AnswerDetail>;
  /** After each step: an answer given, changed or taken back, a question passed on or skipped, the way back. */
  'fourfold-answer': CustomEvent<AnswerDetail>;
  /** The prompt has ended: the last question was answered or skipped, and at least one was answered. */
  'fourfold-completed': CustomEvent<AnswerDetail>;
  /** Closed before the last question, or without an answer; the record's `status` tells them apart. */
  'fourfold-dismissed': CustomEvent<AnswerDetail>;
  /** The collector has acknowledged the record. */
  'fourfold-delivered': CustomEvent<AnswerDetail>;
  /** The collector will not take the record. */
  'fourfold-rejected': CustomEvent<RejectedDetail>;
  /** Whether this browser keeps the record: sent once that is known, and when it changes. */
  'fourfold-storage': CustomEvent<StorageDetail>;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fourfold-shown': FourfoldEventMap['fourfold-shown'];
    'fourfold-answer': FourfoldEventMap['fourfold-answer'];
    'fourfold-completed': FourfoldEventMap['fourfold-completed'];
    'fourfold-dismissed': FourfoldEventMap['fourfold-dismissed'];
    'fourfold-delivered': FourfoldEventMap['fourfold-delivered'];
    'fourfold-rejected': FourfoldEventMap['fourfold-rejected'];
    'fourfold-storage': FourfoldEventMap['fourfold-storage'];
  }
}

/** Dispatches one of our events. */
export function announce<N extends keyof FourfoldEventMap>(
  target: EventTarget,
  name: N,
  detail: FourfoldEventMap[N]['detail'],
): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
