import { describe, expect, it } from 'vitest';
import { parseQuestionnaire } from '../../../shared/questionnaire/parse-questionnaire.ts';

const ASKED: Readonly<Record<string, object>> = {
  nps: { kind: 'nps' },
  csat: { kind: 'csat' },
  ces: { kind: 'ces' },
  five: { kind: 'rating', label: 'Five' },
  ten: { kind: 'rating', label: 'Ten', scale: { min: 1, max: 10 } },
  service: { kind: 'battery', ask: ['satisfaction'], attributes: [{ id: 'parking', label: 'Parking' }] },
  pick: {
    kind: 'choice',
    label: 'Pick',
    options: [
      { id: 'price', label: 'P' },
      { id: 'range', label: 'R' },
    ],
  },
  own: {
    kind: 'choice',
    label: 'Own',
    options: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
    other: true,
  },
  why: { kind: 'text' },
  contact: { kind: 'contact' },
  hello: { kind: 'note', label: 'Hello' },
};

/** Path and message of each issue that a condition has, on a question that all others come before. */
function issues(showIf: object): string[] {
  const asked = Object.entries(ASKED).map(([id, question]) => ({ id, ...question }));
  const questions = [...asked, { id: 'last', kind: 'csat', showIf }];
  const parsed = parseQuestionnaire({ id: 'a', version: 1, questions });
  const place = `questions[${asked.length}].`;
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path.replace(place, '')}: ${message}`);
}

describe('parseQuestionnaire(input) takes a condition', () => {
  it.each([
    { question: 'nps', equals: 0 },
    { question: 'nps', atMost: 10 },
    { question: 'csat', atLeast: 1 },
    { question: 'ces', in: [6, 7] },
    { question: 'five', equals: 5 },
    { question: 'ten', atLeast: 10 },
    { question: 'service.satisfaction.parking', atMost: 2 },
    { question: 'service', answered: true },
    { question: 'pick', equals: 'range' },
    { question: 'own', in: ['a', 'other'] },
    { question: 'why', equals: 'no' },
    { question: 'contact', answered: false },
    { question: 'hello', answered: true },
  ])('on an answer that can be given: %j', (showIf) => {
    expect(issues(showIf)).toEqual([]);
  });
});

describe('parseQuestionnaire(input) refuses a condition', () => {
  it.each<[object, string, string]>([
    [
      { question: 'nps', equals: 11 },
      'equals',
      '11 cannot be an answer to "nps"; use a whole number from 0 to 10',
    ],
    [{ question: 'nps', atMost: -1 }, 'atMost', 'from 0 to 10'],
    [{ question: 'nps', equals: '9' }, 'equals', '"9" cannot be an answer to "nps"; use a whole number'],
    [{ question: 'csat', atLeast: 6 }, 'atLeast', 'from 1 to 5'],
    [{ question: 'csat', atMost: 2.5 }, 'atMost', 'use a whole number'],
    [{ question: 'ces', in: [7, 8] }, 'in[1]', 'from 1 to 7'],
    [{ question: 'five', equals: 6 }, 'equals', 'from 1 to 5'],
    [{ question: 'ten', equals: 0 }, 'equals', 'from 1 to 10'],
    [{ question: 'service.satisfaction.parking', equals: 9 }, 'equals', 'from 1 to 5'],
    [{ question: 'service', atMost: 2 }, 'atMost', 'name one of its cells'],
    [{ question: 'pick', equals: 'prize' }, 'equals', 'use one of price, range'],
    [{ question: 'pick', equals: 'other' }, 'equals', 'use one of price, range'],
    [{ question: 'own', in: ['a', 'c'] }, 'in[1]', 'use one of a, b, other'],
    [{ question: 'own', atLeast: 1 }, 'atLeast', 'only scales have bounds'],
    [{ question: 'why', equals: 3 }, 'equals', 'use a text'],
    [{ question: 'why', atMost: 3 }, 'atMost', 'only scales have bounds'],
    [{ question: 'contact', equals: 'li@example.com' }, 'equals', 'a contact can only be "answered"'],
    [{ question: 'hello', equals: 'x' }, 'equals', 'a note has no answer'],
  ])('on one that nobody can give: %j', (showIf, field, remedy) => {
    const [issue, ...others] = issues(showIf);
    expect(issue).toMatch(new RegExp(`^showIf\\.${field.replace(/[[\]]/g, '\\$&')}: `));
    expect(issue).toContain(remedy);
    expect(others).toEqual([]);
  });

  it('deep inside, by its whole path, and each of several', () => {
    const showIf = {
      any: [{ question: 'nps', in: [12, 9, 13] }, { not: { question: 'pick', equals: 'x' } }],
    };
    expect(issues(showIf).map((issue) => issue.split(':')[0])).toEqual([
      'showIf.any[0].in[0]',
      'showIf.any[0].in[2]',
      'showIf.any[1].not.equals',
    ]);
  });
});
