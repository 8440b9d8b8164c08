import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

export const ATTRIBUTES = [
  ...['parking', 'food', 'signs', 'wifi', 'art', 'staff', 'shops'],
  ...['seats', 'toilets', 'screens', 'roads', 'trains', 'rental', 'info'],
];
const TIERS = ['gold', 'silver', 'bronze', ''];
const TOUCHPOINTS = ['order', 'delivery', 'service', 'return'];
const COMMENTS = [
  'Quick and friendly.',
  'He said "come back tomorrow", twice.',
  'Two lines\nof a long story, with commas; and more',
  '等候时间太长，工作人员很热情。',
  '停车场不好找，\n指示牌太小',
  'ok',
];
const MISSING = 0.05;

/** mulberry32: the same numbers for a seed everywhere. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const hex = (value, digits) =>
  Math.floor(value * 16 ** digits)
    .toString(16)
    .padStart(digits, '0');

const place = (number, digits) => number.toString(16).padStart(digits, '0');

/**
 * Writes the same answers as CSV and NDJSON, in our own columns.
 *
 * @param {number} rows
 * @param {{ csv: string; ndjson?: string; seed?: number; site?: number }} files with a site's number, no two sites
 * make the same id
 * @returns what stands in them: answers by column and point, rows by tier
 */
export function generate(rows, { csv, ndjson, seed = 1, site }) {
  const next = random(seed);
  const keys = ['csat', 'nps', ...ATTRIBUTES.map((id) => `service.satisfaction.${id}`)];
  const truth = Object.fromEntries(keys.map((key) => [key, new Array(11).fill(0)]));
  const out = openSync(csv, 'w');
  const json = ndjson === undefined ? undefined : openSync(ndjson, 'w');
  const header = [
    'schemaVersion',
    'id',
    'revision',
    'survey',
    'surveyVersion',
    'status',
    'shownAt',
    'durationMs',
  ];
  let table = `\uFEFF${[...header, 'locale', 'context.tier', 'context.touchpoint', ...keys, 'why'].join(',')}\r\n`;
  let lines = '';
  const start = Date.UTC(2026, 0, 1);
  for (let row = 0; row < rows; row++) {
    const shownAt = start + Math.floor((row / rows) * 200 * 86_400_000) + (row % 1000);
    const time = new Date(shownAt).toISOString();
    // UUID version 7, as the prompt makes them: the time of the prompt, and chance.
    const ms = shownAt.toString(16).padStart(12, '0');
    const last = site === undefined ? hex(next(), 12) : place(site, 4) + place(row, 8);
    const id = `${ms.slice(0, 8)}-${ms.slice(8)}-7${hex(next(), 3)}-a${hex(next(), 3)}-${last}`;
    const mood = next();
    const score = (min, max) => {
      if (next() < MISSING) return undefined;
      return Math.max(min, Math.min(max, min + Math.floor((max - min + 1) * (0.6 * mood + 0.55 * next()))));
    };
    const csat = score(1, 5);
    const nps = score(0, 10);
    const ratings = ATTRIBUTES.map(() => score(1, 5));
    [csat, nps, ...ratings].forEach((value, at) => {
      if (value !== undefined) truth[keys[at]][value]++;
    });
    const tier = TIERS[Math.floor(next() * TIERS.length)];
    const touchpoint = TOUCHPOINTS[Math.floor(next() * TOUCHPOINTS.length)];
    const why = next() < 0.3 ? COMMENTS[Math.floor(next() * COMMENTS.length)] : '';
    const duration = 3000 + Math.floor(next() * 60_000);
    const cells = [
      1,
      id,
      3,
      'shop',
      2,
      'completed',
      time,
      duration,
      'en',
      tier,
      touchpoint,
      csat,
      nps,
      ...ratings,
      quoted(why),
    ];
    table += `${cells.map((cell) => cell ?? '').join(',')}\r\n`;
    if (json !== undefined) {
      const satisfaction = Object.fromEntries(ATTRIBUTES.map((name, at) => [name, ratings[at]]));
      const answers = { csat, nps, service: { satisfaction }, ...(why === '' ? {} : { why }) };
      const context = { ...(tier === '' ? {} : { tier }), touchpoint };
      const record = {
        schemaVersion: 1,
        id,
        revision: 3,
        survey: 'shop',
        surveyVersion: 2,
        status: 'completed',
      };
      const rest = { shownAt: time, durationMs: duration, locale: 'en', context, answers };
      lines += `${JSON.stringify({ ...record, ...rest, skipped: [], notApplicable: {}, order: {} })}\n`;
    }
    if (row % 4096 === 4095 || row === rows - 1) {
      writeSync(out, table);
      if (json !== undefined) writeSync(json, lines);
      table = lines = '';
    }
  }
  closeSync(out);
  if (json !== undefined) closeSync(json);
  return { truth, digest: createHash('sha256').update(JSON.stringify(truth)).digest('hex').slice(0, 12) };
}
