import type { AspectWording, Questionnaire } from '../questionnaire.ts';

const value: AspectWording = {
  name: { en: 'Value to you', 'zh-CN': '对您的价值', 'zh-TW': '對您的價值' },
  low: { en: 'Very low', 'zh-CN': '很低', 'zh-TW': '很低' },
  high: { en: 'Very high', 'zh-CN': '很高', 'zh-TW': '很高' },
};
const cost: AspectWording = {
  name: { en: 'Cost to you', 'zh-CN': '您的付出', 'zh-TW': '您的付出' },
  low: { en: 'Very little', 'zh-CN': '很少', 'zh-TW': '很少' },
  high: { en: 'Very much', 'zh-CN': '很多', 'zh-TW': '很多' },
};

/**
 * What a customer gets, and what it costs: four values and four costs, a higher cost being dearer.
 *
 * @see Kotler, Marketing Management, on customer delivered value
 */
export const deliveredValue: Questionnaire = {
  id: 'delivered-value',
  version: 1,
  questions: [
    {
      id: 'value',
      kind: 'battery',
      label: {
        en: 'How much did you get from us?',
        'zh-CN': '您从我们这里得到了多少价值？',
        'zh-TW': '您從我們這裡得到了多少價值？',
      },
      ask: ['perception'],
      wording: { perception: value },
      attributes: [
        {
          id: 'product',
          label: {
            en: 'Product: what it is and does',
            'zh-CN': '产品价值：品质与功能',
            'zh-TW': '產品價值：品質與功能',
          },
        },
        {
          id: 'service',
          label: {
            en: 'Service: help before and after',
            'zh-CN': '服务价值：售前与售后',
            'zh-TW': '服務價值：售前與售後',
          },
        },
        {
          id: 'personnel',
          label: {
            en: 'People: skill and manner',
            'zh-CN': '人员价值：能力与态度',
            'zh-TW': '人員價值：能力與態度',
          },
        },
        {
          id: 'image',
          label: {
            en: 'Image: name and reputation',
            'zh-CN': '形象价值：品牌与口碑',
            'zh-TW': '形象價值：品牌與口碑',
          },
        },
      ],
    },
    {
      id: 'cost',
      kind: 'battery',
      label: {
        en: 'How much did it cost you?',
        'zh-CN': '您为此付出了多少？',
        'zh-TW': '您為此付出了多少？',
      },
      ask: ['perception'],
      wording: { perception: cost },
      attributes: [
        {
          id: 'money',
          label: {
            en: 'Money: price and expenses',
            'zh-CN': '货币成本：价格与花费',
            'zh-TW': '金錢成本：價格與花費',
          },
        },
        {
          id: 'time',
          label: {
            en: 'Time: travel and waiting',
            'zh-CN': '时间成本：路程与等候',
            'zh-TW': '時間成本：路程與等候',
          },
        },
        {
          id: 'energy',
          label: {
            en: 'Energy: effort and trouble',
            'zh-CN': '体力成本：奔波与劳累',
            'zh-TW': '體力成本：奔波與勞累',
          },
        },
        {
          id: 'psychic',
          label: {
            en: 'Nerves: worry and stress',
            'zh-CN': '精神成本：担心与压力',
            'zh-TW': '精神成本：擔心與壓力',
          },
        },
      ],
    },
  ],
};
