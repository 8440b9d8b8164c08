import { describe, expect, test } from 'vitest';
import { compareFigures } from '../../../shared/metrics/compare-figures.ts';
import { figures, type Figures } from '../../../shared/metrics/figures.ts';
import type { ScaleDefinition } from '../../../shared/summary/summary.ts';
import { weightUnits } from '../../../shared/summary/weight-units.ts';
import { counted } from './counted.ts';

const some = (counts: readonly number[]): number[] =>
  counts.flatMap((n, k) => Array.from({ length: n }, () => k + 1));

const A = some([4, 6, 12, 20, 18]);
const B = some([9, 12, 15, 16, 8]);

const battery = (attribute: string): ScaleDefinition => ({
  ...{ key: `service.satisfaction.${attribute}`, role: 'satisfaction', question: 'service', attribute },
  ...{ min: 1, max: 5 },
});
const SCALES = {
  nps: { key: 'nps', role: 'nps', question: 'nps', min: 0, max: 10 },
  csat: { key: 'csat', role: 'csat', question: 'csat', min: 1, max: 5 },
  ces: { key: 'ces', role: 'ces', question: 'ces', min: 1, max: 7 },
  food: battery('food'),
  art: battery('art'),
} as const satisfies Readonly<Record<string, ScaleDefinition>>;

/** Figures of answers by question, one respondent a place; shorter lists end in skipped answers. */
function of(
  answers: Readonly<Partial<Record<keyof typeof SCALES, readonly number[]>>>,
  weights?: readonly number[],
): Figures {
  const names = (Object.keys(SCALES) as (keyof typeof SCALES)[]).filter((name) => answers[name]); // its own keys
  const people = Math.max(...names.map((name) => answers[name]?.length ?? 0));
  const rows = Array.from({ length: people }, (_, k) => names.map((name) => answers[name]?.[k]));
  const head = (k: number) => (weights ? { weight: weightUnits(String(weights[k])) } : {});
  const made = figures(
    counted(
      names.map((name) => SCALES[name]),
      rows,
      head,
    ),
  );
  if (!made.ok) throw new Error(made.issues[0].message);
  return made.value;
}
const measure = (list: ReturnType<typeof compareFigures>, id: string) =>
  list.find((one) => one.measure === id);

describe('compareFigures(a, b, options)', () => {
  /*
   * SciPy 1.17:
   * a=[1]*4+[2]*6+[3]*12+[4]*20+[5]*18; b=[1]*9+[2]*12+[3]*15+[4]*16+[5]*8
   * t=scipy.stats.ttest_ind(a,b,equal_var=False); t.pvalue, t.confidence_interval(0.95)
   */
  test('takes the difference of means as Welch does', () => {
    const found = measure(compareFigures(of({ csat: A }), of({ csat: B }), {}), 'csat.mean');
    expect(found?.difference?.value).toBeCloseTo(2 / 3, 12);
    expect(found?.difference?.interval.low).toBeCloseTo(0.21944822759681426, 9);
    expect(found?.difference?.interval.high).toBeCloseTo(1.1138851057365198, 9);
    expect(found?.difference?.p).toBeCloseTo(0.00381153457683924, 9);
    expect(found?.difference).toMatchObject({ differs: true });
    expect([found?.a?.n, found?.b?.n]).toEqual([60, 60]);
  });

  test('compares NPS, shares and effort as well, in the order of a page', () => {
    const both = { nps: [10, 9, 3], csat: A, ces: [7, 5, 1] };
    const ids = compareFigures(of(both), of(both), {}).map((one) => one.measure);
    expect(ids).toEqual(['nps', 'csat', 'csat.mean', 'ces', 'ces.mean']);
  });

  test('judges attributes as one family, headline measures alone', () => {
    const made = compareFigures(of({ csat: A, food: A, art: B }), of({ csat: B, food: B, art: B }), {});
    const food = measure(made, 'service.satisfaction.food');
    const art = measure(made, 'service.satisfaction.art');
    // Holm: the smaller p twice, the larger once, 1 at most.
    expect(food?.difference?.holm).toBeCloseTo(2 * 0.00381153457683924, 9);
    expect(art?.difference?.holm).toBe(1);
    expect(food).toMatchObject({ attribute: true, difference: { differs: true } });
    expect(art?.difference).toMatchObject({ differs: false });
    expect(measure(made, 'csat.mean')?.difference).not.toHaveProperty('holm');
  });

  test('turns its sign with its sides', () => {
    const [forth, back] = [
      compareFigures(of({ csat: A }), of({ csat: B }), {}),
      compareFigures(of({ csat: B }), of({ csat: A }), {}),
    ];
    expect(measure(back, 'csat.mean')?.difference?.value).toBeCloseTo(
      -(measure(forth, 'csat.mean')?.difference?.value ?? 0),
      12,
    );
  });

  test('says how far apart at most, by the reader’s margin', () => {
    const same = of({ csat: some([100, 200, 300, 400, 500]) });
    expect(measure(compareFigures(same, same, {}), 'csat.mean')?.difference?.atMost).toBeGreaterThan(0);
    const strict = { margins: { mean: 0.0001, nps: 1, share: 0.0001 } };
    expect(measure(compareFigures(same, same, strict), 'csat.mean')?.difference).not.toHaveProperty('atMost');
  });

  test('judges nothing on fewer than 30 answers on a side', () => {
    const made = compareFigures(of({ csat: A, food: A }), of({ csat: [1, 1, 1, 1, 2], food: [1, 1, 2] }), {});
    for (const id of ['csat.mean', 'service.satisfaction.food']) {
      expect(measure(made, id)?.difference).toMatchObject({ differs: false });
      expect(measure(made, id)?.difference).not.toHaveProperty('holm');
    }
  });

  test('keeps a measure that one side alone has, and says nothing of it', () => {
    const made = compareFigures(of({ csat: A }), of({ nps: [10, 9] }), {});
    expect(measure(made, 'csat')).toMatchObject({ attribute: false });
    expect(measure(made, 'csat')).not.toHaveProperty('difference');
    expect(measure(made, 'nps')).not.toHaveProperty('a');
  });

  test('carries what weighted answers are worth', () => {
    const weights = A.map((_, k) => 1 + (k % 3));
    const made = compareFigures(of({ csat: A }, weights), of({ csat: B }), {});
    expect(measure(made, 'csat')?.a?.effectiveN).toBeLessThan(60);
    expect(measure(made, 'csat')?.b).not.toHaveProperty('effectiveN');
  });
});
