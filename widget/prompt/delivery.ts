import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { announce } from '../events.ts';
import type { ReceiptMode } from '../outbox/outbox-store.ts';
import type { Outcome } from '../outbox/outbox.ts';
import { writeJson } from '../outbox/write-json.ts';
import type { Fate } from './ending.ts';
import type { OutboxModule } from './prepare.ts';
import { sendDelayMs } from './send-delay.ts';

/** An attempt that takes longer than this is no longer waited for before something is said. */
const LATE_MS = 1_000;

/** One record's way into the outbox, and what has become of its newest revision. */
export class Delivery {
  private record: AnswerRecord | undefined;
  private kept: boolean | undefined;
  private delivered = 0;
  private failed = 0;
  private rejected = 0;
  private late = false;
  private durable: boolean | undefined;

  /**
   * @param host dispatches the events
   * @param changed is called whenever the fate has changed
   */
  constructor(
    private readonly outbox: OutboxModule,
    private readonly endpoint: string,
    private readonly mode: ReceiptMode,
    private readonly host: EventTarget,
    private readonly changed: () => void,
  ) {}

  /** What is known of the newest revision. */
  get fate(): Fate {
    const revision = this.record?.revision ?? 0;
    return {
      delivered: this.delivered >= revision,
      rejected: this.rejected >= revision,
      kept: this.kept,
      late: this.late || this.failed >= revision,
      online: navigator.onLine,
    };
  }

  /** Keeps a revision and sends it in time. `closed`: nothing more will come. */
  commit(record: AnswerRecord, closed: boolean): void {
    const before = this.record;
    if (before === undefined) this.outbox.follow(record.id, (outcome) => this.hear(outcome));
    this.record = record;
    this.kept = undefined;
    if (closed) {
      setTimeout(() => {
        this.late = true;
        this.changed();
      }, LATE_MS);
    }
    // The type is made of plain values, but its optional fields and literal types are not Json's.
    this.put(record, writeJson(record as never), sendDelayMs(record, before, closed));
  }

  /** The respondent asks for one more try. */
  retry(): void {
    const { record } = this;
    if (record === undefined) return;
    this.kept = undefined;
    this.late = false;
    this.failed = 0;
    this.changed();
    this.put(record, writeJson(record as never), 0); // as above; the same revision gives the same bytes
    void this.outbox.outbox.deliver(true);
  }

  private put(record: AnswerRecord, body: string, delayMs: number): void {
    const { id, revision } = record;
    const { endpoint, mode } = this;
    void this.outbox.outbox.keep({ id, revision, endpoint, mode, body, delayMs }).then((kept) => {
      if (revision === this.record?.revision) this.kept = kept;
      if (kept !== this.durable) announce(this.host, 'fourfold-storage', { record, durable: kept });
      this.durable = kept;
      this.changed();
    });
  }

  private hear(outcome: Outcome): void {
    const { revision } = outcome.entry;
    const record = JSON.parse(outcome.entry.body) as AnswerRecord; // our own bytes, written by `writeJson`
    if (outcome.kind === 'delivered') {
      this.delivered = Math.max(this.delivered, revision);
      announce(this.host, 'fourfold-delivered', { record });
    } else if (outcome.kind === 'rejected') {
      this.rejected = Math.max(this.rejected, revision);
      announce(this.host, 'fourfold-rejected', { record, ...outcome.parking });
    } else {
      this.failed = Math.max(this.failed, revision);
    }
    this.changed();
  }
}
