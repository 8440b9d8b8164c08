import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { ReportEngine } from '../engine/engine-client.ts';
import { fittingMapping } from '../engine/fitting-mapping.ts';
import type { NamedForm } from '../engine/inspect.ts';
import type { ReadOutcome, SourceFile } from '../engine/messages.ts';
import { pageStorage } from './kept-mappings.ts';
import type { TableFile } from './table-form.ts';
import { tableAs, tablesToMap } from './tables-to-map.ts';

/** Files, and what they are read by. */
export interface Reading {
  readonly files: readonly SourceFile[];
  readonly mappings: readonly Mapping[];
  /** Names of files that the owner leaves out. */
  readonly leftOut: ReadonlySet<string>;
}

/** A table whose columns are asked about, and the reading that waits for it. */
export interface Asking extends Reading {
  readonly table: TableFile;
  /** Tables that are asked about after this one. */
  readonly left: number;
  /** What the owner begins with, where it is not the guess. */
  readonly mapping?: Mapping;
  readonly wrongEncoding?: boolean;
  /** What was read so far. */
  readonly outcome: ReadOutcome;
}

/** What follows a reading: a question about a table, a reading with mappings that were kept, or the report. */
export type NextStep =
  | { readonly kind: 'ask'; readonly asking: Asking }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'show' };

/** What follows a reading: tables that nothing explains are asked about, one after the other. */
export async function nextStep(
  engine: ReportEngine,
  outcome: ReadOutcome,
  reading: Reading,
): Promise<NextStep> {
  const { files, mappings, leftOut } = reading;
  const { ask, kept } = await tablesToMap(engine, outcome, files, mappings, leftOut, pageStorage());
  const all = { ...reading, mappings: [...mappings, ...kept] };
  const [table, ...later] = ask;
  if (table) return { kind: 'ask', asking: { ...all, table, left: later.length, outcome } };
  return kept.length > 0 ? { kind: 'read', reading: all } : { kind: 'show' };
}

/** The reading without the table that is asked about. */
export function leavingOut(asking: Asking): Reading {
  return { ...asking, leftOut: new Set([...asking.leftOut, asking.table.file]) };
}

/** The question about the first table that was read by a mapping of this page, once more. */
export async function askAgain(
  engine: ReportEngine,
  outcome: ReadOutcome,
  reading: Reading,
): Promise<Asking | undefined> {
  const { files, mappings } = reading;
  const [mapping, ...others] = mappings;
  if (!mapping) return undefined;
  for (const file of files) {
    const table = await tableAs(engine, file, mapping.table);
    if (table && fittingMapping(table.table.header, mappings) === mapping)
      return { ...reading, mappings: others, table, left: 0, mapping, outcome };
  }
  return undefined;
}

/** The same question about a table that is written in another way. */
export async function askedAs(engine: ReportEngine, asking: Asking, named: NamedForm): Promise<Asking> {
  const file = asking.files.find(({ name }) => name === asking.table.file);
  try {
    const table = file && (await tableAs(engine, file, named));
    return { ...asking, ...(table && { table }), wrongEncoding: !table };
  } catch (error) {
    // A worker's errors come as their text.
    if (!String(error).includes('EncodingError')) throw error;
    return { ...asking, wrongEncoding: true };
  }
}
