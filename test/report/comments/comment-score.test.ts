import { describe, expect, it } from 'vitest';
import { commentGroup } from '../../../report/comments/comment-score.ts';

describe('commentGroup(scale, score)', () => {
  const nps = { role: 'nps', min: 0, max: 10 } as const;
  const csat = { role: 'csat', min: 1, max: 5 } as const;
  it.each([
    [nps, 0, 'low'],
    [nps, 6, 'low'],
    [nps, 7, 'middle'],
    [nps, 8, 'middle'],
    [nps, 9, 'high'],
    [csat, 2, 'low'],
    [csat, 3, 'middle'],
    [csat, 4, 'high'],
    [{ role: 'csat', min: 1, max: 7 } as const, 2, 'low'],
    [{ role: 'csat', min: 1, max: 2 } as const, 1, 'low'],
  ])('%j: %i is %s', (scale, score, group) => {
    expect(commentGroup(scale, score)).toBe(group);
  });
});
