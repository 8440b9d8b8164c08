import type { Encoding, Mapping } from '../../shared/mapping/mapping.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { AnswerReader } from './answer-reader.ts';
import type { FileProblem } from './file-problem.ts';
import { inUtf8 } from './encoding.ts';
import { CsvReader, type TableVerdict } from './read-csv.ts';
import { NdjsonReader } from './read-ndjson.ts';
import { guarded, sortOut, type SummaryRead } from './sort-files.ts';
import type { Source } from './source.ts';

/** How far reading has come. */
export interface ReadProgress {
  readonly file: string;
  /** Bytes read of the bytes of all files. */
  readonly bytes: number;
  readonly bytesInAll: number;
  readonly rows: number;
  readonly rejected: number;
  /** How long the rest takes, in ms, going by what is read. */
  readonly msLeft?: number;
}

/** A file whose rows were read. */
export interface FileRead {
  readonly name: string;
  readonly size: number;
  readonly rows: number;
}

/** Everything that came out of the files. */
export interface AnswersRead {
  readonly reader: AnswerReader;
  readonly files: readonly FileRead[];
  readonly problems: readonly FileProblem[];
  readonly questionnaires: readonly Questionnaire[];
  /** The mappings that tables were read by, or that came beside exports of ours. */
  readonly mappings: readonly Mapping[];
  /** Counts made elsewhere, each with the file that it stands in. */
  readonly summaries: readonly SummaryRead[];
  /** Names of columns that a header has twice; the first counted. */
  readonly doubled: readonly string[];
}

/** What is at hand before any file is read. */
export interface ReadOptions {
  /** Questionnaires that are there already; those in the files go before them. */
  readonly questionnaires?: readonly Questionnaire[];
  /** Mappings that are there already; those in the files go before them. */
  readonly mappings?: readonly Mapping[];
  /** Of files whose bytes leave it open; a mapping may say it as well. */
  readonly encoding?: Encoding;
  /** Told after each chunk; may pause the reading. */
  readonly onChunk?: (
    progress: ReadProgress,
    reader: AnswerReader,
    mappings: readonly Mapping[],
  ) => void | Promise<void>;
}

/** After so many bytes of a file, the rows in all are estimated, and room is made for them. */
const ESTIMATE_BYTES = 1 << 20;
const ESTIMATE_MARGIN = 1.02;
const ROOM_LEFT = 0.995;

/**
 * Reads exports of answers and other tables, with questionnaires and mappings among them or beside them.
 *
 * @param sources in the order in which they were given; questionnaires and mappings are read before any answer
 */
export async function readAnswers(
  sources: readonly Source[],
  options: ReadOptions = {},
): Promise<AnswersRead> {
  const problems: FileProblem[] = [];
  const beside = await sortOut(sources, problems);
  const questionnaires = [...beside.questionnaires, ...(options.questionnaires ?? [])];
  const mappings = [...beside.mappings, ...(options.mappings ?? [])];
  const reader = new AnswerReader(questionnaires);
  const files: FileRead[] = [];
  const doubled = new Set<string>();
  const used = new Set(mappings.filter(({ columns }) => columns.length === 0));
  const bytesInAll = beside.answers.reduce((sum, { source }) => sum + source.size, 0);
  let before = 0;
  let room = 0;
  for (const { source, sniffed } of beside.answers) {
    const file = source.name;
    const asked =
      options.encoding ?? mappings.find(({ table }) => table?.encoding !== undefined)?.table?.encoding;
    const encoding = sniffed.sure ? sniffed.encoding : (asked ?? 'utf-8');
    const sureOfEncoding = sniffed.sure || asked !== undefined;
    const table =
      sniffed.kind === 'json'
        ? new NdjsonReader(file, reader)
        : new CsvReader(file, reader, { mappings, sureOfEncoding });
    const rejectedBefore = reader.rejections.rows;
    const whole = await guarded(source, problems, async () => {
      let bytes = before;
      for await (const chunk of inUtf8(source.chunks(), encoding)) {
        table.push(chunk);
        bytes = Math.min(bytes + chunk.length, before + source.size);
        const { rows } = reader.builder;
        // Once, and again only where the guess was too low: each time everything is copied.
        if (bytes - before >= ESTIMATE_BYTES && rows > ROOM_LEFT * room) {
          room = Math.ceil((ESTIMATE_MARGIN * rows * bytesInAll) / bytes);
          reader.builder.reserve(room);
          reader.revisions.reserve(room);
        }
        const rejected = reader.rejections.rows + reader.rejections.cells;
        await options.onChunk?.({ file, bytes, bytesInAll, rows, rejected }, reader, mappings);
        // A table that is refused by its header is not read to its end.
        if (table instanceof CsvReader && table.verdict.refused !== undefined) break;
      }
      table.end();
      return true;
    });
    before += source.size;
    if (whole === undefined) continue;
    const problem =
      table instanceof CsvReader
        ? tableProblem(file, table.verdict, sniffed.encoding)
        : linesProblem(file, table.rows, reader.rejections.rows - rejectedBefore);
    if (table instanceof CsvReader) {
      for (const column of table.verdict.doubled) doubled.add(column);
      if (table.verdict.mapping) used.add(table.verdict.mapping);
    }
    if (problem) problems.push(problem);
    else files.push({ name: file, size: source.size, rows: rowsOf(table) });
  }
  reader.builder.ids.close();
  const { summaries } = beside;
  return { reader, files, problems, questionnaires, mappings: [...used], summaries, doubled: [...doubled] };
}

function tableProblem(
  file: string,
  { header, refused, rows }: TableVerdict,
  encoding: Encoding,
): FileProblem | undefined {
  if (refused === 'encoding') return { file, code: refused, encoding };
  if (refused === 'no-id-column' || refused === 'no-survey')
    return { file, code: refused, details: header ?? [] };
  if (refused !== undefined) return { file, code: refused };
  return header === undefined || rows === 0 ? { file, code: 'no-rows' } : undefined;
}

function linesProblem(file: string, rows: number, refused: number): FileProblem | undefined {
  if (rows === 0) return { file, code: 'no-rows' };
  return rows === refused ? { file, code: 'no-survey' } : undefined;
}

function rowsOf(table: CsvReader | NdjsonReader): number {
  return table instanceof CsvReader ? table.verdict.rows : table.rows;
}
