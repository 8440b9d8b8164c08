import type { SinkRow } from './sink.ts';

/*
 * ClickHouse's SQL as 18.16 reads it already. The table has no partitions: rows replace each other within one only,
 * and an erased row no longer knows the day of the one that it replaces.
 */

export const EXISTS = 'EXISTS TABLE answer';

export const NEWEST_VERSION = 'SELECT max(version) FROM answer';

export const CREATE = `
CREATE TABLE IF NOT EXISTS answer (
  id String,
  version UInt64,
  erased UInt8,
  revision UInt32,
  survey String,
  shown_day String,
  received_at String,
  payload String
) ENGINE = ReplacingMergeTree(version) ORDER BY id`;

export const INSERT = 'INSERT INTO answer FORMAT JSONEachRow';

/**
 * Rows as `JSONEachRow` has them: a line each, all columns named.
 *
 * @example rowLines([{ id: 'a', version: 7, erased: true }]) // '{"id":"a","version":7,"erased":1,"revision":0,…}\n'
 */
export function rowLines(rows: readonly SinkRow[]): string {
  return rows.map((row) => `${JSON.stringify(columnsOf(row))}\n`).join('');
}

function columnsOf(row: SinkRow): Record<string, string | number> {
  const { id, version } = row;
  if (row.erased) {
    return { id, version, erased: 1, revision: 0, survey: '', shown_day: '', received_at: '', payload: '' };
  }
  const { revision, survey, shownDay, receivedAt, payload } = row;
  return {
    ...{ id, version, erased: 0, revision, survey, payload },
    shown_day: shownDay,
    received_at: receivedAt,
  };
}

/** Ids in one statement, which ClickHouse refuses above 256 KiB; an id has up to 64 characters. */
const IDS_AT_ONCE = 1_000;

/**
 * Statements that take from the disk what erased rows have replaced; none where no row is erased. An answer that comes
 * back later under such an id has a higher version and stays.
 *
 * @param rows also such as are not erased
 */
export function removals(rows: readonly SinkRow[]): string[] {
  const erased = rows.filter((row) => row.erased);
  return Array.from({ length: Math.ceil(erased.length / IDS_AT_ONCE) }, (_, at) => {
    const some = erased.slice(at * IDS_AT_ONCE, (at + 1) * IDS_AT_ONCE);
    const newest = Math.max(...some.map(({ version }) => version));
    const ids = some.map(({ id }) => quoted(id)).join(', ');
    return `ALTER TABLE answer DELETE WHERE erased = 0 AND version <= ${newest} AND id IN (${ids})`;
  });
}

/** A text as ClickHouse's SQL quotes it. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
