import { figuresJson } from '../../shared/metrics/figures-json.ts';
import {
  CHOICE_OPTIONS,
  READING_OPTIONS,
  choicesOf,
  encodingOf,
  filterOf,
  readArgs,
} from './command-line.ts';
import { CommandError } from './command-error.ts';
import { figuresText, missingQuestion } from './figures-text.ts';
import { readFiles } from './read-files.ts';
import { EXIT_DONE, EXIT_FAILED, type Output } from './run.ts';

/** `fourfold figures`: every figure as JSON, or the main ones for people. */
export async function figuresCommand(args: string[], output: Output): Promise<number> {
  const { values, files } = readArgs(args, {
    ...READING_OPTIONS,
    ...CHOICE_OPTIONS,
    json: { type: 'boolean', default: false },
  });
  const options = choicesOf(values);
  const filter = filterOf(values);
  const reading = { map: values.map, encoding: encodingOf(values.encoding) };
  const { engine, outcome, mappings } = await readFiles(files, reading, options, output);
  const found = figuresOf(() => engine.figures(options, filter));
  if (!found.ok) throw new CommandError(found.issues.map(({ message }) => message).join('\n'), 1);
  output.print(values.json ? `${figuresJson(found.value)}\n` : figuresText(found.value, outcome.labels));
  tellMissing(missingQuestion(found.value), mappings.length > 0 ? files[0] : undefined, output);
  const { cells, rows } = outcome.rejections;
  const failed = outcome.problems.length > 0 || (values.strict && cells + rows > 0);
  return failed ? EXIT_FAILED : EXIT_DONE;
}

/** A filter on a field that there is not is the command's mistake. */
function figuresOf<T>(figures: () => T): T {
  try {
    return figures();
  } catch (error) {
    if (!(error instanceof RangeError) || !error.message.startsWith('filter:')) throw error;
    throw new CommandError(error.message, 2, { cause: error });
  }
}

/** @param table that a mapping explains; absent: our own export */
function tellMissing(missing: string | undefined, table: string | undefined, output: Output): void {
  if (missing === undefined) return;
  output.tell(missing);
  output.tell(
    table === undefined
      ? '  Ask one of them in the questionnaire.'
      : `  If a column holds it: fourfold map ${table} -o map.json, give the column that role, then --map map.json`,
  );
}
