import { describe, expect, it } from 'vitest';
import { keepEntry } from '../../../widget/outbox/keep-entry.ts';
import { createMemoryStore } from '../../../widget/outbox/memory-store.ts';
import type { Entry, OutboxStore, Shared } from '../../../widget/outbox/outbox-store.ts';
import { ANSWER_WITHIN_MS, createResilientStore } from '../../../widget/outbox/resilient-store.ts';
import { createSenderLock, LEASE_MS, LEASE_POLL_MS } from '../../../widget/outbox/sender-lock.ts';
import { durable, entry, fakeClock, settled } from '../support/outbox-bench.ts';
import { STORE_CONTRACT } from '../support/store-contract.ts';

describe('memory store', () => {
  it.each(STORE_CONTRACT)('$title', async ({ check }) => {
    await expect(check(createMemoryStore())).resolves.toBeUndefined();
  });

  it('does not outlive the page, and says so', async () => {
    expect(await createMemoryStore().change((entries) => entries)).toMatchObject({ durable: false });
  });
});

describe('resilient store', () => {
  const put = (store: OutboxStore, one: Entry) => store.change((entries) => keepEntry(entries, one));
  const failing = (): OutboxStore => ({
    entries: () => Promise.reject(new DOMException('no', 'UnknownError')),
    change: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    replace: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    shared: () => Promise.reject(new DOMException('no', 'UnknownError')),
  });
  const never = (): OutboxStore => ({
    entries: () => new Promise(() => undefined),
    change: () => new Promise(() => undefined),
    replace: () => new Promise(() => undefined),
    shared: () => new Promise(() => undefined),
  });

  it.each(STORE_CONTRACT)('$title', async ({ check }) => {
    await expect(
      check(createResilientStore(durable(), createMemoryStore(), fakeClock())),
    ).resolves.toBeUndefined();
  });

  it.each(STORE_CONTRACT)('$title, where the database fails', async ({ check }) => {
    await expect(
      check(createResilientStore(failing(), createMemoryStore(), fakeClock())),
    ).resolves.toBeUndefined();
  });

  it('says that an entry outlives the page when the database has taken it', async () => {
    const memory = createMemoryStore();
    const store = createResilientStore(durable(), memory, fakeClock());
    expect(await put(store, entry('a', 1))).toMatchObject({ durable: true });
    expect(await memory.entries()).toEqual([]);
  });

  it('keeps in memory what the database does not take, and says so', async () => {
    const store = createResilientStore(failing(), createMemoryStore(), fakeClock());
    expect(await put(store, entry('a', 1))).toMatchObject({ durable: false });
    expect(await store.entries()).toHaveLength(1);
  });

  it('waits 2 s for a database that never answers, once', async () => {
    const clock = fakeClock();
    const store = createResilientStore(never(), createMemoryStore(), clock);
    let kept: boolean | undefined;
    void put(store, entry('a', 1)).then(({ durable }) => (kept = durable));
    await clock.advance(ANSWER_WITHIN_MS - 1);
    expect(kept).toBeUndefined();
    await clock.advance(1);
    await settled();
    expect(kept).toBe(false);
    expect(await store.entries()).toHaveLength(1);
  });

  it('catches up with a database that answers late, and leaves it what it has missed', async () => {
    const clock = fakeClock();
    const primary = durable();
    const { change } = primary;
    let speak: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (speak = resolve));
    primary.change = (work) => late.then(() => change(work));
    const store = createResilientStore(primary, createMemoryStore(), clock);
    const first = put(store, entry('a', 1, { seq: 1 }));
    await clock.advance(ANSWER_WITHIN_MS);
    expect(await first).toMatchObject({ durable: false });
    await put(store, entry('b', 1, { seq: 2 }));
    await put(store, entry('c', 1, { seq: 3 }));
    await store.replace(entry('b', 2, { seq: 2 }));
    await store.change((entries) => entries.filter(({ id }) => id !== 'a')); // delivered
    const named = (entries: readonly Entry[]) => entries.map(({ id, revision }) => `${id}${revision}`).sort();
    expect(named(await store.entries())).toEqual(['b2', 'c1']);
    expect(await primary.entries()).toEqual([]);
    speak();
    for (let i = 0; i < 5; i++) await settled();
    expect(named(await primary.entries())).toEqual(['b2', 'c1']);
    expect(named(await store.entries())).toEqual(['b2', 'c1']);
    expect(await put(store, entry('d', 1, { seq: 4 }))).toMatchObject({ durable: true });
    expect(named(await store.entries())).toEqual(['b2', 'c1', 'd1']);
    await store.change((entries) => entries.filter(({ id }) => id === 'd')); // b and c are delivered
    expect(named(await store.entries())).toEqual(['d1']);
    expect(named(await primary.entries())).toEqual(['d1']);
  });

  it('stays with memory when the database fails as it catches up', async () => {
    const clock = fakeClock();
    const primary = durable();
    let speak: () => void = () => undefined;
    const { change } = primary;
    const late = new Promise<void>((resolve) => (speak = resolve));
    primary.change = (work) => late.then(() => change(work));
    const store = createResilientStore(primary, createMemoryStore(), clock);
    const first = put(store, entry('a', 1));
    await clock.advance(ANSWER_WITHIN_MS);
    await first;
    Object.assign(primary, failing());
    speak();
    for (let i = 0; i < 5; i++) await settled();
    expect(await put(store, entry('b', 1))).toMatchObject({ durable: false });
    expect((await store.entries()).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('holds in memory the revision that the database does not take in the place of an older one', async () => {
    const memory = createMemoryStore();
    const primary = durable();
    const { replace } = primary;
    const store = createResilientStore(primary, memory, fakeClock());
    const { entries } = await put(store, entry('a', 1));
    const next = (revision: number) => store.replace(entry('a', revision, { seq: entries[0].seq }));
    primary.replace = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await next(2)).toBe(false);
    expect((await store.entries()).map(({ revision }) => revision)).toEqual([2]);
    primary.replace = replace;
    expect(await next(3)).toBe(true);
    expect(await memory.entries()).toEqual([]);
    expect((await store.entries()).map(({ revision }) => revision)).toEqual([3]);
  });

  it('shows a record once, in its higher revision, when the database begins to fail', async () => {
    const primary = durable();
    const { change } = primary;
    const store = createResilientStore(primary, createMemoryStore(), fakeClock());
    await put(store, entry('a', 1));
    primary.change = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    await put(store, entry('a', 2));
    primary.change = change;
    expect((await store.entries()).map(({ revision }) => revision)).toEqual([2]);
    await store.change((entries) => entries.filter(({ id }) => id !== 'a'));
    expect(await store.entries()).toEqual([]);
  });
});

describe('sender lock', () => {
  function held() {
    let release: () => void = () => undefined;
    const work = () => new Promise<void>((resolve) => (release = resolve));
    return { work, release: () => release() };
  }

  /** Web Locks as the standard has them: one holder, a queue, `ifAvailable` and `steal`. */
  function queueingLocks() {
    let queue = Promise.resolve();
    let inLine = 0;
    let rob: () => void = () => undefined;
    const manager = {
      stolen: 0,
      request(_: string, options: LockOptions, work: (lock: unknown) => Promise<void>): Promise<void> {
        if (options.ifAvailable && inLine > 0) return work(null);
        inLine++;
        if (options.steal) {
          manager.stolen++;
          rob();
          queue = Promise.resolve();
        }
        const turn = queue.then(() => {
          if (options.signal?.aborted) throw new DOMException('given up', 'AbortError');
          const robbed = new Promise<never>((__, reject) => {
            rob = () => reject(new DOMException('stolen', 'AbortError'));
          });
          return Promise.race([work({}), robbed]);
        });
        queue = turn.catch(() => undefined).finally(() => inLine--);
        return turn;
      },
    };
    return manager as typeof manager & Pick<LockManager, 'request'>; // with options each time, as it is used here
  }

  it('uses Web Locks where there are some', async () => {
    const asked: string[] = [];
    const locks = {
      request: async (name: string, _: object, work: (lock: unknown) => Promise<void>) => {
        asked.push(name);
        await work({});
      },
    } as unknown as LockManager; // the one method that is used
    let ran = 0;
    await createSenderLock(locks, createMemoryStore(), fakeClock(), 'a').run(async (renew) => {
      await renew();
      ran++;
    });
    expect([asked, ran]).toEqual([['fourfold'], 1]);
  });

  it('takes the lease where locks are refused, and throws what the work throws', async () => {
    const refused = { request: () => Promise.reject(new DOMException('opaque', 'SecurityError')) };
    const store = createMemoryStore();
    const lock = createSenderLock(refused, store, fakeClock(), 'a');
    await lock.run(async () => expect((await store.shared()).holder).toBe('a'));
    const granting = {
      request: (_: string, __: object, work: (lock: unknown) => Promise<void>) => work({}),
    } as unknown as LockManager; // as above
    const failing = createSenderLock(granting, store, fakeClock(), 'a');
    await expect(failing.run(() => Promise.reject(new RangeError('mine')))).rejects.toThrow(RangeError);
  });

  it('reads what is shared while it asks for the Web Lock, and anew where a holder was at work then', async () => {
    const store = createMemoryStore();
    const clock = fakeClock();
    let reads = 0;
    const counted = {
      shared: (work?: (shared: Shared) => Shared) => {
        if (!work) reads++;
        return store.shared(work);
      },
    };
    let given: Shared | undefined;
    const run = () =>
      createSenderLock(queueingLocks(), counted, clock, 'a').run((_, shared) => {
        given = shared;
        return Promise.resolve();
      });
    await run();
    expect([reads, given?.holder, given?.heldUntil]).toEqual([1, 'a', clock.now() + LEASE_MS]);
    await store.shared((shared) => ({ ...shared, holder: 'b', heldUntil: clock.now() + 1 }));
    await run();
    expect(reads).toBe(3);
  });

  it('lets a second tab in when the first has done', async () => {
    const store = createMemoryStore();
    const clock = fakeClock();
    const first = held();
    let second = false;
    const one = createSenderLock(undefined, store, clock, 'a').run(first.work);
    await settled();
    const two = createSenderLock(undefined, store, clock, 'b').run(() => {
      second = true;
      return Promise.resolve();
    });
    await clock.advance(LEASE_POLL_MS * 3);
    expect(second).toBe(false);
    first.release();
    await one;
    await clock.advance(LEASE_POLL_MS);
    await two;
    expect(second).toBe(true);
  });

  it('takes over from a tab that no longer renews, or whose clock was ahead', async () => {
    const store = createMemoryStore();
    const clock = fakeClock();
    let second = 0;
    const enter = () =>
      createSenderLock(undefined, store, clock, 'b').run(() => {
        second++;
        return Promise.resolve();
      });
    void createSenderLock(undefined, store, clock, 'a').run(held().work);
    void enter();
    await clock.advance(LEASE_MS - 1000);
    expect(second).toBe(0);
    await clock.advance(2000);
    expect(second).toBe(1);
    await store.shared((shared) => ({ ...shared, holder: 'a', heldUntil: clock.now() + LEASE_MS * 50 }));
    await enter();
    expect(second).toBe(2);
  });

  it('takes the Web Lock from a tab that is frozen, which hears of it when it goes on', async () => {
    const store = createMemoryStore();
    const clock = fakeClock();
    const locks = queueingLocks();
    const [first, second] = [held(), held()];
    let renewed: Promise<unknown> | undefined;
    const one = createSenderLock(locks, store, clock, 'a').run(async (renew) => {
      await first.work();
      renewed = renew();
      await renewed;
    });
    const lost = expect(one).rejects.toThrow(DOMException);
    await settled();
    let turns = 0;
    const two = createSenderLock(locks, store, clock, 'b').run(() => {
      turns++;
      return second.work();
    });
    await clock.advance(LEASE_MS - 1);
    expect(turns).toBe(0);
    await clock.advance(1);
    await lost;
    expect([turns, locks.stolen]).toEqual([1, 1]);
    first.release();
    await settled();
    await expect(renewed).rejects.toThrow(DOMException);
    expect((await store.shared()).holder).toBe('b');
    second.release();
    await two;
  });

  it('leaves the Web Lock to a tab that renews, however long that takes', async () => {
    const store = createMemoryStore();
    const clock = fakeClock();
    const locks = queueingLocks();
    const one = createSenderLock(locks, store, clock, 'a').run(async (renew) => {
      for (let i = 0; i < 10; i++) {
        await new Promise<void>((resolve) => clock.after(LEASE_MS / 2, resolve));
        await renew();
      }
    });
    await settled();
    let second = 0;
    const two = createSenderLock(locks, store, clock, 'b').run(() => {
      second++;
      return Promise.resolve();
    });
    await clock.advance(LEASE_MS * 4);
    expect(second).toBe(0);
    await clock.advance(LEASE_MS * 4);
    await Promise.all([one, two]);
    expect([second, locks.stolen]).toEqual([1, 0]);
  });

  it('tells a holder whose lease another tab has taken that it is no longer its turn', async () => {
    const store = createMemoryStore();
    const clock = fakeClock();
    const lost = createSenderLock(undefined, store, clock, 'a').run(async (renew) => {
      await store.shared((shared) => ({ ...shared, holder: 'b', heldUntil: clock.now() + LEASE_MS }));
      await renew();
    });
    await expect(lost).rejects.toThrow(DOMException);
    expect(await store.shared()).toMatchObject({ holder: 'b', heldUntil: clock.now() + LEASE_MS });
  });

  it('keeps the lease as long as the work renews it', async () => {
    const store = createMemoryStore();
    const clock = fakeClock();
    let second = false;
    void createSenderLock(undefined, store, clock, 'a').run(async (renew) => {
      for (let i = 0; i < 10; i++) {
        await new Promise<void>((resolve) => clock.after(LEASE_MS / 2, resolve));
        await renew();
      }
    });
    void createSenderLock(undefined, store, clock, 'b').run(() => {
      second = true;
      return Promise.resolve();
    });
    await clock.advance(LEASE_MS * 4);
    expect(second).toBe(false);
    await clock.advance(LEASE_MS * 3);
    expect(second).toBe(true);
  });
});
