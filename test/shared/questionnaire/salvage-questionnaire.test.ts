import { describe, expect, it } from 'vitest';
import { salvageQuestionnaire } from '../../../shared/questionnaire/salvage-questionnaire.ts';

const nps = { id: 'nps', kind: 'nps' };
const stars = { id: 'stars', kind: 'stars' };
const text = (id: string, question?: string): object => ({
  ...{ id, kind: 'text' },
  ...(question === undefined ? {} : { showIf: { question, answered: true } }),
});

/** Ids of what is asked, and each issue's path and code. */
function salvage(questions: unknown, more: object = {}): { asked: string[] | undefined; issues: string[] } {
  const { questionnaire, issues } = salvageQuestionnaire({ id: 'shop', version: 1, questions, ...more });
  return {
    asked: questionnaire?.questions.map(({ id }) => id),
    issues: issues.map(({ path, code }) => `${path} ${code}`),
  };
}

describe('salvageQuestionnaire(input)', () => {
  it('changes nothing where nothing is wrong', () => {
    const input = { id: 'shop', version: 1, title: 'Shop', questions: [nps, text('why', 'nps')] };
    expect(salvageQuestionnaire(input)).toEqual({ issues: [], questionnaire: input, places: [0, 1] });
  });

  it('goes on with the good questions, and keeps all else', () => {
    const input = {
      id: 'shop',
      version: 3,
      when: { delay: 5 },
      questions: [stars, nps, { ...nps, id: 'b', label: '' }],
    };
    const { questionnaire, issues, places } = salvageQuestionnaire(input);
    expect(questionnaire).toEqual({ ...input, questions: [nps] });
    expect(places).toEqual([1]);
    expect(issues.map(({ path }) => path)).toEqual(['questions[0].kind', 'questions[2].label']);
    expect(input.questions).toHaveLength(3);
  });

  it('keeps the first of two questions with one id', () => {
    expect(salvage([nps, { id: 'nps', kind: 'csat' }, text('why', 'nps')])).toEqual({
      asked: ['nps', 'why'],
      issues: ['questions[1].id duplicate'],
    });
  });

  it('leaves out what depends on a question left out, and so on, by the places of the input', () => {
    const questions = [stars, nps, text('a', 'stars'), text('b', 'nps'), text('c', 'a'), text('d', 'b')];
    expect(salvage(questions)).toEqual({
      asked: ['nps', 'b', 'd'],
      issues: [
        'questions[0].kind variant',
        'questions[2].showIf.question left-out',
        'questions[4].showIf.question left-out',
      ],
    });
  });

  it('says which question to correct', () => {
    const { issues } = salvageQuestionnaire({
      id: 'a',
      version: 1,
      questions: [nps, stars, text('why', 'stars')],
    });
    expect(issues[1].message).toBe(
      '"stars" is at fault itself and left out, so this question is too; correct that one',
    );
  });

  it('tells a misspelt question from one that was left out', () => {
    const battery = {
      id: 'service',
      kind: 'battery',
      ask: ['satisfaction'],
      attributes: [{ id: 'a', label: 'A' }],
    };
    expect(salvage([stars, nps, battery, text('a', 'npz'), text('b', 'service.satisfaction.z')])).toEqual({
      asked: ['nps', 'service'],
      issues: [
        'questions[0].kind variant',
        'questions[3].showIf.question missing',
        'questions[4].showIf.question missing',
      ],
    });
  });

  it('finds what is wrong between questions after what is wrong within one', () => {
    expect(salvage([stars, nps, nps, text('why', 'later'), text('later')])).toEqual({
      asked: ['nps', 'later'],
      issues: [
        'questions[0].kind variant',
        'questions[2].id duplicate',
        'questions[3].showIf.question later',
      ],
    });
  });

  it('asks nothing when no question is good', () => {
    expect(salvage([stars, 'nps', null])).toEqual({
      asked: undefined,
      issues: ['questions[0].kind variant', 'questions[1] variant', 'questions[2] variant'],
    });
    expect(salvage([stars, text('why', 'stars')])).toEqual({
      asked: undefined,
      issues: ['questions[0].kind variant', 'questions[1].showIf.question left-out'],
    });
  });

  it('asks nothing when something is wrong outside the questions', () => {
    expect(salvage([nps, stars], { version: 0 })).toEqual({
      asked: undefined,
      issues: ['version min_value', 'questions[1].kind variant'],
    });
    expect(salvage([stars, nps], { when: { from: '2026-02-01', until: '2026-01-01' } })).toEqual({
      asked: undefined,
      issues: ['when.until check', 'questions[0].kind variant'],
    });
    expect(salvage([])).toEqual({ asked: undefined, issues: ['questions min_length'] });
    expect(salvage('nps')).toEqual({ asked: undefined, issues: ['questions array'] });
  });

  it.each([undefined, null, 'nps', 5, [], [nps]])('finds no questionnaire in %j', (input) => {
    const { questionnaire, issues } = salvageQuestionnaire(input);
    expect(questionnaire).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  });
});
