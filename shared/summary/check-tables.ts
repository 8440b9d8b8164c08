import type { Reading } from './reading.ts';
import type { ScoreRules } from './score-rules.ts';
import { checkComplete, checkCross } from './check-cross.ts';
import { checkLength, checkWeighed, total, type Part } from './check-lists.ts';
import { points, type RecordStatus, type ScaleDefinition } from './summary.ts';
import { tablePlan } from './table-plan.ts';

/** What the parts of a slice are checked against. */
export interface CheckContext {
  readonly reading: Reading;
  readonly columns: readonly ScaleDefinition[];
  readonly rules: ScoreRules;
  /** Cross tables and sets must be there. */
  readonly deep: boolean;
}

/**
 * Checks the answers of some records: every histogram adds up to the records.
 *
 * @example checkAnswers(context, 'slices[0].all', part)
 */
export function checkAnswers({ reading, columns }: CheckContext, path: string, part: Part): void {
  const records = reading.count(`${path}.records`, part.records);
  if (part.weight !== undefined) {
    const weight = reading.object(`${path}.weight`, part.weight);
    for (const name of ['sum', 'squares']) if (weight) reading.exact(`${path}.weight.${name}`, weight[name]);
  }
  const histograms = reading.object(`${path}.histograms`, part.histograms) ?? {};
  for (const [key, value] of Object.entries(histograms)) {
    const at = `${path}.histograms.${key}`;
    const column = columns.find((candidate) => candidate.key === key);
    const histogram = reading.object(at, value);
    if (!column) reading.refuse(at, 'unknown-column', 'a column of the slice', key);
    if (!column || !histogram) continue;
    const counts = reading.counts(`${at}.counts`, histogram.counts);
    checkLength(reading, `${at}.counts`, counts, points(column));
    const states = ['skipped', 'notApplicable', 'notShown', 'rejected'].map((state) =>
      reading.count(`${at}.${state}`, histogram[state]),
    );
    reading.adds(at, total([...counts, ...states]), records);
    checkWeighed(reading, at, histogram, part.weight !== undefined, points(column));
  }
}

/**
 * Checks the tables of some records: each is there, of its size, and adds up to what it is a table of.
 *
 * @example checkTables(context, 'slices[0].all', slice.all)
 */
export function checkTables(context: CheckContext, path: string, value: unknown): void {
  const { reading, columns, rules, deep } = context;
  const tables = reading.object(path, value);
  if (!tables) return;
  const before = reading.issues.length;
  checkAnswers(context, path, tables);
  const hashed = reading.flag(`${path}.hashed`, tables.hashed);
  const times = ['oldest', 'newest'].filter((name) => tables[name] !== undefined);
  for (const name of times) reading.whole(`${path}.${name}`, tables[name]);
  checkResponse(reading, `${path}.response`, tables.response);
  checkHealth(reading, path, tables);
  const plan = deep ? tablePlan(columns, rules) : { cross: [], complete: [] };
  const histograms = tables.histograms as Readonly<Record<string, unknown>>; // an object, or an issue was noted
  for (const { key } of columns)
    if (before === reading.issues.length && !Object.hasOwn(histograms, key))
      reading.refuse(`${path}.histograms`, 'missing-histogram', `one of ${key}`, 'none');
  checkCross(context, path, tables, plan.cross, before === reading.issues.length);
  checkComplete(reading, `${path}.complete`, tables, { plan: plan.complete, hashed });
}

const STATUSES: readonly RecordStatus[] = ['unknown', 'shown', 'dismissed', 'partial', 'completed'];

function checkResponse(reading: Reading, path: string, value: unknown): void {
  const response = reading.object(path, value);
  const settled = response && reading.object(`${path}.settled`, response.settled);
  if (!settled) return;
  for (const status of STATUSES) reading.count(`${path}.settled.${status}`, settled[status]);
  reading.list(`${path}.open`, response.open).forEach((one, k) => {
    const open = reading.object(`${path}.open[${k}]`, one);
    if (!open) return;
    reading.whole(`${path}.open[${k}].shownAt`, open.shownAt);
    reading.count(`${path}.open[${k}].count`, open.count);
    if (open.status !== 'shown' && open.status !== 'partial')
      reading.refuse(`${path}.open[${k}].status`, 'unknown-status', 'shown or partial', open.status);
  });
}

function checkHealth(reading: Reading, path: string, tables: Part): void {
  const health = reading.object(`${path}.health`, tables.health);
  if (health) reading.counts(`${path}.health.ratings`, health.ratings);
  for (const name of ['judged', 'straight', 'allTop', 'allBottom', 'timed', 'hasty'])
    if (health) reading.count(`${path}.health.${name}`, health[name]);
  reading.list(`${path}.samples`, tables.samples).forEach((one, k) => {
    const sample = reading.object(`${path}.samples[${k}]`, one);
    if (!sample) return;
    reading.count(`${path}.samples[${k}].records`, sample.records);
    const { sample: share = 1 } = sample;
    if (typeof share !== 'number' || !(share > 0 && share <= 1))
      reading.refuse(`${path}.samples[${k}].sample`, 'not-a-share', 'a share above 0, up to 1', share);
  });
}
