import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'libsql';
import type { AnswerRecord, StoredRecord } from '../../shared/answers/answer-record.ts';
import type { Receipt } from '../../shared/answers/receipt.ts';
import { GROUP_RECORDS, StoreFailure, TOMBSTONE_DAYS } from './answer-store.ts';
import type { AnswerFilter, AnswerSnapshot, AnswerStore } from './answer-store.ts';
import { groupCommit } from './group-commit.ts';
import { offersOf, receiptFor } from './offer.ts';
import type { Known, Offer, Outcome } from './offer.ts';
import { sha256 } from './payload.ts';

const DAY_MS = 86_400_000;
const PAGE_ROWS = 250;
const BUSY_MS = 5_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS answer (
    arrival INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    survey TEXT NOT NULL,
    shown_day TEXT NOT NULL,
    received_at TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    payload TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS tombstone (
    id_hash TEXT PRIMARY KEY,
    until TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

const UPSERT = `
  INSERT INTO answer (id, revision, survey, shown_day, received_at, payload_hash, payload)
  VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET
    revision = excluded.revision, survey = excluded.survey, shown_day = excluded.shown_day,
    received_at = excluded.received_at, payload_hash = excluded.payload_hash, payload = excluded.payload
  WHERE excluded.revision > answer.revision`;

const KNOWN = 'SELECT revision, payload_hash AS payloadHash, payload FROM answer WHERE id = ?';
const ANY_TOMBSTONE = 'SELECT 1 FROM tombstone LIMIT 1';
const TOMBSTONE = 'SELECT 1 FROM tombstone WHERE id_hash = ? AND until >= ?';

const PAGE = `
  SELECT arrival, received_at, payload FROM answer
  WHERE arrival > ? AND (? = '' OR survey = ?) AND shown_day >= ? AND shown_day <= ?
  ORDER BY arrival LIMIT ${PAGE_ROWS}`;

/*
 * Reads use `all`, never `get` or `iterate`: libsql leaves those statements open until they are collected as
 * garbage, and an open one holds its snapshot, so that the log can neither be emptied nor cut.
 */

/**
 * Answers in one SQLite file: write-ahead log, each commit synced to the disk before it is reported.
 *
 * @param file path of the database; made when it is missing
 * @throws StoreFailure when the file cannot be opened
 */
export function openSqliteStore(file: string): AnswerStore {
  return guarded(() => new SqliteStore(file));
}

class SqliteStore implements AnswerStore {
  readonly #file: string;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #snapshots = new Set<AnswerSnapshot>();
  readonly #putTogether = groupCommit(
    (posts: readonly (readonly Offer[])[]) => guarded(() => this.#putAll(posts)),
    { sizeOf: (post) => post.length, enough: GROUP_RECORDS },
  );
  #hasTraces = false;

  constructor(file: string) {
    this.#file = file;
    this.#database = connect(file);
    // FULL: a commit that was reported outlives a power cut. secure_delete: an erased comment leaves no bytes behind.
    for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) {
      this.#database.pragma(setting);
    }
    this.#database.exec(SCHEMA);
  }

  put(records: readonly AnswerRecord[], receivedAt: Date): Promise<Receipt> {
    return this.#putTogether(offersOf(records, receivedAt.toISOString()));
  }

  erase(context: Readonly<Record<string, string>>, now: Date): Promise<number> {
    return attempt(() => {
      const fields = Object.entries(context);
      const where = fields.map(() => 'json_extract(payload, ?) = ?').join(' AND ');
      const values = fields.flatMap(([field, value]) => [`$.context."${field}"`, value]);
      const until = new Date(now.getTime() + TOMBSTONE_DAYS * DAY_MS).toISOString();
      const erased = this.#inTransaction(() => {
        const found = this.#database.prepare(`DELETE FROM answer WHERE ${where} RETURNING id`).all(values);
        const bury = this.#database.prepare('INSERT OR REPLACE INTO tombstone VALUES (?, ?)');
        for (const { id } of found as { id: string }[]) bury.run(sha256(id), until); // the statement returns ids
        this.#database.prepare('DELETE FROM tombstone WHERE until < ?').run(now.toISOString());
        return found.length;
      });
      this.#hasTraces = true;
      this.#emptyLog();
      return erased;
    });
  }

  snapshot(): Promise<AnswerSnapshot> {
    return attempt(() => {
      const snapshot = openSnapshot(this.#file, () => {
        this.#snapshots.delete(snapshot);
        this.#emptyLog();
      });
      this.#snapshots.add(snapshot);
      return snapshot;
    });
  }

  async close(): Promise<void> {
    for (const snapshot of [...this.#snapshots]) await snapshot.close();
    await attempt(() => this.#database.close());
  }

  /** libsql's own `transaction` hides why it failed where SQLite has rolled back already, as on a full disk. */
  #inTransaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #putAll(posts: readonly (readonly Offer[])[]): Receipt[] {
    return this.#inTransaction(() => {
      const isAnyErased = this.#statement(ANY_TOMBSTONE).all().length > 0;
      return posts.map((offers) => receiptFor(offers, (offer) => this.#keep(offer, isAnyErased)));
    });
  }

  #keep(offer: Offer, isAnyErased: boolean): Outcome {
    const { id, revision, survey, shownDay, receivedAt, payloadHash, payload } = offer;
    if (isAnyErased && this.#statement(TOMBSTONE).all(sha256(id), receivedAt).length > 0) return 'erased';
    const row = [id, revision, survey, shownDay, receivedAt, payloadHash, payload];
    if (this.#statement(UPSERT).run(row).changes > 0) return 'stored';
    const [known] = this.#statement(KNOWN).all(id) as Known[]; // the upsert has just met this one row
    return known;
  }

  /** A statement prepared once: preparing takes longer than an insert. */
  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** Erased texts stay in the log until it is emptied, which has to wait for whoever still reads from it. */
  #emptyLog(): void {
    if (!this.#hasTraces || this.#snapshots.size > 0) return;
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
    this.#hasTraces = false;
  }
}

function openSnapshot(file: string, closed: () => void): AnswerSnapshot {
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
    close: () =>
      attempt(() => {
        if (!open) return;
        open = false;
        database.exec('COMMIT');
        database.close();
        closed();
      }),
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

function connect(file: string): Database.Database {
  const database = new Database(file);
  database.pragma(`busy_timeout = ${BUSY_MS}`);
  return database;
}

function attempt<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(guarded(work)));
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
    throw new StoreFailure(full ? 'full' : 'unavailable', error);
  }
}
