/** Databases that the statements are written for. */
export const DIALECT_NAMES = ['duckdb', 'clickhouse', 'postgres'] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];

/** What databases say each in their own way. It is used where texts are loaded; what counts them is the same for all. */
export interface Dialect {
  /** What stands after the columns of a new table, and of that of the result, which one statement reads and fills. */
  readonly engine: string;
  readonly resultEngine: string;
  /** A text as a literal; only where it has a backslash do databases differ. */
  literal(text: string): string;
  /** A cell of the owner's table as a text, '' where it has none. */
  cell(column: string): string;
  /** Whether a text has a pattern's form; patterns are written so that all regular expressions read them alike. */
  matches(text: string, pattern: string): string;
  /** A text with what the pattern finds first replaced; `\1` stands for the first group. */
  replaced(text: string, pattern: string, replacement: string): string;
  /** MD5 of a text in hexadecimal digits, small letters. */
  md5(text: string): string;
  /** The character U+001F, which parts the fields of an id. */
  readonly separator: string;
  /** How a CSV file gets into a table, and how the result gets out of one, as comments say it. */
  loading(table: string): readonly string[];
  saving(table: string): readonly string[];
}

/** A name in double quotes, as all databases read it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function plainLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function backslashLiteral(text: string): string {
  return plainLiteral(text.replaceAll('\\', '\\\\'));
}

/** Each database's own way. */
export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  duckdb: {
    engine: '',
    resultEngine: '',
    literal: plainLiteral,
    cell: (column) => `coalesce(cast(${identifier(column)} as varchar), '')`,
    matches: (text, pattern) => `regexp_matches(${text}, ${plainLiteral(pattern)})`,
    replaced: (text, pattern, replacement) =>
      `regexp_replace(${text}, ${plainLiteral(pattern)}, ${plainLiteral(replacement)})`,
    md5: (text) => `md5(${text})`,
    separator: 'chr(31)',
    loading: (table) => [`copy ${table} from 'answers.csv' (header, delimiter ',', quote '"');`],
    saving: (table) => [`copy ${table} to 'rows.ndjson' (format json);`],
  },
  clickhouse: {
    engine: ' engine = Log',
    resultEngine: ' engine = Memory',
    literal: backslashLiteral,
    cell: (column) => `ifNull(toString(${identifier(column)}), '')`,
    matches: (text, pattern) => `match(${text}, ${backslashLiteral(pattern)})`,
    replaced: (text, pattern, replacement) =>
      `replaceRegexpOne(${text}, ${backslashLiteral(pattern)}, ${backslashLiteral(replacement)})`,
    md5: (text) => `lower(hex(MD5(${text})))`,
    separator: "'\\x1F'",
    loading: (table) => [
      `clickhouse-client --format_csv_allow_single_quotes 0 --query "insert into ${table} format CSVWithNames" < answers.csv`,
      'on the command line; take the byte order mark off the file first (tail -c +4).',
    ],
    saving: (table) => [
      `clickhouse-client --query "select * from ${table} format JSONEachRow" > rows.ndjson`,
      'on the command line.',
    ],
  },
  postgres: {
    engine: '',
    resultEngine: '',
    literal: plainLiteral,
    cell: (column) => `coalesce(cast(${identifier(column)} as varchar), '')`,
    matches: (text, pattern) => `(${text} ~ ${plainLiteral(pattern)})`,
    replaced: (text, pattern, replacement) =>
      `regexp_replace(${text}, ${plainLiteral(pattern)}, ${plainLiteral(replacement)})`,
    md5: (text) => `md5(${text})`,
    separator: 'chr(31)',
    loading: (table) => [`\\copy ${table} from 'answers.csv' with (format csv, header)`],
    saving: (table) => [
      `psql -AtX -c "select row_to_json(r) from ${table} r" > rows.ndjson`,
      'on the command line (not by copy, which doubles backslashes).',
    ],
  },
};
