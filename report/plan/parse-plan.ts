import * as v from 'valibot';
import { objectMessage } from '../../shared/object-message.ts';
import type { Parsed } from '../../shared/parsed.ts';
import { schemaIssues } from '../../shared/schema-issues.ts';
import { PLAN_FORMAT, PLAN_VERSION, type PlanDocument } from './plan-document.ts';

/** Longest text of an entry, in UTF-16 code units. */
const TEXT_MAX = 2_000;
const ENTRIES_MAX = 1_000;

const text = v.pipe(
  v.string('expected a text in quotes'),
  v.maxLength(TEXT_MAX, `longer than ${TEXT_MAX} characters; shorten it`),
);
const name = v.pipe(text, v.nonEmpty('the text is empty; write it'));
const number = v.pipe(v.number('expected a number'), v.finite('expected a finite number'));
const time = v.pipe(number, v.integer('expected whole milliseconds since 1970'));

const baseline = v.pipe(
  v.strictObject(
    {
      value: number,
      se: v.pipe(number, v.minValue(0, 'expected a standard error of 0 or more')),
      n: v.pipe(number, v.minValue(2, 'expected 2 answers or more; leave the row out')),
      low: number,
      high: number,
      min: number,
      max: number,
      from: v.exactOptional(time),
      until: v.exactOptional(time),
    },
    objectMessage('{ "value": 3.8, "se": 0.03, "n": 834, "low": 3.7, "high": 3.9, "min": 1, "max": 5 }'),
  ),
  v.forward(
    v.check(
      ({ low, value, high }) => low <= value && value <= high,
      'expected low ≤ value ≤ high; put the three in order',
    ),
    ['value'],
  ),
  v.forward(
    v.check(({ min, value, max }) => min <= value && value <= max, 'expected a value on its scale min…max'),
    ['value'],
  ),
);

const entry = v.strictObject(
  {
    attribute: name,
    label: name,
    now: baseline,
    beat: v.exactOptional(number),
    action: text,
    responsible: text,
    due: v.exactOptional(
      v.pipe(
        v.string('expected a day in quotes'),
        v.check(isDay, 'expected a day such as 2026-05-31; write it so, or leave it out'),
      ),
    ),
  },
  objectMessage(
    '{ "attribute": "service.parking", "label": "Parking", "now": {…}, "action": "", "responsible": "" }',
  ),
);

const plan = v.strictObject(
  {
    format: v.literal(PLAN_FORMAT, `expected "${PLAN_FORMAT}"; choose a plan that this page has exported`),
    version: v.literal(
      PLAN_VERSION,
      `expected version ${PLAN_VERSION}; a newer page wrote this, so open it in a newer report`,
    ),
    id: v.pipe(
      v.string('expected an id in quotes'),
      v.regex(/^[\w-]{8,64}$/, 'expected an id of 8 to 64 letters, digits, "_" or "-"'),
    ),
    survey: text,
    editedAt: v.pipe(
      v.string('expected a time in quotes'),
      v.isoTimestamp('expected a time such as "2026-03-01T10:00:00.000Z"'),
    ),
    entries: v.pipe(
      v.array(entry, 'expected a list of entries'),
      v.maxLength(ENTRIES_MAX, `more than ${ENTRIES_MAX} entries; leave some out`),
      v.checkItems(
        ({ attribute }, index, all) => all.findIndex((other) => other.attribute === attribute) === index,
        'a second row for the same service; leave one of them out',
      ),
    ),
  },
  objectMessage(
    '{ "format": "fourfold-plan", "version": 1, "id": …, "survey": …, "editedAt": …, "entries": […] }',
  ),
);

/**
 * Reads an improvement plan.
 *
 * @param input parsed JSON of a plan's file, of a saved report or of the browser's storage
 * @returns the plan, or every issue with its path and remedy
 * @example parsePlan({ format: 'fourfold-plan', version: 1, id: 'a1b2c3d4', survey: 'shop', editedAt: '2026-03-01T10:00:00.000Z', entries: [] }).ok // true
 */
export function parsePlan(input: unknown): Parsed<PlanDocument> {
  const { success, output, issues } = v.safeParse(plan, input);
  return success ? { ok: true, value: output } : { ok: false, issues: schemaIssues(issues) };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  // 2026-02-30 is read as a day in March by some.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
