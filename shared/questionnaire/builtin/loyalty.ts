import type { Anchors, Questionnaire } from '../questionnaire.ts';

const anchors: Anchors = {
  low: { en: 'Not at all likely', 'zh-CN': '完全不可能', 'zh-TW': '完全不可能' },
  high: { en: 'Very likely', 'zh-CN': '非常可能', 'zh-TW': '非常可能' },
};

/** What a customer means to do: stay, buy more, recommend. */
export const loyalty: Questionnaire = {
  id: 'loyalty',
  version: 1,
  questions: [
    {
      id: 'stay',
      kind: 'rating',
      label: {
        en: 'How likely are you to stay with us?',
        'zh-CN': '您今后继续选择我们的可能性有多大？',
        'zh-TW': '您今後繼續選擇我們的可能性有多大？',
      },
      anchors,
    },
    {
      id: 'buyMore',
      kind: 'rating',
      label: {
        en: 'How likely are you to buy more from us?',
        'zh-CN': '您今后在我们这里购买更多的可能性有多大？',
        'zh-TW': '您今後向我們購買更多的可能性有多大？',
      },
      anchors,
    },
    { id: 'recommend', kind: 'nps' },
  ],
};
