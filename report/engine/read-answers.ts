import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { AnswerReader } from './answer-reader.ts';
import type { FileProblem } from './file-problem.ts';
import { parseJson } from './parse-json.ts';
import { CsvReader, type TableVerdict } from './read-csv.ts';
import { NdjsonReader } from './read-ndjson.ts';
import { readQuestionnaires } from './read-questionnaires.ts';
import { SNIFF_BYTES, sniff, type FileKind } from './sniff.ts';
import { inUtf8, type Source } from './source.ts';

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
  /** Names of columns that a header has twice; the first counted. */
  readonly doubled: readonly string[];
}

/** JSON files up to this size are looked at as a whole, since a questionnaire may be laid out over many lines. */
const WHOLE_JSON_MAX = 16 * 1024 * 1024;

/**
 * Reads exports of answers, with questionnaires among them or beside them.
 *
 * @param sources in the order in which they were given; questionnaires are read before any answer
 * @param known questionnaires that are there already; those in the files go before them
 * @param onChunk told after each chunk; may pause the reading
 */
export async function readAnswers(
  sources: readonly Source[],
  known: readonly Questionnaire[],
  onChunk: (progress: ReadProgress, reader: AnswerReader) => void | Promise<void> = () => undefined,
): Promise<AnswersRead> {
  const problems: FileProblem[] = [];
  const questionnaires: Questionnaire[] = [];
  const answers: { source: Source; kind: 'json' | 'table' }[] = [];
  for (const source of sources) {
    const found = await guarded(source, problems, () => classify(source));
    if (found === undefined) continue;
    if (found.kind === 'questionnaires') {
      questionnaires.push(...found.questionnaires);
      if (found.issues.length > 0)
        problems.push({ file: source.name, code: 'bad-questionnaire', details: found.issues });
    } else if (found.kind === 'json' || found.kind === 'table') answers.push({ source, kind: found.kind });
    else problems.push({ file: source.name, code: found.kind });
  }
  const all = [...questionnaires, ...known];
  const reader = new AnswerReader(all);
  const files: FileRead[] = [];
  const doubled = new Set<string>();
  const bytesInAll = answers.reduce((sum, { source }) => sum + source.size, 0);
  let before = 0;
  for (const { source, kind } of answers) {
    const file = source.name;
    const table = kind === 'json' ? new NdjsonReader(file, reader) : new CsvReader(file, reader);
    const rejectedBefore = reader.rejections.rows;
    await guarded(source, problems, async () => {
      let bytes = before;
      for await (const chunk of inUtf8(source.chunks())) {
        table.push(chunk);
        bytes = Math.min(bytes + chunk.length, before + source.size);
        const { rows } = reader.builder;
        const rejected = reader.rejections.rows + reader.rejections.cells;
        await onChunk({ file, bytes, bytesInAll, rows, rejected }, reader);
      }
      table.end();
    });
    before += source.size;
    if (table instanceof CsvReader) for (const column of table.verdict.doubled) doubled.add(column);
    const problem =
      table instanceof CsvReader
        ? tableProblem(file, table.verdict)
        : linesProblem(file, table.rows, reader.rejections.rows - rejectedBefore);
    if (problem) problems.push(problem);
    else files.push({ name: file, size: source.size, rows: rowsOf(table) });
  }
  return { reader, files, problems, questionnaires: all, doubled: [...doubled] };
}

type Classified =
  | { readonly kind: 'json' | 'table' | 'empty' | 'workbook' | 'binary' | 'unknown-json' }
  | ({ readonly kind: 'questionnaires' } & NonNullable<ReturnType<typeof readQuestionnaires>>);

async function classify(source: Source): Promise<Classified> {
  const kind: FileKind = sniff(await firstBytes(source, SNIFF_BYTES));
  if (kind !== 'json' || source.size > WHOLE_JSON_MAX) return { kind };
  const input = parseJson(new TextDecoder().decode(await firstBytes(source, WHOLE_JSON_MAX)));
  if (input === undefined) return { kind };
  const found = readQuestionnaires(input);
  if (found) return { kind: 'questionnaires', ...found };
  const record = typeof input === 'object' && input !== null && 'id' in input && 'revision' in input;
  return { kind: record ? 'json' : 'unknown-json' };
}

async function firstBytes(source: Source, limit: number): Promise<Uint8Array> {
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

function tableProblem(file: string, verdict: TableVerdict): FileProblem | undefined {
  const { header, refused, rows } = verdict;
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
    // The disk's or browser's refusal: the file was moved or changed under the page. All else is ours.
    if (!(error instanceof DOMException)) throw error;
    problems.push({ file: source.name, code: 'unreadable' });
    return undefined;
  }
}
