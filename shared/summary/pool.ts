import type { Issue, Parsed } from '../parsed.ts';
import { addSlices } from './add-slices.ts';
import type { Counted } from './marginal.ts';
import type { Slice, Summary } from './summary.ts';

/** Which slices a figure stands on. */
export interface PoolOptions {
  /** Absent: the survey version with the most customers' records. */
  readonly survey?: string;
  /** One version, or `all` to pool them; absent: the version with the most customers' records. */
  readonly surveyVersion?: string;
}

/** The customers of one survey as one slice, and who was left out. */
export interface Pool extends Counted {
  readonly survey: string;
  /** Absent when versions are pooled or the source has none. */
  readonly surveyVersion?: string;
  /** Records of managers and other audiences in the same survey and versions. */
  readonly otherAudiences: readonly { readonly audience: string; readonly records: number }[];
}

/** `surveyVersion` that pools every version of a survey. */
export const ALL_VERSIONS = 'all';

/**
 * Adds up the slices that figures stand on: records of customers, of one survey, of one version or all of them.
 *
 * @param summary not mutated
 * @returns `value` is `undefined` when no record of a customer is left; issues when versions differ in a scale
 * @example pool(summary, { survey: 'checkout', surveyVersion: 'all' })
 */
export function pool(summary: Summary, options: PoolOptions = {}): Parsed<Pool | undefined> {
  const { survey = largest(summary.slices)?.survey } = options;
  const ofSurvey = summary.slices.filter((slice) => slice.survey === survey);
  const version = options.surveyVersion ?? largest(ofSurvey)?.surveyVersion;
  const chosen =
    version === ALL_VERSIONS ? ofSurvey : ofSurvey.filter(({ surveyVersion }) => surveyVersion === version);
  const [first, ...rest] = chosen.filter(isCustomers);
  if (!first) return { ok: true, value: undefined };
  let sum: Counted = first;
  const issues: Issue[] = [];
  for (const slice of rest) {
    const next = addSlices(sum, slice);
    if (next.ok) sum = next.value;
    else issues.push(...next.issues);
  }
  if (issues.length > 0) return { ok: false, issues };
  const others = new Map<string, number>();
  for (const { audience = '', all } of chosen.filter((slice) => !isCustomers(slice)))
    others.set(audience, (others.get(audience) ?? 0) + all.records);
  return {
    ok: true,
    value: {
      survey: first.survey,
      ...(version === undefined || version === ALL_VERSIONS ? {} : { surveyVersion: version }),
      columns: sum.columns,
      all: sum.all,
      otherAudiences: [...others].map(([audience, records]) => ({ audience, records })),
    },
  };
}

/** Customers answer the survey unless a record says otherwise. */
function isCustomers({ audience }: Slice): boolean {
  return audience === undefined || audience === 'customer';
}

function largest(slices: readonly Slice[]): Slice | undefined {
  const customers = slices.filter(isCustomers);
  return customers.reduce<Slice | undefined>(
    (best, slice) => (best && best.all.records >= slice.all.records ? best : slice),
    undefined,
  );
}
