import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../../shared/mapping/mapping.ts';
import { columnKey, parseMapping } from '../../../shared/mapping/parse-mapping.ts';

const five = { min: 1, max: 5 };
const art = { column: 'q7_art', role: 'satisfaction', attribute: 'art', scale: five };
const base = { format: 'fourfold-map', version: 1, survey: 'airport', columns: [art] };

/** Paths and messages of what is wrong with a mapping. */
function issuesOf(input: unknown): string[] {
  const parsed = parseMapping(input);
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
}

describe('parseMapping(input)', () => {
  test('takes every role, picks and what the owner wants to know', () => {
    const mapping = {
      ...base,
      title: { en: 'Airport', 'zh-CN': '机场' },
      table: { encoding: 'gb18030', delimiter: ';', decimal: ',', trimSpaces: true, wholeDecimals: false },
      columns: [
        { ...art, question: 'service', label: 'Art', reversed: true, missing: ['0'], notApplicable: ['6'] },
        { column: 'imp', role: 'importance', attribute: 'art', scale: five },
        { column: 'nps', role: 'nps', question: 'recommend', scale: { min: 0, max: 10 } },
        {
          column: 'sat',
          role: 'csat',
          scale: { min: 0, max: 1 },
          satisfiedFrom: 1,
          values: [{ text: 'satisfied', point: 1 }],
        },
        { column: 'who', role: 'id' },
        { column: 'wave', role: 'time', form: 'label', partOfId: true },
        { column: 'secs', role: 'duration', unit: 's' },
        { column: 'w', role: 'weight' },
        { column: 'tier', role: 'segment', field: 'level', label: 'Tier' },
        { column: 'step', role: 'touchpoint' },
        { column: 'why', role: 'comment' },
        { column: 'rest', role: 'ignore' },
      ],
      picks: [{ columns: ['top1'], options: [{ code: '1', attribute: 'art' }], none: ['99'] }],
      touchpoints: ['order', 'delivery'],
      targets: [{ measure: 'nps', value: 40, kind: 'benchmark', n: 200 }],
      loyalty: { intents: ['stay', 'buyMore', 'recommend'], loyalFrom: 0.8, driftingUpTo: 0.2 },
      deliveredValue: { values: ['v'], costs: ['c'] },
      index: [{ factor: 'image', items: ['a', 'b'], weights: [1, 2] }],
      keywords: [{ id: 'queue', label: 'Queue', words: ['queue', '排队'] }],
      npsOneToTen: false,
      weighted: true,
    };
    expect(parseMapping(mapping)).toEqual({ ok: true, value: mapping });
  });

  test('leaves out the address of its schema', () => {
    const parsed = parseMapping({ $schema: './fourfold-map.schema.json', ...base });
    expect(parsed).toEqual({ ok: true, value: base });
  });

  test.each<[string, unknown, string]>([
    [
      'another version',
      { ...base, version: 2 },
      'version: expected 1; a newer version of Fourfold wrote this',
    ],
    ['no columns', { ...base, columns: {} }, 'columns: expected a list of columns'],
    [
      'an unknown field',
      { ...base, colour: 1 },
      'colour: unknown field "colour"; remove it or correct its name',
    ],
    [
      'a column of another form',
      { ...base, columns: ['a'] },
      'columns[0]: expected { "column": …, "role": … }, got "a"',
    ],
    [
      'a reversed scale',
      { ...base, columns: [{ ...art, scale: { min: 5, max: 1 } }] },
      'columns[0].scale: the scale is empty or reversed; "min" must be below "max"',
    ],
    [
      'a scale of too many points',
      { ...base, columns: [{ ...art, scale: { min: 0, max: 1000 } }] },
      'columns[0].scale: a scale has at most 101 points; bring "min" and "max" closer',
    ],
    [
      'a code with two meanings',
      { ...base, columns: [{ ...art, missing: ['0', '6'], notApplicable: ['6'] }] },
      'columns[0]: "6" is given two meanings; keep one of them',
    ],
    [
      'a word off the scale',
      { ...base, columns: [{ ...art, values: [{ text: 'great', point: 6 }] }] },
      'columns[0].values[0].point: expected a point from 1 to 5, got 6',
    ],
    [
      'a column named twice',
      { ...base, columns: [art, { column: 'q7_art', role: 'ignore' }] },
      'columns[1].column: "q7_art" has a role in columns[0] already; remove one of the two',
    ],
    [
      'two columns of one attribute',
      { ...base, columns: [art, { ...art, column: 'other' }] },
      'columns[1]: columns[0] holds the same thing; give one of them another attribute, question or role',
    ],
    [
      'two weights',
      {
        ...base,
        columns: [
          { column: 'a', role: 'weight' },
          { column: 'b', role: 'weight' },
        ],
      },
      'columns[1].role: columns[0] is "weight" already; a table has one at most',
    ],
    [
      'a column of picks with another role',
      { ...base, picks: [{ columns: ['q7_art'], options: [{ code: '1', attribute: 'art' }] }] },
      'picks[0].columns: "q7_art" has a role in "columns" as well; remove it there',
    ],
    [
      'a pick with two meanings',
      { ...base, picks: [{ columns: ['top'], options: [{ code: '1', attribute: 'art' }], none: ['1'] }] },
      'picks[0]: "1" is given two meanings; keep one of them',
    ],
    [
      'an attribute picked in two places',
      {
        ...base,
        picks: ['top1', 'top2'].map((column) => ({
          columns: [column],
          options: [{ code: '1', attribute: 'art' }],
        })),
      },
      'picks[1]: "art" is picked in other columns already; name all of them in one place',
    ],
    [
      'weights for other items',
      { ...base, index: [{ factor: 'image', items: ['a'], weights: [1, 2] }] },
      'index[0]: expected one weight for each item',
    ],
  ])('names the place and the remedy of %s', (_, input, issue) => {
    expect(issuesOf(input)).toEqual([issue]);
  });

  test('names the roles that there are', () => {
    const [issue] = issuesOf({ ...base, columns: [{ column: 'a', role: 'mood' }] });
    expect(issue).toMatch(/^columns\[0\]\.role: expected one of "importance", .*"segment", got "mood"$/);
  });

  test('takes names of an object’s prototype as ordinary ones', () => {
    const columns = ['__proto__', 'constructor', 'toString'].map((name) => ({
      ...{ column: name, role: 'satisfaction', attribute: name, scale: five, missing: [name] },
    }));
    expect(parseMapping(JSON.parse(JSON.stringify({ ...base, columns })))).toMatchObject({
      value: { columns },
    });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined(); // a fresh object must not have it
  });
});

describe('columnKey(column)', () => {
  const columns: Mapping['columns'] = [
    { column: 'q7_art', role: 'satisfaction', attribute: 'art', scale: five },
    { column: 'q8', role: 'importance', question: 'shop', attribute: 'art', scale: five },
    { column: 'likely', role: 'nps', scale: five },
    { column: 'likely', role: 'nps', question: 'nps', scale: five },
    { column: 'likely', role: 'comment' },
  ];
  test('is that of an export of ours, and undefined where a column holds no answers', () => {
    expect(columns.map((column) => columnKey(column))).toEqual([
      'service.satisfaction.art',
      'shop.importance.art',
      'likely',
      'nps',
      undefined,
    ]);
  });
});
