import { expect, test } from 'vitest';
import { mappingLabels, questionnaireLabels } from '../../../report/engine/labels.ts';
import { namer } from '../../../report/parts/names.ts';

test('mappingLabels(mapping) names a context field by its own name, or else by its column', () => {
  const label = { en: 'Flight', 'zh-CN': '航班' };
  const labels = mappingLabels({
    ...{ format: 'fourfold-map', version: 1, survey: 'a' },
    columns: [
      { column: 'flight_type', role: 'segment', label },
      { column: 'c7', role: 'segment', field: 'purpose', label: 'Purpose of the journey' },
    ],
  });
  const nameOf = namer(labels, 'zh-CN');
  expect([nameOf('context.flight_type'), nameOf('context.purpose')]).toEqual([
    '航班',
    'Purpose of the journey',
  ]);
});

test('questionnaireLabels(questionnaires) names context fields in each language, the first questionnaire before others', () => {
  const nps = { id: 'nps', kind: 'nps' } as const;
  const labels = questionnaireLabels([
    {
      id: 'a',
      version: 2,
      context: { tier: { en: 'Customer tier', 'zh-CN': '客户等级' } },
      questions: [nps],
    },
    { id: 'a', version: 1, context: { tier: 'Class', plan: 'Contract' }, questions: [nps] },
  ]);
  expect(['en', 'zh-CN', 'fr'].map((locale) => namer(labels, locale)('context.tier'))).toEqual([
    ...['Customer tier', '客户等级', 'Customer tier'],
  ]);
  expect(namer(labels, 'en')('context.plan')).toBe('Contract');
});

test('namer(labels, locale) has words of its own for touchpoint and audience, after those of the owner', () => {
  const of = (locale: string, labels = new Map<string, string>()) =>
    ['context.touchpoint', 'context.audience', 'context.flight_type'].map(namer(labels, locale));
  expect(of('en')).toEqual(['Touchpoint', 'Audience', 'Flight type']);
  expect(of('zh-CN')).toEqual(['触点', '受访对象', 'Flight type']);
  expect(of('zh-TW', new Map([['context.touchpoint', '櫃檯']]))).toEqual(['櫃檯', '受訪對象', 'Flight type']);
});
