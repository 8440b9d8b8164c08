import { canonical } from '../../shared/summary/canonical.ts';
import { OUTPUT_OPTION, READING_OPTIONS, encodingOf, readArgs } from './command-line.ts';
import { readFiles } from './read-files.ts';
import { EXIT_DONE, EXIT_FAILED, type Output } from './run.ts';
import { writeOutput } from './write-output.ts';

/** `fourfold summarize`: counts that add up, without texts and without ids in clear. */
export async function summarizeCommand(args: string[], output: Output): Promise<number> {
  const { values, files } = readArgs(args, { ...READING_OPTIONS, ...OUTPUT_OPTION });
  const reading = { map: values.map, encoding: encodingOf(values.encoding) };
  const { engine, outcome } = await readFiles(files, reading, {}, output);
  await writeOutput(`${canonical(engine.deepSummary())}\n`, values.output, output);
  const { cells, rows } = outcome.rejections;
  const failed = outcome.problems.length > 0 || (values.strict && cells + rows > 0);
  return failed ? EXIT_FAILED : EXIT_DONE;
}
