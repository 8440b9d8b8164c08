import type { FirstStrings } from './strings.ts';

/** German. */
export const first: FirstStrings = {
  locale: 'de',
  close: 'Schließen',
  skip: 'Überspringen',
  next: 'Weiter',
  send: 'Senden',
  labels: {
    nps: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
  },
  nps: { low: 'Sehr unwahrscheinlich', high: 'Sehr wahrscheinlich' },
  endings: { thanks: { title: 'Vielen Dank' } },
};
