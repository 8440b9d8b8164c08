import type { FileProblem } from '../engine/file-problem.ts';
import { en } from '../strings/en.ts';
import type { Output } from './run.ts';

/** Names each file that was left out, with the reason and the remedy. */
export function tellProblems(found: readonly FileProblem[], output: Output): void {
  const { problems } = en;
  for (const { file, code, details = [], encoding } of found) {
    output.tell(`${problems.title(file, code)}. ${problems.remedy(code)}`);
    if (encoding !== undefined && encoding !== 'utf-8')
      output.tell(
        `  It is most likely ${encoding}; if its names look right so, pass --encoding ${encoding}.`,
      );
    for (const line of details) output.tell(`  ${line}`);
  }
}
