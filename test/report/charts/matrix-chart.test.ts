import { describe, expect, test } from 'vitest';
import type { ChartTheme } from '../../../report/charts/chart-theme.ts';
import { matrixChart } from '../../../report/charts/matrix-chart.ts';
import { matrixModel, type MatrixModel } from '../../../report/charts/matrix-model.ts';
import { labelLines, shortNames, twoLines } from '../../../report/charts/point-labels.ts';
import { nameBoxes } from '../../../report/charts/quadrant-names.ts';
import { namer } from '../../../report/parts/names.ts';
import { en, type Strings } from '../../../report/strings/en.ts';
import { figuresOf, someAnswers } from '../support/some-answers.ts';

const theme: ChartTheme = {
  ...{ font: 'sans-serif', paper: 'paper', ink: 'ink', ink2: 'ink2', ink3: 'ink3', rule: 'rule' },
  ...{ grid: 'grid', errorBar: 'eb', wash: 'wash', band: '#ddd' },
  quadrants: { 'improve-first': 'act', advantage: 'keep', 'improve-later': 'later', 'nice-to-have': 'nice' },
  names: { 'improve-first': 'act', advantage: 'keep', 'improve-later': 'later', 'nice-to-have': 'nicetext' },
};

async function model(people = 900, kind: 'mean' | 'midpoint' = 'mean'): Promise<MatrixModel> {
  const figures = await figuresOf(someAnswers(people), { matrix: { crosshair: { kind } } });
  if (!figures.matrix) throw new Error('expected a matrix');
  return matrixModel(figures.matrix, figures, namer(new Map(), 'en'), en as Strings); // its locale widens
}

describe('matrixModel(matrix)', () => {
  test('has every attribute once, its numbers in the order of the list', async () => {
    const { marks } = await model();
    expect(marks.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(marks.map(({ attribute }) => attribute)).size).toBe(6);
  });

  test('cuts the axes to intervals and crosshair, and keeps all of them in sight', async () => {
    const { marks, x, y, crosshair } = await model();
    for (const mark of marks) {
      expect(mark.xBar?.low).toBeGreaterThan(x.min);
      expect(mark.xBar?.high).toBeLessThan(x.max);
      expect(mark.yBar?.low).toBeGreaterThan(y.min);
      expect(mark.yBar?.high).toBeLessThan(y.max);
    }
    expect(crosshair.x).toBeGreaterThan(x.min);
    expect(crosshair.y).toBeLessThan(y.max);
  });

  test('writes correlations without a leading zero and means with two decimals', async () => {
    const { crosshair, yTickText } = await model();
    expect(crosshair.xText).toMatch(/^\d\.\d\d$/);
    expect(crosshair.yText).toMatch(/^\.\d\d$/);
    expect(yTickText(0.5)).toMatch(/^\.5/);
  });

  test('says only of what is undecided how sure it is, and draws it hollow', async () => {
    const { marks } = await model();
    expect(marks.some(({ hollow }) => hollow)).toBe(true);
    for (const { hollow, doubt, first } of marks) {
      expect(doubt !== undefined).toBe(hollow);
      if (first) expect(hollow).toBe(false);
    }
  });

  test('dashes every bar under 30 answers, and settles none of them', async () => {
    const { marks } = await model(24);
    expect(marks.every(({ dashed, hollow, doubt }) => dashed && hollow && doubt === 'n 24')).toBe(true);
  });

  test('compares the axes only where both have the same scale', async () => {
    const { sameScale } = await model();
    expect(sameScale).toBe(false); // importance is a correlation
  });

  test('draws nothing under 10 answers', async () => {
    const figures = await figuresOf(someAnswers(9));
    expect(figures.matrix?.points ?? []).toEqual([]);
  });
});

describe('matrixChart(model, theme, place)', () => {
  test('puts each attribute where it stands, hollow in the colour of its quadrant', async () => {
    const drawn = await model();
    const [dataset] = matrixChart(drawn, theme, 'wide').data.datasets;
    expect(dataset.data).toEqual(drawn.marks.map(({ x, y }) => ({ x, y })));
    expect(dataset.pointBackgroundColor).toEqual(
      drawn.marks.map(({ hollow, quadrant }) => (hollow ? 'paper' : theme.quadrants[quadrant])),
    );
    expect(dataset.pointBorderColor).toEqual(drawn.marks.map(({ quadrant }) => theme.quadrants[quadrant]));
  });

  test('leaves room for the names of the quadrants beside a crosshair far from the data', async () => {
    const drawn = await model();
    const far: MatrixModel = { ...drawn, crosshair: { ...drawn.crosshair, x: drawn.x.min } };
    for (const [place, least] of [
      ['wide', 0.16],
      ['phone', 0.27],
      ['print', 0.16],
    ] as const) {
      const { x } = matrixChart(far, theme, place).options?.scales ?? {};
      const [min, max] = [Number(x?.min), Number(x?.max)];
      expect((far.crosshair.x - min) / (max - min)).toBeCloseTo(least, 6);
      expect(max).toBe(drawn.x.max);
    }
  });

  test('does not move, and follows its place on the screen but not on paper', async () => {
    const drawn = await model();
    expect(matrixChart(drawn, theme, 'wide').options).toMatchObject({ animation: false, responsive: true });
    expect(matrixChart(drawn, theme, 'print').options).toMatchObject({ animation: false, responsive: false });
  });

  test('is a function of its arguments: twice the same', async () => {
    const drawn = await model();
    const json = (): string => JSON.stringify(matrixChart(drawn, theme, 'wide'));
    expect(json()).toBe(json());
  });
});

describe('nameBoxes', () => {
  const letters = { font: '', measureText: (text: string) => ({ width: 7 * text.length }) };
  const context = letters as unknown as CanvasRenderingContext2D; // all that is asked of it
  const scale = { getPixelForValue: (value: number) => value };
  const area = { left: 0, right: 400, top: 0, bottom: 300 };
  const xOf = async (...points: readonly (readonly [x: number, y: number])[]): Promise<number> => {
    const drawn = await model();
    const marks = points.map(([x, y]) => ({ ...drawn.marks[0], x, y }));
    const crosshair = { ...drawn.crosshair, x: 180, y: 150 };
    const boxes = nameBoxes(context, { ...drawn, marks, crosshair }, theme, area, 12, { x: scale, y: scale });
    return boxes.find(({ quadrant }) => quadrant === 'advantage')?.box.x ?? NaN;
  };

  test('stand in the corner, or beside the crosshair where they cover less of the points', async () => {
    const [corner, inner] = [400 - 9 - 7 * 'Competitive advantage'.length, 180 + 9];
    expect(await xOf([300, 200])).toBe(corner);
    expect(await xOf([380, 10])).toBe(inner);
    // A point at either end: less of the one beside the crosshair is covered.
    expect(await xOf([380, 10], [200, 30])).toBe(inner);
    expect(await xOf([380, 30], [200, 10])).toBe(corner);
  });
});

describe('labelLines(mark)', () => {
  test('writes names on wide charts, numbers on a phone, names there only for what matters most', async () => {
    const { marks } = await model();
    const text = (short?: string) =>
      marks.map((mark) =>
        labelLines(mark, theme, short)
          .flat()
          .map((run) => run.text)
          .join(''),
      );
    expect(text().some((label) => label === 'Parking')).toBe(true);
    for (const [index, label] of text('Short').entries())
      expect(label).toBe(marks[index].prominent ? `${marks[index].rank} Short` : String(marks[index].rank));
  });
});

describe('shortNames(names)', () => {
  test('cuts at the end of a word what two lines do not hold', () => {
    expect(
      shortNames(['Parking', 'Long-term parking shuttle', 'Cleanliness of all the washrooms and lounges']),
    ).toEqual(['Parking', 'Long-term parking shuttle', 'Cleanliness of all the…']);
  });

  test('keeps the ends of names that begin alike', () => {
    const name = 'How satisfied are you with the information desks on the floor, ';
    expect(shortNames([`${name}upper`, `${name}lower`])).toEqual([
      '…desks on the floor, upper',
      '…desks on the floor, lower',
    ]);
  });
});

describe('twoLines(name)', () => {
  test.each([
    ['Parking', ['Parking']],
    ['4 Information desks, upper', ['4 Information', 'desks, upper']],
    ['Internationalization', ['Internationalization']],
    ['1 长期停车场接驳车与租车中心', ['1 长期停车场接', '驳车与租车中心']],
    ['3 Rental car centre', ['3 Rental car centre']],
  ])('breaks %s near its middle, and never inside a word', (name, lines) => {
    expect(twoLines(name)).toEqual(lines);
  });
});
