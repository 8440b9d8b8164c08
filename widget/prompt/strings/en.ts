import type { Strings } from './strings.ts';

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
    ces: 'How easy was it to do what you came to do?',
    text: 'What should we do better next time?',
    contact: 'May we contact you about your answer?',
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
    expectation: { name: 'What level did you expect?', low: 'Very low', high: 'Very high' },
    perception: { name: 'What level did you get?', low: 'Very low', high: 'Very high' },
    standard: { name: 'What level is our standard?', low: 'Very low', high: 'Very high' },
    promise: { name: 'What level do we promise?', low: 'Very low', high: 'Very high' },
  },
  other: 'Other',
  contact: {
    name: 'Name',
    optional: '(optional)',
    reach: 'E-mail or phone',
    consent: 'You may use this to reply to my answer, and for nothing else.',
    incomplete: 'Fill in e-mail or phone and tick the box, or skip.',
  },
  endings: {
    thanks: { title: 'Thank you', hint: '' },
    sent: { title: 'Thank you', hint: 'Your answer has arrived.' },
    keptOffline: {
      title: 'Kept on this device, will be sent',
      hint: 'You are offline. Your answer goes out by itself when the connection is back.',
    },
    kept: {
      title: 'Kept on this device, will be sent',
      hint: 'It has not arrived yet. It is sent again by itself.',
    },
    lostOffline: {
      title: 'Your answer is not saved',
      hint: 'There is no connection, and this browser keeps nothing. Leave the page open and try again.',
    },
    lost: {
      title: 'Your answer is not saved',
      hint: 'It has not arrived, and this browser keeps nothing. Leave the page open and try again.',
    },
    rejected: { title: 'Your answer is not saved', hint: 'This site did not accept it.' },
  },
};
