import { OPEN_WINDOW_MS } from '../../shared/summary/response-counts.ts';
import { SKETCH_SIZE } from '../../shared/summary/sketch.ts';
import { CELL_NOT_SHOWN, STATUSES } from '../engine/columns.ts';
import { checkStatements, markStatements } from './check-statements.ts';
import type { Dialect } from './dialect.ts';
import { NO_TIME } from './level-statement.ts';
import { digestOf, resultPlan } from './result-plan.ts';
import { joined, RowWriter } from './row-writer.ts';
import { scopesOf, type Scope } from './scopes.ts';
import { SLICE_COLUMNS, SQUARE_LIMBS, TABLES, WEIGHT_LIMBS } from './sql-tables.ts';
import type { SqlPlan } from './sql-plan.ts';
import { completeStatements, crossKeys, crossStatement, type Numbered } from './table-statements.ts';

/** Statements that count levels into rows, each one part of the summary, in the order in which they run. */
export function countStatements(plan: SqlPlan, dialect: Dialect): string[] {
  const result = resultPlan(plan);
  const writer = new RowWriter(digestOf(result));
  const numbered: Numbered = { plan, columns: result.columns };
  const scopes = scopesOf(plan);
  return [
    writer.whole({ part: 'plan', item: dialect.literal(JSON.stringify(result)), n: '1' }),
    ...checkStatements(plan, dialect, writer),
    ...markStatements(plan, result.columns.length),
    ...fieldSizes(plan, writer),
    ...scopes.flatMap((scope) => histograms(numbered, writer, scope)),
    ...scopes
      .filter(({ roles }) => roles === undefined)
      .flatMap((scope) => tables(numbered, dialect, writer, scope)),
    ...(plan.weighted ? [weightless(writer)] : []),
    ...sketches(plan, dialect, writer),
    writer.whole({ part: 'end', n: '1 + count(*)' }, TABLES.rows),
  ];
}

function fieldSizes({ fields, weighted }: SqlPlan, writer: RowWriter): string[] {
  const heavy = weighted ? ['units > 0'] : [];
  return fields.map((_, k) => {
    const column = `f${k + 1}`;
    const scope = { name: column, by: [], value: "''", moment: '0', where: [...heavy, `${column} <> ''`] };
    return writer.count(scope, { part: 'field', n: `count(distinct ${column})` });
  });
}

function histograms({ plan, columns }: Numbered, writer: RowWriter, scope: Scope): string[] {
  const { roles } = scope;
  const sums = weights(plan);
  return [
    writer.count(scope, { part: 'records', sums }),
    ...columns.flatMap(({ role }, k) => {
      if (roles !== undefined && roles !== 'all' && !roles.includes(role)) return [];
      const level = `s${k + 1}`;
      const where = [`${level} <> ${CELL_NOT_SHOWN}`];
      return [writer.count(scope, { part: 'histogram', item: `'${k + 1}'`, level, sums, where })];
    }),
  ];
}

function tables(numbered: Numbered, dialect: Dialect, writer: RowWriter, scope: Scope): string[] {
  const { plan } = numbered;
  const sums = weights(plan);
  const times = { part: 'time', sums: joined(['min(shown)', 'max(shown)']), where: [`shown > ${NO_TIME}`] };
  return [
    ...crossKeys(numbered).map((keys) => crossStatement(numbered, writer, scope, keys, sums)),
    ...completeStatements(numbered, dialect, writer, scope),
    writer.count(scope, times),
    writer.count(scope, { part: 'status', level: 'status' }),
    ...(plan.own ? [openRecords(writer, scope)] : []),
    writer.count(scope, { part: 'health', level: 'rated * 100 + straight * 10 + timed' }),
    writer.count(scope, { part: 'sample', itemOf: 'sample' }),
  ];
}

/** Records that may be within half an hour of the newest of their part: those of its half hour and the one before. */
function openRecords(writer: RowWriter, scope: Scope): string {
  const keys = [...SLICE_COLUMNS, ...scope.by].join(', ');
  const slot = `floor(shown / ${OPEN_WINDOW_MS}.0)`;
  const timed = `shown > ${NO_TIME}`;
  const all = [...scope.where, timed].join(' and ');
  const newest = `select ${keys}, max(${slot}) from ${TABLES.levels} where ${all} group by ${keys}`;
  const open = (['shown', 'partial'] as const).map((status) => STATUSES.indexOf(status));
  return writer.count(scope, {
    ...{ part: 'open', itemOf: 'cast(status as varchar)', level: 'shown' },
    where: [
      `status in (${open.join(', ')})`,
      timed,
      `((${keys}, ${slot}) in (${newest}) or (${keys}, ${slot} + 1) in (${newest}))`,
    ],
  });
}

function weightless(writer: RowWriter): string {
  const scope = { name: 'all', by: [], value: "''", moment: '0', where: ['units = 0'] };
  return writer.count(scope, { part: 'weightless' });
}

function sketches({ known, ids, own, survey }: SqlPlan, { literal }: Dialect, writer: RowWriter): string[] {
  if (ids.length === 0) return [];
  const surveys = own ? [...new Set(known.map((one) => one.survey))] : [survey];
  return surveys.map((one) => {
    const name = literal(one);
    const smallest = `order by head limit ${SKETCH_SIZE}`;
    return writer.heads(
      name,
      `select head from ${TABLES.levels} where survey = ${name} group by head ${smallest}`,
    );
  });
}

/** Sums of the limbs of weights and of their squares. */
function weights({ weighted }: SqlPlan): string {
  return weighted ? joined([...WEIGHT_LIMBS, ...SQUARE_LIMBS].map((limb) => `sum(${limb})`)) : "''";
}
