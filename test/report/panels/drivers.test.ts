import { beforeAll, describe, expect, it } from 'vitest';
import { driversPanel } from '../../../report/panels/drivers.ts';
import type { PanelView } from '../../../report/panels/panel.ts';
import { namer } from '../../../report/parts/names.ts';
import { en } from '../../../report/strings/en.ts';
import { zhCN } from '../../../report/strings/zh-CN.ts';
import type { Strings } from '../../../report/strings/en.ts';
import type { Figures } from '../../../shared/metrics/figures.ts';
import { interval } from '../../../shared/statistics/interval.ts';
import { measure, theme } from '../support/picture-theme.ts';
import { figuresOf, someAnswers } from '../support/some-answers.ts';

let figures: Figures;
beforeAll(async () => {
  figures = await figuresOf(someAnswers(400));
});

function panel(of: Figures = figures, strings: Strings = en as Strings): PanelView | undefined {
  return driversPanel({ figures: of, nameOf: namer(new Map(), 'en'), strings, source: 'a.csv' })?.views[0];
}

describe('driversPanel', () => {
  it('lists every attribute by its correlation, with the figures of the metrics', () => {
    const { rows } = panel()?.table ?? { rows: [] };
    const correlations = figures.derivedImportance?.correlations ?? [];
    const expected = [...correlations].sort((a, b) => b.value - a.value);
    expect(rows.map(({ cells }) => cells[1])).toEqual(expected.map(({ value }) => value));
    expect(rows.map(({ cells }) => cells[2])).toEqual(expected.map(({ interval }) => interval));
    const weights = figures.derivedImportance?.relative.weights.map(({ value }) => value) ?? [];
    expect(weights).toHaveLength(6);
    expect(new Set(rows.map(({ cells }) => cells[5]))).toEqual(new Set(weights));
  });

  it('says what leads by both measures', () => {
    expect(panel()?.verdict).toMatch(/near the top either way/);
    expect(panel(figures, zhCN)?.verdict).toMatch(/^两种算法下，.*都居前列/);
  });

  it('tells the ticks apart where all attributes weigh nearly the same', () => {
    const { derivedImportance } = figures;
    if (!derivedImportance) throw new Error('expected derived importance');
    const { relative } = derivedImportance;
    const weights = relative.weights.map((weight, k) => {
      const value = 0.066 + k / 1000;
      return { ...weight, value, interval: interval('block-jackknife', value - 0.001, value + 0.001) };
    });
    const alike = {
      ...figures,
      derivedImportance: { ...derivedImportance, relative: { ...relative, weights } },
    };
    const { markup } = panel(alike)?.draw?.(theme, measure) ?? { markup: '' };
    const ticks = [...markup.matchAll(/>([67]\.?\d*)</g)].map(([, text]) => text);
    expect(ticks.length).toBeGreaterThan(3);
    expect(new Set(ticks).size).toBe(ticks.length);
  });

  it('leaves weights out where they are refused, and says why', async () => {
    const few = await figuresOf(someAnswers(25));
    expect(few.derivedImportance?.relative.refused).toBe('too-few-complete');
    const content = panel(few);
    expect(content?.table.columns.map(({ key }) => key)).not.toContain('weight');
    expect(content?.lead).toContain('25');
    expect(content?.verdict).toMatch(/most with overall satisfaction$/);
  });

  it('stays away without an outcome', () => {
    const { derivedImportance, ...rest } = figures;
    expect(derivedImportance).toBeDefined();
    expect(panel(rest)).toBeUndefined();
  });
});
