import { byCodePoint } from '../../shared/summary/by-code-point.ts';
import { points, type ScaleDefinition } from '../../shared/summary/summary.ts';
import { driverSet, gapPairs, GAP_SET, tablePlan } from '../../shared/summary/table-plan.ts';
import { CELL_SKIPPED } from '../engine/columns.ts';
import { notShown } from './check-statements.ts';
import type { Dialect } from './dialect.ts';
import { joined, type RowWriter } from './row-writer.ts';
import type { Scope } from './scopes.ts';
import type { SqlPlan } from './sql-plan.ts';
import { SQUARE_LIMBS, WEIGHT_LIMBS } from './sql-tables.ts';

/** Columns as the result numbers them. */
export interface Numbered {
  readonly plan: SqlPlan;
  readonly columns: readonly ScaleDefinition[];
}

function numberOf({ columns }: Numbered, key: string): number {
  return columns.findIndex((column) => column.key === key) + 1;
}

/** Keys of the tables that are counted: of columns that one survey and version asks together. */
export function crossKeys({ plan: { scales, known, rules }, columns }: Numbered): (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const group of known.length > 0 ? known : [undefined]) {
    const asked = columns.filter((_, k) => {
      const only = scales[k]?.only;
      return !group || !only || only.includes(group);
    });
    const sorted = [...asked].sort((a, b) => byCodePoint(a.key, b.key));
    for (const keys of tablePlan(sorted, rules).cross) found.set(keys.join('\n'), keys);
  }
  return [...found.values()];
}

/** Counts records by the levels of some columns, "no answer" last, the last column fastest. */
export function crossStatement(
  numbered: Numbered,
  writer: RowWriter,
  scope: Scope,
  keys: readonly string[],
  sums: string,
): string {
  const at = keys.map((key) => numberOf(numbered, key));
  const level = at.reduce((index, k) => {
    const missing = points(numbered.columns[k - 1]);
    const own = `least(s${k}, ${missing})`;
    return index === '' ? own : `(${index}) * ${missing + 1} + ${own}`;
  }, '');
  return writer.count(scope, { part: 'cross', item: `'${at.join(' ')}'`, level, sums });
}

/**
 * Sums products over complete records: those that answered every column which their slice was shown; of a gap, both
 * columns.
 */
export function completeStatements(
  numbered: Numbered,
  { literal }: Dialect,
  writer: RowWriter,
  scope: Scope,
): string[] {
  const { plan, columns } = numbered;
  const { rules, weighted, ids } = plan;
  const sorted = [...columns].sort((a, b) => byCodePoint(a.key, b.key));
  const partner = new Map(
    gapPairs(columns, rules.unweighted).flatMap(({ expectation, perception }) => [
      [expectation, perception],
      [perception, expectation],
    ]),
  );
  return tablePlan(sorted, rules).complete.flatMap(({ name, keys }) => {
    const where = keys.map((key) => {
      const other = name === GAP_SET ? partner.get(key) : undefined;
      const needed = [key, ...(other === undefined ? [] : [other])];
      const absent = needed.map((one) => notShown(numberOf(numbered, one)));
      return `(s${numberOf(numbered, key)} < ${CELL_SKIPPED} or ${absent.join(' or ')})`;
    });
    const level = name.startsWith(driverSet('')) && ids.length > 0 ? { level: 'block' } : {};
    return ['', ...(weighted ? [...WEIGHT_LIMBS, ...SQUARE_LIMBS] : [])].map((limb) =>
      writer.count(scope, {
        ...{ part: 'complete', item: literal(limb === '' ? name : `${name} ${limb}`) },
        ...{ ...level, where, sums: joined(products(numbered, keys, limb)) },
      }),
    );
  });
}

/** n, Σx and the lower triangle of Σxxᵀ, each times a limb of the weight. */
function products(numbered: Numbered, keys: readonly string[], limb: string): string[] {
  const values = keys.map((key) => {
    const k = numberOf(numbered, key);
    return `(s${k} + ${numbered.columns[k - 1].min})`;
  });
  const times = limb === '' ? '' : `${limb} * `;
  return [
    limb === '' ? 'count(*)' : `sum(${limb})`,
    ...values.map((value) => `sum(${times}${value})`),
    ...values.flatMap((x, i) => values.slice(0, i + 1).map((y) => `sum(${times}${x} * ${y})`)),
  ];
}
