import type { Delimiter, Mapping } from '../../shared/mapping/mapping.ts';
import { CONTEXT_PREFIX } from '../../shared/answers/answer-table.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { ByteRow } from './byte-row.ts';
import { columnRole, type ColumnRole } from './column-role.ts';
import { inUtf8 } from './encoding.ts';
import { fittingMapping, usedColumns } from './fitting-mapping.ts';
import { inspect, type NamedForm } from './inspect.ts';
import { parseJson } from './parse-json.ts';
import { CsvScanner } from './scan-csv.ts';
import { readable } from './row-reader.ts';
import type { Source } from './source.ts';

const LINE_FEED = 10;

/** A file as it stands in a baked page. */
export interface BakedFile {
  readonly name: string;
  readonly text: string;
}

/** What is known of the files. */
export interface Known {
  readonly questionnaires: readonly Questionnaire[];
  readonly mappings: readonly Mapping[];
  /**
   * With the respondents' own words: `true` is the file as it stands; a function gives each comment as it is to stand,
   * and contacts and columns that nothing explains stay out, as they do without comments.
   */
  readonly comments: boolean | Wording;
}

/** What becomes of a comment. */
export type Wording = (comment: string) => string;

/** A file's text for a baked page: without folders in its name, and unless wanted without comments and contacts. */
export async function bakedFile(source: Source, known: Known): Promise<BakedFile> {
  const named = namedForm(known.mappings);
  const { kind, encoding, table } = await inspect(source, named);
  const bytes = await bytesOf(source, encoding);
  const name = source.name.replace(/^.*[/\\]/, '');
  if (known.comments === true) {
    const text = strictText(bytes);
    if (text !== undefined) return { name, text };
  }
  const wording = known.comments === true ? String : known.comments || undefined;
  if (kind === 'json') return { name, text: recordsOf(linesOf(bytes), known.questionnaires, wording) };
  const mapping = table && fittingMapping(table.header, known.mappings);
  const used = mapping && new Set(usedColumns(mapping));
  const words = new Set(
    mapping?.columns.filter(({ role }) => role === 'comment').map(({ column }) => column),
  );
  const isComment = (column: string): boolean =>
    used ? words.has(column) : hasRole(column, known.questionnaires, ['comment']);
  const isKept = (column: string): boolean =>
    used ? used.has(column) && !words.has(column) : isFigure(column, known.questionnaires);
  const scales = new Set(mapping?.columns.filter((column) => 'scale' in column).map(({ column }) => column));
  const isAnswer = (column: string): boolean =>
    isComment(column) ||
    (used ? scales.has(column) : !hasRole(column, known.questionnaires, ['fixed', 'context']));
  const wordingOf = (column: string): Wording | undefined => (isComment(column) ? wording : undefined);
  return { name, text: columnsOf(bytes, named.delimiter, { isKept, isAnswer, wordingOf }) };
}

/** Mappings as files of a baked page. */
export function bakedMappings(mappings: readonly Mapping[]): BakedFile[] {
  return mappings.map((mapping, at) => ({ name: `map-${at + 1}.json`, text: JSON.stringify(mapping) }));
}

/** How the tables are written, as far as mappings say, by the rules of reading. */
function namedForm(mappings: readonly Mapping[]): NamedForm {
  const encoding = mappings.find(({ table }) => table?.encoding !== undefined)?.table?.encoding;
  const delimiter = mappings.length === 1 ? mappings[0].table?.delimiter : undefined;
  return { ...(encoding && { encoding }), ...(delimiter && { delimiter }) };
}

async function bytesOf(source: Source, encoding: Parameters<typeof inUtf8>[1]): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of inUtf8(source.chunks(), encoding)) chunks.push(Uint8Array.from(chunk));
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Undefined where a byte is none of UTF-8. */
function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

/** The lines that reading takes: one with a byte that is none of UTF-8 does not count. */
function linesOf(bytes: Uint8Array): string[] {
  const whole = strictText(bytes);
  if (whole !== undefined) return whole.split('\n');
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, from);
    const line = strictText(bytes.subarray(from, end < 0 ? bytes.length : end));
    if (line !== undefined) lines.push(line);
    from = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

/** Whether a column is part of a figure by any questionnaire, or by its name alone. */
function isFigure(column: string, questionnaires: readonly Questionnaire[]): boolean {
  return (
    column.startsWith(CONTEXT_PREFIX) ||
    hasRole(column, questionnaires, ['fixed', 'context', 'scale', 'choice'])
  );
}

function hasRole(
  column: string,
  questionnaires: readonly Questionnaire[],
  kinds: readonly ColumnRole['kind'][],
): boolean {
  return [undefined, ...questionnaires].some((questionnaire) =>
    kinds.includes(columnRole(column, questionnaire).kind),
  );
}

interface Wanted {
  readonly isKept: (column: string) => boolean;
  /** Answers: a cell that is no UTF-8 is refused alone; elsewhere its whole row is. */
  readonly isAnswer: (column: string) => boolean;
  /** Of a column of comments, if these are wanted. */
  readonly wordingOf: (column: string) => Wording | undefined;
}

function columnsOf(
  bytes: Uint8Array,
  named: Delimiter | undefined,
  { isKept, isAnswer, wordingOf }: Wanted,
): string {
  let kept: number[] = [];
  let answers: readonly boolean[] = [];
  let wordings: readonly (Wording | undefined)[] = [];
  const lines: string[] = [];
  const write = (row: ByteRow): void => {
    const cells = kept.map((field) =>
      (wordings[field] ?? String)(answers[field] ? readable(row, field) : row.text(field)),
    );
    lines.push(cells.map(quoted).join(scanner.delimiter));
  };
  const scanner = new CsvScanner(
    {
      header: (row) => {
        const names = Array.from({ length: row.count }, (_, field) => row.text(field));
        const asked = names.map(wordingOf);
        kept = [...names.keys()].filter((field) => isKept(names[field]) || asked[field]);
        answers = names.map(isAnswer);
        write(row);
        wordings = asked;
        return true;
      },
      row: (row) => {
        try {
          write(row);
        } catch (error) {
          if (!(error instanceof TypeError)) throw error; // no UTF-8: reading refuses the row
        }
      },
      // Rows that do not count are not in the page; their list is printed when they are read.
      fault: () => undefined,
    },
    named,
  );
  scanner.push(bytes);
  scanner.end();
  return `${lines.join('\n')}\n`;
}

function recordsOf(
  lines: readonly string[],
  questionnaires: readonly Questionnaire[],
  wording: Wording | undefined,
): string {
  return lines
    .map((line) => {
      const record = parseJson(line);
      if (!isObject(record) || !isObject(record.answers)) return line;
      const answers = Object.entries(record.answers).flatMap(([id, answer]): [string, unknown][] => {
        if (typeof answer === 'number' || isBattery(answer)) return [[id, answer]];
        if (isFigure(id, questionnaires)) return withOther(id, answer, wording);
        const comment = wording && typeof answer === 'string' && hasRole(id, questionnaires, ['comment']);
        return comment ? [[id, wording(answer)]] : [];
      });
      return JSON.stringify({ ...record, answers: Object.fromEntries(answers) });
    })
    .join('\n');
}

/** Options that were chosen; what was written beside them is a comment too. */
function withOther(id: string, answer: unknown, wording: Wording | undefined): [string, unknown][] {
  if (Array.isArray(answer)) {
    const options = (answer as unknown[]).flatMap((one) =>
      withOther(id, one, wording).map(([, kept]) => kept),
    );
    return [[id, options]];
  }
  if (!isObject(answer)) return [[id, answer]];
  const { other } = answer;
  return wording && typeof other === 'string' ? [[id, { other: wording(other) }]] : [];
}

/** Scores by aspect and attribute: of all objects the only one that holds objects. */
function isBattery(answer: unknown): boolean {
  return isObject(answer) && Object.values(answer).every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(text: string): string {
  return /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
