import type { Scope } from './scopes.ts';
import { ROW_COLUMNS, SLICE_COLUMNS, TABLES } from './sql-tables.ts';

/** Arguments that every database's `concat` takes. */
const CONCAT_MAX = 60;

const INSERT = `insert into ${TABLES.rows} (${ROW_COLUMNS.map(([name]) => name).join(', ')}) select`;

/** What one statement counts, beside the scope. */
interface Count {
  readonly part: string;
  /** A literal that all of its rows carry, or what they are grouped by. */
  readonly item?: string;
  readonly itemOf?: string;
  readonly level?: string;
  readonly n?: string;
  readonly sums?: string;
  readonly where?: readonly string[];
}

/** Writes statements that put counts into the table of the result; each row carries the plan's digest. */
export class RowWriter {
  readonly #digest: string;

  constructor(digest: string) {
    this.#digest = digest;
  }

  /** One row over a whole table, or over none. */
  whole({ part, item = "''", n = 'count(*)' }: Count, table?: string, where?: string): string {
    const row = [`'${this.#digest}'`, `'${part}'`, "''", "''", "''", "''", "''", '0', item, '0', n, "''"];
    const from = table === undefined ? '' : ` from ${table}`;
    return `${INSERT} ${row.join(', ')}${from}${where === undefined ? '' : ` where ${where}`}`;
  }

  /** A row for each slice, part of it, and level. */
  count(scope: Scope, count: Count): string {
    const { part, itemOf, item = itemOf ?? "''", level, n = 'count(*)', sums = "''", where = [] } = count;
    const by = [...SLICE_COLUMNS, ...scope.by, ...[level, itemOf].filter((one) => one !== undefined)];
    const row = [
      ...[`'${this.#digest}'`, `'${part}'`, ...SLICE_COLUMNS, `'${scope.name}'`, scope.value, scope.moment],
      ...[item, level ?? '0', n, sums],
    ];
    const conditions = [...scope.where, ...where];
    const only = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
    return `${INSERT} ${row.join(', ')} from ${TABLES.levels}${only} group by ${by.join(', ')}`;
  }

  /** A row for each value that a query gives as `head`. */
  heads(survey: string, query: string): string {
    const row = [
      `'${this.#digest}'`,
      "'sketch'",
      survey,
      "''",
      "''",
      "''",
      "''",
      '0',
      'head',
      '0',
      '1',
      "''",
    ];
    return `${INSERT} ${row.join(', ')} from (${query}) heads`;
  }
}

/** Numbers as one text with blanks between them. */
export function joined(numbers: readonly string[]): string {
  let parts = numbers.map((number, k) => {
    const text = `cast(${number} as varchar)`;
    return k > 0 ? `concat(' ', ${text})` : text;
  });
  while (parts.length > 1) {
    const longer: string[] = [];
    for (let at = 0; at < parts.length; at += CONCAT_MAX) {
      const some = parts.slice(at, at + CONCAT_MAX);
      longer.push(some.length > 1 ? `concat(${some.join(', ')})` : some[0]);
    }
    parts = longer;
  }
  return parts[0];
}
