import type { Strings } from './strings.ts';

/** German. */
export const strings: Strings = {
  locale: 'de',
  close: 'Schließen',
  back: 'Zurück',
  skip: 'Überspringen',
  next: 'Weiter',
  send: 'Senden',
  retry: 'Erneut versuchen',
  step: '{n} / {m}',
  notApplicable: 'Trifft nicht zu',
  privacy: 'Bitte keine persönlichen Daten angeben.',
  left: { one: 'Noch {n} Zeichen', other: 'Noch {n} Zeichen' },
  labels: {
    nps: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
    csat: 'Wie zufrieden sind Sie mit unserem Service?',
    ces: 'Wie einfach war es, Ihr Anliegen zu erledigen?',
    text: 'Was sollten wir beim nächsten Mal besser machen?',
    contact: 'Dürfen wir Sie zu Ihrer Antwort kontaktieren?',
    battery: 'Was ist Ihnen wichtig, und wie gut waren wir?',
    eachLine: 'Bitte in jeder Zeile eine Antwort wählen.',
    eachLineTwo: 'Bitte in jeder Zeile links und rechts je eine Antwort wählen.',
    many: 'Mehrfachnennungen möglich.',
  },
  nps: { low: 'Sehr unwahrscheinlich', high: 'Sehr wahrscheinlich' },
  csat: ['Sehr unzufrieden', 'Unzufrieden', 'Teils, teils', 'Zufrieden', 'Sehr zufrieden'],
  ces: { low: 'Sehr schwierig', high: 'Sehr einfach' },
  aspects: {
    importance: { name: 'Wie wichtig ist Ihnen das?', low: 'Nicht wichtig', high: 'Sehr wichtig' },
    satisfaction: { name: 'Wie zufrieden sind Sie?', low: 'Sehr unzufrieden', high: 'Sehr zufrieden' },
    expectation: { name: 'Welches Niveau haben Sie erwartet?', low: 'Sehr niedrig', high: 'Sehr hoch' },
    perception: { name: 'Welches Niveau haben Sie erlebt?', low: 'Sehr niedrig', high: 'Sehr hoch' },
    standard: { name: 'Welches Niveau ist unser Standard?', low: 'Sehr niedrig', high: 'Sehr hoch' },
    promise: { name: 'Welches Niveau versprechen wir?', low: 'Sehr niedrig', high: 'Sehr hoch' },
  },
  other: 'Sonstiges',
  contact: {
    name: 'Name',
    optional: '(optional)',
    reach: 'E-Mail oder Telefon',
    consent: 'Sie dürfen diese Angaben nur nutzen, um mir zu antworten.',
    incomplete: 'Bitte E-Mail oder Telefon angeben und zustimmen, oder überspringen.',
  },
  endings: {
    thanks: { title: 'Vielen Dank', hint: '' },
    sent: { title: 'Vielen Dank', hint: 'Ihre Antwort ist angekommen.' },
    keptOffline: {
      title: 'Auf diesem Gerät gespeichert, wird gesendet',
      hint: 'Sie sind offline. Ihre Antwort wird automatisch gesendet, wenn Sie wieder online sind.',
    },
    kept: {
      title: 'Auf diesem Gerät gespeichert, wird gesendet',
      hint: 'Sie ist noch nicht angekommen. Sie wird automatisch erneut gesendet.',
    },
    lostOffline: {
      title: 'Ihre Antwort ist nicht gespeichert',
      hint: 'Sie sind offline, und dieser Browser speichert nichts. Bitte die Seite offen lassen und erneut versuchen.',
    },
    lost: {
      title: 'Ihre Antwort ist nicht gespeichert',
      hint: 'Sie ist nicht angekommen, und dieser Browser speichert nichts. Bitte die Seite offen lassen und erneut versuchen.',
    },
    rejected: {
      title: 'Ihre Antwort ist nicht gespeichert',
      hint: 'Diese Website hat sie nicht angenommen.',
    },
  },
};
