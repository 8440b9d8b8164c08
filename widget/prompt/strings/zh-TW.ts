import { phrases } from '../phrases.ts';
import type { Strings } from './strings.ts';

/** Traditional Chinese, as written in Taiwan. */
export const strings: Strings = {
  locale: 'zh-TW',
  phrases,
  close: '關閉',
  back: '上一題',
  skip: '略過',
  next: '下一題',
  send: '送出',
  retry: '重試',
  step: '{n} / {m}',
  notApplicable: '不適用',
  privacy: '請勿填寫個人資料。',
  left: { other: '還可輸入 {n} 字' },
  labels: {
    nps: '您會向朋友推薦我們的品牌（服務）嗎？',
    csat: '您對我們服務的滿意程度為何？',
    ces: '您覺得這次辦事有多容易？',
    text: '您建議我們改善哪些方面？',
    contact: '我們可以就您的回答與您聯絡嗎？',
    battery: '您重視什麼？我們做得如何？',
    eachLine: '每一列請選一項。',
    eachLineTwo: '每一列請在左右兩側各選一項。',
    many: '可複選。',
  },
  nps: { low: '一定不會', high: '一定會' },
  csat: ['非常不滿意', '不滿意', '普通', '滿意', '非常滿意'],
  ces: { low: '非常困難', high: '非常容易' },
  aspects: {
    importance: { name: '對您有多重要？', low: '不重要', high: '非常重要' },
    satisfaction: { name: '您有多滿意？', low: '非常不滿意', high: '非常滿意' },
    expectation: { name: '您期望的水準有多高？', low: '很低', high: '很高' },
    perception: { name: '您感受到的水準有多高？', low: '很低', high: '很高' },
    standard: { name: '我們的標準有多高？', low: '很低', high: '很高' },
    promise: { name: '我們承諾的水準有多高？', low: '很低', high: '很高' },
  },
  other: '其他',
  contact: {
    name: '姓名',
    optional: '（選填）',
    reach: '電子郵件或電話',
    consent: '我同意以上聯絡方式僅用於回覆這次回答。',
    incomplete: '請填寫聯絡方式並勾選同意，或略過。',
  },
  endings: {
    thanks: { title: '謝謝您', hint: '' },
    sent: { title: '謝謝您', hint: '您的回答已送達。' },
    keptOffline: {
      title: '已儲存在此裝置上，稍後傳送',
      hint: '目前沒有網路。恢復連線後，您的回答會自動傳送。',
    },
    kept: { title: '已儲存在此裝置上，稍後傳送', hint: '您的回答尚未送達，將自動重新傳送。' },
    lostOffline: {
      title: '您的回答尚未儲存',
      hint: '目前沒有網路，瀏覽器也無法儲存。請勿關閉此頁面，稍後重試。',
    },
    lost: {
      title: '您的回答尚未儲存',
      hint: '您的回答尚未送達，瀏覽器也無法儲存。請勿關閉此頁面，稍後重試。',
    },
    rejected: { title: '您的回答尚未儲存', hint: '本網站未接受您的回答。' },
  },
};
