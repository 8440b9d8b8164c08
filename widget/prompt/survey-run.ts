import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { UUID_RANDOM_BYTES, uuidV7 } from '../../shared/answers/uuid-v7.ts';
import { announce } from '../events.ts';
import type { Draft } from '../outbox/keeper.ts';
import type { Follower } from '../outbox/main.ts';
import { writeJson } from '../outbox/write-json.ts';
import type { SurveySettings } from '../survey-settings.ts';
import { contextOf } from './context-of.ts';
import type { Prepared } from './prepare.ts';
import { sendDelayMs } from './send-delay.ts';
import type { Origin } from './session-record.ts';
import { recordOf } from './session-record.ts';
import type { Session } from './survey-session.ts';
import { isOpen, prompt, startSession } from './survey-session.ts';

/** A typing respondent's text is kept after such a pause. */
const TYPING_PAUSE_MS = 400;
/** An attempt that takes longer than this is late. */
const LATE_MS = 1_000;

/** One showing of a survey: its session, the record that grows with it, and what has become of that. */
export class SurveyRun implements Follower {
  session: Session;
  /** What is written and chosen but is no answer yet, by question. */
  readonly drafts: Record<string, unknown> = {};
  readonly news = { delivered: 0, rejected: 0, failed: 0, unconfirmed: 0 };
  /** The newest revision. */
  record: AnswerRecord | undefined;
  /** The same on its way, where there is an endpoint. */
  draft: Draft | undefined;
  /** Whether the browser keeps it; undefined until the strict write has ended. */
  kept: boolean | undefined;
  /** Settles when the strict write of the newest revision has ended, and at once where none is under way. */
  written: Promise<void> = Promise.resolve();
  /** The record was closed, or tried once more, too long ago to wait before something is said. */
  late = false;
  private readonly origin: Omit<Origin, 'locale'>;
  private readonly startedAt = Date.now() - performance.now();
  private durable: boolean | undefined;
  private isClosed = false;
  private typing: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param prepared its words may be exchanged for those of another language
   * @param sample share of visitors asked, where not all are
   * @param host dispatches the events
   * @param changed is called when what has become of the record is news
   */
  constructor(
    private readonly settings: SurveySettings,
    readonly prepared: Prepared,
    sample: number | undefined,
    readonly host: EventTarget,
    readonly changed: () => void,
  ) {
    const { questionnaire, flow, order } = prepared;
    const now = this.now();
    this.origin = {
      id: uuidV7(now, crypto.getRandomValues(new Uint8Array(UUID_RANDOM_BYTES))),
      ...(settings.page !== 'off' && { page: location.origin + location.pathname }),
      ...(sample !== undefined && sample < 1 && { sample }),
      context: contextOf(settings.context),
    };
    this.session = prompt(startSession(questionnaire, flow, order), now);
    prepared.outbox.follow(this.origin.id, this);
    this.commit();
  }

  /**
   * Makes the next revision, if there is anything new to say, and tells the page.
   *
   * @param isStep whether the respondent has done something
   */
  commit(isStep = true): void {
    clearTimeout(this.typing);
    this.typing = undefined;
    if (this.isClosed) return; // another language after the end is no news
    const { session, record: before, prepared, host } = this;
    const closed = !isOpen(session);
    const origin = { ...this.origin, locale: prepared.strings.locale };
    const now = (revision: number) => recordOf({ ...session, revision }, origin, prepared.blanks);
    if (before && !closed && write(now(before.revision)) === write(before)) {
      if (isStep) announce(host, 'fourfold-answer', { record: before });
      return;
    }
    const record = now(session.revision + 1);
    this.session = { ...session, revision: record.revision };
    this.record = record;
    this.isClosed = closed;
    if (closed) this.awaitFate();
    this.keep(record, sendDelayMs(record, before, closed));
    if (!before) announce(host, 'fourfold-shown', { record });
    else if (isStep && session.phase !== 'dismissed') announce(host, 'fourfold-answer', { record });
    if (closed)
      announce(host, record.status === 'completed' ? 'fourfold-completed' : 'fourfold-dismissed', { record });
  }

  /** From now on it is waited for what becomes of the record; when that is late, it is news. */
  awaitFate(): void {
    this.late = false;
    setTimeout(() => {
      this.late = true;
      this.changed();
    }, LATE_MS);
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

  /** Hands the newest revision to the outbox, with the same bytes each time. */
  keep(record = this.record, delayMs = 0): void {
    const { endpoint, receipt } = this.settings;
    if (endpoint === undefined || !record) return; // without an endpoint, the owner listens to the events
    const { id, revision } = record;
    const { href } = new URL(endpoint, document.baseURI);
    const mode = receipt === 'status' ? receipt : 'receipt';
    this.draft = { id, revision, endpoint: href, mode, body: write(record), delayMs };
    this.kept = undefined;
    this.written = this.prepared.outbox.keeper.keep(this.draft).then((durable) => {
      if (revision === this.record?.revision) this.kept = durable;
      if (durable !== this.durable) announce(this.host, 'fourfold-storage', { record, durable });
      this.durable = durable;
      this.changed();
    });
  }

  /** Unix time in ms that no change of the clock can turn back. */
  now(): number {
    return Math.round(this.startedAt + performance.now());
  }
}

function write(record: AnswerRecord): string {
  return writeJson(record as never); // plain values, but for the compiler its optional fields are not Json's
}
