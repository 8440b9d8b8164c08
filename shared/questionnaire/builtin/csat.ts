import type { Questionnaire } from '../questionnaire.ts';

/** Overall satisfaction, and what to do better. */
export const csat: Questionnaire = {
  id: 'csat',
  version: 1,
  questions: [
    { id: 'csat', kind: 'csat' },
    { id: 'why', kind: 'text' },
  ],
};
