import { createIndexedDbStore } from '../../../widget/outbox/indexed-db-store.ts';
import { outboxApi } from '../../../widget/outbox/api.ts';
import { keepEntry } from '../../../widget/outbox/keep-entry.ts';
import { entry } from '../support/outbox-bench.ts';
import { afterEach, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { STORE_CONTRACT } from '../support/store-contract.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

let harness: SurveyHarness | undefined;
let undo: (() => void)[] = [];
afterEach(async () => {
  for (const step of undo) step();
  undo = [];
  harness?.close();
  harness = undefined;
  await outboxApi.forget(); // what a failing collector was sent would go on to the next page
});

const freshName = () => `test-${crypto.randomUUID()}`;
const put = (store: ReturnType<typeof createIndexedDbStore>, id: string) =>
  store.change((entries) => keepEntry(entries, entry(id, 1))).then(({ durable }) => durable);

function replace<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
  const old = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { value, configurable: true, writable: true });
  undo.push(() => (old ? Object.defineProperty(target, key, old) : Reflect.deleteProperty(target, key)));
}

describe('IndexedDB store', () => {
  for (const { title, check } of STORE_CONTRACT) {
    it(title, () => check(createIndexedDbStore(freshName())));
  }

  it('says that an entry outlives the page, and another connection finds it', async () => {
    const name = freshName();
    equal(await put(createIndexedDbStore(name), 'a'), true);
    equal(
      (await createIndexedDbStore(name).entries()).map(({ id }) => id),
      ['a'],
    );
  });

  it('writes with strict durability', async () => {
    const asked: unknown[] = [];
    const { transaction } = IDBDatabase.prototype;
    replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...args) {
      asked.push(args[2]?.durability);
      return transaction.apply(this, args);
    });
    await put(createIndexedDbStore(freshName()), 'a');
    equal(asked, ['strict']);
  });

  it('lets a newer version in, and opens again when there is something to do', async () => {
    const name = freshName();
    const store = createIndexedDbStore(name);
    await put(store, 'a');
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = () => resolve();
      deleting.onblocked = () => reject(new Error('blocked'));
    });
    await put(store, 'b');
    equal(
      (await store.entries()).map(({ id }) => id),
      ['b'],
    );
  });

  it('goes on, with all that is kept, after newer code has upgraded the database', async () => {
    const name = freshName();
    const store = createIndexedDbStore(name);
    await put(store, 'a');
    const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name, 2);
      opening.onupgradeneeded = () => opening.result.createObjectStore('later');
      opening.onsuccess = () => resolve(opening.result);
      opening.onblocked = () => reject(new Error('blocked'));
    });
    equal(await put(store, 'b'), true);
    upgraded.close();
    equal(
      (await createIndexedDbStore(name).entries()).map(({ id }) => id),
      ['a', 'b'],
    );
  });

  it('opens a dead connection again, once for each operation', async () => {
    const store = createIndexedDbStore(freshName());
    await put(store, 'a');
    const { transaction } = IDBDatabase.prototype;
    let dead = 1;
    replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...args) {
      if (dead-- > 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
      return transaction.apply(this, args);
    });
    equal(await put(store, 'b'), true);
    dead = 2;
    let failed = false;
    await put(store, 'c').catch(() => (failed = true));
    equal(failed, true);
    dead = 0;
    equal(
      (await store.entries()).map(({ id }) => id),
      ['a', 'b'],
    );
  });
});

describe('what a respondent is told at the end', () => {
  async function answered(how: string): Promise<SurveyHarness> {
    harness = await SurveyHarness.open('csat', {}, how);
    await harness.choose('csat', 4);
    await harness.press('next');
    await harness.until('textarea');
    await harness.press('skip');
    return harness;
  }
  const end = (shown: SurveyHarness, title: string) =>
    eventually(() => shown.text('[part="end"]').startsWith(title), title);

  it('sent, once the collector has named the record', async () => {
    const shown = await answered('ok');
    await end(shown, 'Thank you Your answer has arrived.');
    equal(shown.find('[part="end"]').role, 'status');
  });

  it('kept, when the collector fails', async () => {
    const shown = await answered('fail');
    await end(shown, 'Kept on this device, will be sent It has not arrived yet.');
    equal(await shown.axe(), []);
  });

  it('kept, when there is no network', async () => {
    replace(navigator, 'onLine', false);
    const shown = await answered('fail');
    await end(shown, 'Kept on this device, will be sent You are offline.');
  });

  it('not accepted, when the collector refuses', async () => {
    const shown = await answered('refuse');
    await end(shown, 'Your answer is not saved This site did not accept it.');
    equal(shown.find('[part="end"]').role, 'alert');
    await eventually(() => shown.names().includes('rejected'), 'an event for the owner');
  });

  it('not saved, where nothing is kept and nothing arrives; and another try may succeed', async () => {
    replace(IDBDatabase.prototype, 'transaction', () => {
      throw new DOMException('denied', 'InvalidStateError');
    });
    const shown = await answered('fail');
    await end(shown, 'Your answer is not saved');
    equal(shown.find('[part="end"]').role, 'alert');
    equal(await shown.axe(), []);
    holds(shown.names().includes('storage'), 'an event for the owner');
    for (const step of undo) step();
    undo = [];
    await shown.press('next');
    await end(shown, 'Kept on this device, will be sent');
  });

  it('nothing is claimed where the owner only listens to events', async () => {
    harness = await SurveyHarness.open('csat', { endpoint: undefined });
    await harness.choose('csat', 4);
    await harness.press('next');
    await harness.press('skip');
    equal(harness.text('[part="end"]'), 'Thank you');
    equal(harness.record.answers, { csat: 4 });
  });
});
