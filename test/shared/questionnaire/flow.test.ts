import { describe, expect, it } from 'vitest';
import { answerAt, askedQuestions, holds } from '../../../shared/questionnaire/flow.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';

const survey: Questionnaire = {
  id: 'shop',
  version: 1,
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'why', kind: 'text', showIf: { question: 'nps', atMost: 6 } },
    { id: 'thanks', kind: 'text', showIf: { question: 'why', answered: true } },
    { id: 'silent', kind: 'text', showIf: { question: 'why', answered: false } },
  ],
};
const asked = (answers: object): string[] => askedQuestions(survey, { ...answers }).map(({ id }) => id);

describe('askedQuestions(questionnaire, answers)', () => {
  it('passes over a question whose condition fails', () => {
    expect(asked({ nps: 7 })).toEqual(['nps', 'silent']);
    expect(asked({ nps: 6 })).toEqual(['nps', 'why', 'silent']);
    expect(asked({ nps: 6, why: 'slow' })).toEqual(['nps', 'why', 'thanks']);
  });

  it('does not count the answer to a question that is no longer asked', () => {
    expect(asked({ nps: 10, why: 'slow' })).toEqual(['nps', 'silent']);
  });

  it('goes back to a question whose condition holds again after a change of mind', () => {
    const reason: Questionnaire = {
      ...{ id: 'shop', version: 1 },
      questions: [
        { id: 'a', kind: 'choice', label: 'A', options: [], many: true, other: true },
        { id: 'b', kind: 'text', showIf: { question: 'a', equals: 'other' } },
        { id: 'c', kind: 'note', label: 'C', showIf: { question: 'b', answered: true } },
      ],
    };
    const idsFor = (a: unknown): string[] => askedQuestions(reason, { a, b: 'x' }).map(({ id }) => id);
    expect(idsFor(['price'])).toEqual(['a']);
    expect(idsFor(['price', { other: 'Music' }])).toEqual(['a', 'b', 'c']);
  });

  it('asks only what needs no answer before the first one', () => {
    expect(asked({})).toEqual(['nps', 'silent']);
  });
});

describe('holds(condition, answers)', () => {
  const answers = {
    ...{ nps: 6, plan: 'gold', picks: ['a', 'b'], service: { satisfaction: { parking: 2 } } },
    ...{
      reason: { other: 'Music' },
      more: ['a', { other: 'b' }],
      contact: { reach: 'other', consent: true },
    },
  };
  it.each([
    [{ question: 'nps', equals: 6 }, true],
    [{ question: 'nps', equals: '6' }, false],
    [{ question: 'nps', in: [5, 6] }, true],
    [{ question: 'nps', in: [] }, false],
    [{ question: 'nps', atMost: 5 }, false],
    [{ question: 'nps', atMost: 6 }, true],
    [{ question: 'nps', atLeast: 6 }, true],
    [{ question: 'nps', atLeast: 7 }, false],
    [{ question: 'plan', atLeast: 7 }, false],
    [{ question: 'picks', equals: 'b' }, true],
    [{ question: 'picks', in: ['c'] }, false],
    [{ question: 'picks', in: ['c', 'a'] }, true],
    [{ question: 'picks', equals: 'other' }, false],
    [{ question: 'picks', atLeast: 1 }, false],
    [{ not: { question: 'picks', equals: 'a' } }, false],
    [{ question: 'reason', equals: 'other' }, true],
    [{ question: 'reason', equals: 'Music' }, false],
    [{ question: 'reason', in: ['price', 'other'] }, true],
    [{ question: 'more', equals: 'other' }, true],
    [{ question: 'more', equals: 'a' }, true],
    [{ question: 'more', equals: 'b' }, false],
    [{ question: 'contact', equals: 'other' }, false],
    [{ question: 'contact', answered: true }, true],
    [{ question: 'service', equals: 'other' }, false],
    [{ question: 'service.satisfaction.parking', atMost: 2 }, true],
    [{ question: 'service.satisfaction.toString', answered: true }, false],
    [{ question: 'nps.satisfaction.parking', answered: false }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ not: { question: 'none', equals: 1 } }, true],
    [
      {
        all: [
          { question: 'nps', atMost: 6 },
          { question: 'plan', equals: 'silver' },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { question: 'nps', atMost: 5 },
          { question: 'plan', equals: 'gold' },
        ],
      },
      true,
    ],
  ] as const)('%j is %s', (condition, expected) => {
    expect(holds(condition, answers)).toBe(expected);
  });
});

describe('answerAt(answers, path)', () => {
  it('finds nothing below null', () => {
    expect(answerAt({ service: null }, 'service.satisfaction.parking')).toBeUndefined();
  });
});
