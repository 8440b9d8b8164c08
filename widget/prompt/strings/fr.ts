import type { Strings } from './strings.ts';

/** French. `\u202f` is the narrow space that it puts before a question mark. */
export const strings: Strings = {
  locale: 'fr',
  close: 'Fermer',
  back: 'Retour',
  skip: 'Passer',
  next: 'Suivant',
  send: 'Envoyer',
  retry: 'Réessayer',
  step: '{n} / {m}',
  notApplicable: 'Sans objet',
  privacy: 'Pas de données personnelles, merci.',
  left: { one: '{n} caractère restant', many: '{n} caractères restants', other: '{n} caractères restants' },
  labels: {
    nps: 'Quelle est la probabilité que vous nous recommandiez à vos proches\u202f?',
    csat: 'Quel est votre niveau de satisfaction concernant notre service\u202f?',
    ces: 'Était-il facile ou difficile de faire ce que vous vouliez\u202f?',
    text: 'Que devrions-nous améliorer\u202f?',
    contact: 'Pouvons-nous vous contacter au sujet de votre réponse\u202f?',
    battery: 'Quelles sont vos priorités, et quel est votre avis\u202f?',
    eachLine: 'Choisissez une réponse par ligne.',
    eachLineTwo: 'Choisissez une réponse à gauche et une à droite par ligne.',
    many: 'Plusieurs réponses possibles.',
  },
  nps: { low: 'Pas du tout probable', high: 'Extrêmement probable' },
  csat: ['Très insatisfait(e)', 'Insatisfait(e)', 'Neutre', 'Satisfait(e)', 'Très satisfait(e)'],
  ces: { low: 'Très difficile', high: 'Très facile' },
  aspects: {
    importance: {
      name: 'Quelle importance pour vous\u202f?',
      low: 'Sans importance',
      high: 'Très important',
    },
    satisfaction: {
      name: 'Quelle est votre satisfaction\u202f?',
      low: 'Très insatisfait(e)',
      high: 'Très satisfait(e)',
    },
    expectation: { name: 'Quel niveau attendiez-vous\u202f?', low: 'Très faible', high: 'Très élevé' },
    perception: { name: 'Quel niveau avez-vous constaté\u202f?', low: 'Très faible', high: 'Très élevé' },
    standard: { name: 'Quel niveau vise notre norme\u202f?', low: 'Très faible', high: 'Très élevé' },
    promise: { name: 'Quel niveau promettons-nous\u202f?', low: 'Très faible', high: 'Très élevé' },
  },
  other: 'Autre',
  contact: {
    name: 'Nom',
    optional: '(facultatif)',
    reach: 'E-mail ou téléphone',
    consent: 'J’accepte que ces données servent uniquement à me répondre.',
    incomplete: 'Indiquez e-mail ou téléphone et cochez la case, ou passez.',
  },
  endings: {
    thanks: { title: 'Merci', hint: '' },
    sent: { title: 'Merci', hint: 'Votre réponse est bien arrivée.' },
    keptOffline: {
      title: 'Réponse conservée sur cet appareil, elle sera envoyée',
      hint: 'Vous êtes hors ligne. Votre réponse sera envoyée automatiquement au retour de la connexion.',
    },
    kept: {
      title: 'Réponse conservée sur cet appareil, elle sera envoyée',
      hint: 'Elle n’est pas encore arrivée. Elle sera renvoyée automatiquement.',
    },
    lostOffline: {
      title: 'Votre réponse n’est pas enregistrée',
      hint: 'Vous êtes hors ligne, et ce navigateur ne conserve rien. Laissez la page ouverte et réessayez.',
    },
    lost: {
      title: 'Votre réponse n’est pas enregistrée',
      hint: 'Elle n’est pas arrivée, et ce navigateur ne conserve rien. Laissez la page ouverte et réessayez.',
    },
    rejected: { title: 'Votre réponse n’est pas enregistrée', hint: 'Ce site ne l’a pas acceptée.' },
  },
};
