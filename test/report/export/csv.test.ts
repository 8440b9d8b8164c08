import { describe, expect, test } from 'vitest';
import { matrixCsv } from '../../../report/export/matrix-csv.ts';
import { rejectedCsv } from '../../../report/export/rejected-csv.ts';
import { namer } from '../../../report/parts/names.ts';
import { en } from '../../../report/strings/en.ts';
import { figuresOf, someAnswers } from '../support/some-answers.ts';

describe('matrixCsv(matrix)', () => {
  test('holds every attribute by rank, unrounded', async () => {
    const figures = await figuresOf(someAnswers(900));
    const { matrix } = figures;
    if (!matrix) throw new Error('expected a matrix');
    const [header, ...lines] = matrixCsv(matrix, figures, namer(new Map(), 'en')).trimEnd().split('\r\n');
    const columns = header.slice(1).split(',');
    const column = (name: string): string[] => lines.map((line) => line.split(',')[columns.indexOf(name)]);
    expect(column('rank')).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(column('satisfaction').map(Number)).toEqual(
      matrix.points.map((point) => point.satisfaction.value),
    );
    expect(column('importanceLow').map(Number)).toEqual(matrix.points.map((p) => p.importance.interval?.low));
    expect(column('relativeWeightN')).toEqual(Array(6).fill('900'));
    expect(column('quadrant')).toEqual(matrix.points.map(({ quadrant }) => quadrant));
  });

  test('guards names that a spreadsheet would run', async () => {
    const figures = await figuresOf(someAnswers(100));
    if (!figures.matrix) throw new Error('expected a matrix');
    expect(matrixCsv(figures.matrix, figures, () => '=1+1')).toContain("'=1+1");
  });
});

describe('rejectedCsv(listed)', () => {
  test('says where and why, guarded', () => {
    const listed = [
      { file: 'a.csv', line: 7, column: 'nps', value: '=2+5', code: 'off-scale', low: 0, high: 10 } as const,
      { file: 'a.csv', line: 9, code: 'ragged', low: 3, high: 4 } as const,
    ];
    expect(rejectedCsv(listed, en.rejected.reason)).toBe(
      '\uFEFFfile,line,column,value,code,reason\r\n' +
        "a.csv,7,nps,'=2+5,off-scale,not a whole number from 0 to 10\r\n" +
        'a.csv,9,,,ragged,3 cells where the header has 4\r\n',
    );
  });
});
