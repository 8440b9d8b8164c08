import type { Strings } from './strings.ts';

const kept = 'Kept on this device, will be sent';
const lost = 'Your answer is not saved';

/** English. */
export const strings: Strings = {
  locale: 'en',
  close: 'Close',
  back: 'Back',
  skip: 'Skip',
  next: 'Next',
  send: 'Send',
  retry: 'Try again',
  step: '{n} / {m}',
  notApplicable: 'Does not apply',
  privacy: 'No personal details, please.',
  left: { one: '{n} character left', other: '{n} characters left' },
  labels: {
    nps: 'How likely are you to recommend us to a friend?',
    csat: 'How satisfied are you with our service?',
    ces: 'How easy was it to get done what you came for?',
    text: 'What should we do better next time?',
    contact: 'May we write to you about your answer?',
    battery: 'What matters to you, and how did we do?',
    eachLine: 'For each line, choose one.',
    eachLineTwo: 'For each line, choose one on the left and one on the right.',
    many: 'Choose all that apply.',
  },
  nps: { low: 'Not at all likely', high: 'Extremely likely' },
  csat: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
  ces: { low: 'Very difficult', high: 'Very easy' },
  aspects: {
    importance: { name: 'How important to you?', low: 'Not important', high: 'Very important' },
    satisfaction: { name: 'How satisfied are you?', low: 'Very dissatisfied', high: 'Very satisfied' },
    expectation: { name: 'What did you expect?', low: 'Very little', high: 'Very much' },
    perception: { name: 'What did you get?', low: 'Very little', high: 'Very much' },
    standard: { name: 'What does our standard ask?', low: 'Very little', high: 'Very much' },
    promise: { name: 'What do we promise?', low: 'Very little', high: 'Very much' },
  },
  other: 'Other',
  contact: {
    name: 'Name',
    optional: '(optional)',
    reach: 'E-mail or phone',
    consent: 'You may use this to reply to my answer, and for nothing else.',
    incomplete: 'To hear from us, fill in e-mail or phone and tick the box; or skip.',
  },
  endings: {
    thanks: { title: 'Thank you', hint: '' },
    sent: { title: 'Thank you', hint: 'Your answer has arrived.' },
    keptOffline: {
      title: kept,
      hint: 'You are offline. Your answer goes out by itself when the connection is back.',
    },
    kept: { title: kept, hint: 'It has not arrived yet. It is sent again by itself.' },
    lostOffline: {
      title: lost,
      hint: 'There is no connection, and this browser keeps nothing. Leave the page open and try again.',
    },
    lost: {
      title: lost,
      hint: 'It has not arrived, and this browser keeps nothing. Leave the page open and try again.',
    },
    rejected: { title: lost, hint: 'This site did not accept it.' },
  },
};
