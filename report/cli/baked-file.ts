import type { Mapping } from '../../shared/mapping/mapping.ts';
import { CONTEXT_PREFIX } from '../../shared/answers/answer-table.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { ByteRow } from '../engine/byte-row.ts';
import { columnRole } from '../engine/column-role.ts';
import { inUtf8 } from '../engine/encoding.ts';
import { fittingMapping, usedColumns } from '../engine/fitting-mapping.ts';
import { inspect } from '../engine/inspect.ts';
import { parseJson } from '../engine/parse-json.ts';
import { CsvScanner } from '../engine/scan-csv.ts';
import type { Source } from '../engine/source.ts';

/** A file as it stands in a baked page. */
export interface BakedFile {
  readonly name: string;
  readonly text: string;
}

/** What is known of the files. */
export interface Known {
  readonly questionnaires: readonly Questionnaire[];
  readonly mappings: readonly Mapping[];
  /** With the respondents' own words. */
  readonly comments: boolean;
}

/** A file's text for a baked page: without folders in its name, and unless wanted without comments and contacts. */
export async function bakedFile(source: Source, known: Known): Promise<BakedFile> {
  const { kind, encoding, table } = await inspect(source);
  const asked = known.mappings.find(({ table: form }) => form?.encoding !== undefined)?.table?.encoding;
  const text = await textOf(source, asked !== undefined && encoding !== 'utf-8' ? asked : encoding);
  const name = source.name.replace(/^.*[/\\]/, '');
  if (known.comments) return { name, text };
  if (kind === 'json') return { name, text: withoutWords(text, known.questionnaires) };
  const mapping = table && fittingMapping(table.header, known.mappings);
  const used = mapping && new Set(usedColumns(mapping));
  const words = new Set(
    mapping?.columns.filter(({ role }) => role === 'comment').map(({ column }) => column),
  );
  const isKept = (column: string): boolean =>
    used ? used.has(column) && !words.has(column) : isFigure(column, known.questionnaires);
  return { name, text: columnsOf(text, isKept) };
}

async function textOf(source: Source, encoding: Parameters<typeof inUtf8>[1]): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of inUtf8(source.chunks(), encoding))
    text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** Whether a column is part of a figure by any questionnaire, or by its name alone. */
function isFigure(column: string, questionnaires: readonly Questionnaire[]): boolean {
  if (column.startsWith(CONTEXT_PREFIX)) return true;
  return [undefined, ...questionnaires].some((questionnaire) =>
    ['fixed', 'context', 'scale', 'choice'].includes(columnRole(column, questionnaire).kind),
  );
}

function columnsOf(text: string, isKept: (column: string) => boolean): string {
  let kept: number[] = [];
  const lines: string[] = [];
  const write = (row: ByteRow): void => {
    lines.push(kept.map((field) => quoted(row.text(field))).join(','));
  };
  const scanner = new CsvScanner({
    header: (row) => {
      kept = Array.from({ length: row.count }, (_, field) => field).filter((field) =>
        isKept(row.text(field)),
      );
      write(row);
      return true;
    },
    row: write,
    // Rows that do not count are not in the page; their list is printed when they are read.
    fault: () => undefined,
  });
  scanner.push(new TextEncoder().encode(text));
  scanner.end();
  return `${lines.join('\n')}\n`;
}

function withoutWords(text: string, questionnaires: readonly Questionnaire[]): string {
  return text
    .split('\n')
    .map((line) => {
      const record = parseJson(line);
      if (!isObject(record) || !isObject(record.answers)) return line;
      const answers = Object.entries(record.answers).filter(
        ([id, answer]) => typeof answer === 'number' || isBattery(answer) || isFigure(id, questionnaires),
      );
      return JSON.stringify({ ...record, answers: Object.fromEntries(answers) });
    })
    .join('\n');
}

/** Scores by aspect and attribute: of all objects the only one that holds objects. */
function isBattery(answer: unknown): boolean {
  return isObject(answer) && Object.values(answer).every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
