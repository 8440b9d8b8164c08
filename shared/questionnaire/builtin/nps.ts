import type { Questionnaire } from '../questionnaire.ts';

/** Likelihood to recommend, and what to do better. */
export const nps: Questionnaire = {
  id: 'nps',
  version: 1,
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'why', kind: 'text' },
  ],
};
