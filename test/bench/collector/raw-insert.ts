import Database from 'libsql';
import pg from 'pg';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { offersIn, postOf, type Offer } from '../../../demo/collector/offer.ts';
import { sha256 } from '../../../demo/collector/payload.ts';
import { textArray } from '../../../demo/collector/text-array.ts';
import type { Place } from '../../support/collector-process.ts';

/** A database without a collector before it: writes so many rows in one transaction, synced when it resolves. */
export interface RawInsert {
  write(rows: readonly Row[]): Promise<void>;
  close(): Promise<void>;
}

/** A row of the table `answer`, made beforehand. */
type Row = readonly (string | number)[];

/** The rows that a collector would write for these records. */
export function rowsOf(records: readonly AnswerRecord[]): Row[] {
  return offersIn(postOf(records, '2026-03-01T12:00:00.000Z')).map(rowOf);
}

/** Opens the database in which a collector has made its table. */
export async function openRaw(place: Place): Promise<RawInsert> {
  return 'file' in place ? rawSqlite(place.file) : rawPostgres(place.url);
}

function rowOf({ id, revision, survey, shownDay, receivedAt, payload }: Offer): Row {
  return [id, revision, survey, shownDay, receivedAt, sha256(payload), payload];
}

const COLUMNS = '(id, revision, survey, shown_day, received_at, payload_hash, payload)';

function rawSqlite(file: string): RawInsert {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const insert = database.prepare(`INSERT INTO answer ${COLUMNS} VALUES (?, ?, ?, ?, ?, ?, ?)`);
  return {
    write: (rows) => {
      database.exec('BEGIN IMMEDIATE');
      for (const row of rows) insert.run([...row]);
      database.exec('COMMIT');
      return Promise.resolve();
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

async function rawPostgres(url: string): Promise<RawInsert> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const casts = ['', '::integer', '', '', '::timestamptz', '', '::json'].map((cast, at) => `c${at}${cast}`);
  const [names, arrays] = [casts.map((_, at) => `c${at}`), casts.map((_, at) => `$${at + 1}::text[]`)];
  const insert = `INSERT INTO answer ${COLUMNS} SELECT ${casts.join()} FROM unnest(${arrays.join()}) AS row (${names.join()})`;
  return {
    write: async (rows) => {
      await client.query(
        insert,
        casts.map((_, column) => textArray(rows.map((row) => String(row[column])))),
      );
    },
    close: () => client.end(),
  };
}
