import { describe, expect, test } from 'vitest';
import type { Figures } from '../../../shared/metrics/figures.ts';
import type { MatrixPoint } from '../../../shared/metrics/matrix-point.ts';
import { namer } from '../../../report/parts/names.ts';
import { en, type Strings } from '../../../report/strings/en.ts';
import { zhCN } from '../../../report/strings/zh-CN.ts';
import {
  CONTESTED_CHANCE_MIN,
  HEADLINE_NAMES_MAX,
  firstAndContested,
  pageVerdict,
} from '../../../report/verdict/page-verdict.ts';
import { figuresOf, noFigures, someAnswers } from '../support/some-answers.ts';

const english = en as Strings; // its locale widens to string
const names = namer(new Map(), 'en');
const plain = (text: string): string => text.replaceAll('\u202F', ' ');

function settle(figures: Figures, change: (point: MatrixPoint) => Partial<MatrixPoint>): Figures {
  const { matrix } = figures;
  if (!matrix) throw new Error('settle: expected a matrix');
  return {
    ...figures,
    matrix: { ...matrix, points: matrix.points.map((point) => ({ ...point, ...change(point) })) },
  };
}

async function withStaffContested(): Promise<Figures> {
  const chances = { 'improve-first': 0.39, advantage: 0.01, 'improve-later': 0.6, 'nice-to-have': 0 };
  return settle(await figuresOf(someAnswers(900)), ({ attribute }) =>
    attribute === 'service.staff' ? { settled: false, chances } : {},
  );
}

describe('pageVerdict(figures)', () => {
  test('names what is settled in improve first, and what may belong there', async () => {
    const { title, lead } = pageVerdict(await withStaffContested(), names, english);
    expect(title).toBe('Improve first: Parking and Food');
    expect(plain(lead)).toBe(
      'They rate below the average attribute and go with overall satisfaction more than most others do. Staff (39 %) may belong there too; these answers cannot tell.',
    );
  });

  test('says the same in Chinese, without gaps between sentences', async () => {
    const { title, lead } = pageVerdict(await withStaffContested(), names, zhCN);
    expect(title).toBe('先改进：Parking与Food');
    expect(plain(lead)).toBe(
      '这几项满意度低于各项平均，而与总体满意度的关系强于多数其他项。Staff（39 %）也可能属于此区，但凭这些答卷还不能断定。',
    );
  });

  test('names what is rated lowest where nothing overall was asked', async () => {
    const ratings = ['5,2', '4,3', '4,2', '5,1', '3,2', '4,2', '5,3', '4,2', '5,2', '4,1'];
    const rows = ratings.map((cells, row) => `r${row},shop,${cells}`);
    const figures = await figuresOf(
      `id,survey,service.satisfaction.signs,service.satisfaction.parking\n${rows.join('\n')}\n`,
    );
    const { title, lead } = pageVerdict(figures, names, english);
    expect(title).toBe('Rated lowest: Parking, 2.00 of 1–5');
    expect(lead).toMatch(/^There is no matrix: importance was not asked/);
    expect(pageVerdict(figures, names, zhCN).title).toBe('评分最低：Parking，2.00（1–5 分）');
  });

  test('names three in the headline and lets the others follow', async () => {
    const figures = settle(await figuresOf(someAnswers(900)), () => ({
      settled: true,
      quadrant: 'improve-first',
    }));
    const { title, lead } = pageVerdict(figures, names, english);
    expect(title.split(/, | and /)).toHaveLength(3);
    expect(lead).toContain('follow.');
  });

  test('speaks of one attribute in the singular', async () => {
    const figures = settle(await figuresOf(someAnswers(900)), ({ attribute }) =>
      attribute === 'service.parking' ? {} : { settled: true, quadrant: 'advantage' },
    );
    const { title, lead } = pageVerdict(figures, names, english);
    expect(title).toBe('Improve first: Parking');
    expect(lead).toBe(
      'It rates below the average attribute and goes with overall satisfaction more than most others do.',
    );
  });

  test('says what is closest when nothing is settled, and never calls it certain', async () => {
    const figures = settle(await figuresOf(someAnswers(900)), () => ({ settled: false }));
    const { title } = pageVerdict(figures, names, english);
    expect(title).toMatch(/^Nothing is certain to come first; (Parking|Food) is closest$/);
  });

  test('calls nothing that is alone “too”, and writes no certainty as high as the one that settles', async () => {
    const chances = { 'improve-first': 0.796, advantage: 0.1, 'improve-later': 0.1, 'nice-to-have': 0.004 };
    const figures = settle(await figuresOf(someAnswers(900)), ({ attribute }) =>
      attribute === 'service.parking'
        ? { settled: false, chances }
        : { settled: true, quadrant: 'nice-to-have' },
    );
    expect(plain(pageVerdict(figures, names, english).lead)).toMatch(
      /^Parking \(79 %\) may belong in “improve first”; these answers cannot tell\. /,
    );
    expect(plain(pageVerdict(figures, names, zhCN).lead)).toMatch(/^Parking（79 %）可能属于急需改进区，/);
  });

  test('says that nothing stands out when no attribute lies there', async () => {
    const figures = settle(await figuresOf(someAnswers(900)), () => ({
      ...{ settled: true, quadrant: 'advantage' },
      chances: { 'improve-first': 0, advantage: 1, 'improve-later': 0, 'nice-to-have': 0 },
    }));
    expect(pageVerdict(figures, names, english).title).toBe('Nothing stands out to improve first');
  });

  test('falls back to the key figures without attributes', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `p${row},shop,${(row % 5) + 1},${row % 11}`);
    const figures = await figuresOf(`id,survey,csat,nps\n${rows.join('\n')}\n`);
    const { title, lead } = pageVerdict(figures, names, english);
    expect(plain(title)).toBe('40 % are satisfied; NPS −55');
    expect(lead).toContain('There is no matrix');
  });

  test('says that four answers are too few', async () => {
    expect(
      pageVerdict(await figuresOf('id,survey,nps\na,shop,1\nb,shop,2\nc,shop,3\nd,shop,4\n'), names, english)
        .title,
    ).toBe('4 records: too few to say what to improve first');
  });

  test('says that no question is one to draw, and where to say which is', () => {
    const { title, lead } = pageVerdict({ ...noFigures(), records: 40 }, names, english);
    expect(title).toBe('No answers to draw');
    expect(lead).toMatch(/^No question is taken as .* say under “Columns” which column is\.$/);
  });

  test('says that there is nothing where there is nothing', () => {
    expect(pageVerdict(noFigures(), names, english)).toEqual({
      title: 'No answers to draw',
      lead: 'The rows hold no answer on a scale that this report knows.',
    });
  });
});

test('the verdict names at most three, and what has a chance of at least a fifth', () => {
  expect(HEADLINE_NAMES_MAX).toBe(3);
  expect(CONTESTED_CHANCE_MIN).toBe(0.2);
});

describe('firstAndContested(matrix)', () => {
  test('keeps what has too few answers apart from what could go either way', async () => {
    const figures = settle(await figuresOf(someAnswers(900)), ({ attribute }) =>
      attribute === 'service.food' ? { settled: false, smallSample: true } : {},
    );
    if (!figures.matrix) throw new Error('expected a matrix');
    const { few, contested } = firstAndContested(figures.matrix);
    expect(few.map(({ attribute }) => attribute)).toEqual(['service.food']);
    expect(contested).not.toContain(few[0]);
    expect(pageVerdict(figures, names, english).lead).toContain(
      'Food lies there too, on under 30 answers: too few to settle.',
    );
  });

  test('never puts an undecided point among the first', async () => {
    const { matrix } = await figuresOf(someAnswers(900));
    if (!matrix) throw new Error('expected a matrix');
    const { first, undecided } = firstAndContested(matrix);
    expect(first.every(({ settled }) => settled)).toBe(true);
    expect(undecided.some(({ settled }) => settled)).toBe(false);
  });
});
