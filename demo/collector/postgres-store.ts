import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import type { Receipt } from '../../shared/answers/receipt.ts';
import { GROUP_RECORDS, TOMBSTONE_DAYS, WORTHWHILE_RECORDS } from './answer-store.ts';
import type { AnswerSnapshot, AnswerStore } from './answer-store.ts';
import { groupCommit } from './group-commit.ts';
import { offersIn, postOf, receiptFor, settle } from './offer.ts';
import type { Known, Offer, Outcome } from './offer.ts';
import { sha256 } from './payload.ts';
import { guarded } from './postgres-failure.ts';
import type { Pool, Pools, Session } from './postgres-pools.ts';
import { openSnapshot } from './postgres-snapshot.ts';
import { textArray } from './text-array.ts';

const DAY_MS = 86_400_000;
/** Key of the advisory lock under which collectors write, so that several on one database never meet half way. */
export const WRITE_LOCK = 4_401_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS answer (
    arrival bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    revision integer NOT NULL,
    survey text COLLATE "C" NOT NULL,
    shown_day text COLLATE "C" NOT NULL,
    received_at timestamptz NOT NULL,
    payload_hash text NOT NULL,
    payload json NOT NULL
  );
  CREATE TABLE IF NOT EXISTS tombstone (
    id_hash text COLLATE "C" PRIMARY KEY,
    until timestamptz NOT NULL
  )`;

// A commit that was reported outlives a power cut, whatever the server's own setting says.
const BEGIN = `BEGIN; SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock(${WRITE_LOCK})`;

const UPSERT = `
  INSERT INTO answer (id, revision, survey, shown_day, received_at, payload_hash, payload)
  SELECT id, revision::integer, survey, shown_day, received_at::timestamptz,
    encode(sha256(convert_to(payload, 'UTF8')), 'hex'), payload::json
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY
    AS offer (id, revision, survey, shown_day, received_at, payload, place)
  WHERE NOT EXISTS (
    SELECT FROM tombstone
    WHERE id_hash = encode(sha256(convert_to(offer.id, 'UTF8')), 'hex') AND until >= offer.received_at::timestamptz
  )
  ORDER BY place
  ON CONFLICT (id) DO UPDATE SET
    revision = excluded.revision, survey = excluded.survey, shown_day = excluded.shown_day,
    received_at = excluded.received_at, payload_hash = excluded.payload_hash, payload = excluded.payload
  WHERE excluded.revision > answer.revision
  RETURNING id`;

/** The values of {@link UPSERT}, in order. */
const COLUMNS = ['id', 'revision', 'survey', 'shownDay', 'receivedAt', 'payload'] as const;

const TOMBSTONES = 'SELECT id_hash, until FROM tombstone WHERE id_hash = ANY ($1::text[])';

const KNOWN = `
  SELECT id, revision, payload::text FROM answer WHERE id = ANY ($1::text[])`;

/**
 * Answers in a PostgreSQL database; its tables are made where they are missing.
 *
 * @throws StoreFailure when the database cannot be reached or does not let the tables be made
 */
export async function openPostgresStore(pools: Pools): Promise<AnswerStore> {
  try {
    await transact(pools.writes, (session) => session.query(SCHEMA));
  } catch (error) {
    await Promise.all([pools.writes.end(), pools.reads.end()]);
    throw error;
  }
  return new PostgresStore(pools);
}

class PostgresStore implements AnswerStore {
  readonly #pools: Pools;
  readonly #snapshots = new Set<AnswerSnapshot>();
  readonly #putTogether = groupCommit((posts: readonly (readonly Offer[])[]) => this.#putAll(posts), {
    sizeOf: (post) => post.length,
    enough: GROUP_RECORDS,
    worthwhile: WORTHWHILE_RECORDS,
  });

  constructor(pools: Pools) {
    this.#pools = pools;
  }

  put(records: readonly AnswerRecord[], receivedAt: Date): Promise<Receipt> {
    return this.#putTogether(offersIn(postOf(records, receivedAt.toISOString())));
  }

  async erase(context: Readonly<Record<string, string>>, now: Date): Promise<number> {
    const fields = Object.entries(context);
    const where = fields.map((_, at) => `payload->'context'->>$${2 * at + 2} = $${2 * at + 3}`).join(' AND ');
    const until = new Date(now.getTime() + TOMBSTONE_DAYS * DAY_MS);
    const bury = `
      WITH erased AS (DELETE FROM answer WHERE ${where} RETURNING id)
      INSERT INTO tombstone SELECT encode(sha256(convert_to(id, 'UTF8')), 'hex'), $1 FROM erased
      ON CONFLICT (id_hash) DO UPDATE SET until = excluded.until`;
    return transact(this.#pools.writes, async (session) => {
      const { rowCount } = await session.query(bury, [until, ...fields.flat()]);
      await session.query('DELETE FROM tombstone WHERE until < $1', [now]);
      return rowCount ?? 0;
    });
  }

  async snapshot(): Promise<AnswerSnapshot> {
    const snapshot = await guarded(openSnapshot(this.#pools.reads, () => this.#snapshots.delete(snapshot)));
    this.#snapshots.add(snapshot);
    return snapshot;
  }

  async close(): Promise<void> {
    for (const snapshot of [...this.#snapshots]) await snapshot.close();
    await Promise.all([this.#pools.writes.end(), this.#pools.reads.end()]);
  }

  async #putAll(posts: readonly (readonly Offer[])[]): Promise<Receipt[]> {
    const outcomes = await putOffers(this.#pools.writes, posts.flat());
    let at = 0;
    return posts.map((post) => receiptFor(post, outcomes.slice(at, (at += post.length))));
  }
}

/**
 * Nearly all are new: they are written at once, and only of those that the database has refused, or that came twice, is it
 * asked what it has.
 */
async function putOffers(pool: Pool, offers: readonly Offer[]): Promise<readonly Outcome[]> {
  const stored = await putNew(pool, offeredOnce(offers));
  const left = offers.filter(({ id }) => !stored.has(id));
  const outcomes = left.length > 0 ? await transact(pool, (session) => putKnown(session, left)) : [];
  let at = 0;
  return offers.map(({ id }) => (stored.has(id) ? 'stored' : outcomes[at++]));
}

/** One transaction, sent at once: the lock is never held while this process does something else. */
function putNew(pool: Pool, offers: readonly Offer[]): Promise<ReadonlySet<string>> {
  return guarded(
    withSession(pool, async (session) => {
      const [, stored] = await Promise.all([
        session.query(BEGIN),
        upsert(session, offers),
        session.query('COMMIT'),
      ]);
      return stored;
    }),
  );
}

/** Nobody else writes while the lock is held, so what was read is still so when it is written. */
async function putKnown(session: Session, offers: readonly Offer[]): Promise<readonly Outcome[]> {
  const buried = await tombstones(session, offers);
  const known = await knownRevisions(session, offers);
  const { outcomes, winners } = settle(offers, (offer) => buried.has(offer), known);
  if ((await upsert(session, winners)).size < winners.length)
    throw new Error('somebody else has written without the lock');
  return outcomes;
}

function offeredOnce(offers: readonly Offer[]): readonly Offer[] {
  const again = new Set<string>();
  const ids = new Set<string>();
  for (const { id } of offers) (ids.has(id) ? again : ids).add(id);
  return offers.filter(({ id }) => !again.has(id));
}

async function tombstones(session: Session, offers: readonly Offer[]): Promise<Set<Offer>> {
  const hashes = offers.map(({ id }) => sha256(id));
  const { rows } = await session.query(TOMBSTONES, [textArray(hashes)]);
  const until = new Map((rows as { id_hash: string; until: Date }[]).map((row) => [row.id_hash, row.until])); // TOMBSTONES
  return new Set(
    offers.filter(({ receivedAt }, at) => (until.get(hashes[at])?.toISOString() ?? '') >= receivedAt),
  );
}

async function knownRevisions(session: Session, offers: readonly Offer[]): Promise<Map<string, Known>> {
  const { rows } = await session.query(KNOWN, [textArray(offers.map(({ id }) => id))]);
  return new Map((rows as (Known & { id: string })[]).map((row) => [row.id, row])); // columns of KNOWN
}

/** The ids of those that were written. */
async function upsert(session: Session, offers: readonly Offer[]): Promise<ReadonlySet<string>> {
  if (offers.length === 0) return new Set();
  const columns = COLUMNS.map((column) => textArray(offers.map((offer) => String(offer[column]))));
  const { rows } = await session.query(UPSERT, columns);
  return new Set((rows as { id: string }[]).map(({ id }) => id)); // UPSERT
}

/** Does all of the work or none of it, alone among the collectors on this database. */
function transact<T>(pool: Pool, work: (session: Session) => Promise<T>): Promise<T> {
  return guarded(
    withSession(pool, async (session) => {
      await session.query(BEGIN);
      const result = await work(session);
      await session.query('COMMIT');
      return result;
    }),
  );
}

async function withSession<T>(pool: Pool, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await pool.connect();
  let isDone = false;
  try {
    const result = await work(session);
    isDone = true;
    return result;
  } finally {
    // With the connection goes what was not committed.
    session.release(!isDone);
  }
}
