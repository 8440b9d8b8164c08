import { phrases } from '../phrases.ts';
import type { FirstStrings } from './strings.ts';

/** Simplified Chinese. */
export const first: FirstStrings = {
  locale: 'zh-CN',
  phrases,
  close: '关闭',
  skip: '跳过',
  next: '下一题',
  send: '提交',
  labels: {
    nps: '您会把我们的品牌（服务）推荐给您的朋友吗？',
  },
  nps: { low: '一定不会', high: '一定会' },
  endings: { thanks: { title: '谢谢您' } },
};
