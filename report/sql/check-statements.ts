import { FIELD_VALUES_MAX } from '../../shared/summary/summary.ts';
import { CELL_NOT_SHOWN, STATUSES } from '../engine/columns.ts';
import type { Dialect } from './dialect.ts';
import { rowsThatCount } from './level-statement.ts';
import { UNREADABLE } from './regular-texts.ts';
import type { RowWriter } from './row-writer.ts';
import { SLICE_COLUMNS, TABLES } from './sql-tables.ts';
import type { SqlPlan } from './sql-plan.ts';

const SLICE = SLICE_COLUMNS.join(', ');

/** Counts rows and cells that do not count, and what makes the result worthless. */
export function checkStatements(plan: SqlPlan, { literal }: Dialect, writer: RowWriter): string[] {
  const { own, known, ids } = plan;
  const check = (item: string, where: string | undefined, table: string = TABLES.answers) =>
    writer.whole({ part: 'check', item: `'${item}'` }, table, where);
  const surveys = known.map(
    ({ survey, version }) => `(survey = ${literal(survey)} and survey_version = ${literal(version)})`,
  );
  const twice = `(select id_hash from ${TABLES.levels} group by id_hash having count(*) > 1) twice`;
  const counts = rowsThatCount(plan);
  const statuses = STATUSES.slice(1).map((status) => `'${status}'`);
  return [
    check('row', `not (${counts})`),
    check('shownAt', `shown_text = '${UNREADABLE}' and ${counts}`),
    ...(own
      ? [
          check('status', `status_text not in ('', ${statuses.join(', ')}) and ${counts}`),
          check('durationMs', `duration = -2 and ${counts}`),
          check('id', `${counts} and (substring(id, 1, 1) = '''' or length(id) > 1000)`),
          check('survey', `not (${surveys.join(' or ')})`, TABLES.levels),
        ]
      : []),
    ...(ids.length > 0 ? [check('conflict', undefined, twice)] : []),
  ];
}

/**
 * Notes which columns each slice was shown, and which fields are narrow enough for segments.
 *
 * @param columns how many
 */
export function markStatements({ fields, weighted }: SqlPlan, columns: number): string[] {
  const heavy = weighted ? ' and units > 0' : '';
  const mark = (table: string, name: string, where: string, having = '') =>
    `insert into ${table} select '${name}', ${SLICE} from ${TABLES.levels} where ${where}${heavy} group by ${SLICE}${having}`;
  return [
    ...Array.from({ length: columns }, (_, k) =>
      mark(TABLES.shown, String(k + 1), `s${k + 1} <> ${CELL_NOT_SHOWN}`),
    ),
    ...fields.map((_, k) => {
      const few = ` having count(distinct f${k + 1}) <= ${FIELD_VALUES_MAX}`;
      return mark(TABLES.narrow, `f${k + 1}`, `f${k + 1} <> ''`, few);
    }),
  ];
}

/** A condition for a slice that was not shown the k-th column, counted from 1. */
export function notShown(k: number): string {
  return `(${SLICE}) not in (select ${SLICE} from ${TABLES.shown} where item = '${k}')`;
}
