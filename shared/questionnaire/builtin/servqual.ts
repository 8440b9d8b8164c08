import type { Questionnaire } from '../questionnaire.ts';

/**
 * Expectation and perception on the five dimensions of service quality, then overall satisfaction.
 *
 * @see Parasuraman, Zeithaml, Berry (1988), Journal of Retailing 64(1)
 */
export const servqual: Questionnaire = {
  id: 'servqual',
  version: 1,
  questions: [
    {
      id: 'quality',
      kind: 'battery',
      label: {
        en: 'What did you expect of our service, and what did you get?',
        'zh-CN': '您对我们的服务期望如何？实际感受如何？',
        'zh-TW': '您對我們的服務期望如何？實際感受如何？',
      },
      ask: ['expectation', 'perception'],
      attributes: [
        {
          id: 'reliability',
          label: {
            en: 'Reliability: does what it promised, when it promised',
            'zh-CN': '可靠性：说到做到，按时兑现',
            'zh-TW': '可靠性：說到做到，準時兌現',
          },
        },
        {
          id: 'responsiveness',
          label: {
            en: 'Responsiveness: helps gladly and without delay',
            'zh-CN': '响应性：乐意帮忙，及时响应',
            'zh-TW': '反應性：樂意協助，即時回應',
          },
        },
        {
          id: 'assurance',
          label: {
            en: 'Assurance: competent, polite, worthy of trust',
            'zh-CN': '保证性：懂行有礼，让人放心',
            'zh-TW': '保證性：專業有禮，令人放心',
          },
        },
        {
          id: 'empathy',
          label: {
            en: 'Empathy: cares about you and your needs',
            'zh-CN': '同理心：关心您，懂您的需要',
            'zh-TW': '同理心：關心您，懂您的需求',
          },
        },
        {
          id: 'tangibles',
          label: {
            en: 'Tangibles: premises, equipment, appearance',
            'zh-CN': '有形性：环境、设备、仪表',
            'zh-TW': '有形性：環境、設備、儀容',
          },
        },
      ],
    },
    { id: 'csat', kind: 'csat' },
  ],
};
