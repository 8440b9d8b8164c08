import { canonical } from '../../shared/summary/canonical.ts';
import { EMPTY_SUMMARY } from '../../shared/summary/merge.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import { addSummaries } from '../engine/add-summaries.ts';
import type { FileProblem } from '../engine/file-problem.ts';
import { sortOut } from '../engine/sort-files.ts';
import { CommandError } from './command-error.ts';
import { OUTPUT_OPTION, readArgs } from './command-line.ts';
import { diskSource } from './disk-source.ts';
import { EXIT_DONE, type Output } from './run.ts';
import { tellProblems } from './tell-problems.ts';
import { writeOutput } from './write-output.ts';

/**
 * `fourfold merge`: the sum of summaries; such as share answers are refused. Each is let go of before the next is
 * read, so that memory hangs on the largest and not on how many there are.
 */
export async function mergeCommand(args: string[], output: Output): Promise<number> {
  const { values, files } = readArgs(args, OUTPUT_OPTION, 2);
  let sum: Summary = EMPTY_SUMMARY;
  const problems: FileProblem[] = [];
  for (const file of files) {
    const added = await withFile(sum, file);
    sum = added.summary;
    problems.push(...added.problems);
  }
  tellProblems(problems, output);
  // A sum without one of its parts would look like the whole.
  if (problems.length > 0) throw new CommandError('nothing was merged', 1);
  await writeOutput(`${canonical(sum)}\n`, values.output, output);
  return EXIT_DONE;
}

async function withFile(sum: Summary, file: string): Promise<{ summary: Summary; problems: FileProblem[] }> {
  const problems: FileProblem[] = [];
  const { summaries } = await sortOut([await diskSource(file)], problems);
  if (summaries.length === 0 && problems.length === 0)
    throw new CommandError(
      `${file}: expected a summary; make one of answers first: fourfold summarize ${file} -o part.json`,
      1,
    );
  const added = addSummaries(sum, summaries);
  return { summary: added.summary, problems: [...problems, ...added.problems] };
}
