import type { RevisionRef } from '../../shared/answers/receipt.ts';
import { BACKOFF_CAP_MS, backoffMs, RETRY_AFTER_CAP_MS } from './backoff.ts';
import { batchBody, takeBatch } from './batch.ts';
import type { Clock } from './clock.ts';
import type { Attempt, Courier } from './courier.ts';
import type { Fate } from './fate.ts';
import { ERASED, fateOf } from './fate.ts';
import type { Keeper } from './keeper.ts';
import type { Entry, Parking, Shared } from './outbox-store.ts';
import type { SenderLock } from './sender-lock.ts';
import { judge } from './verdict.ts';

/** What the outbox says of entries. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly entry: Entry }
  | { readonly kind: 'rejected'; readonly entry: Entry; readonly parking: Parking }
  /** An attempt that carried this entry failed; it is tried again. */
  | { readonly kind: 'deferred'; readonly entry: Entry; readonly attempt: Attempt };

export interface SenderPorts {
  readonly keeper: Pick<Keeper, 'store' | 'own' | 'writing'>;
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
  /** The page is being hidden: one last request with this tab's own unanswered revisions. */
  farewell(): Promise<void>;
}

/** Network errors after which an endpoint that cannot give receipts is no longer asked about a record. */
export const UNCONFIRMED_AFTER = 5;
const UNCONFIRMED: Parking = { status: 0, code: 'unconfirmed', reason: 'the endpoint could not be read' };

/** Sends at least once; the id makes it once. Nothing is removed before the collector's word. */
export function createSender(ports: SenderPorts): Sender {
  const { courier, clock, report } = ports;
  const { store, own, writing } = ports.keeper;
  /** Entries answered while the page was hidden: they leave the store at the next delivery. */
  let answeredLate: readonly Entry[] = [];
  /** Endpoints that have had their one try of this page load. */
  const tried = new Set<string>();
  let running: Promise<void> | undefined;
  let again = false;
  let callOffWake: (() => void) | undefined;

  async function deliver(eager = false): Promise<void> {
    if (eager) tried.clear();
    again = true;
    if (running) return running;
    running = ports.lock.run(async (renew) => {
      while (again) {
        again = false;
        for (let batch = await nextBatch(); batch.length > 0; batch = await nextBatch()) {
          await renew();
          await send(batch);
        }
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

  /** What is due now: first what this tab has just kept, whose write is still under way, then all that is stored. */
  async function nextBatch(): Promise<readonly Entry[]> {
    const shared = await store.shared();
    const unwritten = [...own.values()].filter(({ id }) => writing.has(id));
    const fresh = unwritten.filter((entry) => waitFor(entry, shared) <= 0);
    if (fresh.length > 0) return takeBatch(fresh);
    if (answeredLate.length > 0) {
      const late = answeredLate;
      answeredLate = [];
      await store.change((entries) => entries.filter((old) => !late.some((entry) => covers(entry, old))));
    }
    const waiting = (await store.entries()).filter(({ parked }) => !parked);
    const due = waiting.filter((entry) => waitFor(entry, shared) <= 0);
    if (due.length > 0) return takeBatch(due);
    callOffWake?.();
    const wait = Math.min(...waiting.map((entry) => waitFor(entry, shared)));
    if (waiting.length > 0) callOffWake = clock.after(Math.min(wait, BACKOFF_CAP_MS), () => void deliver());
    return due;
  }

  /** How long an entry must still wait, for itself or for its endpoint. */
  function waitFor({ endpoint, dueAt }: Entry, { gates }: Shared): number {
    const gate = Object.hasOwn(gates, endpoint) ? gates[endpoint] : undefined;
    const passable = !gate || (!gate.firm && !tried.has(endpoint));
    const gateMs = passable ? 0 : left(gate.notBefore, gate.firm ? RETRY_AFTER_CAP_MS : BACKOFF_CAP_MS);
    return Math.max(gateMs, left(dueAt, BACKOFF_CAP_MS));
  }

  /** Time left, and none where it is longer than we ever wait: then the clock has been set back. */
  function left(time: number, cap: number): number {
    const ms = time - clock.now();
    return ms > cap ? 0 : ms;
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
    const { gates } = await store.shared();
    const known = Object.hasOwn(gates, endpoint) ? gates[endpoint].failures : 0;
    const jitter = () => clock.now() + backoffMs(known + 1, ports.random());
    let notBefore = 0;
    if (verdict.kind === 'retry') {
      notBefore = verdict.waitMs === undefined ? jitter() : clock.now() + verdict.waitMs;
      for (const entry of batch) report({ kind: 'deferred', entry, attempt });
      // A record that no plain webhook has confirmed after several tries may be there already: no more of it.
      if (mode === 'status' && attempt.kind === 'failed' && ports.online()) {
        await settle(batch, ({ attempts }) => (attempts + 1 < UNCONFIRMED_AFTER ? undefined : UNCONFIRMED));
      }
    } else {
      const named = await settle(batch, (entry) => fateOf(verdict, entry), jitter());
      if (!named) notBefore = jitter();
    }
    if (notBefore > 0 || known > 0) {
      const failures = notBefore > 0 ? known + 1 : 0;
      const gate = { failures, notBefore, firm: verdict.kind === 'retry' && verdict.firm };
      await store.shared((shared) => ({ ...shared, gates: { ...shared.gates, [endpoint]: gate } }));
    }
    return notBefore === 0;
  }

  /** Tells what became of each entry, and writes it where that revision is still there. @returns whether any was named */
  async function settle(batch: readonly Entry[], fate: (entry: Entry) => Fate, dueAt = 0): Promise<boolean> {
    const fates = new Map(batch.map((entry) => [entry.id, fate(entry)]));
    for (const entry of batch) answered(entry, fates.get(entry.id));
    for (const { id } of batch) await writing.get(id);
    await store.change((entries) =>
      entries.flatMap((old) => {
        const said = fates.get(old.id);
        if (!batch.some((sent) => covers(sent, old))) return old;
        if (said === 'delivered' || said?.code === ERASED) return [];
        return said ? { ...old, parked: said } : { ...old, dueAt, attempts: old.attempts + 1 };
      }),
    );
    return [...fates.values()].some(Boolean);
  }

  function answered(entry: Entry, fate: Fate): void {
    if (!fate) return;
    if ((own.get(entry.id)?.revision ?? 0) <= entry.revision) own.delete(entry.id);
    report(fate === 'delivered' ? { kind: fate, entry } : { kind: 'rejected', entry, parking: fate });
  }

  return {
    deliver,
    async farewell() {
      const newest = [...own.values()].reverse();
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
