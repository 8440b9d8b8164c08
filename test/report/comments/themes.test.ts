import { describe, expect, it } from 'vitest';
import { countThemes, touchesTheme } from '../../../report/comments/themes.ts';
import { wilsonInterval } from '../../../shared/statistics/wilson-interval.ts';

const touches = (comment: string, ...keywords: string[]): boolean =>
  touchesTheme(comment, { name: 'theme', keywords });

describe('touchesTheme', () => {
  it.each([
    ['Parking was full', 'parking', true],
    ['PARKING', 'parking', true],
    ['the car park is far', 'park', true],
    ['parking is far', 'park', false],
    ['parking is far', 'park*', true],
    ['spark', 'park*', false],
    ['the wi-fi dropped', 'wi-fi', true],
    ['cost 5 (five) pounds', '(five)', true],
    ['停车场太远了', '停车', true],
    ['停車場太遠了', '停车', false],
    ['fine', '', false],
    ['fine', '*', false],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
  ])('%j, keyword %j: %s', (comment, keyword, found) => {
    expect(touches(comment, keyword)).toBe(found);
  });

  it('finds any of several keywords', () => {
    expect(touches('the garage was shut', 'parking', 'garage')).toBe(true);
  });
});

describe('countThemes', () => {
  it('counts a comment once a theme, and once in every theme that it touches', () => {
    const counts = countThemes(
      ['parking, parking and the staff', 'staff', 'nothing'],
      [
        { name: 'Parking', keywords: ['parking'] },
        { name: 'Staff', keywords: ['staff', 'people'] },
      ],
    );
    expect(counts).toEqual([
      { name: 'Parking', count: 1, n: 3, share: 1 / 3, interval: wilsonInterval(1, 3) },
      { name: 'Staff', count: 2, n: 3, share: 2 / 3, interval: wilsonInterval(2, 3) },
    ]);
  });

  it('is empty without comments', () => {
    expect(countThemes([], [{ name: 'Parking', keywords: ['parking'] }])).toEqual([]);
  });
});
