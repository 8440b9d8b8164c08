import type { Issue, Parsed } from '../parsed.ts';
import { addSlices } from './add-slices.ts';
import { byCodePoint } from './by-code-point.ts';
import { canonical } from './canonical.ts';
import { addSketches, overlapping } from './sketch.ts';
import { SUMMARY_FORMAT, SUMMARY_VERSION, type Slice, type Summary } from './summary.ts';

/** The summary of no records: merging it changes nothing. */
export const EMPTY_SUMMARY: Summary = {
  ...{ format: SUMMARY_FORMAT, version: SUMMARY_VERSION },
  ...{ slices: [], sources: [], sketches: [] },
  duplicates: { same: 0, conflicting: 0 },
};

/**
 * Adds two summaries: the result is the summary of both sets of records together.
 *
 * @param a not mutated
 * @param b not mutated; its records must be others than those of `a`
 * @returns issues when both hold the same answers, when their rules differ, and when one survey version has the same
 *   column on different scales
 * @example merge(EMPTY_SUMMARY, summary) // { ok: true, value: summary }
 */
export function merge(a: Summary, b: Summary): Parsed<Summary> {
  const issues: Issue[] = [...sameAnswers(a, b), ...otherRules(a, b)];
  if (issues.length > 0) return { ok: false, issues };
  const rules = a.rules ?? b.rules;
  const slices = new Map(a.slices.map((slice) => [keyOf(slice), slice]));
  for (const slice of b.slices) {
    const other = slices.get(keyOf(slice));
    const sum = other ? addSlices(other, slice, rules) : { ok: true as const, value: slice };
    if (sum.ok) slices.set(keyOf(slice), { ...slice, ...sum.value });
    else issues.push(...sum.issues);
  }
  if (issues.length > 0) return { ok: false, issues };
  const all = [...slices.values()].sort(bySliceKey);
  const surveys = [...new Set(all.map(({ survey }) => survey))].filter((survey) =>
    [a, b].every((summary) => isSketched(summary, survey)),
  );
  return {
    ok: true,
    value: {
      ...EMPTY_SUMMARY,
      ...(rules && { rules }),
      slices: all,
      sources: [...a.sources, ...b.sources].sort(byCodePoint),
      sketches: addSketches(a.sketches, b.sketches, surveys),
      duplicates: {
        same: a.duplicates.same + b.duplicates.same,
        conflicting: a.duplicates.conflicting + b.duplicates.conflicting,
      },
    },
  };
}

function isSketched({ slices, sketches }: Summary, survey: string): boolean {
  const has = (part: { readonly survey: string }) => part.survey === survey;
  return !slices.some(has) || sketches.some(has);
}

function sameAnswers(a: Summary, b: Summary): Issue[] {
  const sources = a.sources
    .filter((source) => b.sources.includes(source))
    .map((path) => ({ path, what: 'one file' }));
  const surveys = overlapping(a.sketches, b.sketches).map((path) => ({ path, what: `answers to ${path}` }));
  return [...sources, ...surveys].map(({ path, what }) => ({
    path,
    code: 'overlapping',
    message: `merge: expected other answers in each, got ${what} in both; summarise the rows together`,
  }));
}

/** Rules compare by their JSON with keys in order: the digest of a rule is the rule. */
function otherRules(a: Summary, b: Summary): Issue[] {
  if (!a.rules || !b.rules || canonical(a.rules) === canonical(b.rules)) return [];
  const message = 'merge: expected both scored by the same rules, got two; summarise one of them anew';
  return [{ path: 'rules', code: 'rules-differ', message }];
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
