import type { RevisionRef } from '../../shared/answers/receipt.ts';
import { BACKOFF_CAP_MS, backoffMs } from './backoff.ts';
import { batchBody, takeBatch } from './batch.ts';
import type { Clock } from './clock.ts';
import type { Attempt, Courier } from './courier.ts';
import { TIMEOUT_MS } from './courier.ts';
import type { Fate } from './fate.ts';
import { ERASED, fateOf, unconfirmed } from './fate.ts';
import { gateMs, gateOf, nextGate, timeLeft } from './gate.ts';
import type { Keeper } from './keeper.ts';
import { WRITE_LATER_MS } from './keeper.ts';
import type { Entry, Parking, Shared } from './outbox-store.ts';
import type { SenderLock } from './sender-lock.ts';
import { LEASE_MS } from './sender-lock.ts';
import { judge } from './verdict.ts';

/** What the outbox says of entries. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly entry: Entry }
  | { readonly kind: 'rejected'; readonly entry: Entry; readonly parking: Parking }
  /** An attempt that carried this entry failed, or none is made before back-off ends; it is tried again. */
  | { readonly kind: 'deferred'; readonly entry: Entry; readonly attempt: Attempt | undefined };

export interface SenderPorts {
  readonly keeper: Pick<Keeper, 'store' | 'own' | 'unstored'>;
  readonly courier: Courier;
  readonly clock: Clock;
  readonly lock: SenderLock;
  /** A number in [0, 1), for jitter. */
  readonly random: () => number;
  readonly online: () => boolean;
  readonly report: (outcome: Outcome) => void;
}

/** The half of the outbox that sends. */
export interface Sender {
  /** Sends what is due. `eager`: something has changed for the better, so back-off is overlooked once. */
  deliver(eager?: boolean): Promise<void>;
  /** An answer is about to come: takes its turn, and waits in it, so that the answer can be sent as it comes. */
  expect(): void;
  /**
   * The page is being hidden: one last request with this tab's own unanswered revisions, past lock and back-off, but not
   * past a pause that the endpoint has asked for.
   */
  farewell(): Promise<void>;
}

/** So long a turn is kept for an answer that is about to come. */
export const EXPECT_MS = 1_000;
/** Most deliveries for other tabs that are remembered. */
export const DELIVERED_MAX = 100;

/** Sends at least once; the id makes it once. Nothing is removed before the collector's word. */
export function createSender(ports: SenderPorts): Sender {
  const { courier, clock, report } = ports;
  const { store, own, unstored } = ports.keeper;
  /** Entries answered while the page was hidden: they leave the store at the next delivery. */
  let answeredLate: readonly Entry[] = [];
  /** Endpoints that have had their one try of this page load. */
  const tried = new Set<string>();
  /** Of each record, the revision of which it was said that it waits. */
  const told = new Map<string, number>();
  let running: Promise<void> | undefined;
  let again = false;
  /** Ends the wait for an answer that is about to come. */
  let stopWaiting: (() => void) | undefined;
  /** The page was hidden just now, and may be about to go: nothing is started. */
  let leaving = false;
  let callOffWake: (() => void) | undefined;
  /** As they were last read: in the last moment of a page there is no time to read them. */
  let gates: Shared['gates'] = {};

  async function deliver(eager = false): Promise<void> {
    if (eager) tried.clear();
    if (leaving) return;
    again = true;
    stopWaiting?.();
    running ??= work();
    return running;
  }

  /** Takes its turn, as often as there was a call meanwhile. */
  async function work(): Promise<void> {
    do {
      try {
        await ports.lock.run(sendDue);
      } catch {
        again = false;
        wakeIn(LEASE_MS); // InvalidStateError or AbortError: the page is going away, or another tab has taken over
      }
    } while (again && !leaving);
    running = undefined;
  }

  async function sendDue(renew: () => Promise<Shared>, shared: Shared): Promise<void> {
    if (!again) await nextCall();
    while (again && !leaving) {
      again = false;
      for (let batch = await nextBatch(shared); batch.length > 0; batch = await nextBatch(shared)) {
        // The lease must last for the request; it may not where this tab was frozen since.
        if (shared.heldUntil - clock.now() < TIMEOUT_MS) await renew();
        await send(batch);
        if (leaving) return;
        shared = await renew();
      }
    }
  }

  function nextCall(): Promise<void> {
    return new Promise((resolve) => {
      stopWaiting = resolve;
      clock.after(EXPECT_MS, resolve);
    });
  }

  function wakeIn(ms: number): void {
    callOffWake?.();
    callOffWake = clock.after(ms, () => void deliver());
  }

  /** What is due now: first what the store does not hold, which is this tab's alone, then all that it holds. */
  async function nextBatch(shared: Shared): Promise<readonly Entry[]> {
    ({ gates } = shared);
    // What is still being written here may be there already for another tab, and delivered.
    hear(shared.delivered);
    const loose = [...own.values()].filter(({ id }) => unstored.has(id));
    const fresh = loose.filter((entry) => waitFor(entry, shared) <= 0);
    if (fresh.length > 0) return carried(fresh);
    if (answeredLate.length > 0) {
      const late = answeredLate;
      answeredLate = [];
      await store.change((entries) => entries.filter((old) => !late.some((entry) => covers(entry, old))));
    }
    const stored = await store.entries();
    hear(shared.delivered, stored);
    const waiting = stored.filter(({ parked }) => !parked);
    const due = waiting.filter((entry) => waitFor(entry, shared) <= 0);
    if (due.length > 0) return carried(due);
    tellOfWaits(shared);
    const waits = [...waiting, ...loose].map((entry) => waitFor(entry, shared));
    if (waits.length > 0) wakeIn(Math.min(...waits, BACKOFF_CAP_MS));
    return due;
  }

  function carried(entries: readonly Entry[]): readonly Entry[] {
    return takeBatch(entries, gateOf(gates, entries[0].endpoint)?.halvings);
  }

  /** Takes note of what other tabs have learnt about this tab's revisions. */
  function hear(delivered: readonly RevisionRef[], stored: readonly Entry[] = []): void {
    for (const entry of own.values()) {
      if (delivered.some((ref) => covers(ref, entry))) answered(entry, 'delivered');
      const word = stored.find(({ id, revision }) => id === entry.id && revision === entry.revision);
      if (word?.parked) answered(entry, word.parked);
    }
  }

  /** Says at once of this tab's revisions that back-off holds them: nobody has to wait for an attempt to hear it. */
  function tellOfWaits(shared: Shared): void {
    for (const entry of own.values()) {
      const { id, revision, dueAt } = entry;
      if (dueAt <= clock.now() && told.get(id) !== revision && waitFor(entry, shared) > 0) defer(entry);
    }
  }

  function defer(entry: Entry, attempt?: Attempt): void {
    told.set(entry.id, entry.revision);
    report({ kind: 'deferred', entry, attempt });
  }

  /** How long an entry must still wait, for itself or for its endpoint. */
  function waitFor({ endpoint, dueAt }: Entry, { gates }: Shared): number {
    const now = clock.now();
    return Math.max(
      gateMs(gateOf(gates, endpoint), now, tried.has(endpoint)),
      timeLeft(dueAt, now, BACKOFF_CAP_MS),
    );
  }

  /** @returns whether the endpoint may be asked again at once */
  async function send(batch: readonly Entry[]): Promise<boolean> {
    const { endpoint, mode } = batch[0];
    tried.add(endpoint);
    const attempt = await courier.post(endpoint, batchBody(batch));
    const verdict = judge(attempt, batch.length, mode, clock.now());
    if (verdict.kind === 'split') {
      for (let start = 0; start < batch.length; start += verdict.size) {
        if (!(await send(batch.slice(start, start + verdict.size)))) return false;
      }
      return true;
    }
    const known = gateOf(gates, endpoint);
    const jitter = () => clock.now() + backoffMs((known?.failures ?? 0) + 1, ports.random());
    let notBefore: number | undefined;
    if (verdict.kind === 'retry') {
      notBefore = verdict.waitMs === undefined ? jitter() : clock.now() + verdict.waitMs;
      for (const entry of batch) defer(entry, attempt);
      // A record that no plain webhook has confirmed after several tries may be there already: no more of it.
      if (mode === 'status' && attempt.kind === 'failed' && ports.online()) await settle(batch, unconfirmed);
    } else {
      const named = await settle(batch, (entry) => fateOf(verdict, entry), jitter());
      if (!named) notBefore = jitter();
    }
    if (notBefore !== undefined || known) {
      const firm = verdict.kind === 'retry' && verdict.firm;
      const closed = notBefore === undefined ? undefined : { notBefore, firm };
      ({ gates } = await store.shared((shared) => {
        const gate = nextGate(gateOf(shared.gates, endpoint), clock.now(), closed);
        return { ...shared, gates: { ...shared.gates, [endpoint]: gate } };
      }));
    }
    return notBefore === undefined;
  }

  /** Tells what became of each entry, and writes it where that revision is still there. @returns whether any was named */
  async function settle(batch: readonly Entry[], fate: (entry: Entry) => Fate, dueAt = 0): Promise<boolean> {
    const fates = new Map(batch.map((entry) => [entry.id, fate(entry)]));
    const others = batch.filter(({ id }) => !own.has(id) && fates.get(id) === 'delivered');
    for (const entry of batch) {
      answered(entry, fates.get(entry.id));
      if (own.get(entry.id) === entry) own.set(entry.id, { ...entry, dueAt, attempts: entry.attempts + 1 });
    }
    for (const { id } of batch) await unstored.get(id);
    await store.change((entries) =>
      entries.flatMap((old) => {
        const said = fates.get(old.id);
        if (!batch.some((sent) => covers(sent, old))) return old;
        if (said === 'delivered' || said?.code === ERASED) return [];
        return said ? { ...old, parked: said } : { ...old, dueAt, attempts: old.attempts + 1 };
      }),
    );
    if (others.length > 0) {
      const news = others.map(({ id, revision }) => ({ id, revision }));
      await store.shared((shared) => ({
        ...shared,
        delivered: [...shared.delivered, ...news].slice(-DELIVERED_MAX),
      }));
    }
    return [...fates.values()].some(Boolean);
  }

  function answered(entry: Entry, fate: Fate): void {
    if (!fate) return;
    if ((own.get(entry.id)?.revision ?? 0) <= entry.revision) own.delete(entry.id);
    report(fate === 'delivered' ? { kind: fate, entry } : { kind: 'rejected', entry, parking: fate });
  }

  return {
    deliver,
    expect() {
      if (!leaving) running ??= work();
    },
    async farewell() {
      leaving = true;
      stopWaiting?.();
      clock.after(WRITE_LATER_MS, () => {
        leaving = false;
        void deliver();
      });
      const newest = [...own.values()].reverse().filter(({ endpoint }) => {
        const gate = gateOf(gates, endpoint);
        return !gate?.firm || gateMs(gate, clock.now(), false) <= 0;
      });
      if (newest.length === 0) return;
      const batch = takeBatch(newest);
      const attempt = await courier.post(batch[0].endpoint, batchBody(batch), true);
      const verdict = judge(attempt, 1, batch[0].mode, clock.now());
      if (verdict.kind === 'parked') return; // its 4xx says nothing of the endpoint, or of the record
      const delivered = batch.filter((entry) => fateOf(verdict, entry) === 'delivered');
      for (const entry of delivered) answered(entry, 'delivered');
      answeredLate = [...answeredLate, ...delivered];
    },
  };
}

/** Whether what was sent is the whole truth of what is stored. */
function covers(sent: RevisionRef, stored: RevisionRef): boolean {
  return sent.id === stored.id && sent.revision >= stored.revision;
}
