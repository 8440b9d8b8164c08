import type { FirstStrings } from './strings.ts';

/** Hebrew. */
export const first: FirstStrings = {
  locale: 'he',
  dir: 'rtl',
  close: 'סגירה',
  skip: 'דילוג',
  next: 'המשך',
  send: 'שליחה',
  labels: {
    nps: 'עד כמה סביר שתמליצו עלינו לחברים?',
  },
  nps: { low: 'לא סביר בכלל', high: 'סביר מאוד' },
  endings: { thanks: { title: 'תודה' } },
};
