import type { Questionnaire } from '../questionnaire.ts';

/** Ease of getting something done, and what to do better. */
export const ces: Questionnaire = {
  id: 'ces',
  version: 1,
  questions: [
    { id: 'ces', kind: 'ces' },
    { id: 'why', kind: 'text' },
  ],
};
