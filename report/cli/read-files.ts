import { readFile } from 'node:fs/promises';
import type { Encoding, Mapping } from '../../shared/mapping/mapping.ts';
import { parseMapping } from '../../shared/mapping/parse-mapping.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { Engine } from '../engine/engine.ts';
import { EncodingError } from '../engine/encoding.ts';
import { fittingMapping } from '../engine/fitting-mapping.ts';
import { inspect } from '../engine/inspect.ts';
import type { ReadOutcome } from '../engine/messages.ts';
import { parseJson } from '../engine/parse-json.ts';
import type { Source } from '../engine/source.ts';
import { en } from '../strings/en.ts';
import { CommandError } from './command-error.ts';
import { diskSource } from './disk-source.ts';
import { proposalLine } from './proposal-line.ts';
import type { Output } from './run.ts';
import { tellProblems } from './tell-problems.ts';

/** Rejections that are listed; the rest are counted. */
const LISTED_MAX = 20;

/** Files that were read, and what they are read by. */
export interface FilesRead {
  readonly engine: Engine;
  readonly outcome: ReadOutcome;
  readonly sources: readonly Source[];
  /** Those that were named, and those that were guessed. */
  readonly mappings: readonly Mapping[];
  /** Those that came beside the answers. */
  readonly questionnaires: readonly Questionnaire[];
}

/** What a command was told about its files. */
export interface ReadingValues {
  readonly map: readonly string[];
  readonly encoding: Encoding | undefined;
}

/**
 * Reads files, by the mappings named and by guesses, and tells what did not count.
 *
 * @throws CommandError when a file is not there, a mapping has mistakes, or nothing came of all of them
 */
export async function readFiles(
  files: readonly string[],
  { map, encoding }: ReadingValues,
  options: FiguresOptions,
  output: Output,
): Promise<FilesRead> {
  const sources: Source[] = [];
  for (const file of files) sources.push(await diskSource(file));
  const named: Mapping[] = [];
  for (const file of map) named.push(await mappingOf(file));
  const mappings = [...named, ...(await guesses(sources, named, encoding, output))];
  const engine = new Engine();
  const given = { mappings, ...(encoding !== undefined && { encoding }) };
  const outcome = await engine.read(sources, options, {}, given);
  tellOutcome(outcome, output);
  if (outcome.files.length === 0) throw new CommandError('no answers were found', 1);
  const { mappings: used, questionnaires } = engine.beside;
  return { engine, outcome, sources, mappings: used, questionnaires };
}

/**
 * A mapping from a file.
 *
 * @throws CommandError with each issue, its path and remedy
 */
export async function mappingOf(file: string): Promise<Mapping> {
  const text = await readText(file);
  const parsed = parseMapping(parseJson(text));
  if (parsed.ok) return parsed.value;
  const issues = parsed.issues.map(({ path, message }) => `\n  ${path === '' ? '' : `${path}: `}${message}`);
  throw new CommandError(`${file} is a mapping with mistakes:${issues.join('')}`, 1);
}

/**
 * The text of a file.
 *
 * @throws CommandError when it cannot be read
 */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file}: it cannot be read; check its name and rights`, 1, { cause: error });
  }
}

/** Mappings for tables that nothing explains; each fits the tables after it as well. */
async function guesses(
  sources: readonly Source[],
  named: readonly Mapping[],
  encoding: Encoding | undefined,
  output: Output,
): Promise<Mapping[]> {
  const guessed: Mapping[] = [];
  for (const source of sources) {
    const inspection = await inspect(source, encoding === undefined ? {} : { encoding }).catch(
      (error: unknown) => {
        if (error instanceof EncodingError) return undefined; // reading says so
        throw error;
      },
    );
    const table = inspection?.table;
    if (!table || table.own || !inspection.sureOfEncoding) continue;
    if (fittingMapping(table.header, [...named, ...guessed])) continue;
    const { mapping, proposals } = table.guess;
    if (!mapping.columns.some((column) => 'scale' in column)) continue;
    guessed.push(mapping);
    output.tell(`${source.name}: nothing says what its columns are; read by a guess.`);
    output.tell(`  See it, and correct it: fourfold map ${source.name} -o map.json, then --map map.json`);
    for (const proposal of proposals) output.tell(`  ${proposalLine(proposal)}`);
  }
  return guessed;
}

function tellOutcome(outcome: ReadOutcome, output: Output): void {
  const { rejected, notices } = en;
  tellProblems(outcome.problems, output);
  const { cells, rows, listed } = outcome.rejections;
  if (cells + rows > 0) output.tell(`${rejected.verdict(cells, rows)}:`);
  for (const rejection of listed.slice(0, LISTED_MAX)) {
    const { file, line, column, value } = rejection;
    const place = column === undefined ? '' : `, column ${column}`;
    const found = value === undefined || value === '' ? '' : `: ${JSON.stringify(value)}`;
    output.tell(`  ${file}, line ${line}${place}${found}: ${rejected.reason(rejection)}`);
  }
  if (cells + rows > LISTED_MAX) output.tell(`  … and ${cells + rows - LISTED_MAX} more`);
  if (outcome.repeated > 0) output.tell(notices.repeated(outcome.repeated));
  if (outcome.unknown.length > 0)
    output.tell(`Not used, since nothing says what they are: ${outcome.unknown.join(', ')}`);
  if (outcome.doubled.length > 0) output.tell(notices.doubled(outcome.doubled));
}
