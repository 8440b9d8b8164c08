import type { RevisionRef } from '../../shared/answers/receipt.ts';
import type { Clock } from './clock.ts';
import { keepEntry } from './keep-entry.ts';
import type { Entry, OutboxStore, ReceiptMode } from './outbox-store.ts';

/** A revision to keep and send. */
export interface Draft extends RevisionRef {
  readonly endpoint: string;
  readonly mode: ReceiptMode;
  /** The record as JSON, frozen with this revision. */
  readonly body: string;
  /** How long it may wait for a higher revision before it is sent; 0 sends it at once. */
  readonly delayMs: number;
}

export interface KeeperPorts {
  readonly store: OutboxStore;
  readonly clock: Clock;
  /** A number in [0, 1), that two tabs keep in different places what they keep in the same ms. */
  readonly random: () => number;
  /** Whether the page is being hidden: then nothing may be started in the database. */
  readonly hidden: () => boolean;
  /** Sends what is due, after so many ms. */
  readonly sendIn: (ms: number) => void;
}

/** The half of the outbox that keeps; the other half sends, and is loaded when there is something to send. */
export interface Keeper {
  readonly store: OutboxStore;
  readonly clock: Clock;
  /** This tab's newest revision of each record that has no answer yet. */
  readonly own: Map<string, Entry>;
  /** Of these, what the store does not hold: the strict write is under way, or there was no room for it. */
  readonly unstored: ReadonlyMap<string, Promise<unknown>>;
  /** Keeps a revision and has it sent when it is due; resolves to whether it outlives the page. */
  keep(draft: Draft): Promise<boolean>;
  /** Removes everything, sent or not. */
  forget(): Promise<void>;
}

/** Places in the order of keeping, for each ms. */
export const PER_MS = 1_000;
/** How long a revision made while the page is being hidden waits for the database. */
export const WRITE_LATER_MS = 1_000;

/** Keeps answers with strict durability; the write and the first attempt to send start together. */
export function createKeeper({ store, clock, random, hidden, sendIn }: KeeperPorts): Keeper {
  const own = new Map<string, Entry>();
  const unstored = new Map<string, Promise<unknown>>();
  /** By record, where the store has it, and its highest revision. */
  const places = new Map<string, { readonly seq: number; revision: number }>();
  let eras = 0;

  /** @returns whether it outlives the page; undefined where there is no room for it */
  async function put(entry: Entry): Promise<boolean | undefined> {
    const { id, revision } = entry;
    const place = places.get(id);
    if (place && place.revision < revision) {
      place.revision = revision;
      return store.replace({ ...entry, seq: place.seq });
    }
    const { durable, entries } = await store.change((before) => keepEntry(before, entry));
    const kept = entries.find((one) => one.id === id);
    if (!kept) return undefined;
    places.set(id, { seq: kept.seq, revision: Math.max(kept.revision, place?.revision ?? 0) });
    return durable;
  }

  return {
    store,
    clock,
    own,
    unstored,
    async keep({ delayMs, ...draft }) {
      const { id } = draft;
      const now = clock.now();
      const seq = Math.floor((now + random()) * PER_MS);
      const entry: Entry = { ...draft, seq, dueAt: now + delayMs, attempts: 0 };
      const era = eras;
      own.set(id, entry);
      const pause = hidden()
        ? new Promise<void>((resolve) => clock.after(WRITE_LATER_MS, resolve))
        : undefined;
      // Under way from now on: whoever has it acknowledged before it is written waits, and removes it then.
      const write = pause ? pause.then(() => (era === eras ? put(entry) : false)) : put(entry);
      unstored.set(id, write);
      if (pause) await pause;
      if (era !== eras) return false; // all has been forgotten meanwhile
      sendIn(delayMs);
      const durable = await write;
      if (durable !== undefined && unstored.get(id) === write) unstored.delete(id);
      return durable ?? false;
    },
    async forget() {
      eras++;
      own.clear();
      await store.change(() => []);
    },
  };
}
