import type { Issue } from '../parsed.ts';
import type { BatteryQuestion, Questionnaire, RatingQuestion } from './questionnaire.ts';
import { RATING_SCALE, scalePoints } from './scale.ts';

/**
 * Words that would never be shown, or that are too few: a rating in words needs one for each point and has no words
 * at its ends, other looks have none for the points, and a battery words only what it asks.
 *
 * @example
 * const rating = { id: 'r', kind: 'rating', label: 'R', words: ['Bad', 'Good'] } as const;
 * strayWords({ id: 'a', version: 1, questions: [rating] })[0]?.path // 'questions[0].words'
 */
export function strayWords({ questions }: Questionnaire): Issue[] {
  return questions.flatMap((question, index) => {
    const path = `questions[${index}]`;
    if (question.kind === 'rating') return inRating(question, path);
    return question.kind === 'battery' ? inBattery(question, path) : [];
  });
}

function inRating(
  { look, words = [], anchors, scale = RATING_SCALE }: RatingQuestion,
  path: string,
): Issue[] {
  const issues: Issue[] = [];
  const points = scalePoints(scale).length;
  const needed = look === 'words' ? points : 0;
  if (words.length !== needed) {
    const message =
      needed === 0
        ? 'only a rating with "look": "words" has words; add that, or write "anchors" instead'
        : `expected ${points} words, one for each point, got ${words.length}`;
    issues.push({ path: `${path}.words`, code: 'words', message });
  }
  if (look === 'words' && anchors !== undefined) {
    const message =
      'with "look": "words" each point has its own word; remove the anchors, or choose another look';
    issues.push({ path: `${path}.anchors`, code: 'words', message });
  }
  return issues;
}

function inBattery({ ask, wording = {} }: BatteryQuestion, path: string): Issue[] {
  const stray = Object.keys(wording).filter((aspect) => !ask.some((asked) => asked === aspect));
  return stray.map((aspect) => ({
    path: `${path}.wording.${aspect}`,
    code: 'words',
    message: `"${aspect}" is not asked; add it to "ask" or remove its wording`,
  }));
}
