import type { AnswerRecord, StoredRecord } from '../../shared/answers/answer-record.ts';
import { StoreFailure } from './answer-store.ts';
import type { AnswerFilter, AnswerSnapshot } from './answer-store.ts';
import { guarded } from './postgres-failure.ts';
import type { Pool } from './postgres-pools.ts';

const PAGE_ROWS = 250;

const CURSOR = `
  DECLARE answers NO SCROLL CURSOR FOR
  SELECT received_at, payload::text FROM answer
  WHERE ($1 = '' OR survey = $1) AND shown_day >= $2 AND shown_day <= $3
  ORDER BY arrival`;

/** All answers as they are now, read page by page in one transaction, which holds a connection until it is closed. */
export async function openSnapshot(pool: Pool, closed: () => void): Promise<AnswerSnapshot> {
  const session = await pool.connect();
  try {
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // What the transaction sees is fixed by its first read, not by BEGIN.
    await session.query('SELECT 1 FROM answer LIMIT 1');
  } catch (error) {
    session.release(true);
    throw error;
  }
  let open = true;
  return {
    async *pages({ survey = '', from = '', until = '9999-12-31' }: AnswerFilter) {
      await guarded(session.query(CURSOR, [survey, from, until]));
      for (;;) {
        if (!open)
          throw new StoreFailure('unavailable', new Error('the snapshot was closed while it was read'));
        const { rows } = await guarded(session.query(`FETCH ${PAGE_ROWS} FROM answers`));
        if (rows.length > 0) yield (rows as StoredRow[]).map(toRecord); // columns of CURSOR
        if (rows.length < PAGE_ROWS) break;
      }
      await guarded(session.query('CLOSE answers'));
    },
    close() {
      if (open) {
        closed();
        // With the connection goes the cursor of a reader that gave up.
        session.release(true);
      }
      open = false;
      return Promise.resolve();
    },
  };
}

interface StoredRow {
  readonly received_at: Date;
  readonly payload: string;
}

function toRecord({ received_at, payload }: StoredRow): StoredRecord {
  return { ...(JSON.parse(payload) as AnswerRecord), receivedAt: received_at.toISOString() }; // parsed before it was stored
}
