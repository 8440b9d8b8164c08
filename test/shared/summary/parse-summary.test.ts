import { describe, expect, test } from 'vitest';
import { idBlocks, idHeads } from '../../../report/engine/id-blocks.ts';
import { summarize } from '../../../report/engine/summarize.ts';
import type { ScoreRules } from '../../../shared/summary/score-rules.ts';
import { EMPTY_SUMMARY } from '../../../shared/summary/merge.ts';
import { parseSummary } from '../../../shared/summary/parse-summary.ts';
import { columnsOfRecords, randomRecords, RULES, SCALES } from './random-answers.ts';

const records = randomRecords(31, 60).map((record) => ({
  ...record,
  survey: 'airport',
  audience: 'customer',
}));

function textOf(weighted: boolean, rules: ScoreRules = RULES): string {
  const columns = columnsOfRecords(records, SCALES, { weighted, waves: true });
  const hashes = { blocks: idBlocks(columns), heads: idHeads(columns) };
  return JSON.stringify(summarize(columns, { ...hashes, deep: true, rules, sources: ['a1'] }));
}

const [PLAIN, WEIGHTED] = [textOf(false), textOf(true)];

const parsed = (text: string): unknown => JSON.parse(text);

/** Changes what stands at a path such as `slices[0].all`; what is given back stands there then. */
function changed(text: string, path: string, to: (value: unknown) => unknown): unknown {
  const root = parsed(text);
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const last = steps.pop() ?? '';
  let at = root as Record<string, unknown>; // objects and lists down to the value
  for (const step of steps) at = at[step] as Record<string, unknown>; // likewise
  at[last] = to(at[last]);
  return root;
}

/** The issues after a value in a summary was changed. */
function issuesOf(path: string, to: (value: unknown) => unknown, weighted = false): string[] {
  const result = parseSummary(changed(weighted ? WEIGHTED : PLAIN, path, to));
  return result.ok ? [] : result.issues.map((issue) => `${issue.path} ${issue.code}`);
}

const listOf = (value: unknown) => value as readonly unknown[]; // the path leads to a list
const shorter = (value: unknown) => listOf(value).slice(1);
const longer = (value: unknown) => [...listOf(value), 0];
const reversed = (value: unknown) => [...listOf(value)].reverse();
const increased = (value: unknown) => Number(value) + 1;
const removed = () => undefined;
const withoutFirst = (value: unknown) => Object.fromEntries(Object.entries(value as object).slice(1)); // an object there

describe('parseSummary(value)', () => {
  test.each([PLAIN, WEIGHTED])('takes what summarize wrote', (text) => {
    expect(parseSummary(parsed(text))).toEqual({ ok: true, value: parsed(text) });
    expect(parseSummary(parsed(JSON.stringify(EMPTY_SUMMARY)))).toMatchObject({ ok: true });
    const shallow = summarize(columnsOfRecords(records), { rules: RULES });
    expect(parseSummary(parsed(JSON.stringify(shallow)))).toEqual({ ok: true, value: shallow });
  });

  test.each([
    [undefined, ' not-an-object'],
    [[], ' not-an-object'],
    [{ format: 'other' }, 'format not-a-summary'],
    [{ format: 'fourfold-summary', version: 2 }, 'version other-version'],
  ])('refuses %j', (value, issue) => {
    const result = parseSummary(value);
    expect(result.ok ? [] : result.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([issue]);
  });

  test('says what it expected, what came, and what to do', () => {
    const result = parseSummary({ ...EMPTY_SUMMARY, version: 7 });
    expect(result.ok ? '' : result.issues[0].message).toBe(
      'parseSummary: expected 1 at version, got 7; summarise the answers with this version',
    );
  });

  test.each<[string, string, (value: unknown) => unknown]>([
    ['slices not-a-list', 'slices', () => ({})],
    ['slices[0] not-an-object', 'slices[0]', () => null],
    ['slices[0].survey not-a-text', 'slices[0].survey', () => 1],
    ['slices[0].audience not-a-text', 'slices[0].audience', () => 1],
    ['slices[0].deep not-a-flag', 'slices[0].deep', () => 'yes'],
    ['slices[0].weightless not-a-count', 'slices[0].weightless', () => -1],
    ['slices[0].columns[0] not-an-object', 'slices[0].columns[0]', () => 3],
    ['slices[0].columns[0].role unknown-role', 'slices[0].columns[0].role', () => 'toString'],
    ['slices[0].columns[0].min not-whole', 'slices[0].columns[0].min', () => 0.5],
    ['slices[0].columns[0] no-scale', 'slices[0].columns[0].max', () => 9999],
    ['slices[0].columns[0].label not-a-text', 'slices[0].columns[0].label', () => []],
    ['slices[0].all not-an-object', 'slices[0].all', () => undefined],
    ['slices[0].all.records not-a-count', 'slices[0].all.records', () => 1.5],
    ['slices[0].all.hashed not-a-flag', 'slices[0].all.hashed', () => 1],
    ['slices[0].all.oldest not-whole', 'slices[0].all.oldest', () => '2017'],
    ['slices[0].all.histograms not-an-object', 'slices[0].all.histograms', () => []],
    ['slices[0].all.histograms.csat not-an-object', 'slices[0].all.histograms.csat', () => 0],
    ['slices[0].all.histograms.csat does-not-add-up', 'slices[0].all.histograms.csat.counts[0]', increased],
    [
      'slices[0].all.histograms.csat.counts[1] not-a-count',
      'slices[0].all.histograms.csat.counts[1]',
      () => -3,
    ],
    ['slices[0].all.histograms.csat.counts other-length', 'slices[0].all.histograms.csat.counts', longer],
    ['slices[0].all.histograms missing-histogram', 'slices[0].all.histograms', withoutFirst],
    [
      'slices[0].all.histograms.csat.weights weights-differ',
      'slices[0].all.histograms.csat.weights',
      () => [],
    ],
    ['slices[0].all.cross other-length', 'slices[0].all.cross', shorter],
    ['slices[0].all.cross[0] not-an-object', 'slices[0].all.cross[0]', () => 1],
    ['slices[0].all.cross[0].keys other-columns', 'slices[0].all.cross[0].keys', reversed],
    ['slices[0].all.cross[0].counts other-length', 'slices[0].all.cross[0].counts', shorter],
    ['slices[0].all.complete[0] not-an-object', 'slices[0].all.complete[0]', () => 1],
    ['slices[0].all.complete[0].name other-set', 'slices[0].all.complete[0].name', () => 'drivers.x'],
    ['slices[0].all.complete[0].keys other-columns', 'slices[0].all.complete[0].keys', reversed],
    ['slices[0].all.complete[0].total not-an-object', 'slices[0].all.complete[0].total', () => 1],
    ['slices[0].all.complete[0].total.n does-not-add-up', 'slices[0].all.complete[0].total.n', () => 1e6],
    [
      'slices[0].all.complete[0].total.sums[0] not-whole',
      'slices[0].all.complete[0].total.sums[0]',
      () => 0.5,
    ],
    ['slices[0].all.complete[0].blocks other-length', 'slices[0].all.complete[0].blocks', shorter],
    ['slices[0].all.complete[0].blocks does-not-add-up', 'slices[0].all.complete[0].blocks[3].n', increased],
    ['slices[0].all.response not-an-object', 'slices[0].all.response', () => 1],
    ['slices[0].all.response.settled.shown not-a-count', 'slices[0].all.response.settled.shown', () => -1],
    ['slices[0].all.response.open[0] not-an-object', 'slices[0].all.response.open[0]', () => 1],
    [
      'slices[0].all.response.open[0].status unknown-status',
      'slices[0].all.response.open[0].status',
      () => 'x',
    ],
    ['slices[0].all.health not-an-object', 'slices[0].all.health', () => 1],
    ['slices[0].all.health.timed not-a-count', 'slices[0].all.health.timed', () => '1'],
    ['slices[0].all.samples[0] not-an-object', 'slices[0].all.samples[0]', () => 1],
    ['slices[0].all.samples[1].sample not-a-share', 'slices[0].all.samples[1].sample', () => 2],
    ['slices[0].fields[0] not-an-object', 'slices[0].fields[0]', () => 1],
    ['slices[0].fields[0].values[0] not-an-object', 'slices[0].fields[0].values[0]', () => 1],
    ['slices[0].days[0] not-an-object', 'slices[0].days[0]', () => 1],
    ['slices[0].days[0].day not-a-day', 'slices[0].days[0].day', () => 'May'],
    ['slices[0].days[0].histograms.x unknown-column', 'slices[0].days[0].histograms.x', () => ({})],
    ['slices[0].months[0] not-an-object', 'slices[0].months[0]', () => 1],
    ['slices[0].periods[0].order not-a-number', 'slices[0].periods[0].order', () => '1'],
    ['sources[0] not-a-text', 'sources[0]', () => 1],
    ['sketches[0] not-an-object', 'sketches[0]', () => 1],
    ['sketches[0].smallest[0] not-a-count', 'sketches[0].smallest[0]', () => 0.5],
    ['duplicates not-an-object', 'duplicates', () => 1],
    ['duplicates.same not-a-count', 'duplicates.same', () => -1],
    ['rules not-an-object', 'rules', () => 'none'],
    ['rules.loyalty not-an-object', 'rules.loyalty', () => 1],
    ['rules.loyalty.loyalFrom not-a-number', 'rules.loyalty.loyalFrom', () => '1'],
    ['rules.deliveredValue.costs not-a-list', 'rules.deliveredValue.costs', () => 'c'],
    ['rules.index[0] not-an-object', 'rules.index[0]', () => 1],
    ['rules.index[0].weights[0] not-a-number', 'rules.index[0].weights', () => [null]],
    ['rules.speederMs not-a-number', 'rules.speederMs', () => 'fast'],
    ['rules.weigh unknown-rule', 'rules.weigh', () => 'toString'],
  ])('names %s', (issue, path, to) => {
    expect(issuesOf(path, to)).toContain(issue);
  });

  test('names margins that do not add up', () => {
    const moved = issuesOf('slices[0].all.cross[0].counts', (value) => {
      const counts = listOf(value).map(Number);
      const from = counts.findIndex((count) => count > 0);
      return counts.map((count, k) => count - (k === from ? 1 : 0) + (k === (from === 0 ? 1 : 0) ? 1 : 0));
    });
    expect(moved.some((issue) => /cross\[0\].*does-not-add-up/.test(issue))).toBe(true);
  });

  test.each<[string, string, (value: unknown) => unknown]>([
    ['slices[0].all.weight not-an-object', 'slices[0].all.weight', () => 1],
    ['slices[0].all.weight.sum not-a-count', 'slices[0].all.weight.sum', () => '-1'],
    [
      'slices[0].all.histograms.csat.weights[0] not-a-count',
      'slices[0].all.histograms.csat.weights[0]',
      () => 'x',
    ],
    ['slices[0].all.cross[0].squares other-length', 'slices[0].all.cross[0].squares', shorter],
    [
      'slices[0].all.complete[0].total.weights not-an-object',
      'slices[0].all.complete[0].total.weights',
      () => 1,
    ],
    [
      'slices[0].all.complete[0].total.squares.sums[0] not-whole',
      'slices[0].all.complete[0].total.squares.sums[0]',
      () => 'x',
    ],
  ])('names %s of weighted records', (issue, path, to) => {
    expect(issuesOf(path, to, true)).toContain(issue);
  });

  test('takes rules that are absent, and factors with weights', () => {
    const index = [{ factor: 'image', items: ['image', 'stay'], weights: [2, 1] }];
    expect(parseSummary(parsed(textOf(false, { ...RULES, index }))).ok).toBe(true);
    for (const name of ['unweighted', 'dropped', 'speederMs', 'weigh', 'loyalty'])
      expect(issuesOf(`rules.${name}`, removed)).toEqual([]);
    // Without these, tables stand there that nothing calls for.
    expect(issuesOf('rules', removed)).not.toEqual([]);
    for (const name of ['deliveredValue', 'index'])
      expect(issuesOf(`rules.${name}`, removed)).not.toEqual([]);
    expect(parseSummary({ ...EMPTY_SUMMARY, rules: {} }).ok).toBe(true);
  });

  test('lists twenty issues at most', () => {
    const many = issuesOf(
      'slices[0].all.histograms',
      (value) =>
        Object.fromEntries(
          Object.keys(value as object).flatMap((key) => [
            [key, {}],
            [`${key}!`, {}],
          ]),
        ), // of histograms
    );
    expect(many).toHaveLength(20);
  });
});
