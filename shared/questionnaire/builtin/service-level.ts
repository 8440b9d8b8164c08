import type { Questionnaire } from '../questionnaire.ts';

/**
 * Which of six levels describes the service (criminal, basic, expected, desired, surprising, unbelievable), and why.
 * From the fourth on it is more than was expected.
 *
 * @see Kaufman (2012), Uplifting Service
 */
export const serviceLevel: Questionnaire = {
  id: 'service-level',
  version: 1,
  questions: [
    {
      id: 'level',
      kind: 'rating',
      label: {
        en: 'Which of these describes our service best?',
        'zh-CN': '下面哪一项最符合我们的服务？',
        'zh-TW': '下列哪一項最符合我們的服務？',
      },
      scale: { min: 1, max: 6 },
      look: 'words',
      words: [
        {
          en: 'Criminal: less than the bare minimum',
          'zh-CN': '犯罪般恶劣：连最低要求都达不到',
          'zh-TW': '犯罪般惡劣：連最低要求都達不到',
        },
        {
          en: 'Basic: the bare minimum',
          'zh-CN': '基本：勉强达到最低要求',
          'zh-TW': '基本：勉強達到最低要求',
        },
        {
          en: 'Expected: what one usually gets',
          'zh-CN': '预期：和通常的服务一样',
          'zh-TW': '預期：和一般的服務一樣',
        },
        {
          en: 'Desired: just what I hoped for',
          'zh-CN': '渴望：正是我所希望的',
          'zh-TW': '渴望：正是我所希望的',
        },
        {
          en: 'Surprising: more than I hoped for',
          'zh-CN': '惊喜：比我希望的更好',
          'zh-TW': '驚喜：比我希望的更好',
        },
        {
          en: 'Unbelievable: beyond anything I imagined',
          'zh-CN': '难以置信：远远超出想象',
          'zh-TW': '難以置信：遠遠超乎想像',
        },
      ],
    },
    { id: 'why', kind: 'text' },
  ],
};
