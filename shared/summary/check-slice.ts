import { checkTables, checkAnswers } from './check-tables.ts';
import type { Reading } from './reading.ts';
import type { ScoreRules } from './score-rules.ts';
import type { ScaleDefinition, ScaleRole } from './summary.ts';

const ROLES = [
  ...['nps', 'csat', 'ces', 'rating', 'outcome', 'importance', 'satisfaction', 'expectation'],
  ...['perception', 'standard', 'promise', 'pick', 'loyalty-class', 'delivered-value'],
] as readonly ScaleRole[]; // all of them

/** Most points of a scale. */
const POINTS_MAX = 252;

/**
 * Checks one slice of a summary.
 *
 * @param rules of the summary, an object or nothing
 * @example checkSlice(reading, 'slices[0]', slice, undefined)
 */
export function checkSlice(reading: Reading, path: string, value: unknown, rules: unknown): void {
  const slice = reading.object(path, value);
  if (!slice) return;
  reading.text(`${path}.survey`, slice.survey);
  for (const name of ['surveyVersion', 'audience'])
    if (slice[name] !== undefined) reading.text(`${path}.${name}`, slice[name]);
  const columns = reading
    .list(`${path}.columns`, slice.columns)
    .flatMap((column, k) => checkColumn(reading, `${path}.columns[${k}]`, column) ?? []);
  const deep = reading.flag(`${path}.deep`, slice.deep);
  reading.count(`${path}.weightless`, slice.weightless);
  // Which tables there must be follows from the columns: wrong ones would make that nonsense.
  if (reading.issues.length > 0) return;
  const context = { reading, columns, rules: (rules ?? {}) as ScoreRules }; // checked before
  checkTables({ ...context, deep: true }, `${path}.all`, slice.all);
  const part = { ...context, deep };
  reading.list(`${path}.fields`, slice.fields).forEach((field, k) => {
    const at = `${path}.fields[${k}]`;
    const found = reading.object(at, field);
    if (!found) return;
    reading.text(`${at}.field`, found.field);
    reading.flag(`${at}.tooMany`, found.tooMany);
    reading.list(`${at}.values`, found.values).forEach((one, v) => {
      const where = `${at}.values[${v}]`;
      const of = reading.object(where, one);
      if (!of) return;
      reading.text(`${where}.value`, of.value);
      checkTables(part, `${where}.tables`, of.tables);
      checkDays(part, `${where}.days`, of.days);
    });
  });
  checkDays(part, `${path}.days`, slice.days);
  for (const name of ['months', 'periods'])
    reading.list(`${path}.${name}`, slice[name]).forEach((period, k) => {
      const at = `${path}.${name}[${k}]`;
      const found = reading.object(at, period);
      if (!found) return;
      reading.text(`${at}.label`, found.label);
      if (typeof found.order !== 'number' || !Number.isFinite(found.order))
        reading.refuse(`${at}.order`, 'not-a-number', 'a number', found.order);
      checkTables(part, `${at}.tables`, found.tables);
    });
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function checkDays(part: Parameters<typeof checkAnswers>[0], path: string, value: unknown): void {
  const { reading } = part;
  reading.list(path, value).forEach((one, k) => {
    const day = reading.object(`${path}[${k}]`, one);
    if (!day) return;
    if (!DAY.test(reading.text(`${path}[${k}].day`, day.day)))
      reading.refuse(`${path}[${k}].day`, 'not-a-day', 'a day such as 2017-05-01', day.day);
    checkAnswers(part, `${path}[${k}]`, day);
  });
}

function checkColumn(reading: Reading, path: string, value: unknown): ScaleDefinition | undefined {
  const column = reading.object(path, value);
  if (!column) return undefined;
  const key = reading.text(`${path}.key`, column.key);
  const question = reading.text(`${path}.question`, column.question);
  const role = ROLES.find((known) => known === column.role);
  if (!role) reading.refuse(`${path}.role`, 'unknown-role', `one of ${ROLES.join(', ')}`, column.role);
  const [min, max] = [reading.whole(`${path}.min`, column.min), reading.whole(`${path}.max`, column.max)];
  if (max <= min || max - min >= POINTS_MAX)
    reading.refuse(path, 'no-scale', `2 to ${POINTS_MAX} points`, `${min} to ${max}`);
  const texts = (['attribute', 'label'] as const).flatMap((name) =>
    column[name] === undefined ? [] : [[name, reading.text(`${path}.${name}`, column[name])] as const],
  );
  return role && { ...Object.fromEntries(texts), key, role, question, min, max };
}
