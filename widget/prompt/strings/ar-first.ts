import type { FirstStrings } from './strings.ts';

/** Arabic. */
export const first: FirstStrings = {
  locale: 'ar',
  dir: 'rtl',
  close: 'إغلاق',
  skip: 'تخطي',
  next: 'التالي',
  send: 'إرسال',
  labels: {
    nps: 'ما مدى احتمال أن توصي صديقًا بنا؟',
  },
  nps: { low: 'غير محتمل إطلاقًا', high: 'محتمل جدًا' },
  endings: { thanks: { title: 'شكرًا لك' } },
};
