import { merge } from '../../shared/summary/merge.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import type { FileProblem } from './file-problem.ts';
import type { FileRead } from './read-answers.ts';
import type { SummaryRead } from './sort-files.ts';

/** Adds counts made elsewhere to those of the answers; what shares answers with them is left out, and named. */
export function addSummaries(
  answers: Summary,
  summaries: readonly SummaryRead[],
): { summary: Summary; files: FileRead[]; problems: FileProblem[] } {
  let summary = answers;
  const files: FileRead[] = [];
  const problems: FileProblem[] = [];
  for (const { file, size, summary: next } of summaries) {
    const sum = merge(summary, next);
    if (sum.ok) {
      summary = sum.value;
      files.push({ name: file, size, rows: next.slices.reduce((all, slice) => all + slice.all.records, 0) });
    } else problems.push({ file, code: 'overlapping', details: sum.issues.map(({ message }) => message) });
  }
  return { summary, files, problems };
}
