import { MAPPING_FORMAT, type Mapping } from '../../shared/mapping/mapping.ts';
import { parseMapping } from '../../shared/mapping/parse-mapping.ts';
import type { Issue, Parsed } from '../../shared/parsed.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { parseSummary } from '../../shared/summary/parse-summary.ts';
import { SUMMARY_FORMAT, type Summary } from '../../shared/summary/summary.ts';
import { EncodingError } from './encoding.ts';
import type { FileProblem } from './file-problem.ts';
import { parseJson } from './parse-json.ts';
import { readQuestionnaires } from './read-questionnaires.ts';
import { SNIFF_BYTES, sniff, type Sniffed } from './sniff.ts';
import type { Source } from './source.ts';

/** JSON files up to this size are looked at as a whole, since a questionnaire may be laid out over many lines. */
const WHOLE_JSON_MAX = 64 * 1024 * 1024;

/** A summary, and the file that it stands in. */
export interface SummaryRead {
  readonly file: string;
  readonly size: number;
  readonly summary: Summary;
}

/** Files of answers, and what came beside them. */
export interface Beside {
  readonly answers: readonly { readonly source: Source; readonly sniffed: Sniffed }[];
  readonly questionnaires: readonly Questionnaire[];
  readonly mappings: readonly Mapping[];
  readonly summaries: readonly SummaryRead[];
}

/** Tells files of answers from questionnaires, mappings and summaries, which are read at once. */
export async function sortOut(sources: readonly Source[], problems: FileProblem[]): Promise<Beside> {
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
  if (hasFormat(input, MAPPING_FORMAT)) return { kind: 'mapping', mapping: parseMapping(input) };
  const found = readQuestionnaires(input);
  if (found) return { kind: 'questionnaires', ...found };
  const record = typeof input === 'object' && input !== null && 'id' in input && 'revision' in input;
  return record ? { kind: 'answers', sniffed } : { kind: 'unknown-json' };
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
    parts.push(chunk.slice());
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

/** Reads from a source; a file that cannot be read is a problem, and no result. */
export async function guarded<T>(
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
