import { describe, expect, it } from 'vitest';
import { planFigures } from '../../../report/plan/plan-figures.ts';
import { noFigures } from '../support/some-answers.ts';

describe('planFigures(figures, base, filter)', () => {
  const base = noFigures();
  const some = { ...base };

  it('are those of all respondents while a group is chosen', () => {
    expect(planFigures(some, base, { fields: { tier: ['gold'] } })).toBe(base);
    expect(planFigures(some, base, { fields: { tier: ['gold'] }, from: '2026-03-01' })).toBe(base);
  });

  it('are those of the period that is chosen', () => {
    expect(planFigures(some, base, { fields: {}, from: '2026-03-01' })).toBe(some);
    expect(planFigures(some, base, { fields: {} })).toBe(some);
  });
});
