import { beforeEach, describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../report/plan/plan-document.ts';
import { PlanKeeper } from '../../../report/plan/plan-keeper.ts';
import type { PlanStore } from '../../../report/plan/plan-store.ts';
import type { Figures } from '../../../shared/metrics/figures.ts';
import { noFigures } from '../support/some-answers.ts';
import { someEntry, somePlan } from '../support/some-plan.ts';

/** A store in memory, that can refuse. */
class MemoryStore implements PlanStore {
  readonly plans = new Map<string, PlanDocument>();
  refuses = false;

  get(id: string) {
    return this.#answer(() => this.plans.get(id));
  }
  ofSurvey(survey: string) {
    return this.#answer(() => [...this.plans.values()].filter((plan) => plan.survey === survey));
  }
  put(plan: PlanDocument) {
    return this.#answer(() => void this.plans.set(plan.id, plan));
  }
  #answer<T>(give: () => T): Promise<T> {
    return this.refuses ? Promise.reject(new DOMException('no', 'SecurityError')) : Promise.resolve(give());
  }
}

const shop: Figures = { ...noFigures(), survey: 'shop' };
let store: MemoryStore;
let keeper: PlanKeeper;
let clock: number;
const written = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

beforeEach(() => {
  store = new MemoryStore();
  clock = Date.UTC(2026, 4, 1);
  keeper = new PlanKeeper(store, { now: () => clock++, newId: () => 'fresh-id-1' });
});

describe('keeper.open(figures)', () => {
  it('offers the plan that the browser keeps for the survey, and takes it when told', async () => {
    store.plans.set('plan-0001', somePlan());
    await keeper.open(shop);
    expect([keeper.current, keeper.offered]).toEqual([undefined, somePlan()]);
    keeper.adopt(somePlan());
    expect([keeper.current?.id, keeper.offered]).toEqual(['plan-0001', undefined]);
  });

  it('offers nothing of another survey, nor beside a plan of its own', async () => {
    store.plans.set('plan-0001', somePlan({ survey: 'bank' }));
    await keeper.open(shop);
    expect(keeper.offered).toBeUndefined();
    await keeper.open(shop, somePlan({ id: 'carried-1' }));
    await keeper.open(shop);
    expect(keeper.current?.id).toBe('carried-1');
  });

  it('takes the later of the state carried and the state kept', async () => {
    store.plans.set('plan-0001', somePlan({ editedAt: '2026-04-02T00:00:00.000Z', entries: [] }));
    await keeper.open(shop, somePlan());
    expect(keeper.current?.entries).toEqual([]);
    await keeper.open(shop, somePlan({ editedAt: '2026-04-03T00:00:00.000Z' }));
    expect(keeper.current?.entries).toHaveLength(1);
  });

  it('lets go of a plan for services that these answers do not know', async () => {
    await keeper.open(shop, somePlan());
    const rated = { attribute: 'service.parking' };
    await keeper.open({ ...shop, survey: 'shop-2027', satisfaction: [rated as never] }); // its name is all that counts
    expect(keeper.current?.id).toBe('plan-0001');
    await keeper.open({ ...shop, survey: 'bank' });
    expect(keeper.current).toBeUndefined();
  });
});

describe('keeper.write(entries)', () => {
  it('begins a plan with a random id and keeps each change, the last one last', async () => {
    await keeper.open(shop);
    keeper.write([someEntry({ action: 'a' })]);
    keeper.write([someEntry({ action: 'ab' })]);
    keeper.write([someEntry({ action: 'abc' })]);
    await written();
    expect(keeper.keeping).toBe('kept');
    expect(store.plans.get('fresh-id-1')?.entries[0].action).toBe('abc');
    expect(store.plans.get('fresh-id-1')).toEqual(keeper.current);
  });

  it('says that storage is refused, goes on in memory, and tries again', async () => {
    store.refuses = true;
    await keeper.open(shop);
    expect(keeper.keeping).toBe('refused');
    keeper.write([someEntry({ action: 'a' })]);
    await written();
    expect([keeper.keeping, keeper.current?.entries[0].action]).toEqual(['refused', 'a']);
    store.refuses = false;
    keeper.write([someEntry({ action: 'b' })]);
    await written();
    expect(keeper.keeping).toBe('kept');
  });

  it('tells of every change', () => {
    let told = 0;
    keeper.addEventListener('change', () => told++);
    keeper.write([someEntry()]);
    expect(told).toBeGreaterThan(0);
  });
});
