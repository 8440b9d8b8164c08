import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { parsePlan } from './parse-plan.ts';
import type { PlanDocument } from './plan-document.ts';

/** Where plans are kept between two visits of the page. Each call may reject: a browser may refuse all storage. */
export interface PlanStore {
  get(id: string): Promise<PlanDocument | undefined>;
  /** The last changed first. */
  ofSurvey(survey: string): Promise<readonly PlanDocument[]>;
  put(plan: PlanDocument): Promise<void>;
}

/** Plans of every page: pages from a disk share one database, so a plan is known by its random id. */
const DATABASE = 'fourfold-report';

interface Schema extends DBSchema {
  /** Written by any page of this origin, so parsed when it is read. */
  plans: { key: string; value: unknown; indexes: { survey: string } };
}

/**
 * Plans in IndexedDB.
 *
 * @example await createPlanStore().ofSurvey('shop')
 */
export function createPlanStore(name = DATABASE): PlanStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = (): void => {
    opening = undefined;
  };

  async function open(): Promise<IDBPDatabase<Schema>> {
    opening ??= openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('plans', { keyPath: 'id' }).createIndex('survey', 'survey');
      },
      blocking(_current, _next, event) {
        // A newer page wants another form of the database: let it.
        forget();
        (event.target as IDBDatabase).close(); // a versionchange event is sent to the connection itself
      },
      terminated: forget,
    });
    try {
      return await opening;
    } catch (error) {
      // What was refused once may be granted on the next try.
      forget();
      throw error;
    }
  }

  return {
    get: async (id) => known(await (await open()).get('plans', id))[0],
    ofSurvey: async (survey) =>
      known(...(await (await open()).getAllFromIndex('plans', 'survey', survey))).sort((a, b) =>
        a.editedAt < b.editedAt ? 1 : -1,
      ),
    put: async (plan) => {
      const db = await open();
      const { store, done } = db.transaction('plans', 'readwrite', { durability: 'strict' });
      await Promise.all([store.put(plan), done]);
    },
  };
}

/** Those of a form that this page knows. */
function known(...found: readonly unknown[]): PlanDocument[] {
  return found.flatMap((input) => {
    const plan = parsePlan(input);
    return plan.ok ? [plan.value] : [];
  });
}
