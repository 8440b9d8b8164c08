import { describe, expect, test } from 'vitest';
import { matrixModel } from '../../../report/charts/matrix-model.ts';
import { martillaJames } from '../../../report/examples/martilla-james.ts';
import { namer } from '../../../report/parts/names.ts';
import { en, type Strings } from '../../../report/strings/en.ts';
import { isOfMeans } from '../../../report/verdict/of-means.ts';
import { pageVerdict } from '../../../report/verdict/page-verdict.ts';
import type { Figures } from '../../../shared/metrics/figures.ts';
import type { Matrix } from '../../../shared/metrics/matrix.ts';
import { figuresOf, outcomeOf, someAnswers } from '../support/some-answers.ts';

const english = en as Strings; // its locale widens to string

async function paper(): Promise<{ figures: Figures; matrix: Matrix; nameOf: (id: string) => string }> {
  const { figures, labels, rejections } = await outcomeOf(martillaJames());
  if (!figures.ok || !figures.value.matrix) throw new Error('paper: expected a matrix');
  expect(rejections).toMatchObject({ cells: 0, rows: 0 });
  return { figures: figures.value, matrix: figures.value.matrix, nameOf: namer(labels, 'en') };
}

describe('a matrix of means alone', () => {
  test('isOfMeans(matrix) tells it from one of answers', async () => {
    expect(isOfMeans((await paper()).matrix)).toBe(true);
    const { matrix } = await figuresOf(someAnswers(100));
    expect(matrix && isOfMeans(matrix)).toBe(false);
  });

  test('matrixModel(matrix) draws every point, hollow and without a bar or a doubt in per cent', async () => {
    const { figures, matrix, nameOf } = await paper();
    const { marks } = matrixModel(matrix, figures, nameOf, english);
    expect(marks).toHaveLength(14);
    for (const mark of marks) {
      expect(mark).toMatchObject({ hollow: true, dashed: false, first: false });
      expect([mark.xBar, mark.yBar, mark.doubt]).toEqual([undefined, undefined, undefined]);
    }
    expect(marks.filter(({ prominent }) => prominent)).toHaveLength(3);
  });

  test('pageVerdict(figures) says where they lie, and that nobody can tell how surely', async () => {
    const { figures, nameOf } = await paper();
    const { title, lead } = pageVerdict(figures, nameOf, english);
    // what the paper says to concentrate on
    expect(title).toBe(
      'By their means, improve first: Low prices on service, Job done right the first time and Fast action on complaints',
    );
    expect(lead).toMatch(/^Only means are left/);
  });
});
