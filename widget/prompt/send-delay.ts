import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { hasAnswers } from './session-record.ts';

/** A prompt that was only shown waits so long for an answer to travel with. */
export const SHOWN_DELAY_MS = 10_000;
/** A later answer waits so long for the next one. */
export const LATER_DELAY_MS = 2_000;

/**
 * How long a revision may wait: the first answer and the end go at once.
 *
 * @param before the revision before it
 * @param closed whether the respondent has come to the end, or closed the prompt
 */
export function sendDelayMs(record: AnswerRecord, before: AnswerRecord | undefined, closed: boolean): number {
  if (closed) return 0;
  if (before === undefined) return SHOWN_DELAY_MS;
  return hasAnswers(record) && !hasAnswers(before) ? 0 : LATER_DELAY_MS;
}
