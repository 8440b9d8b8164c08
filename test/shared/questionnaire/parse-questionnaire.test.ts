import { describe, expect, it } from 'vitest';
import { parseQuestionnaire } from '../../../shared/questionnaire/parse-questionnaire.ts';

const nps = { id: 'nps', kind: 'nps' };
const battery = {
  id: 'service',
  kind: 'battery',
  ask: ['importance', 'satisfaction'],
  attributes: [
    { id: 'speed', label: { en: 'Delivery on time', 'zh-CN': '按时交货' } },
    { id: 'parking', label: 'Parking' },
  ],
};
const survey = (questions: unknown[], more: object = {}): unknown => ({
  id: 'shop',
  version: 1,
  questions,
  ...more,
});

function issuesOf(input: unknown): string[] {
  const parsed = parseQuestionnaire(input);
  return parsed.ok ? [] : parsed.issues.map(({ path, code }) => `${path} ${code}`);
}

function messageOf(input: unknown): string {
  const parsed = parseQuestionnaire(input);
  return parsed.ok ? '' : parsed.issues[0].message;
}

describe('parseQuestionnaire', () => {
  it('takes every field that the design names for these kinds', () => {
    const input = survey(
      [
        { id: 'csat', kind: 'csat', label: 'How was it?', hint: { en: 'Today' } },
        { ...nps, anchors: { low: 'No', high: { en: 'Yes' } } },
        { id: 'why', kind: 'text', maxLength: 200, showIf: { question: 'nps', atMost: 6 } },
        { ...battery, order: 'random', notApplicable: false },
        {
          id: 'more',
          kind: 'text',
          showIf: {
            all: [
              {
                any: [
                  { question: 'csat', in: [1, 2] },
                  { question: 'why', answered: true },
                ],
              },
              { not: { question: 'service.satisfaction.parking', equals: 5 } },
              { question: 'nps', atLeast: 0 },
            ],
          },
        },
      ],
      {
        $schema: './questionnaire.schema.json',
        title: { en: 'Your order', 'zh-CN': '您的订单' },
        context: { tier: { en: 'Tier', 'zh-CN': '客户等级' }, device: 'Device' },
        when: {
          sample: 0.25,
          delay: 5,
          url: ['/a/*'],
          from: '2026-01-01',
          until: '2026-01-01',
          repeatDays: 0,
        },
      },
    );
    expect(parseQuestionnaire(input)).toEqual({ ok: true, value: input });
  });

  it.each<[string, unknown, string[]]>([
    ['no object', 'nps', [' strict_object']],
    ['an unknown kind', survey([{ id: 'a', kind: 'stars' }]), ['questions[0].kind variant']],
    ['no question', survey([]), ['questions min_length']],
    ['a name with a dot', survey([{ ...nps, id: 'a.b' }]), ['questions[0].id regex']],
    ['a column of the export as a name', survey([{ ...nps, id: 'status' }]), ['questions[0].id check']],
    ['a name of the prototype', survey([{ ...nps, id: 'constructor' }]), ['questions[0].id check']],
    ['the same id twice', survey([nps, nps]), ['questions[1].id duplicate']],
    [
      'the same attribute twice',
      survey([{ ...battery, attributes: [battery.attributes[0], battery.attributes[0]] }]),
      ['questions[0].attributes[1].id duplicate'],
    ],
    [
      'three aspects',
      survey([{ ...battery, ask: ['importance', 'satisfaction', 'promise'] }]),
      ['questions[0].ask max_length'],
    ],
    [
      'an aspect twice',
      survey([{ ...battery, ask: ['importance', 'importance'] }]),
      ['questions[0].ask check'],
    ],
    ['an unknown aspect', survey([{ ...battery, ask: ['weight'] }]), ['questions[0].ask[0] picklist']],
    ['no attribute', survey([{ ...battery, attributes: [] }]), ['questions[0].attributes min_length']],
    ['an empty label', survey([{ ...nps, label: '' }]), ['questions[0].label check']],
    ['an unknown field', survey([{ ...nps, colour: 'red' }]), ['questions[0].colour strict_object']],
    ['a field without words', survey([nps], { context: { tier: '' } }), ['context.tier check']],
    ['a field with words of no language', survey([nps], { context: { tier: {} } }), ['context.tier check']],
    ['fields that are one text', survey([nps], { context: 'tier' }), ['context record']],
    ['a share above one', survey([nps], { when: { sample: 25 } }), ['when.sample max_value']],
    ['a day that is none', survey([nps], { when: { from: '1 May' } }), ['when.from iso_date']],
    ['a day that no month has', survey([nps], { when: { from: '2026-02-30' } }), ['when.from check']],
    [
      'days in reverse',
      survey([nps], { when: { from: '2026-02-01', until: '2026-01-31' } }),
      ['when.until check'],
    ],
    [
      'a condition on a later question',
      survey([
        { ...nps, showIf: { question: 'why', answered: true } },
        { id: 'why', kind: 'text' },
      ]),
      ['questions[0].showIf.question later'],
    ],
    [
      'a condition on itself',
      survey([{ ...nps, showIf: { question: 'nps', atMost: 3 } }]),
      ['questions[0].showIf.question later'],
    ],
    [
      'a condition on a question that is not there',
      survey([nps, { id: 'why', kind: 'text', showIf: { any: [{ not: { question: 'npz', atMost: 6 } }] } }]),
      ['questions[1].showIf.any[0].not.question missing'],
    ],
    [
      "a condition on an attribute that the battery hasn't",
      survey([battery, { ...nps, showIf: { question: 'service.satisfaction.price', atMost: 2 } }]),
      ['questions[1].showIf.question missing'],
    ],
    [
      'a condition on a cell of a question that is no battery',
      survey([nps, { id: 'why', kind: 'text', showIf: { question: 'nps.satisfaction.price', atMost: 2 } }]),
      ['questions[1].showIf.question missing'],
    ],
  ])('names the place of %s', (_, input, expected) => {
    expect(issuesOf(input)).toEqual(expected);
  });

  it('names the kinds there are where one is not known', () => {
    expect(messageOf(survey([{ id: 'a', kind: 'stars' }]))).toContain('use one of nps, csat, ');
  });

  it('says what to do', () => {
    expect(messageOf(survey([{ ...nps, colour: 'red' }]))).toContain('remove it or correct its name');
    expect(messageOf(survey([nps, nps]))).toBe('"nps" is already the id of questions[0]; give each its own');
    expect(messageOf({ ...(survey([nps]) as object), version: undefined })).toContain(
      'expected a whole number',
    );
    expect(messageOf({ id: 'a', version: 1 })).toBe(
      'missing; add it, as in { "id": …, "version": …, "questions": […] }',
    );
    expect(messageOf(null)).toContain('expected { "id"');
    expect(messageOf(undefined)).toContain('expected { "id"');
  });
});
