import { describe, expect, test } from 'vitest';
import type { ChartTheme } from '../../../report/charts/chart-theme.ts';
import { drawTable } from '../../../report/export/draw-table.ts';
import { PICTURE_WIDTH } from '../../../report/export/picture.ts';

const colours = { 'improve-first': 'a', advantage: 'b', 'improve-later': 'c', 'nice-to-have': 'd' };
const theme: ChartTheme = {
  ...{ font: 'sans-serif', paper: 'paper', ink: 'ink', ink2: 'ink2', ink3: 'ink3', rule: 'rule' },
  ...{ grid: 'grid', errorBar: 'eb', wash: 'wash', band: '#ddd', quadrants: colours, names: colours },
};
/** A type of which every character is as wide as half of its size. */
const measure = (text: string, size: number): number => (text.length * size) / 2;

const texts = (markup: string): string[] =>
  Array.from(markup.matchAll(/<text[^>]*>([^<]*)</g), ([, text]) => text);

describe('drawTable(table, theme, measure)', () => {
  test('has every cell once, and numbers that end where their head ends', () => {
    const { markup } = drawTable(
      {
        heads: ['Level', 'n'],
        rows: [
          { strong: true, cells: ['High', '1,200'] },
          { strong: false, cells: ['Low', '7'] },
        ],
        numeric: [false, true],
      },
      theme,
      measure,
    );
    expect(texts(markup)).toEqual(['Level', 'n', 'High', '1,200', 'Low', '7']);
    const ends = Array.from(
      markup.matchAll(/<text[^>]*text-anchor="end"[^>]*>/g),
      ([tag]) => /\bx="([\d.]+)"/.exec(tag)?.[1],
    );
    expect(ends).toHaveLength(3);
    expect(new Set(ends).size).toBe(1);
  });

  test('breaks words where they are wider than the picture, and grows with their lines', () => {
    const long = 'a sentence that goes on '.repeat(12).trim();
    const table = { heads: ['What', 'Why', 'n'], numeric: [false, false, true] };
    const one = drawTable({ ...table, rows: [{ strong: false, cells: ['a', 'b', '3'] }] }, theme, measure);
    const more = drawTable({ ...table, rows: [{ strong: false, cells: [long, long, '3'] }] }, theme, measure);
    expect(more.height).toBeGreaterThan(one.height + 18);
    expect(texts(more.markup).join(' ').split('sentence')).toHaveLength(25);
    for (const [, x, text] of more.markup.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g))
      if (text !== '3' && text !== 'n')
        expect(Number(x) + measure(text, 13)).toBeLessThanOrEqual(PICTURE_WIDTH);
  });

  test('writes what looks like markup as text', () => {
    const rows = [{ strong: false, cells: ['<script>'] }];
    const { markup } = drawTable({ heads: ['a'], rows, numeric: [false] }, theme, measure);
    expect(markup).toContain('&lt;script');
    expect(markup).not.toContain('<script');
  });
});
