import type { Strings } from './strings.ts';

/** Japanese. No `phrases`: segmenters cut through its verbs and honorifics, which reads worse than a browser's own breaks. */
export const strings: Strings = {
  locale: 'ja',
  close: '閉じる',
  back: '戻る',
  skip: 'スキップ',
  next: '次へ',
  send: '送信',
  retry: '再試行',
  step: '{n} / {m}',
  notApplicable: '該当なし',
  privacy: '個人情報は入力しないでください。',
  left: { other: '残り{n}文字' },
  labels: {
    nps: '当社をご友人にすすめる可能性はどのくらいですか？',
    csat: '当社のサービスにどのくらい満足していますか？',
    ces: 'ご用件はどのくらい簡単に済みましたか？',
    text: '改善すべき点をお聞かせください。',
    contact: 'ご回答についてご連絡してもよろしいですか？',
    battery: '重視する点と当社の評価をお聞かせください。',
    eachLine: '各行で1つ選んでください。',
    eachLineTwo: '各行で、左右それぞれ1つずつ選んでください。',
    many: '当てはまるものをすべて選んでください。',
  },
  nps: { low: 'まったくない', high: '非常に高い' },
  csat: ['非常に不満', '不満', '普通', '満足', '非常に満足'],
  ces: { low: '非常に困難', high: '非常に簡単' },
  aspects: {
    importance: { name: 'どのくらい重要ですか？', low: '重要でない', high: '非常に重要' },
    satisfaction: { name: 'どのくらい満足していますか？', low: '非常に不満', high: '非常に満足' },
    expectation: { name: '期待した水準は？', low: '非常に低い', high: '非常に高い' },
    perception: { name: '実際に感じた水準は？', low: '非常に低い', high: '非常に高い' },
    standard: { name: '当社の基準の水準は？', low: '非常に低い', high: '非常に高い' },
    promise: { name: '当社が約束する水準は？', low: '非常に低い', high: '非常に高い' },
  },
  other: 'その他',
  contact: {
    name: 'お名前',
    optional: '（任意）',
    reach: 'メールまたは電話番号',
    consent: 'この連絡先を回答への返信にのみ使用することに同意します。',
    incomplete: '連絡先を入力して同意するか、スキップしてください。',
  },
  endings: {
    thanks: { title: 'ありがとうございました', hint: '' },
    sent: { title: 'ありがとうございました', hint: 'ご回答が届きました。' },
    keptOffline: {
      title: 'この端末に保存しました。後で送信します',
      hint: 'オフラインです。接続が回復すると、ご回答は自動的に送信されます。',
    },
    kept: {
      title: 'この端末に保存しました。後で送信します',
      hint: 'まだ届いていません。自動的に再送信されます。',
    },
    lostOffline: {
      title: 'ご回答は保存されていません',
      hint: 'オフラインで、このブラウザーには保存できません。ページを閉じずに再試行してください。',
    },
    lost: {
      title: 'ご回答は保存されていません',
      hint: 'まだ届いておらず、このブラウザーには保存できません。ページを閉じずに再試行してください。',
    },
    rejected: { title: 'ご回答は保存されていません', hint: 'このサイトは受け付けませんでした。' },
  },
};
