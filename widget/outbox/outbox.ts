import type { RevisionRef } from '../../shared/answers/receipt.ts';
import { BACKOFF_CAP_MS, backoffMs, RETRY_AFTER_CAP_MS } from './backoff.ts';
import { batchBody, takeBatch } from './batch.ts';
import type { Clock } from './clock.ts';
import type { Attempt, Courier } from './courier.ts';
import type { Entry, Gate, OutboxStore, Parking, ReceiptMode } from './outbox-store.ts';
import type { SenderLock } from './sender-lock.ts';
import { settle } from './settle.ts';
import type { Verdict } from './verdict.ts';
import { judge } from './verdict.ts';

/** A revision to keep and send. */
export interface Draft extends RevisionRef {
  readonly endpoint: string;
  readonly mode: ReceiptMode;
  /** The record as JSON, frozen with this revision. */
  readonly body: string;
  /** How long it may wait for a higher revision before it is sent; 0 sends it at once. */
  readonly delayMs: number;
}

/** What the outbox says of entries, and of endpoints that it cannot reach. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly entry: Entry }
  | { readonly kind: 'rejected'; readonly entry: Entry; readonly parking: Parking }
  /** An attempt that carried this entry failed; it is tried again. */
  | { readonly kind: 'deferred'; readonly entry: Entry; readonly attempt: Attempt };

export interface OutboxPorts {
  readonly store: OutboxStore;
  readonly courier: Courier;
  readonly clock: Clock;
  readonly lock: SenderLock;
  /** A number in [0, 1), for jitter. */
  readonly random: () => number;
  readonly online: () => boolean;
  /** Whether the page is being hidden: then nothing may be started in the database. */
  readonly hidden: () => boolean;
  readonly report: (outcome: Outcome) => void;
}

export interface Outbox {
  /** Keeps a revision and sends it when it is due; resolves to whether it outlives the page. */
  keep(draft: Draft): Promise<boolean>;
  /** Sends what is due. `eager`: something has changed for the better, so back-off is overlooked once. */
  deliver(eager?: boolean): Promise<void>;
  /** The page is being hidden: one last request with this tab's own unanswered revisions. */
  farewell(): Promise<void>;
  entries(): Promise<readonly Entry[]>;
  /** Removes everything, sent or not. */
  forget(): Promise<void>;
}

/** Network errors after which an endpoint that cannot give receipts is no longer asked about a record. */
export const UNCONFIRMED_AFTER = 5;
/** How long a revision made while the page is being hidden waits for the database. */
const WRITE_LATER_MS = 1_000;

/** The outbox: at least once, and the id makes it once. */
export function createOutbox(ports: OutboxPorts): Outbox {
  const { store, courier, clock, lock, report } = ports;
  /** This tab's newest revision of each record that has no receipt yet. */
  const own = new Map<string, Entry>();
  /** The strict write of each of them, while it is under way. */
  const writing = new Map<string, Promise<boolean>>();
  /** Acknowledged, to be removed from the store at the next delivery. */
  let acknowledged: RevisionRef[] = [];
  /** Endpoints that have had their one try of this page load. */
  const tried = new Set<string>();
  let running: Promise<void> | undefined;
  let again = false;
  let callOffWake: (() => void) | undefined;

  async function keep(draft: Draft): Promise<boolean> {
    const { delayMs, ...rest } = draft;
    const entry: Entry = { ...rest, dueAt: clock.now() + delayMs, attempts: 0 };
    own.set(entry.id, entry);
    if (ports.hidden()) await new Promise<void>((resolve) => clock.after(WRITE_LATER_MS, resolve));
    const write = store.put(entry);
    writing.set(entry.id, write);
    if (delayMs === 0) void deliver();
    else clock.after(delayMs, () => void deliver());
    const kept = await write;
    if (writing.get(entry.id) === write) writing.delete(entry.id);
    return kept;
  }

  async function deliver(eager = false): Promise<void> {
    if (eager) tried.clear();
    again = true;
    if (running !== undefined) return running;
    running = lock.run(async (renew) => {
      while (again) {
        again = false;
        await drain(renew);
      }
    });
    try {
      await running;
    } catch {
      again = false; // InvalidStateError or AbortError: the page is going away, and the next one sends
    }
    running = undefined;
    if (again) await deliver();
  }

  async function drain(renew: () => Promise<void>): Promise<void> {
    for (;;) {
      const batch = await nextBatch();
      if (batch.length === 0) return;
      await renew();
      await send(batch);
    }
  }

  /** What is due now: first what this tab has just kept, whose write is still under way, then all that is stored. */
  async function nextBatch(): Promise<readonly Entry[]> {
    const gates = new Map<string, number>();
    const ready = async (entries: readonly Entry[]) => {
      const due: Entry[] = [];
      let wait = Infinity;
      for (const entry of entries) {
        if (entry.parked !== undefined) continue;
        const { endpoint } = entry;
        let gateMs = gates.get(endpoint);
        if (gateMs === undefined) gates.set(endpoint, (gateMs = await gateWait(endpoint)));
        const ms = Math.max(gateMs, waitOf(entry.dueAt, BACKOFF_CAP_MS));
        if (ms <= 0) due.push(entry);
        else wait = Math.min(wait, ms);
      }
      if (wait < Infinity) wakeIn(wait);
      return due.length > 0 ? takeBatch(due) : due;
    };
    const fresh = await ready([...own.values()].filter(({ id }) => writing.has(id)));
    if (fresh.length > 0) return fresh;
    if (acknowledged.length > 0) {
      const refs = acknowledged;
      acknowledged = [];
      await store.remove(refs);
    }
    return ready(await store.entries());
  }

  async function gateWait(endpoint: string): Promise<number> {
    const gate = await store.gate(endpoint);
    if (gate === undefined || (!gate.firm && !tried.has(endpoint))) return 0;
    return waitOf(gate.notBefore, gate.firm ? RETRY_AFTER_CAP_MS : BACKOFF_CAP_MS);
  }

  /** Time left, and none where it is longer than we ever wait: then the clock has been set back. */
  function waitOf(time: number, cap: number): number {
    const ms = time - clock.now();
    return ms > cap ? 0 : ms;
  }

  function wakeIn(ms: number): void {
    callOffWake?.();
    callOffWake = clock.after(Math.min(ms, BACKOFF_CAP_MS), () => void deliver());
  }

  async function send(batch: readonly Entry[]): Promise<boolean> {
    const { endpoint, mode } = batch[0];
    tried.add(endpoint);
    const attempt = await courier.post(endpoint, batchBody(batch));
    const verdict = judge(attempt, batch.length, mode, clock.now());
    if (verdict.kind === 'split') {
      const size = verdict.into === 'halves' ? Math.ceil(batch.length / 2) : 1;
      for (let start = 0; start < batch.length; start += size) {
        if (!(await send(batch.slice(start, start + size)))) return false;
      }
      return true;
    }
    return apply(verdict, batch, attempt);
  }

  /** @returns whether the endpoint may be asked again at once */
  async function apply(
    verdict: Exclude<Verdict, { kind: 'split' }>,
    batch: readonly Entry[],
    attempt: Attempt,
  ): Promise<boolean> {
    const { endpoint } = batch[0];
    const gate = await store.gate(endpoint);
    const failures = (gate?.failures ?? 0) + 1;
    const now = clock.now();
    const jitter = () => backoffMs(failures, ports.random());
    if (verdict.kind === 'retry') {
      const notBefore = now + (verdict.waitMs ?? jitter());
      await store.setGate({ endpoint, failures, notBefore, firm: verdict.firm });
      for (const entry of batch) report({ kind: 'deferred', entry, attempt });
      if (batch[0].mode === 'status' && attempt.kind === 'failed' && ports.online()) await doubt(batch[0]);
      return false;
    }
    const settled = settle(verdict, batch);
    const progress = settled.unnamed.length < batch.length;
    for (const entry of settled.delivered) answered(entry, { kind: 'delivered', entry });
    for (const { entry, parking } of settled.parked) answered(entry, { kind: 'rejected', entry, parking });
    for (const { id } of batch) await writing.get(id);
    if (settled.removed.length > 0) await store.remove(settled.removed);
    const dueAt = now + jitter();
    const postponed = settled.unnamed.map((entry) => ({ ...entry, dueAt, attempts: entry.attempts + 1 }));
    const parked = settled.parked.map(({ entry, parking }) => ({ ...entry, parked: parking }));
    if (postponed.length + parked.length > 0) await store.revise([...postponed, ...parked]);
    const next: Gate = progress
      ? { endpoint, failures: 0, notBefore: 0, firm: false }
      : { endpoint, failures, notBefore: dueAt, firm: false };
    if (next.failures !== (gate?.failures ?? 0)) await store.setGate(next);
    return progress;
  }

  /** A record that no plain webhook has confirmed after several tries may be there already: no more of it. */
  async function doubt(entry: Entry): Promise<void> {
    const attempts = entry.attempts + 1;
    const parking = { status: 0, code: 'unconfirmed', reason: 'the endpoint could not be read' };
    const parked = attempts >= UNCONFIRMED_AFTER;
    if (parked) answered(entry, { kind: 'rejected', entry, parking });
    await writing.get(entry.id);
    await store.revise([{ ...entry, attempts, ...(parked && { parked: parking }) }]);
  }

  function answered(entry: Entry, outcome: Outcome): void {
    if ((own.get(entry.id)?.revision ?? 0) <= entry.revision) own.delete(entry.id);
    report(outcome);
  }

  async function farewell(): Promise<void> {
    const unanswered = [...own.values()].reverse();
    if (unanswered.length === 0) return;
    const batch = takeBatch(unanswered);
    const { endpoint, mode } = batch[0];
    const verdict = judge(await courier.post(endpoint, batchBody(batch), true), 1, mode, clock.now());
    if (verdict.kind !== 'receipt' && verdict.kind !== 'delivered') return; // its 4xx says nothing of the endpoint
    const { delivered, removed } = settle(verdict, batch);
    for (const entry of delivered) answered(entry, { kind: 'delivered', entry });
    acknowledged.push(...removed);
  }

  return {
    keep,
    deliver,
    farewell,
    entries: () => store.entries(),
    async forget() {
      own.clear();
      acknowledged = [];
      await store.clear();
    },
  };
}
