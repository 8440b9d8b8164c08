import { phrases } from '../phrases.ts';
import type { FirstStrings } from './strings.ts';

/** Traditional Chinese, as written in Taiwan. */
export const first: FirstStrings = {
  locale: 'zh-TW',
  phrases,
  close: '關閉',
  skip: '略過',
  next: '下一題',
  send: '送出',
  labels: {
    nps: '您會向朋友推薦我們的品牌（服務）嗎？',
  },
  nps: { low: '一定不會', high: '一定會' },
  endings: { thanks: { title: '謝謝您' } },
};
