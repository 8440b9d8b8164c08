import type { Locator, Page } from 'playwright-core';
import { allDrawn } from './read-report.ts';

/** The cells of a table on the screen by row and column, as they are written. */
export type ShownTable = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Every table of the page by panel, in the order of its views: `stated` has one, `segments` one a measure. */
export async function readTables(page: Page): Promise<ReadonlyMap<string, readonly ShownTable[]>> {
  await allDrawn(page);
  const tables = new Map<string, ShownTable[]>();
  const matrix = page.locator('fourfold-matrix');
  await matrix.getByRole('button', { name: 'Table', exact: true }).click();
  tables.set('matrix', [await readTable(matrix.locator('tbody tr'))]);
  tables.set('overview', [await readTable(page.locator('[data-figure]:not(fourfold-panel *)'))]);
  tables.set('plan', [await readTable(page.locator('[data-planned]'))]);
  for (const panel of await page.locator('fourfold-panel').all()) {
    const id = (await panel.locator('[data-panel]').getAttribute('data-panel')) ?? '';
    const views = await panel.locator(`[name="view-${id}"]:not(select), [name="view-${id}"] option`).count();
    const asTable = panel.getByRole('button', { name: 'Table', exact: true });
    if ((await asTable.count()) > 0) await asTable.click();
    const shown: ShownTable[] = [];
    for (let view = 0; view < Math.max(1, views); view += 1) {
      const list = panel.locator(`select[name="view-${id}"]`);
      if ((await list.count()) > 0) await list.selectOption({ index: view });
      else if (views > 0) await panel.locator(`input[name="view-${id}"]`).nth(view).check({ force: true });
      shown.push(await readTable(panel.locator('table.full tbody tr')));
    }
    tables.set(id, shown);
  }
  return tables;
}

/** The cells of rows that carry hooks for tests. */
async function readTable(rows: Locator): Promise<ShownTable> {
  const read = await rows.evaluateAll((all) =>
    all.map((row) => {
      const { row: id, attribute, figure, planned } = (row as HTMLElement).dataset; // all rows are
      const cells = [...row.querySelectorAll<HTMLElement>('[data-cell], [data-part]')];
      return [
        id ?? attribute ?? figure ?? planned ?? '',
        Object.fromEntries(
          cells.map(({ dataset, innerText }) => [dataset.cell ?? dataset.part ?? '', innerText.trim()]),
        ),
      ] as const;
    }),
  );
  return new Map(read);
}

/** What a cell must say: a number, both ends of an interval, or that there is none. */
export type Expected = number | { readonly low: number; readonly high: number } | undefined;

/**
 * What is wrong with a cell: undefined where each number in it is the one expected, rounded to the decimals written.
 *
 * @param scale what the number is multiplied by before it is written, such as 100 for per cent
 */
export function difference(written: string, expected: Expected, scale = 1): string | undefined {
  const wanted = typeof expected === 'object' ? [expected.low, expected.high] : expected;
  if (wanted === undefined) return written === '–' ? undefined : `expected –, got ${written}`;
  const numbers = [
    ...written
      .replaceAll('−', '-')
      .replaceAll(',', '')
      .matchAll(/[-+]?\d*\.?\d+/gu),
  ];
  const values = [wanted].flat();
  const fits =
    numbers.length === values.length &&
    numbers.every(([text], at) => {
      const decimals = text.split('.')[1]?.length ?? 0;
      return Math.abs(Number(text) - scale * values[at]) <= 0.5 * 10 ** -decimals + 1e-9;
    });
  return fits ? undefined : `expected ${values.map((value) => scale * value).join(' to ')}, got ${written}`;
}
