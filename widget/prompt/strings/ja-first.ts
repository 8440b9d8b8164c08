import type { FirstStrings } from './strings.ts';

/** Japanese. */
export const first: FirstStrings = {
  locale: 'ja',
  close: '閉じる',
  skip: 'スキップ',
  next: '次へ',
  send: '送信',
  labels: {
    nps: '当社をご友人にすすめる可能性はどのくらいですか？',
  },
  nps: { low: 'まったくない', high: '非常に高い' },
  endings: { thanks: { title: 'ありがとうございました' } },
};
