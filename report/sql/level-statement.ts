import { RECORD_SCHEMA_VERSION } from '../../shared/answers/answer-record.ts';
import { STRAIGHT_LINE_RATINGS_MIN, TIMED_ANSWERS_MIN } from '../../shared/summary/health-limits.ts';
import { points } from '../../shared/summary/summary.ts';
import {
  CELL_NOT_APPLICABLE,
  CELL_NOT_SHOWN,
  CELL_REJECTED,
  CELL_SKIPPED,
  STATUSES,
} from '../engine/columns.ts';
import type { Dialect } from './dialect.ts';
import { UNREADABLE } from './regular-texts.ts';
import { scoredColumns } from './scores-in-sql.ts';
import { answerSources, SQUARE_LIMBS, TABLES, WEIGHT_LIMBS, type SqlColumn } from './sql-tables.ts';
import type { SqlPlan, SqlScale } from './sql-plan.ts';

/** Stands for the time, the day and the month of a record that tells none. */
export const NO_TIME = -1_000_000_000_000_000;
export const NO_DAY = -1_000_000;

/** How a record rated: not enough to judge, not all alike, alike, alike and the best, alike and the worst. */
export const STRAIGHT = { notJudged: 0, mixed: 1, middle: 2, top: 3, bottom: 4 } as const;
/** Whether a record's time tells its haste. */
export const TIMED = { untimed: 0, unhurried: 1, hasty: 2 } as const;

const UNITS_MAX = Number.MAX_SAFE_INTEGER;
const HEAD_DIGITS = 13;

/** Columns of the table of levels, in the order in which they are written. */
export function levelColumns(plan: SqlPlan): SqlColumn[] {
  const { scales, fields, weighted } = plan;
  const cells = scales.length + scoredColumns(plan).length;
  const named = (letter: string, count: number, type: SqlColumn[1]) =>
    Array.from({ length: count }, (_, k): SqlColumn => [`${letter}${k + 1}`, type]);
  return [
    ...(['id_hash', 'head', 'survey', 'survey_version', 'audience', 'sample', 'period'] as const).map(
      (name): SqlColumn => [name, 'varchar'],
    ),
    ...(['status', 'block', 'day', 'month', 'rated', 'straight', 'timed'] as const).map((name): SqlColumn => [
      name,
      'integer',
    ]),
    ...(['shown', 'units'] as const).map((name): SqlColumn => [name, 'bigint']),
    ...(weighted ? [...WEIGHT_LIMBS, ...SQUARE_LIMBS] : []).map((name): SqlColumn => [name, 'bigint']),
    ...named('f', fields.length, 'varchar'),
    ...named('s', cells, 'integer'),
  ];
}

/** Fills the table of levels: each record once, by its highest revision. */
export function levelStatement(plan: SqlPlan, dialect: Dialect): string {
  const columns = levelColumns(plan).map(([name]) => name);
  // From the inside out: what stands in a later step is made of the columns before it.
  const steps: readonly (readonly string[])[] = [
    [
      ...scoredColumns(plan).map(({ cell }, k) => `${cell} as s${plan.scales.length + k + 1}`),
      ...ratings(plan),
    ],
    [
      ...health(plan),
      `case when shown > ${NO_TIME} then floor(shown / 86400000.0) else ${NO_DAY} end as day`,
    ],
    // Days since 1 March 1900: from there to February 2100 every fourth year is a leap year.
    ['day + 25508 as since'],
    ['floor(since / 1461) as fours', 'since - 1461 * floor(since / 1461) as inside'],
    ['floor((inside - floor(inside / 1460)) / 365) as years'],
    [
      `case when day > ${NO_DAY} then (1900 + 4 * fours + years) * 12 + 2 + floor((5 * (inside - 365 * years) + 2) / 153) else ${NO_DAY} end as month`,
    ],
    ...(plan.weighted ? [weightLimbs(), squareLimbs()] : []),
  ];
  const from = steps.reduce(
    (inner, step, k) => `select *, ${step.join(', ')} from (\n${inner}\n) step${k + 1}`,
    records(plan, dialect),
  );
  return `insert into ${TABLES.levels} select ${columns.join(', ')} from (\n${from}\n) records`;
}

/** Rows that count: of ours, those with an id, a form that is known and a revision. */
export function rowsThatCount({ own, ids }: Pick<SqlPlan, 'own' | 'ids'>): string {
  if (!own) return ids.length > 0 ? "id <> ''" : '1 = 1';
  return `id <> '' and id <> 'id' and schema_version in ('', '${RECORD_SCHEMA_VERSION}') and revision <> -2 and revision <> 0`;
}

/** Cells and what else is known of each record, straight from the texts. */
function records(plan: SqlPlan, dialect: Dialect): string {
  const { own, ids, scales, fields, weighted } = plan;
  const hasIds = ids.length > 0;
  const digit = (at: number, of: number) => hexDigit(`substring(id_hash, ${at}, 1)`, of);
  const counts = rowsThatCount(plan);
  const latest = `(id_hash, revision) in (select id_hash, max(revision) from ${TABLES.answers} where ${counts} group by id_hash)`;
  const plain = ['survey', 'survey_version', 'audience', 'sample', 'period', 'duration'];
  const columns: readonly (readonly [name: string, from: string])[] = [
    ['id_hash', hasIds ? 'id_hash' : "''"],
    ['head', hasIds ? `substring(id_hash, 1, ${HEAD_DIGITS})` : "''"],
    // The first two hexadecimal digits modulo 64.
    ['block', hasIds ? `16 * ${digit(1, 4)} + ${digit(2, 16)}` : '0'],
    ...[...plain, ...fields.map((_, k) => `f${k + 1}`)].map((name) => [name, name] as const),
    ['status', statusCode()],
    ['shown', shownAt(plan)],
    ['units', weighted ? `case when unit_count > ${UNITS_MAX} then 0 else unit_count end` : '1'],
    ...scales.map((scale, k) => [`s${k + 1}`, cellOf(scale, plan, dialect)] as const),
  ];
  const named = columns.map(([name, from]) => (name === from ? name : `${from} as ${name}`));
  const rows = [
    `select ${named.join(',\n')}`,
    `from ${TABLES.answers} where ${counts}${own ? ` and ${latest}` : ''}`,
  ].join('\n');
  if (!hasIds) return rows;
  // Rows that say the same become one. Not by DISTINCT: ClickHouse 18 keeps both where two threads read them.
  const names = columns.map(([name]) => name).join(', ');
  return `select ${names} from (\n${rows}\n) texts group by ${names}`;
}

function hexDigit(text: string, modulo: number): string {
  const cases = Array.from('0123456789abcdef', (digit, value) => `when '${digit}' then ${value % modulo}`);
  return `(case ${text} ${cases.join(' ')} else 0 end)`;
}

function statusCode(): string {
  const cases = STATUSES.map((status, code) => `when '${status}' then ${code}`).slice(1);
  return `case status_text ${cases.join(' ')} else 0 end`;
}

/** Epoch milliseconds, by days counted from the calendar: no database needs to understand the text. */
function shownAt({ time, columns }: SqlPlan): string {
  if (columns.shownAt === undefined || time === 'label') return String(NO_TIME);
  const isTime = `shown_text not in ('', '${UNREADABLE}')`;
  const whole = (text: string) => `cast(${text} as bigint)`;
  if (time === 'epoch-s' || time === 'epoch-ms') {
    const number = whole(`case when ${isTime} then shown_text else '0' end`);
    return `case when ${isTime} then ${number}${time === 'epoch-s' ? ' * 1000' : ''} else ${NO_TIME} end`;
  }
  const text = `case when ${isTime} then shown_text else '1970-01-01T00:00:00.000+0000' end`;
  const part = (at: number, length: number) => whole(`substring(${text}, ${at}, ${length})`);
  const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
  const months = before.map((days, k) => `when ${k + 1} then ${days}`).join(' ');
  const [year, month] = [part(1, 4), part(6, 2)];
  const days = [
    `365 * (${year} - 1970) + floor((${year} - 1901) / 4) - 17`,
    `case ${month} ${months} else 0 end`,
    `case when ${month} > 2 and ${year} % 4 = 0 then 1 else 0 end`,
    `${part(9, 2)} - 1`,
  ].join(' + ');
  const zone = `case when substring(${text}, 24, 1) = '-' then -1 else 1 end * (60 * ${part(25, 2)} + ${part(27, 2)})`;
  const minutes = `60 * ${part(12, 2)} + ${part(15, 2)} - (${zone})`;
  const ms = `((${days}) * 1440 + ${minutes}) * 60000 + 1000 * ${part(18, 2)} + ${part(21, 3)}`;
  return `case when ${isTime} then cast(${ms} as bigint) else ${NO_TIME} end`;
}

function cellOf(scale: SqlScale, plan: SqlPlan, dialect: Dialect): string {
  const sources = answerSources(plan);
  const texts = scale.columns.map((column) => `t${sources.indexOf(column) + 1}`);
  const cell = scale.otherPicks ? pickOf(scale, texts, dialect) : pointOf(scale, texts[0], dialect);
  if (!scale.only) return cell;
  const asked = scale.only.map(
    ({ survey, version }) =>
      `survey = ${dialect.literal(survey)} and survey_version = ${dialect.literal(version)}`,
  );
  return `case when ${asked.join(' or ')} then ${cell} else ${CELL_NOT_SHOWN} end`;
}

function pointOf({ cells, skipped, notApplicable }: SqlScale, text: string, dialect: Dialect): string {
  const byCell = new Map<number, string[]>();
  for (const [written, cell] of cells)
    byCell.set(cell, [...(byCell.get(cell) ?? []), dialect.literal(written)]);
  const answers = [...byCell].map(
    ([cell, written]) => `when ${text} in (${written.join(', ')}) then ${cell}`,
  );
  const said = (words: readonly string[], column: string, cell: number) =>
    words.map(
      (word) =>
        `when ${text} = '' and replace(${column}, ${dialect.literal(` ${word} `)}, '') <> ${column} then ${cell}`,
    );
  return [
    `case ${answers.join(' ')}`,
    // "Does not apply" says more than "skipped".
    ...said(notApplicable, 'not_applicable', CELL_NOT_APPLICABLE),
    ...said(skipped, 'skipped', CELL_SKIPPED),
    `when ${text} = '' then ${CELL_NOT_SHOWN} else ${CELL_REJECTED} end`,
  ].join(' ');
}

function pickOf({ cells, otherPicks = [] }: SqlScale, texts: readonly string[], dialect: Dialect): string {
  const list = (codes: Iterable<string>) => [...codes].map((code) => dialect.literal(code)).join(', ');
  const every = texts.map((text) => `${text} = ''`).join(' and ');
  const unexplained = texts.map((text) => `${text} not in (${list(['', ...cells.keys(), ...otherPicks])})`);
  const mine = texts.map((text) => `${text} in (${list(cells.keys())})`);
  return `case when ${every} then ${CELL_NOT_SHOWN} when ${unexplained.join(' or ')} then ${CELL_REJECTED} when ${mine.join(' or ')} then 1 else 0 end`;
}

function sum(parts: readonly string[]): string {
  return parts.length > 0 ? parts.join(' + ') : '0';
}

/** How many questions were answered, and how the satisfactions were. */
function ratings({ scales }: SqlPlan): string[] {
  const all = scales.map(({ definition }, k) => ({ definition, cell: `s${k + 1}` }));
  const rated = all.filter(({ definition }) => definition.role === 'satisfaction');
  const when = (cell: string, value: string) =>
    `case when ${cell} < ${CELL_SKIPPED} then ${value} else 0 end`;
  const value = (min: number, cell: string) => `(${cell} + ${min})`;
  return [
    `${sum(all.map(({ cell }) => when(cell, '1')))} as answered`,
    `${sum(rated.map(({ cell }) => when(cell, '1')))} as rated`,
    `${sum(rated.map(({ cell, definition: { min } }) => when(cell, value(min, cell))))} as points`,
    `${sum(rated.map(({ cell, definition: { min } }) => when(cell, `${value(min, cell)} * ${value(min, cell)}`)))} as squares`,
    `${sum(rated.map(({ cell, definition }) => `case when ${cell} = ${points(definition) - 1} then 1 else 0 end`))} as best`,
    `${sum(rated.map(({ cell }) => `case when ${cell} = 0 then 1 else 0 end`))} as worst`,
  ];
}

/** Ratings are all alike when their variance is 0. */
function health({ rules }: SqlPlan): string[] {
  const { notJudged, mixed, middle, top, bottom } = STRAIGHT;
  const { untimed, unhurried, hasty } = TIMED;
  const completed = STATUSES.indexOf('completed');
  return [
    `case when rated < ${STRAIGHT_LINE_RATINGS_MIN} then ${notJudged} when rated * squares <> points * points then ${mixed} when best = rated then ${top} when worst = rated then ${bottom} else ${middle} end as straight`,
    `case when status <> ${completed} or duration < 0 or answered < ${TIMED_ANSWERS_MIN} then ${untimed} when duration < ${rules.speederMs} * answered then ${hasty} else ${unhurried} end as timed`,
  ];
}

function weightLimbs(): string[] {
  return WEIGHT_LIMBS.map((name, k) => {
    const [low, high] = [10 ** (4 * k), 10 ** (4 * k + 4)];
    const digits = k === WEIGHT_LIMBS.length - 1 ? 'units' : `units % ${high}`;
    // Taken off first, so that the division is exact in every kind of number.
    return k === 0
      ? `${digits} as ${name}`
      : `cast((${digits} - units % ${low}) / ${low}.0 as bigint) as ${name}`;
  });
}

function squareLimbs(): string[] {
  return SQUARE_LIMBS.map((name, k) => {
    const pairs = WEIGHT_LIMBS.flatMap((a, i) =>
      WEIGHT_LIMBS.flatMap((b, j) => (i + j === k ? [`${a} * ${b}`] : [])),
    );
    return `${pairs.join(' + ')} as ${name}`;
  });
}
