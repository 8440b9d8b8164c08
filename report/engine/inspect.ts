import type { Delimiter, Encoding } from '../../shared/mapping/mapping.ts';
import { guessMapping, type Guess } from './guess/guess-mapping.ts';
import type { ColumnProfile } from './guess/profile-column.ts';
import { profileTable } from './guess/profile-table.ts';
import { firstBytes } from './sort-files.ts';
import { isSurvey } from './read-csv.ts';
import { SNIFF_BYTES, sniff, type FileKind } from './sniff.ts';
import type { Source } from './source.ts';

/** What a file is, before it is read. */
export interface Inspection {
  readonly file: string;
  readonly kind: FileKind;
  readonly encoding: Encoding;
  /** The bytes leave no doubt about the encoding; otherwise the owner is to be asked. */
  readonly sureOfEncoding: boolean;
  /** Only of tables with a header. */
  readonly table?: TableInspection;
}

/** How a table is written, as far as its owner has named it. */
export interface NamedForm {
  /** Where the bytes leave it open. */
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
}

/** What a table looks like, and what it may mean. */
export interface TableInspection {
  /** An export of ours: it needs no mapping. */
  readonly own: boolean;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** Rows looked at, and those left out for their form. */
  readonly rows: number;
  /** More rows follow those. */
  readonly more: boolean;
  readonly faults: number;
  /** The first rows, as they stand. */
  readonly preview: readonly (readonly string[])[];
  /** What the cells of each column look like, in the order of the header. */
  readonly columns: readonly ColumnProfile[];
  readonly guess: Guess;
}

/**
 * Looks at a file: what it is, how it is written, and for a table that nothing explains, what its columns may mean.
 *
 * @param named what the owner has said of its form
 * @throws EncodingError when the bytes are not what that encoding allows
 */
export async function inspect(source: Source, named: NamedForm = {}): Promise<Inspection> {
  const sniffed = sniff(await firstBytes(source, SNIFF_BYTES));
  const file = source.name;
  const asked = sniffed.sure ? sniffed.encoding : (named.encoding ?? sniffed.encoding);
  const sureOfEncoding = sniffed.sure || named.encoding !== undefined;
  const found = { file, kind: sniffed.kind, encoding: asked, sureOfEncoding };
  if (sniffed.kind !== 'table') return found;
  const profile = await profileTable(source, asked, named.delimiter);
  if (!profile) return found;
  const { delimiter, header, rows, more, faults, preview, columns } = profile;
  const own = isSurvey(header) && header.includes('id');
  const guess = guessMapping(profile, surveyName(file), asked);
  return { ...found, table: { own, delimiter, header, rows, more, faults, preview, columns, guess } };
}

/** The file's name without its folder and ending. */
function surveyName(file: string): string {
  const name = file.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
  return name === '' ? file : name;
}
