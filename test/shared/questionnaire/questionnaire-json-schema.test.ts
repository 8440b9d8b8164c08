import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, it } from 'vitest';
import { BUILT_INS } from '../../support/docs/questionnaires-table.ts';
import { parseQuestionnaire } from '../../../shared/questionnaire/parse-questionnaire.ts';
import { questionnaireJsonSchema } from '../../../shared/questionnaire/questionnaire-json-schema.ts';
import { EVERY_KIND } from '../../widget/support/every-kind.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isValid = new Ajv({ formats: { date: DAY } }).compile(
  questionnaireJsonSchema() as AnySchema, // its type says of each keyword that it may be undefined
);

const nps = { id: 'nps', kind: 'nps' };
const survey = (questions: unknown[], more: object = {}): unknown => ({
  id: 'shop',
  version: 1,
  questions,
  ...more,
});
const asked = (showIf: unknown): unknown => survey([nps, { id: 'why', kind: 'text', showIf }]);
const ofFile = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('questionnaireJsonSchema()', () => {
  it.each<[string, unknown]>([
    ...BUILT_INS.map((one): [string, unknown] => [one.id, one]),
    ['the airport of the demonstration', ofFile('demo/questionnaires/airport.json')],
    ['the parking of the demonstration', ofFile('demo/questionnaires/parking.json')],
    ['every kind in every form', survey(EVERY_KIND.map(({ question }) => question))],
    ['its own address', survey([nps], { $schema: './questionnaire.schema.json' })],
    ['labels of fields', survey([nps], { context: { tier: { en: 'Tier', 'zh-CN': '等级' } } })],
    ['every field of one rule', survey([nps], { when: { from: '2026-01-31', url: ['/a/*'], sample: 0.5 } })],
    ['words by language', survey([{ ...nps, label: { en: 'How likely?', 'zh-CN': '可能性有多大?' } }])],
    [
      'conditions in conditions',
      asked({ all: [{ any: [{ question: 'nps', in: [1] }] }, { not: { question: 'nps', equals: 0 } }] }),
    ],
  ])('takes what parseQuestionnaire takes: %s', (_, input) => {
    expect(parseQuestionnaire(input).ok).toBe(true);
    expect(isValid(input), JSON.stringify(isValid.errors)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['no object', 'nps'],
    ['no question', survey([])],
    ['an unknown kind', survey([{ id: 'a', kind: 'stars' }])],
    ['a field that no kind has', survey([{ ...nps, scael: {} }])],
    ['a field of another kind', survey([{ ...nps, maxLength: 5 }])],
    ['a name with a dot', survey([{ ...nps, id: 'a.b' }])],
    ['a number as a label', survey([{ ...nps, label: 5 }])],
    ['a number as the words of a language', survey([{ ...nps, label: { en: 5 } }])],
    ['a share above 1', survey([nps], { when: { sample: 25 } })],
    ['a number as the label of a field', survey([nps], { context: { tier: 5 } })],
    ['a day that is none', survey([nps], { when: { from: 'soon' } })],
    ['an unknown rule', survey([nps], { when: { smaple: 0.5 } })],
    ['a version in quotes', { ...(survey([nps]) as object), version: '1' }],
    ['a condition without a test', asked({ question: 'nps' })],
    ['a condition in a list that is none', asked({ all: [{ question: 'nps', atMost: '6' }] })],
    [
      'three columns in a battery',
      survey([{ id: 's', kind: 'battery', ask: ['a', 'b', 'c'], attributes: [] }]),
    ],
  ])('refuses what parseQuestionnaire refuses for its form: %s', (_, input) => {
    expect(parseQuestionnaire(input).ok).toBe(false);
    expect(isValid(input)).toBe(false);
  });
});
