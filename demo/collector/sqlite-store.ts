import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnswerRecord, StoredRecord } from '../../shared/answers/answer-record.ts';
import type { Receipt } from '../../shared/answers/receipt.ts';
import { GROUP_RECORDS, StoreFailure, WORTHWHILE_RECORDS } from './answer-store.ts';
import type { AnswerFilter, AnswerSnapshot, AnswerStore } from './answer-store.ts';
import { groupCommit } from './group-commit.ts';
import { postOf, receiptOf } from './offer.ts';
import type { Post } from './offer.ts';
import { writeHere } from './sqlite-thread.ts';
import type { Writer } from './sqlite-thread.ts';
import { connect, guarded } from './sqlite-writer.ts';

const PAGE_ROWS = 250;

const PAGE = `
  SELECT arrival, received_at, payload FROM answer
  WHERE arrival > ? AND (? = '' OR survey = ?) AND shown_day >= ? AND shown_day <= ?
  ORDER BY arrival LIMIT ${PAGE_ROWS}`;

/**
 * Answers in one SQLite file: write-ahead log, each commit synced to the disk before it is reported.
 *
 * @param file path of the database; made when it is missing
 * @param writer the one that writes to the file; in this thread unless it is given
 * @throws StoreFailure when the file cannot be opened
 */
export async function openSqliteStore(file: string, writer: Writer = writeHere(file)): Promise<AnswerStore> {
  await writer.put([]); // a thread opens the file at the first call, and says if it cannot
  return new SqliteStore(file, writer);
}

class SqliteStore implements AnswerStore {
  readonly #file: string;
  readonly #writer: Writer;
  readonly #snapshots = new Set<AnswerSnapshot>();
  readonly #putTogether = groupCommit((posts: readonly Post[]) => this.#putAll(posts), {
    sizeOf: ({ ids }) => ids.length,
    enough: GROUP_RECORDS,
    worthwhile: WORTHWHILE_RECORDS,
  });
  #hasTraces = false;

  constructor(file: string, writer: Writer) {
    this.#file = file;
    this.#writer = writer;
  }

  put(records: readonly AnswerRecord[], receivedAt: Date): Promise<Receipt> {
    return this.#putTogether(postOf(records, receivedAt.toISOString()));
  }

  async erase(context: Readonly<Record<string, string>>, now: Date): Promise<number> {
    const erased = await this.#writer.erase(context, now);
    this.#hasTraces = true;
    await this.#emptyLog();
    return erased;
  }

  snapshot(): Promise<AnswerSnapshot> {
    return attempt(() => {
      const snapshot = openSnapshot(this.#file, () => {
        this.#snapshots.delete(snapshot);
        return this.#emptyLog();
      });
      this.#snapshots.add(snapshot);
      return snapshot;
    });
  }

  async close(): Promise<void> {
    for (const snapshot of [...this.#snapshots]) await snapshot.close();
    await this.#writer.close();
  }

  async #putAll(posts: readonly Post[]): Promise<Receipt[]> {
    const outcomes = await this.#writer.put(posts);
    return posts.map((post, at) => receiptOf(post, outcomes[at]));
  }

  /** Erased texts stay in the log until it is emptied, which has to wait for whoever still reads from it. */
  async #emptyLog(): Promise<void> {
    if (!this.#hasTraces || this.#snapshots.size > 0) return;
    await this.#writer.emptyLog();
    this.#hasTraces = false;
  }
}

function openSnapshot(file: string, closed: () => Promise<void>): AnswerSnapshot {
  const database = connect(file);
  database.pragma('query_only = ON');
  database.exec('BEGIN');
  // A read transaction begins with its first read, not with BEGIN.
  database.prepare('SELECT 1 FROM answer LIMIT 1').all();
  let open = true;
  return {
    async *pages({ survey = '', from = '', until = '9999-12-31' }: AnswerFilter) {
      const select = database.prepare(PAGE);
      let last = 0;
      for (;;) {
        if (!open)
          throw new StoreFailure('unavailable', new Error('the snapshot was closed while it was read'));
        const rows = select.all(last, survey, survey, from, until) as StoredRow[]; // columns of PAGE
        if (rows.length > 0) yield rows.map(toRecord);
        if (rows.length < PAGE_ROWS) return;
        last = rows[rows.length - 1].arrival;
        await nextTurn(); // posts go on while a long export is read
      }
    },
    async close() {
      if (!open) return;
      open = false;
      guarded(() => {
        database.exec('COMMIT');
        database.close();
      });
      await closed();
    },
  };
}

interface StoredRow {
  readonly arrival: number;
  readonly received_at: string;
  readonly payload: string;
}

function toRecord({ received_at, payload }: StoredRow): StoredRecord {
  return { ...(JSON.parse(payload) as AnswerRecord), receivedAt: received_at }; // parsed before it was stored
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(guarded(work)));
}
