import { StoreFailure } from './answer-store.ts';
import type { Pool, Session } from './postgres-pools.ts';
import { WRITE_LOCK } from './postgres-store.ts';
import type { SinkRow } from './sink.ts';

/** Changes that are handed on at once, at most. */
const BATCH_CHANGES = 5_000;
/** A batch takes no further change once its payloads have so many bytes. */
const BATCH_BYTES = 4 * 1024 * 1024;
/** Answers that are queued in one transaction, while posts wait. */
const FILL_ANSWERS = 5_000;
/** First part of the key of the advisory lock under which one feeder at a time takes from a queue. */
const FEED_LOCK = 4_401_001;

/** What the sink has not been told yet, kept in the store's own database. */
export interface SinkQueue {
  /**
   * Makes the queue where it is missing: from then on each change of an answer is in it. Versions that it gives from now
   * on are above `newest`.
   *
   * @param newest the highest version that the sink holds
   * @returns whether it may lack changes that the sink has missed: it is new, or older than what the sink holds
   */
  open(newest: number): Promise<boolean>;
  /** Puts every answer of the store into the queue. */
  fill(): Promise<void>;
  /**
   * Hands the oldest changes on and forgets them once they are taken.
   *
   * @param put takes rows, one for each id; when it throws, they stay in the queue
   * @returns whether more may be due at once; false too while another feeder is at it
   */
  feed(put: (rows: readonly SinkRow[]) => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
}

/*
 * Transactions commit in another order than they take numbers, so that a reader who remembers the last number it has
 * seen misses what commits later with a lower one. Here nothing is remembered: what has been handed on is deleted, and
 * whatever is in the table is due.
 *
 * An id's own changes have rising numbers in the order of their commits, as each holds the row's lock from before it
 * takes a number until it commits. So the highest number of an id goes with its last state.
 */
const QUEUE = `
  CREATE TABLE sink_change (
    version bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);
  CREATE FUNCTION queue_for_sink() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
    BEGIN
      INSERT INTO sink_change (id) SELECT id FROM changed;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER answer_inserted AFTER INSERT ON answer REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION queue_for_sink();
  CREATE TRIGGER answer_updated AFTER UPDATE ON answer REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION queue_for_sink();
  CREATE TRIGGER answer_deleted AFTER DELETE ON answer REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION queue_for_sink()`;

const IS_MISSING = `SELECT to_regclass('sink_change') IS NULL AS "isMissing"`;
const NEXT_VERSION = `SELECT nextval('sink_change_version_seq')::float8 AS version`;
const GO_ON_ABOVE = `SELECT setval('sink_change_version_seq', $1)`;

/** The rows' locks make a change that is under way come before its answer is queued here, or get a higher number. */
const FILL = `
  WITH part AS (SELECT arrival, id FROM answer WHERE arrival > $1 ORDER BY arrival LIMIT ${FILL_ANSWERS} FOR SHARE),
    queued AS (INSERT INTO sink_change (id) SELECT id FROM part)
  SELECT max(arrival)::float8 AS last FROM part`;

/** One statement, so that changes and answers are of one moment. */
const DUE = `
  WITH due AS (SELECT version, id FROM sink_change ORDER BY version LIMIT ${BATCH_CHANGES}),
    sized AS (
      SELECT version, id, sum(octet_length(payload::text)) OVER (
        ORDER BY version ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM due LEFT JOIN answer USING (id))
  SELECT version::float8, id, (SELECT count(*) FROM due)::integer AS due, revision, survey,
    shown_day AS "shownDay", received_at AS "receivedAt", payload::text
  FROM sized LEFT JOIN answer USING (id)
  WHERE coalesce(before, 0) < ${BATCH_BYTES}
  ORDER BY version`;

const TRY_LOCK = `SELECT pg_try_advisory_xact_lock(${FEED_LOCK}, 'sink_change'::regclass::oid::integer) AS "isOurs"`;
const FORGET = 'DELETE FROM sink_change WHERE version = ANY ($1::bigint[])';

/*
 * What is forgotten and comes back after a power cut is handed on twice, which does no harm. A batch is found by its
 * keys: statistics of a table that fills and empties all the time make the server read all answers instead.
 */
const BEGIN = `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL synchronous_commit = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off`;
const BEGIN_ALONE = `BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(${WRITE_LOCK})`;

/** A {@link SinkQueue} beside the answers in PostgreSQL. What it throws for its database is a StoreFailure. */
export function postgresQueue(pool: Pool): SinkQueue {
  return {
    open: (newest) => transact(pool, BEGIN_ALONE, (session) => open(session, newest)),
    async fill() {
      let last: number | null = 0;
      while (last !== null) {
        const after: number = last;
        last = await transact(pool, BEGIN_ALONE, async (session) => {
          const [row] = await rowsOf<{ last: number | null }>(session, FILL, [after]);
          return row.last;
        });
      }
    },
    feed: (put) => transact(pool, BEGIN, (session) => feed(session, put)),
    close: () => pool.end(),
  };
}

async function open(session: Session, newest: number): Promise<boolean> {
  const [{ isMissing }] = await rowsOf<{ isMissing: boolean }>(session, IS_MISSING);
  if (isMissing) await asked(session.query(QUEUE));
  const [{ version }] = await rowsOf<{ version: number }>(session, NEXT_VERSION);
  if (version <= newest) await asked(session.query(GO_ON_ABOVE, [newest]));
  return isMissing || version <= newest;
}

async function feed(session: Session, put: (rows: readonly SinkRow[]) => Promise<void>): Promise<boolean> {
  const [{ isOurs }] = await rowsOf<{ isOurs: boolean }>(session, TRY_LOCK);
  const changes = isOurs ? await rowsOf<Change>(session, DUE) : [];
  if (changes.length === 0) return false;
  await put(newestRows(changes));
  await asked(session.query(FORGET, [changes.map(({ version }) => version)]));
  return changes.length < changes[0].due || changes.length === BATCH_CHANGES;
}

/** A change, and the answer as it stands; its columns are null where the answer is no more. */
export interface Change {
  readonly version: number;
  readonly id: string;
  /** How many changes were there to choose from. */
  readonly due: number;
  readonly revision: number | null;
  readonly survey: string | null;
  readonly shownDay: string | null;
  readonly receivedAt: Date | null;
  readonly payload: string | null;
}

/**
 * One row for each id that has changed, under its highest version.
 *
 * @param changes in rising order of version, with the state of their answers at one moment
 */
export function newestRows(changes: readonly Change[]): SinkRow[] {
  return [...new Map(changes.map((change) => [change.id, rowOf(change)])).values()];
}

function rowOf({ version, id, revision, survey, shownDay, receivedAt, payload }: Change): SinkRow {
  if (revision === null || survey === null || shownDay === null || receivedAt === null || payload === null) {
    return { id, version, erased: true };
  }
  return {
    ...{ id, version, erased: false, revision, survey, shownDay, payload },
    receivedAt: receivedAt.toISOString(),
  };
}

/** Does all of the work or none of it. */
async function transact<T>(pool: Pool, begin: string, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await asked(pool.connect());
  let isDone = false;
  try {
    await asked(session.query(begin));
    const result = await work(session);
    await asked(session.query('COMMIT'));
    isDone = true;
    return result;
  } finally {
    // With the connection goes what was not committed.
    session.release(!isDone);
  }
}

async function rowsOf<Row>(session: Session, text: string, values?: unknown[]): Promise<Row[]> {
  const { rows } = await asked(session.query(text, values));
  return rows as Row[]; // the columns that the statement names
}

async function asked<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new StoreFailure('unavailable', error);
  }
}
