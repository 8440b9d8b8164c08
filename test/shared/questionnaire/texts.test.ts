import { describe, expect, it } from 'vitest';
import type { Question, Questionnaire, Text } from '../../../shared/questionnaire/questionnaire.ts';
import { languagesOf, missingTexts } from '../../../shared/questionnaire/texts.ts';

const survey = (questions: readonly Question[], more: Partial<Questionnaire> = {}): Questionnaire => ({
  ...{ id: 'shop', version: 1, questions },
  ...more,
});
const note = (label: Text): Question => ({ id: 'note', kind: 'note', label });

describe('languagesOf(questionnaire)', () => {
  it('gives each language once, the first that is written first', () => {
    const questions = [note('Plain'), note({ fr: 'Un', en: 'One' }), note({ en: 'Two', de: 'Zwei' })];
    expect(languagesOf(survey(questions))).toEqual(['fr', 'en', 'de']);
  });

  it('counts the title, and not the words of the prompt: one of them in other words changes no language', () => {
    const more = { title: { ja: '店' }, strings: { en: { next: 'On' }, th: { next: 'ต่อไป' } } };
    expect(languagesOf(survey([note({ en: 'One' })], more))).toEqual(['ja', 'en']);
  });

  it('is empty when no text names its language', () => {
    expect(languagesOf(survey([note('Plain'), { id: 'nps', kind: 'nps' }]))).toEqual([]);
  });
});

describe('missingTexts(questionnaire, language)', () => {
  const t = (en: string): Text => ({ en });
  const anchors = { low: t('Low'), high: t('High') };
  const label = t('Label');
  const wording = { name: t('Name'), ...anchors };
  const all: readonly Question[] = [
    { id: 'nps', kind: 'nps', label, hint: t('Hint'), anchors },
    { id: 'csat', kind: 'csat', label },
    { id: 'ces', kind: 'ces', label, anchors },
    { id: 'rating', kind: 'rating', label, anchors },
    { id: 'level', kind: 'rating', label, look: 'words', words: [t('Bad'), 'Plain', t('Good')] },
    {
      ...{
        id: 'service',
        kind: 'battery',
        label,
        ask: ['perception'],
        attributes: [{ id: 'a', label: t('A') }],
      },
      ...{ wording: { perception: wording } },
    },
    { id: 'choice', kind: 'choice', label, options: ['a', 'b'].map((id) => ({ id, label: t(id) })) },
    { id: 'why', kind: 'text', label },
    { id: 'contact', kind: 'contact', label, consent: t('I agree') },
    { id: 'note', kind: 'note', label },
  ];

  it('finds every place of a text', () => {
    expect(missingTexts(survey(all, { title: t('Title') }), 'fr').map(({ path }) => path)).toEqual([
      'title',
      ...['label', 'hint', 'anchors.low', 'anchors.high'].map((name) => `questions[0].${name}`),
      'questions[1].label',
      ...['label', 'anchors.low', 'anchors.high'].map((name) => `questions[2].${name}`),
      ...['label', 'anchors.low', 'anchors.high'].map((name) => `questions[3].${name}`),
      ...['label', 'words[0]', 'words[2]'].map((name) => `questions[4].${name}`),
      ...['label', 'attributes[0].label'].map((name) => `questions[5].${name}`),
      ...['name', 'low', 'high'].map((name) => `questions[5].wording.perception.${name}`),
      ...['label', 'options[0].label', 'options[1].label'].map((name) => `questions[6].${name}`),
      'questions[7].label',
      ...['label', 'consent'].map((name) => `questions[8].${name}`),
      'questions[9].label',
    ]);
  });

  it('finds nothing in the language that all is written in', () => {
    expect(missingTexts(survey(all, { title: t('Title') }), 'en')).toEqual([]);
  });

  it('names the language that is shown in its place', () => {
    expect(missingTexts(survey([note({ fr: 'Un', en: 'One' })]), 'de')).toEqual([
      { path: 'questions[0].label', code: 'language', message: 'no text in "de"; add it ("fr" is shown)' },
    ]);
    expect(missingTexts(survey([note({ en: 'One', 'zh-CN': '一' })]), 'zh-TW')[0].message).toBe(
      'no text in "zh-TW"; add it ("zh-CN" is shown)',
    );
  });

  it('takes a wider tag of the same language for good', () => {
    expect(missingTexts(survey([note({ en: 'One', fr: 'Un' })]), 'fr-CA')).toEqual([]);
    expect(missingTexts(survey([note({ 'zh-CN': '一', 'zh-TW': '一' })]), 'zh-TW')).toEqual([]);
  });
});
