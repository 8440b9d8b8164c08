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

/** How long a revision made while the page is being hidden waits for the database. */
export const WRITE_LATER_MS = 1_000;

/** Keeps answers with strict durability; the write and the first attempt to send start together. */
export function createKeeper({ store, clock, hidden, sendIn }: KeeperPorts): Keeper {
  const own = new Map<string, Entry>();
  const unstored = new Map<string, Promise<unknown>>();
  let eras = 0;
  return {
    store,
    clock,
    own,
    unstored,
    async keep({ delayMs, ...draft }) {
      const entry: Entry = { ...draft, seq: 0, dueAt: clock.now() + delayMs, attempts: 0 };
      const { id } = entry;
      const era = eras;
      own.set(id, entry);
      if (hidden()) await new Promise<void>((resolve) => clock.after(WRITE_LATER_MS, resolve));
      if (era !== eras) return false; // all has been forgotten meanwhile
      let fits = false;
      const write = store.change((entries) => {
        const after = keepEntry(entries, entry);
        fits = after.some((kept) => kept.id === id);
        return after;
      });
      unstored.set(id, write);
      sendIn(delayMs);
      const kept = await write;
      if (fits && unstored.get(id) === write) unstored.delete(id);
      return kept && fits;
    },
    async forget() {
      eras++;
      own.clear();
      await store.change(() => []);
    },
  };
}
