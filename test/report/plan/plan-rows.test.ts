import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../report/plan/plan-document.ts';
import { planRows } from '../../../report/plan/plan-rows.ts';
import { planTally } from '../../../report/plan/plan-tally.ts';
import type { AttributeScore } from '../../../shared/metrics/attribute-scores.ts';
import type { Figures } from '../../../shared/metrics/figures.ts';
import { interval } from '../../../shared/statistics/interval.ts';
import { noFigures } from '../support/some-answers.ts';
import { someEntry, somePlan, withoutBeat } from '../support/some-plan.ts';

const name = (attribute: string): string => `The ${attribute.split('.')[1]}`;
const MARCH = { oldest: Date.UTC(2026, 2, 1), newest: Date.UTC(2026, 2, 31) };
const APRIL = { oldest: Date.UTC(2026, 3, 1), newest: Date.UTC(2026, 3, 30) };

/** Parking at a mean with a standard error of 0.1, from 99 answers. */
function parking(value: number, change: Partial<AttributeScore> = {}): AttributeScore {
  return {
    ...{ key: 'service.satisfaction.parking', attribute: 'service.parking', min: 1, max: 5 },
    ...{ value, se: 0.1, sd: 0.995, n: 99, counts: [9, 20, 40, 20, 10] },
    ...{ skipped: 0, notApplicable: 0, notShown: 0, rejected: 0 },
    interval: interval('student-t', value - 0.2, value + 0.2),
    ...change,
  };
}

function figures(score: AttributeScore | undefined, period: object, planned = true): Figures {
  const row = { attribute: 'service.parking', now: 3, n: 99, beat: 3.4, tooSmall: false };
  return {
    ...noFigures(),
    ...period,
    survey: 'shop',
    satisfaction: score ? [score] : [],
    plan: planned && score ? [row] : [],
  };
}

const rowsOf = (of: Figures, plan?: PlanDocument, later = false) => planRows(of, plan, name, later);

describe('planRows(figures, plan)', () => {
  it('is what is settled in improve first, with figures, period and who gave 3 or less', () => {
    const [row, ...rest] = rowsOf(figures(parking(3), MARCH));
    expect(rest).toEqual([]);
    expect(row.entry).toEqual({ ...someEntry(), label: 'The parking' });
    expect(row.below).toEqual({ count: 69, upTo: 3 });
    expect(row.outcome).toBeUndefined();
  });

  it('keeps the figures that a filled row was planned on, and those alone', () => {
    const filled = somePlan();
    const changed = figures(parking(3.1), MARCH);
    expect(rowsOf(changed, filled)[0].entry.now.value).toBe(3);
    const blank = somePlan({ entries: [someEntry()] });
    expect(rowsOf(changed, blank)[0].entry.now.value).toBe(3.1);
    expect(rowsOf(figures(parking(3.1), MARCH, false), filled)).toHaveLength(1);
    expect(rowsOf(figures(parking(3.1), MARCH, false), blank)).toEqual([]);
  });

  it.each([
    ['improved', 3.5],
    ['worse', 2.5],
    ['cannot-say', 3.2],
    // 0.1 more at most 0.38 more, of 0.4 planned.
    ['not', 3.1],
  ])('says %s when a later period has a mean of %f', (verdict, value) => {
    const rows = rowsOf(figures(parking(value), APRIL), somePlan());
    expect(rows[0].round).toBe('later');
    expect(rows[0].outcome).toMatchObject({ kind: 'judged', verdict: { verdict } });
    expect(planTally(rows)).toMatchObject({ [verdict === 'cannot-say' ? 'open' : verdict]: 1 });
  });

  it('gives the difference from the planned round with its interval', () => {
    const [{ outcome }] = rowsOf(figures(parking(3.5), APRIL), somePlan());
    if (outcome?.kind !== 'judged') throw new TypeError('expected a verdict');
    expect(outcome.verdict.value).toBeCloseTo(0.5, 12);
    // scipy.stats.t.ppf(0.975, 196) * sqrt(0.02) = 0.27890...
    expect(outcome.verdict.interval.low).toBeCloseTo(0.5 - 0.2789, 4);
  });

  it.each([
    ['not-asked', figures(undefined, APRIL)],
    ['other-scale', figures(parking(3.5, { max: 7 }), APRIL)],
  ])('says %s rather than a verdict', (kind, later) => {
    const rows = rowsOf(later, somePlan());
    expect(rows[0].outcome).toEqual({ kind });
    expect(planTally(rows)).toEqual({ improved: 0, worse: 0, not: 0, open: 1 });
  });

  it('gives no verdict on answers that hold the planned period too, or an earlier one', () => {
    const both = { oldest: MARCH.oldest, newest: APRIL.newest };
    expect(rowsOf(figures(parking(3.5), both), somePlan())[0]).toMatchObject({ round: 'overlapping' });
    const [earlier] = rowsOf(figures(parking(3.5), { oldest: 0, newest: 1 }), somePlan());
    expect([earlier.round, earlier.outcome]).toEqual(['same', undefined]);
  });

  it('leaves it to the reader whether answers without times are later ones', () => {
    const others = figures(parking(3.5), {});
    expect(rowsOf(others, somePlan())[0]).toMatchObject({ round: 'untimed' });
    expect(planTally(rowsOf(others, somePlan()))).toBeUndefined();
    expect(planTally(rowsOf(others, somePlan(), true))?.improved).toBe(1);
    expect(rowsOf(figures(parking(3), {}), somePlan(), true)[0].round).toBe('same');
  });

  it('never says that a rise has failed to come where n was too small for one', () => {
    const small = withoutBeat(someEntry({ action: 'x' }));
    const [{ outcome }] = rowsOf(figures(parking(3.1), APRIL), somePlan({ entries: [small] }));
    expect(outcome).toMatchObject({ verdict: { verdict: 'cannot-say' } });
  });
});
