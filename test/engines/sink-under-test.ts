import { setTimeout as passed } from 'node:timers/promises';
import { ask as askPostgres } from '../support/collector-places.ts';
import type { ClickhouseServer } from './clickhouse-server.ts';

const ASK_EVERY_MS = 100;
const FED_MS = 60_000;

/** An answer as both sides have it. */
export interface HeldAnswer {
  readonly id: string;
  readonly revision: number;
  readonly survey: string;
  readonly payload: string;
}

/** A PostgreSQL store and the ClickHouse database that is fed from it. */
export interface SinkUnderTest {
  /** Address of the sink as `--sink` takes it. */
  readonly address: string;
  /** What the store has, in order of id. */
  stored(): Promise<HeldAnswer[]>;
  /** What is read from the sink, in order of id; nothing before it has its table. */
  sunk(): Promise<HeldAnswer[]>;
  /** How many changes the sink has not been told yet; undefined before there is a queue. */
  due(): Promise<number | undefined>;
  /** Resolves once the sink has been told all; rejects where that takes a minute. */
  untilFed(): Promise<void>;
  /** A statement to the sink's database. */
  ask(statement: string): Promise<string>;
  /** Name of its database. */
  readonly name: string;
}

/**
 * Makes an empty database in a ClickHouse for a store.
 *
 * @param url of the store's database and schema
 * @param name of the database to make
 * @param credentials before the host, such as `default:secret@`
 */
export async function sinkUnderTest(
  url: string,
  { host, ask }: ClickhouseServer,
  name: string,
  credentials = '',
): Promise<SinkUnderTest> {
  await ask(`CREATE DATABASE ${name}`);
  const due = async (): Promise<number | undefined> => {
    const [{ queue }] = await askPostgres(url, `SELECT to_regclass('sink_change') AS queue`);
    if (queue === null) return undefined;
    const [row] = await askPostgres(url, 'SELECT count(*)::integer AS due FROM sink_change');
    return Number(row.due);
  };
  return {
    address: `clickhouse://${credentials}${host}/${name}`,
    stored: async () => {
      const rows = await askPostgres(
        url,
        'SELECT id, revision, survey, payload::text FROM answer ORDER BY id',
      );
      return rows as unknown as HeldAnswer[]; // the columns above
    },
    sunk: async () => {
      if ((await ask(`EXISTS TABLE ${name}.answer`)).trim() === '0') return [];
      const lines = await ask(
        `SELECT id, revision, survey, payload FROM ${name}.answer FINAL WHERE erased = 0 ORDER BY id FORMAT JSONEachRow`,
      );
      return lines
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as HeldAnswer); // the columns above
    },
    due,
    untilFed: async () => {
      for (let waitedMs = 0; waitedMs < FED_MS; waitedMs += ASK_EVERY_MS) {
        if ((await due()) === 0) return;
        await passed(ASK_EVERY_MS);
      }
      throw new Error(`sinkUnderTest: expected all changes to be handed on within ${FED_MS} ms`);
    },
    name,
    ask: (statement) => ask(statement),
  };
}
