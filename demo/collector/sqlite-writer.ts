import Database from 'libsql';
import { StoreFailure, TOMBSTONE_DAYS } from './answer-store.ts';
import { offersIn } from './offer.ts';
import type { Known, Offer, Outcome, Post, PostOutcome } from './offer.ts';
import { sha256 } from './payload.ts';

const DAY_MS = 86_400_000;
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

const KNOWN = 'SELECT revision, payload FROM answer WHERE id = ?';
const ANY_TOMBSTONE = 'SELECT 1 FROM tombstone LIMIT 1';
const TOMBSTONE = 'SELECT 1 FROM tombstone WHERE id_hash = ? AND until >= ?';

/*
 * Reads use `all`, never `get` or `iterate`: libsql leaves those statements open until they are collected as
 * garbage, and an open one holds its snapshot, so that the log can neither be emptied nor cut.
 */

/** The one connection that writes to a file: a call at a time, each on the disk when it returns. */
export interface SqliteWriter {
  /** Keeps the records of several posts, all or none; gives for each post what became of it. */
  put(posts: readonly Post[]): PostOutcome[];
  /** Erases the records whose context has all these values; gives how many. */
  erase(context: Readonly<Record<string, string>>, now: Date): number;
  /** Cuts the log, in which erased texts would stay; nobody may be reading from it. */
  emptyLog(): void;
  close(): void;
}

/**
 * Opens the file for writing, and makes it and its tables where they are missing.
 *
 * @throws StoreFailure as all of its calls do
 */
export function openSqliteWriter(file: string): SqliteWriter {
  const connection = guarded(() => new Connection(file));
  return {
    put: (posts) => guarded(() => connection.put(posts)),
    erase: (context, now) => guarded(() => connection.erase(context, now)),
    emptyLog: () => guarded(() => connection.emptyLog()),
    close: () => guarded(() => connection.close()),
  };
}

/** A connection to a file, which waits for others that have it locked. */
export function connect(file: string): Database.Database {
  const database = new Database(file);
  database.pragma(`busy_timeout = ${BUSY_MS}`);
  return database;
}

/** Does something with a database; what it throws becomes a {@link StoreFailure}. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
    throw new StoreFailure(full ? 'full' : 'unavailable', error);
  }
}

class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(file: string) {
    this.#database = connect(file);
    // FULL: a commit that was reported outlives a power cut. secure_delete: an erased comment leaves no bytes behind.
    for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) {
      this.#database.pragma(setting);
    }
    this.#database.exec(SCHEMA);
  }

  put(posts: readonly Post[]): PostOutcome[] {
    return this.#inTransaction(() => {
      const isAnyErased = this.#statement(ANY_TOMBSTONE).all().length > 0;
      return posts.map((post) => {
        const outcomes = offersIn(post).map((offer) => this.#keep(offer, isAnyErased));
        return outcomes.every((outcome) => outcome === 'stored') ? 'stored' : outcomes;
      });
    });
  }

  erase(context: Readonly<Record<string, string>>, now: Date): number {
    const fields = Object.entries(context);
    const where = fields.map(() => 'json_extract(payload, ?) = ?').join(' AND ');
    const values = fields.flatMap(([field, value]) => [`$.context."${field}"`, value]);
    const until = new Date(now.getTime() + TOMBSTONE_DAYS * DAY_MS).toISOString();
    return this.#inTransaction(() => {
      const found = this.#database.prepare(`DELETE FROM answer WHERE ${where} RETURNING id`).all(values);
      const bury = this.#database.prepare('INSERT OR REPLACE INTO tombstone VALUES (?, ?)');
      for (const { id } of found as { id: string }[]) bury.run(sha256(id), until); // the statement returns ids
      this.#database.prepare('DELETE FROM tombstone WHERE until < ?').run(now.toISOString());
      return found.length;
    });
  }

  emptyLog(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#database.close();
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

  #keep(offer: Offer, isAnyErased: boolean): Outcome {
    const { id, revision, survey, shownDay, receivedAt, payload } = offer;
    if (isAnyErased && this.#statement(TOMBSTONE).all(sha256(id), receivedAt).length > 0) return 'erased';
    const row = [id, revision, survey, shownDay, receivedAt, sha256(payload), payload];
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
}
