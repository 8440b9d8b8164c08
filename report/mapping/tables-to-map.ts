import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { ReportEngine } from '../engine/engine-client.ts';
import type { FileProblemCode } from '../engine/file-problem.ts';
import { fittingMapping } from '../engine/fitting-mapping.ts';
import type { Inspection, NamedForm } from '../engine/inspect.ts';
import type { ReadOutcome, SourceFile } from '../engine/messages.ts';
import { keptMapping, type KeptStore } from './kept-mappings.ts';
import type { TableFile } from './table-form.ts';

/** Refused for want of a mapping, or of its encoding, which a mapping says. */
const FOR_WANT_OF_MAPPING: readonly FileProblemCode[] = ['no-survey', 'no-id-column', 'encoding'];

/** What is to be done with the tables that a reading could not understand. */
export interface Unexplained {
  /** To be asked about, in the order of the files. */
  readonly ask: readonly TableFile[];
  /** Kept from earlier for tables with these columns. */
  readonly kept: readonly Mapping[];
}

/**
 * The tables that a reading refused for want of a mapping, and the mappings that were kept for such.
 *
 * @param mappings those that the reading had: what they fit is not asked about again
 * @param leftOut names of files that the owner leaves out
 */
export async function tablesToMap(
  engine: ReportEngine,
  { problems }: ReadOutcome,
  files: readonly SourceFile[],
  mappings: readonly Mapping[],
  leftOut: ReadonlySet<string>,
  store: KeptStore | undefined,
): Promise<Unexplained> {
  const refused = new Set(
    problems.filter(({ code }) => FOR_WANT_OF_MAPPING.includes(code)).map(({ file }) => file),
  );
  const suspects = files.filter(({ name }) => refused.has(name) && !leftOut.has(name));
  if (suspects.length === 0) return { ask: [], kept: [] };
  const ask: TableFile[] = [];
  const kept: Mapping[] = [];
  for (const found of await engine.inspect(suspects)) {
    if (!isForeignTable(found) || fittingMapping(found.table.header, [...mappings, ...kept])) continue;
    const mapping = keptMapping(store, found.table.header);
    if (mapping) kept.push(mapping);
    else ask.push(found);
  }
  return { ask, kept };
}

/**
 * A file's table, written as its owner says.
 *
 * @returns undefined when its bytes cannot be read so
 */
export async function tableAs(
  engine: ReportEngine,
  file: SourceFile,
  named?: NamedForm,
): Promise<TableFile | undefined> {
  const [found] = await engine.inspect([file], named);
  return found && isForeignTable(found) ? found : undefined;
}

function isForeignTable(found: Inspection): found is TableFile {
  return found.table !== undefined && !found.table.own && found.table.rows > 0;
}
