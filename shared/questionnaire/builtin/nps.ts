import type { Questionnaire } from '../questionnaire.ts';

/** Likelihood to recommend, and the reason for the score. */
export const nps: Questionnaire = {
  id: 'nps',
  version: 1,
  questions: [
    { id: 'nps', kind: 'nps' },
    {
      id: 'why',
      kind: 'text',
      label: {
        en: 'What is the main reason for your score?',
        'zh-CN': '您打出这个分数的主要原因是什么？',
      },
    },
  ],
};
