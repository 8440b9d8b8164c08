/** A database that runs the statements, on loopback or in this process. */
export interface SqlEngine {
  /** What it is, with its version. */
  readonly name: string;
  /** Runs one statement. */
  run(statement: string): Promise<void>;
  /** Fills a table of texts from a CSV file with a header. */
  load(table: string, file: string): Promise<void>;
  /** All rows of a table as NDJSON. */
  rows(table: string): Promise<string>;
  remove(): Promise<void>;
}
