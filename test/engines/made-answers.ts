import { csvHeader, csvLine } from '../../shared/answers/write-csv.ts';
import { uniformDraws } from '../../shared/statistics/normal-draws.ts';

const BATTERY = ['speed', 'parking', 'staff', 'signs', 'food', 'price_level'];
const PAIRED = ['speed'];
const COLUMNS = [
  ...[
    'schemaVersion',
    'id',
    'revision',
    'survey',
    'surveyVersion',
    'status',
    'shownAt',
    'durationMs',
    'locale',
  ],
  ...[
    'sample',
    'skipped',
    'notApplicable',
    'context.audience',
    'context.tier',
    'context.order',
    'csat',
    'nps',
  ],
  ...BATTERY.map((attribute) => `service.satisfaction.${attribute}`),
  ...PAIRED.flatMap((attribute) => [
    `service.importance.${attribute}`,
    `service.expectation.${attribute}`,
    `service.perception.${attribute}`,
  ]),
  ...['stay', 'buyMore', 'recommend', 'why'],
];

/** Records whose prompt is within an hour of the newest, so that some are still open. */
const RECENT = 160;

/**
 * An export of ours with everything that a table can hold: revisions and repeated rows, every state of a cell, open
 * records, zones, surveys and versions, audiences, values that are guarded, cells that cannot be read.
 *
 * @param count records; some have several rows
 * @returns line by line, the header first
 */
export function* madeAnswers(seed: number, count: number): Generator<string> {
  const draw = uniformDraws(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(draw() * values.length)];
  yield csvHeader(COLUMNS);
  for (let k = 0; k < count; k++) {
    const id = draw() < 0.9 ? uuid(draw) : `${seed}-${k}-é`;
    const revisions = pick([1, 1, 2, 3]);
    for (let revision = 1; revision <= revisions; revision++) {
      const row = madeRow(draw, pick, draw() < RECENT / count);
      row.set('id', id).set('revision', String(revision));
      const line = csvLine(COLUMNS, row);
      yield line;
      if (draw() < 0.1) yield line;
    }
  }
}

type Pick = <T>(values: readonly T[]) => T;

function madeRow(draw: () => number, pick: Pick, isRecent: boolean): Map<string, string> {
  const row = new Map<string, string>([['schemaVersion', '1']]);
  const put = (column: string, value: string | number) => row.set(column, String(value));
  const survey = pick(['shop', 'shop', 'shop', 'loyalty', '=odd']);
  put('survey', survey);
  put('surveyVersion', survey === 'shop' ? pick([1, 2]) : 1);
  put('status', pick(['shown', 'dismissed', 'partial', 'completed', 'completed', 'gone']));
  put('shownAt', madeTime(draw, pick, isRecent));
  put('durationMs', pick(['', '0', '4100', '12000', '07', '-1']));
  put('locale', 'en');
  put('sample', pick(['', '0.25', '.25', '1', '2', 'x']));
  put('context.audience', pick(['', '', 'customer', 'manager']));
  put('context.tier', pick(['', 'gold', 'silver', '=1+1', 'it\'s "so"', '金']));
  put('context.order', Math.floor(draw() * 1000));
  put('skipped', pick(['', 'nps', 'service why', 'service.satisfaction.price_level csat']));
  put('notApplicable', pick(['', 'service.parking', 'service.price_level service.food']));
  const alike = draw() < 0.2 ? pick([1, 3, 5]) : undefined;
  for (const column of COLUMNS.slice(COLUMNS.indexOf('csat'))) {
    if (column === 'why') continue;
    const rated = column.startsWith('service.satisfaction');
    if (draw() < 0.12) put(column, pick(['', '', '99', '3.0', 'x']));
    else if (rated && alike !== undefined) put(column, alike);
    else if (!column.startsWith('service') || draw() < 0.9) put(column, 1 + Math.floor(draw() * 5));
  }
  put('why', pick(['', 'fine; "really"\n- yes', '\\n']));
  return row;
}

/** Two months up to the end of a February. */
function madeTime(draw: () => number, pick: Pick, isRecent: boolean): string {
  const newest = Date.UTC(2024, 1, 29, 23, 59, 59, 999);
  const before = isRecent ? 3_600_000 : 60 * 86_400_000;
  const time = new Date(newest - Math.floor(draw() * before)).toISOString();
  return pick([
    ...[
      time,
      time,
      time,
      time,
      `${time.slice(0, 16)}Z`,
      `${time.slice(0, 19)}+08:00`,
      `${time.slice(0, 21)}-0530`,
    ],
    ...[time.slice(0, 19), `${time.slice(0, 23)}999Z`, '', 'yesterday', '1968-02-29T00:00:00.000Z'],
  ]);
}

function uuid(draw: () => number): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(draw() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-7${hex(3)}-a${hex(3)}-${hex(12)}`;
}
