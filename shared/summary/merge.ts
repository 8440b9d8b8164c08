import type { Issue, Parsed } from '../parsed.ts';
import { addSlices } from './add-slices.ts';
import { byCodePoint } from './by-code-point.ts';
import { SUMMARY_FORMAT, SUMMARY_VERSION, type Slice, type Summary } from './summary.ts';

/** The summary of no records: merging it changes nothing. */
export const EMPTY_SUMMARY: Summary = { format: SUMMARY_FORMAT, version: SUMMARY_VERSION, slices: [] };

/**
 * Adds two summaries: the result is the summary of both sets of records together.
 *
 * @param a not mutated
 * @param b not mutated; its records must be others than those of `a`
 * @returns issues when one survey version has the same column on different scales
 * @example merge(EMPTY_SUMMARY, summary) // { ok: true, value: summary }
 */
export function merge(a: Summary, b: Summary): Parsed<Summary> {
  const slices = new Map(a.slices.map((slice) => [keyOf(slice), slice]));
  const issues: Issue[] = [];
  for (const slice of b.slices) {
    const other = slices.get(keyOf(slice));
    const sum = other ? addSlices(other, slice) : { ok: true as const, value: slice };
    if (sum.ok) slices.set(keyOf(slice), { ...slice, ...sum.value });
    else issues.push(...sum.issues);
  }
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: { ...EMPTY_SUMMARY, slices: [...slices.values()].sort(bySliceKey) } };
}

/**
 * Orders slices by survey, version and audience, an absent one first; for `sort`.
 *
 * @example [...summary.slices].sort(bySliceKey)[0]?.survey
 */
export function bySliceKey(a: Slice, b: Slice): number {
  return (
    byCodePoint(a.survey, b.survey) ||
    byCodePoint(a.surveyVersion ?? '', b.surveyVersion ?? '') ||
    byCodePoint(a.audience ?? '', b.audience ?? '')
  );
}

function keyOf({ survey, surveyVersion, audience }: Slice): string {
  return JSON.stringify([survey, surveyVersion ?? null, audience ?? null]);
}
