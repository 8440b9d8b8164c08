import { MAPPING_FORMAT, type Encoding, type Mapping } from '../../shared/mapping/mapping.ts';
import { parseMapping } from '../../shared/mapping/parse-mapping.ts';
import { parseSummary } from '../../shared/summary/parse-summary.ts';
import { SUMMARY_FORMAT, type Summary } from '../../shared/summary/summary.ts';
import type { Issue, Parsed } from '../../shared/parsed.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { AnswerReader } from './answer-reader.ts';
import type { FileProblem } from './file-problem.ts';
import { parseJson } from './parse-json.ts';
import { EncodingError, inUtf8 } from './encoding.ts';
import { CsvReader, type TableVerdict } from './read-csv.ts';
import { NdjsonReader } from './read-ndjson.ts';
import { readQuestionnaires } from './read-questionnaires.ts';
import { SNIFF_BYTES, sniff, type Sniffed } from './sniff.ts';
import type { Source } from './source.ts';

/** How far reading has come. */
export interface ReadProgress {
  readonly file: string;
  /** Bytes read of the bytes of all files. */
  readonly bytes: number;
  readonly bytesInAll: number;
  readonly rows: number;
  readonly rejected: number;
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

/** A summary, and the file that it stands in. */
export interface SummaryRead {
  readonly file: string;
  readonly size: number;
  readonly summary: Summary;
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
  readonly onChunk?: (progress: ReadProgress, reader: AnswerReader) => void | Promise<void>;
}

/** JSON files up to this size are looked at as a whole, since a questionnaire may be laid out over many lines. */
const WHOLE_JSON_MAX = 64 * 1024 * 1024;

/** After so many bytes of a file, the rows in all are estimated, and room is made for them. */
const ESTIMATE_BYTES = 1 << 20;
const ESTIMATE_MARGIN = 1.05;
const ROOM_LEFT = 0.98;

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
        }
        const rejected = reader.rejections.rows + reader.rejections.cells;
        await options.onChunk?.({ file, bytes, bytesInAll, rows, rejected }, reader);
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
  const { summaries } = beside;
  return { reader, files, problems, questionnaires, mappings: [...used], summaries, doubled: [...doubled] };
}

/** Files of answers, and what came beside them. */
interface Beside {
  readonly answers: readonly { readonly source: Source; readonly sniffed: Sniffed }[];
  readonly questionnaires: readonly Questionnaire[];
  readonly mappings: readonly Mapping[];
  readonly summaries: readonly SummaryRead[];
}

async function sortOut(sources: readonly Source[], problems: FileProblem[]): Promise<Beside> {
  const answers: { source: Source; sniffed: Sniffed }[] = [];
  const questionnaires: Questionnaire[] = [];
  const mappings: Mapping[] = [];
  const summaries: SummaryRead[] = [];
  for (const source of sources) {
    const file = source.name;
    const found = await guarded(source, problems, () => classify(source));
    if (found === undefined) continue;
    if (found.kind === 'questionnaires') {
      questionnaires.push(...found.questionnaires);
      if (found.issues.length > 0) problems.push({ file, code: 'bad-questionnaire', details: found.issues });
    } else if (found.kind === 'mapping') {
      if (found.mapping.ok) mappings.push(found.mapping.value);
      else problems.push({ file, code: 'bad-mapping', details: found.mapping.issues.map(issueLine) });
    } else if (found.kind === 'summary') {
      if (found.summary.ok) summaries.push({ file, size: source.size, summary: found.summary.value });
      else problems.push({ file, code: 'bad-summary', details: found.summary.issues.map(issueLine) });
    } else if (found.kind === 'answers') answers.push({ source, sniffed: found.sniffed });
    else problems.push({ file, code: found.kind });
  }
  return { answers, questionnaires, mappings, summaries };
}

type Classified =
  | { readonly kind: 'empty' | 'workbook' | 'binary' | 'unknown-json' }
  | { readonly kind: 'answers'; readonly sniffed: Sniffed }
  | { readonly kind: 'mapping'; readonly mapping: Parsed<Mapping> }
  | { readonly kind: 'summary'; readonly summary: Parsed<Summary> }
  | ({ readonly kind: 'questionnaires' } & NonNullable<ReturnType<typeof readQuestionnaires>>);

async function classify(source: Source): Promise<Classified> {
  const sniffed = sniff(await firstBytes(source, SNIFF_BYTES));
  const { kind, encoding } = sniffed;
  if (kind === 'table') return { kind: 'answers', sniffed };
  if (kind !== 'json') return { kind };
  if (source.size > WHOLE_JSON_MAX) return { kind: 'answers', sniffed };
  const input = parseJson(new TextDecoder(encoding).decode(await firstBytes(source, WHOLE_JSON_MAX)));
  if (input === undefined) return { kind: 'answers', sniffed };
  if (hasFormat(input, SUMMARY_FORMAT)) return { kind: 'summary', summary: parseSummary(input) };
  if (isMapping(input)) return { kind: 'mapping', mapping: parseMapping(input) };
  const found = readQuestionnaires(input);
  if (found) return { kind: 'questionnaires', ...found };
  const record = typeof input === 'object' && input !== null && 'id' in input && 'revision' in input;
  return record ? { kind: 'answers', sniffed } : { kind: 'unknown-json' };
}

/**
 * Whether a JSON value means to be a mapping.
 *
 * @example isMapping({ format: 'fourfold-map' }) // true
 */
export function isMapping(input: unknown): boolean {
  return hasFormat(input, MAPPING_FORMAT);
}

function hasFormat(input: unknown, format: string): boolean {
  return typeof input === 'object' && input !== null && 'format' in input && input.format === format;
}

function issueLine({ path, message }: Issue): string {
  return `${path}: ${message}`;
}

/** The first bytes of a source, `limit` at most. */
export async function firstBytes(source: Source, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= limit) break;
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head.subarray(0, limit);
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

async function guarded<T>(
  source: Source,
  problems: FileProblem[],
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    // DOMException: the disk's or browser's refusal, since the file was moved or changed under the page.
    if (error instanceof EncodingError) problems.push({ file: source.name, code: 'encoding' });
    else if (error instanceof DOMException) problems.push({ file: source.name, code: 'unreadable' });
    else throw error;
    return undefined;
  }
}
