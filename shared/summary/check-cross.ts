import type { CheckContext } from './check-tables.ts';
import { checkKeys, checkLength, checkWeighed, total, type Part } from './check-lists.ts';
import type { Reading } from './reading.ts';
import { ID_BLOCKS, points } from './summary.ts';
import { driverSet, type NamedSet } from './table-plan.ts';

/**
 * Checks the cross tables: each that the columns call for, giving back the histogram of each of its columns.
 *
 * @param sound the histograms were found to be whole
 * @example checkCross(context, 'slices[0].all', part, [['csat', 'nps']], true)
 */
export function checkCross(
  { reading, columns }: CheckContext,
  path: string,
  tables: Part,
  plan: readonly (readonly string[])[],
  sound: boolean,
): void {
  const list = reading.list(`${path}.cross`, tables.cross);
  checkLength(reading, `${path}.cross`, list, plan.length);
  plan.slice(0, list.length).forEach((keys, k) => {
    const at = `${path}.cross[${k}]`;
    const table = reading.object(at, list[k]);
    if (!table || !checkKeys(reading, at, table.keys, keys)) return;
    const counts = reading.counts(`${at}.counts`, table.counts);
    const scales = keys.flatMap((key) => columns.filter((column) => column.key === key));
    const levels = scales.map((scale) => points(scale) + 1);
    const size = levels.reduce((product, count) => product * count, 1);
    checkLength(reading, `${at}.counts`, counts, size);
    checkWeighed(reading, at, table, tables.weight !== undefined, size);
    if (!sound || counts.length !== size) return;
    const histograms = tables.histograms as Readonly<Record<string, { readonly counts: readonly number[] }>>; // sound
    keys.forEach((key, axis) => {
      const sums = alongAxis(counts, levels, axis);
      histograms[key].counts.forEach((count, point) => {
        reading.adds(`${at}.${key}[${point}]`, sums[point], count);
      });
    });
    reading.adds(at, total(counts), tables.records as number); // sound
  });
}

/** Records by the level of one axis, summed over the others; the last axis runs fastest. */
function alongAxis(counts: readonly number[], levels: readonly number[], axis: number): number[] {
  const stride = levels.slice(axis + 1).reduce((size, count) => size * count, 1);
  const sums = new Array<number>(levels[axis]).fill(0);
  counts.forEach((count, at) => {
    sums[Math.floor(at / stride) % levels[axis]] += count;
  });
  return sums;
}

/**
 * Checks the sums over complete records, and that blocks add up to the whole.
 *
 * @example checkComplete(reading, 'slices[0].all.complete', part, { plan: [], hashed: true })
 */
export function checkComplete(
  reading: Reading,
  path: string,
  tables: Part,
  { plan, hashed }: { readonly plan: readonly NamedSet[]; readonly hashed: boolean },
): void {
  const list = reading.list(path, tables.complete);
  checkLength(reading, path, list, plan.length);
  plan.slice(0, list.length).forEach(({ name, keys }, k) => {
    const at = `${path}[${k}]`;
    const set = reading.object(at, list[k]);
    if (!set) return;
    if (set.name !== name) reading.refuse(`${at}.name`, 'other-set', name, set.name);
    if (!checkKeys(reading, at, set.keys, keys)) return;
    const n = checkProducts(reading, `${at}.total`, set.total, tables, keys.length);
    if (!hashed || !name.startsWith(driverSet(''))) return;
    const blocks = reading.list(`${at}.blocks`, set.blocks);
    checkLength(reading, `${at}.blocks`, blocks, ID_BLOCKS);
    const sizes = blocks.map((block, b) =>
      checkProducts(reading, `${at}.blocks[${b}]`, block, tables, keys.length),
    );
    reading.adds(`${at}.blocks`, total(sizes), n);
  });
}

const SIGNED_DIGITS = /^-?\d+$/;

/** Gives the number of records. */
function checkProducts(reading: Reading, path: string, value: unknown, tables: Part, p: number): number {
  const products = reading.object(path, value);
  if (!products) return 0;
  const n = reading.count(`${path}.n`, products.n);
  if (n > Number(tables.records))
    reading.refuse(`${path}.n`, 'does-not-add-up', `at most ${String(tables.records)}`, n);
  checkSums(reading, path, products, p);
  if (tables.weight === undefined) return n;
  for (const name of ['weights', 'squares']) {
    const weighed = reading.object(`${path}.${name}`, products[name]);
    if (!weighed) continue;
    reading.exact(`${path}.${name}.n`, weighed.n);
    checkSums(reading, `${path}.${name}`, weighed, p);
  }
  return n;
}

function checkSums(reading: Reading, path: string, part: Part, p: number): void {
  for (const [name, size] of [
    ['sums', p],
    ['products', (p * (p + 1)) / 2],
  ] as const) {
    const list = reading.list(`${path}.${name}`, part[name]);
    checkLength(reading, `${path}.${name}`, list, size);
    list.forEach((sum, k) => {
      if (typeof sum !== 'string' || !SIGNED_DIGITS.test(sum)) reading.whole(`${path}.${name}[${k}]`, sum);
    });
  }
}
