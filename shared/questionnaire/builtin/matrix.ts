import type { Questionnaire } from '../questionnaire.ts';

/** Overall satisfaction, then importance and satisfaction of what makes up a service. */
export const matrix: Questionnaire = {
  id: 'matrix',
  version: 1,
  questions: [
    { id: 'csat', kind: 'csat' },
    {
      id: 'service',
      kind: 'battery',
      ask: ['importance', 'satisfaction'],
      order: 'random',
      attributes: [
        { id: 'quality', label: { en: 'Quality', 'zh-CN': '质量', 'zh-TW': '品質' } },
        { id: 'value', label: { en: 'Value for money', 'zh-CN': '物有所值', 'zh-TW': '物有所值' } },
        { id: 'speed', label: { en: 'Quick and on time', 'zh-CN': '快捷准时', 'zh-TW': '快速準時' } },
        {
          id: 'staff',
          label: { en: 'Friendly, competent staff', 'zh-CN': '人员友好、专业', 'zh-TW': '人員親切、專業' },
        },
        { id: 'information', label: { en: 'Clear information', 'zh-CN': '信息清楚', 'zh-TW': '資訊清楚' } },
        {
          id: 'problems',
          label: { en: 'Problems solved', 'zh-CN': '问题得到解决', 'zh-TW': '問題獲得解決' },
        },
      ],
    },
  ],
};
