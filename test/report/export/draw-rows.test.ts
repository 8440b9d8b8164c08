import { describe, expect, it } from 'vitest';
import type { RowChartModel } from '../../../report/charts/row-chart-model.ts';
import { drawRows } from '../../../report/export/draw-rows.ts';
import { picture } from '../../../report/export/picture.ts';
import { measure, theme } from '../support/picture-theme.ts';

const model: RowChartModel = {
  measures: [
    {
      title: 'NPS by group',
      range: { min: -100, max: 100, ticks: [-100, 0, 100], decimals: 0 },
      tickText: String,
      line: { at: 0, text: 'all 0' },
    },
  ],
  columns: ['NPS, interval, n'],
  groups: [
    {
      title: 'Gender',
      rows: [
        {
          ...{ id: 'a', name: '<b>women</b>', strong: true },
          marks: [{ value: 50, interval: { low: 40, high: 60 }, colour: 'act' }],
          figures: [{ value: '50', strong: true, interval: '[40, 60]', n: '120' }],
        },
        {
          ...{ id: 'b', name: 'men' },
          marks: [
            {
              value: -50,
              interval: { low: -90, high: 0 },
              hollow: true,
              dashed: true,
              colour: 'grey',
              from: 25,
            },
          ],
          figures: [{}],
        },
        { id: 'c', name: 'other', marks: [undefined], figures: [] },
      ],
    },
  ],
};

/** The value of an attribute of the nth element that a pattern finds. */
function at(markup: string, element: RegExp, attribute: string): number {
  const found = element.exec(markup)?.[0] ?? '';
  return Number(new RegExp(`${attribute}="([^"]*)"`).exec(found)?.[1]);
}

describe('drawRows', () => {
  const { markup, height } = drawRows(model, theme, measure);

  it('draws a mark in the middle of its interval, where its value lies on the axis', () => {
    const [left, right] = [
      at(markup, /<line [^>]*stroke="#act"/, 'x1'),
      at(markup, /<line [^>]*stroke="#act"/, 'x2'),
    ];
    const point = at(markup, /<circle [^>]*fill="#act"/, 'cx');
    expect(point).toBeCloseTo((left + right) / 2, 1);
    const line = at(markup, /<line [^>]*stroke="#ink"/, 'x1');
    expect(point).toBeGreaterThan(line);
  });

  it('draws what is not settled hollow, and few answers dashed', () => {
    expect(markup).toMatch(/<circle [^>]*fill="#paper" stroke="#ink3"/);
    expect(markup).toMatch(/stroke-dasharray="2 3"/);
  });

  it('draws what a value is compared with as a tick', () => {
    expect(markup).toMatch(/<line [^>]*stroke="#ink" stroke-width="2"/);
  });

  it('writes names as text, and figures in their order', () => {
    expect(markup).toContain('&lt;b&gt;women&lt;/b&gt;');
    expect(markup.indexOf('>50<')).toBeLessThan(markup.indexOf('>[40, 60]<'));
    expect(markup.indexOf('>[40, 60]<')).toBeLessThan(markup.indexOf('>n 120<'));
  });

  it('has a line for the heading and one for each row', () => {
    const without = drawRows(
      { ...model, groups: [{ rows: model.groups[0].rows.slice(0, 2) }] },
      theme,
      measure,
    );
    expect(height - without.height).toBe(2 * 22);
  });
});

describe('picture', () => {
  const drawn = { markup: '<path/>', width: 912, height: 100 };
  const words = { heading: 'short', foot: 'a.csv · 3 < 4' };

  it('stands on paper with its verdict and its source', () => {
    const svg = picture(drawn, words, theme, measure);
    expect(svg).toMatch(/^<svg xmlns="[^"]*" width="960" height="216"/);
    expect(svg).toContain('fill="#paper"');
    expect(svg).toContain('>short</text>');
    expect(svg).toContain('a.csv · 3 &lt; 4');
  });

  it('breaks a long verdict between words, and Chinese between characters', () => {
    const heights = ['word '.repeat(50), '把握不低于'.repeat(40)].map((heading) =>
      at(picture(drawn, { ...words, heading }, theme, measure), /<svg [^>]*/, 'height'),
    );
    expect(heights.every((height) => height > 216)).toBe(true);
  });
});
