import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { UUID_RANDOM_BYTES, uuidV7 } from '../../shared/answers/uuid-v7.ts';
import { announce } from '../events.ts';
import type { SurveySettings } from '../survey-settings.ts';
import { contextOf } from './context-of.ts';
import { Delivery } from './delivery.ts';
import type { Ending } from './ending.ts';
import { endingOf } from './ending.ts';
import type { Prepared } from './prepare.ts';
import type { Origin } from './session-record.ts';
import { recordOf } from './session-record.ts';
import type { Session } from './survey-session.ts';
import { isOpen, prompt, startSession, statusOf } from './survey-session.ts';

/** A typing respondent's text is kept after such a pause. */
const TYPING_PAUSE_MS = 400;

/** One showing of a survey: its session, and the record that grows with it. */
export class SurveyRun {
  session: Session;
  private readonly origin: Origin;
  private readonly delivery: Delivery | undefined;
  private readonly startedAt = Date.now() - performance.now();
  private record: AnswerRecord | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param sample share of visitors asked, where not all are
   * @param host dispatches the events
   * @param changed is called when what becomes of the record has changed
   */
  constructor(
    { endpoint, receipt, page, context }: SurveySettings,
    { questionnaire, strings, outbox }: Prepared,
    sample: number | undefined,
    private readonly host: EventTarget,
    changed: () => void,
  ) {
    const now = this.now();
    this.origin = {
      id: uuidV7(now, crypto.getRandomValues(new Uint8Array(UUID_RANDOM_BYTES))),
      locale: strings.locale,
      ...(page !== 'off' && { page: location.origin + location.pathname }),
      ...(sample !== undefined && sample < 1 && { sample }),
      context: contextOf(context),
    };
    if (endpoint !== undefined) {
      const { href } = new URL(endpoint, document.baseURI);
      this.delivery = new Delivery(outbox, href, receipt === 'status' ? receipt : 'receipt', host, changed);
    }
    const random = () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
    this.session = prompt(startSession(questionnaire, random), now);
  }

  /** What the respondent may be told at the end. */
  get ending(): Ending {
    return this.delivery ? endingOf(this.delivery.fate) : 'thanks';
  }

  /** Makes the next revision, if there is anything new to say. */
  commit(): void {
    clearTimeout(this.typing);
    this.typing = undefined;
    const { session, origin, record: before } = this;
    const closed = !isOpen(session);
    const same = before && recordOf({ ...session, revision: before.revision }, origin);
    if (same && !closed && JSON.stringify(same) === JSON.stringify(before)) return;
    this.session = { ...session, revision: session.revision + 1 };
    const record = recordOf(this.session, origin);
    this.record = record;
    this.delivery?.commit(record, closed);
    const tell = (name: Parameters<typeof announce>[1]) =>
      announce(this.host, name as 'fourfold-shown', { record }); // all of these carry the record alone
    if (!before) tell('fourfold-shown');
    else if (record.answeredAt !== before.answeredAt) tell('fourfold-answer');
    if (closed) tell(statusOf(session) === 'completed' ? 'fourfold-completed' : 'fourfold-dismissed');
  }

  /** Makes the next revision when the respondent pauses. */
  commitSoon(): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.commit(), TYPING_PAUSE_MS);
  }

  /** Makes the next revision now, if a pause was waited for. */
  flush(): void {
    if (this.typing !== undefined) this.commit();
  }

  /** Tries once more to send. */
  retry(): void {
    this.delivery?.retry();
  }

  /** Unix time in ms that no change of the clock can turn back. */
  now(): number {
    return Math.round(this.startedAt + performance.now());
  }
}
