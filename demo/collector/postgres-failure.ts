import { StoreFailure } from './answer-store.ts';

/** PostgreSQL's code for a full disk. */
const DISK_FULL = '53100';

/** Waits for work on a database; what it rejects with becomes a {@link StoreFailure}. */
export async function guarded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    const full = error instanceof Error && 'code' in error && error.code === DISK_FULL;
    throw new StoreFailure(full ? 'full' : 'unavailable', error);
  }
}
