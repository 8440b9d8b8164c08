import type { FirstStrings } from './strings.ts';

/** French. `\u202f` is the narrow space that it puts before a question mark. */
export const first: FirstStrings = {
  locale: 'fr',
  close: 'Fermer',
  skip: 'Passer',
  next: 'Suivant',
  send: 'Envoyer',
  labels: {
    nps: 'Quelle est la probabilité que vous nous recommandiez à vos proches\u202f?',
  },
  nps: { low: 'Pas du tout probable', high: 'Extrêmement probable' },
  endings: { thanks: { title: 'Merci' } },
};
