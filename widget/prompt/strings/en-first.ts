import type { FirstStrings } from './strings.ts';

/** English. */
export const first: FirstStrings = {
  locale: 'en',
  close: 'Close',
  skip: 'Skip',
  next: 'Next',
  send: 'Send',
  labels: {
    nps: 'How likely are you to recommend us to a friend?',
  },
  nps: { low: 'Not at all likely', high: 'Extremely likely' },
  endings: { thanks: { title: 'Thank you' } },
};
