import { describe, expect, it } from 'vitest';
import { parseQuestionnaire } from '../../../shared/questionnaire/parse-questionnaire.ts';

const ENDS = { low: 'Low', high: 'High' };
const WORDED = { name: 'What?', ...ENDS };

/** Path and message of each issue that one question has. */
function issues(question: object): string[] {
  const parsed = parseQuestionnaire({
    id: 'a',
    version: 1,
    questions: [{ id: 'q', label: 'Q', ...question }],
  });
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path}: ${message}`);
}

describe('parseQuestionnaire(input) on words', () => {
  const words = ['Bad', 'Fair', 'Good'];
  const scale = { min: 1, max: 3 };

  it('takes anchors with numbers, stars and faces, and words with the look of that name', () => {
    for (const look of ['numbers', 'stars', 'faces'])
      expect(issues({ kind: 'rating', look, anchors: ENDS })).toEqual([]);
    expect(issues({ kind: 'rating', look: 'words', scale, words })).toEqual([]);
  });

  it('refuses anchors that a rating in words would never show', () => {
    expect(issues({ kind: 'rating', look: 'words', scale, words, anchors: ENDS })).toEqual([
      'questions[0].anchors: with "look": "words" each point has its own word; remove the anchors, or choose another look',
    ]);
  });

  it('names each fault of a rating that has several', () => {
    expect(issues({ kind: 'rating', look: 'words', scale, anchors: ENDS })).toHaveLength(2);
  });

  it('refuses a wording for what a battery does not ask', () => {
    const battery = { kind: 'battery', ask: ['perception'], attributes: [{ id: 'a', label: 'A' }] };
    expect(issues({ ...battery, wording: { perception: WORDED } })).toEqual([]);
    expect(issues({ ...battery, wording: { perception: WORDED, promise: WORDED } })).toEqual([
      'questions[0].wording.promise: "promise" is not asked; add it to "ask" or remove its wording',
    ]);
  });
});
