import { describe, expect, it } from 'vitest';
import {
  BATTERY_SCALE,
  CES_SCALE,
  CSAT_SCALE,
  NPS_SCALE,
  RATING_SCALE,
  SCALE_POINTS_MAX,
  SCALE_POINTS_MIN,
  onScale,
  scalePoints,
} from '../../../shared/questionnaire/scale.ts';

describe('scales', () => {
  it('are the published ones', () => {
    expect([NPS_SCALE, CSAT_SCALE, CES_SCALE, RATING_SCALE, BATTERY_SCALE]).toEqual([
      { min: 0, max: 10 },
      { min: 1, max: 5 },
      { min: 1, max: 7 },
      { min: 1, max: 5 },
      { min: 1, max: 5 },
    ]);
    expect([SCALE_POINTS_MIN, SCALE_POINTS_MAX]).toEqual([2, 11]);
    expect(scalePoints(NPS_SCALE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('onScale(scale, value)', () => {
  it.each([0, 10])('takes the end point %s', (value) => expect(onScale(NPS_SCALE, value)).toBe(true));
  it.each([-1, 11, 4.5, NaN, Infinity, '7', null, undefined])('refuses %s', (value) =>
    expect(onScale(NPS_SCALE, value)).toBe(false),
  );
});
