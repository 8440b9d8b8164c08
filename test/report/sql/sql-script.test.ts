import { describe, expect, test } from 'vitest';
import { mappedSqlPlan } from '../../../report/sql/mapped-sql-plan.ts';
import { ownSqlPlan } from '../../../report/sql/own-sql-plan.ts';
import { DIALECT_NAMES } from '../../../report/sql/dialect.ts';
import { scriptText, sqlScript } from '../../../report/sql/sql-script.ts';
import type { SqlPlan } from '../../../report/sql/sql-plan.ts';
import type { Mapping } from '../../../shared/mapping/mapping.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { completeRules } from '../../../shared/summary/default-rules.ts';

const rules = completeRules({});
const HEADER = [
  'schemaVersion',
  'id',
  'revision',
  'survey',
  'surveyVersion',
  'status',
  'shownAt',
  'durationMs',
];

function ownPlan(
  columns: readonly string[],
  questionnaires: readonly Questionnaire[] = [],
  known = [{ survey: 'shop', version: '1' }],
): SqlPlan {
  const plan = ownSqlPlan({ header: [...HEADER, ...columns], known, questionnaires, rules });
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}

function asking(id: string, max: number): Questionnaire {
  return {
    ...{ id, version: 1 },
    questions: [{ id: 'ease', kind: 'rating', label: 'Ease', scale: { min: 1, max } }],
  };
}

const MAPPING: Mapping = {
  ...{ format: 'fourfold-map', version: 1, survey: 'city' },
  table: { decimal: ',', trimSpaces: true, wholeDecimals: true },
  columns: [
    { column: 'no', role: 'id' },
    { column: 'when', role: 'time', form: 'day-first' },
    { column: 'w', role: 'weight' },
    { column: 'ward', role: 'segment' },
    { column: 'q1', role: 'satisfaction', attribute: 'roads', scale: { min: 1, max: 5 }, missing: ['9'] },
    { column: 'q2', role: 'csat', scale: { min: 1, max: 5 }, reversed: true },
  ],
};

describe('sqlScript(plan, dialect)', () => {
  const plans: readonly (readonly [string, SqlPlan])[] = [
    ['an export of ours', ownPlan(['context.tier', 'nps', 'csat', 'service.satisfaction.speed'])],
    ['a foreign table', mappedSqlPlan(['no', 'when', 'w', 'ward', 'q1', 'q2'], MAPPING, rules)],
  ];

  test.each(plans)('counts %s by one text in every dialect, and loads it by three', (_, plan) => {
    const [duckdb, clickhouse, postgres] = DIALECT_NAMES.map((name) => sqlScript(plan, name));
    expect(clickhouse.count).toEqual(duckdb.count);
    expect(postgres.count).toEqual(duckdb.count);
    expect(clickhouse.load).not.toEqual(duckdb.load);
  });

  test.each(plans)('counts %s without what databases lack or understand in their own way', (_, plan) => {
    const text = sqlScript(plan, 'postgres').count.join('\n').toLowerCase();
    for (const word of [
      ' over ',
      ' filter ',
      ' join ',
      'grouping',
      'date_trunc',
      'corr(',
      '::',
      ' as date',
      'regexp',
    ])
      expect(text).not.toContain(word);
  });

  test('gives every row the digest of its plan', () => {
    const digestsOf = (plan: SqlPlan) => {
      const rows = sqlScript(plan, 'duckdb').count.filter((text) => text.includes('fourfold_rows ('));
      return new Set(rows.map((text) => /select '([0-9a-f]{12})'/.exec(text)?.[1]));
    };
    const [nps, csat] = ['nps', 'csat'].map((column) => digestsOf(ownPlan([column])));
    expect([nps.size, csat.size]).toEqual([1, 1]);
    expect(nps).not.toEqual(csat);
  });

  test('doubles quotes, and backslashes only where they would be an escape', () => {
    const plan = ownPlan(['nps'], [], [{ survey: "it's\\so", version: '1' }]);
    const of = (name: (typeof DIALECT_NAMES)[number]) => sqlScript(plan, name).count.join('\n');
    expect(of('postgres')).toContain("survey = 'it''s\\so'");
    expect(of('duckdb')).toContain("survey = 'it''s\\so'");
    expect(of('clickhouse')).toContain("survey = 'it''s\\\\so'");
  });

  test('looks for a survey as an export guards its name', () => {
    expect(
      sqlScript(ownPlan(['nps'], [], [{ survey: '=a', version: '1' }]), 'duckdb').count.join(),
    ).toContain("survey = '''=a'");
  });

  test('reads a question where its survey asks it, and nowhere else', () => {
    const known = [
      { survey: 'a', version: '1' },
      { survey: 'b', version: '1' },
    ];
    const [level] = sqlScript(ownPlan(['ease', 'nps'], [asking('a', 5)], known), 'duckdb').count;
    expect(level).toContain(
      "case when survey = 'a' and survey_version = '1' then case when t1 in ('1') then 0",
    );
    expect(level).toContain("case when t2 in ('0') then 0");
    expect(level).not.toContain('then case when t2');
  });

  test('crosses columns only where one survey asks both', () => {
    const column = ['service.satisfaction.speed', 'service.satisfaction.food'];
    const battery = (id: string, attribute: string): Questionnaire => ({
      ...{ id, version: 1 },
      questions: [
        {
          ...{ id: 'service', kind: 'battery' as const, ask: ['satisfaction'] },
          attributes: [{ id: attribute, label: attribute }],
        },
      ],
    });
    const known = [
      { survey: 'a', version: '1' },
      { survey: 'b', version: '1' },
    ];
    const crossed = (questionnaires: readonly Questionnaire[]) =>
      sqlScript(ownPlan(column, questionnaires, known), 'duckdb').count.filter((text) =>
        text.includes("'cross'"),
      ).length;
    expect(crossed([])).toBeGreaterThan(0);
    expect(crossed([battery('a', 'speed'), battery('b', 'food')])).toBe(0);
  });

  test('names the columns of the table that the owner has, and makes none', () => {
    const { source, load } = sqlScript(ownPlan(['nps']), 'postgres', 'crm.answers');
    expect(source).toEqual([]);
    expect(load.at(-1)).toContain('from "crm"."answers"');
    expect(load.at(-1)).toContain('"nps"');
  });
});

describe('ownSqlPlan(table)', () => {
  test('names the column that two surveys ask on two scales', () => {
    const known = [
      { survey: 'a', version: '1' },
      { survey: 'b', version: '1' },
    ];
    const questionnaires = [asking('a', 5), asking('b', 7)];
    expect(ownSqlPlan({ header: ['id', 'ease'], known, questionnaires, rules })).toBe('ease');
  });
});

describe('mappedSqlPlan(header, mapping)', () => {
  test('reads each text as our own engine does', () => {
    const { scales, weighted, time } = mappedSqlPlan(['no', 'when', 'w', 'q1', 'q2'], MAPPING, rules);
    const [roads, overall] = scales.map(({ cells }) => cells);
    expect([roads.get('5'), roads.get('5,00'), roads.get('9'), roads.get('6')]).toEqual([
      4,
      4,
      252,
      undefined,
    ]);
    expect([overall.get('1'), overall.get('5')]).toEqual([4, 0]);
    expect([weighted, time]).toEqual([true, 'day-first']);
  });

  test('makes one column an attribute of picks', () => {
    const picks = {
      ...{ columns: ['first', 'second'], none: ['0'] },
      options: [
        { code: '1', attribute: 'roads' },
        { code: '2', attribute: 'parks' },
      ],
    };
    const { scales } = mappedSqlPlan(['first', 'second'], { ...MAPPING, columns: [], picks: [picks] }, rules);
    expect(scales.map(({ definition }) => definition.key)).toEqual([
      'service.pick.roads',
      'service.pick.parks',
    ]);
    expect(scales[0].otherPicks).toContain('0');
  });
});

describe('scriptText(plan, dialect)', () => {
  test.each([
    ['duckdb', "copy fourfold_source from 'answers.csv'", 'format json'],
    ['clickhouse', 'format CSVWithNames', 'format JSONEachRow'],
    ['postgres', "\\copy fourfold_source from 'answers.csv'", 'row_to_json'],
  ] as const)('says for %s how the file goes in and the rows come out', (dialect, going, coming) => {
    const text = scriptText(ownPlan(['nps']), dialect);
    expect(text).toContain(`--   `);
    for (const hint of [going, coming]) expect(text).toContain(hint);
    expect(scriptText(ownPlan(['nps']), dialect, 'answers')).not.toContain(going);
  });
});
