import { canonical } from '../../shared/summary/canonical.ts';
import { countedElsewhere } from './counted-elsewhere.ts';
import { CommandError } from './command-error.ts';
import { OUTPUT_OPTION, READING_OPTIONS, encodingOf, readArgs } from './command-line.ts';
import { readFiles } from './read-files.ts';
import { EXIT_DONE, EXIT_FAILED, type Output } from './run.ts';
import { writeOutput } from './write-output.ts';

/** `fourfold summarize`: counts that add up, without texts and without ids in clear. */
export async function summarizeCommand(args: string[], output: Output): Promise<number> {
  const from = { type: 'string', multiple: true, default: [] as string[] } as const;
  const { values, files } = readArgs(args, { ...READING_OPTIONS, ...OUTPUT_OPTION, from }, 0);
  if (values.from.length > 0) {
    if (files.length > 0)
      throw new CommandError('expected either files or --from, got both; merge the summaries', 2);
    const { summary, leftOut } = await countedElsewhere(values.from, output);
    await writeOutput(`${canonical(summary)}\n`, values.output, output);
    return values.strict && leftOut > 0 ? EXIT_FAILED : EXIT_DONE;
  }
  if (files.length === 0) throw new CommandError('expected a file, got 0', 2);
  const reading = { map: values.map, encoding: encodingOf(values.encoding) };
  const { engine, outcome } = await readFiles(files, reading, {}, output);
  await writeOutput(`${canonical(engine.deepSummary())}\n`, values.output, output);
  const { cells, rows } = outcome.rejections;
  const failed = outcome.problems.length > 0 || (values.strict && cells + rows > 0);
  return failed ? EXIT_FAILED : EXIT_DONE;
}
