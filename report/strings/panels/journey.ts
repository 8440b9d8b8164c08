import { THIN_GAP } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import type { ByLanguage } from './by-language.ts';

const en = {
  name: 'Journey',
  verdict: (stop: string, gain: string): string =>
    `Moment of truth: ${stop}. Without it the whole would stand ${gain} higher`,
  none: 'No touchpoint stands out',
  by: (measure: string): string => `${measure} by touchpoint`,
  figure: (measure: string): string => `${measure}, interval, n`,
  drag: 'drag on the whole',
  all: (value: string): string => `all ${value}`,
  columns: {
    touchpoint: 'Touchpoint',
    value: 'Value',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    drag: 'Drag',
    difference: 'Difference from the others',
    holm: 'p, Holm',
  },
  order: {
    owner: 'In the order of the mapping.',
    'first-appearance': 'In the order in which touchpoints first appear in the data.',
    name: 'In alphabetical order, since the data tell no other.',
  },
  note: (order: string, few: readonly string[]): string =>
    page.sentences([
      `Bars: 95${THIN_GAP}% intervals. Drag: what the whole would gain if this touchpoint were like the others. Coloured: the moment of truth, the largest drag that holds after Holm’s correction.`,
      order,
      few.length === 0 ? '' : `Not drawn, under 10 answers: ${page.list(few)}.`,
    ]),
};

const simplified: typeof en = {
  name: '客户旅程',
  verdict: (stop, gain) => `关键时刻：${stop}。若无此处，整体会高 ${gain}`,
  none: '没有哪个触点特别突出',
  by: (measure) => `各触点${measure}`,
  figure: (measure) => `${measure}、区间、n`,
  drag: '对整体的拖累',
  all: (value) => `全部 ${value}`,
  columns: {
    touchpoint: '触点',
    value: '数值',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    drag: '拖累',
    difference: '与其余触点之差',
    holm: 'p（Holm）',
  },
  order: {
    owner: '顺序依映射所定。',
    'first-appearance': '顺序依触点在数据中首次出现的先后。',
    name: '数据没有给出顺序，按名称排列。',
  },
  note: (order, few) =>
    [
      `横线：95${THIN_GAP}% 区间。拖累：若此触点与其余一样，整体会提高多少。着色：关键时刻，即经 Holm 校正后仍成立的最大拖累。`,
      order,
      few.length === 0 ? '' : `不足 10 份，不绘图：${few.join('、')}。`,
    ].join(''),
};

const traditional: typeof en = {
  name: '客戶旅程',
  verdict: (stop, gain) => `關鍵時刻：${stop}。若無此處，整體會高 ${gain}`,
  none: '沒有哪個觸點特別突出',
  by: (measure) => `各觸點${measure}`,
  figure: (measure) => `${measure}、區間、n`,
  drag: '對整體的拖累',
  all: (value) => `全部 ${value}`,
  columns: {
    touchpoint: '觸點',
    value: '數值',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    drag: '拖累',
    difference: '與其餘觸點之差',
    holm: 'p（Holm）',
  },
  order: {
    owner: '順序依對映所定。',
    'first-appearance': '順序依觸點在資料中首次出現的先後。',
    name: '資料沒有給出順序，按名稱排列。',
  },
  note: (order, few) =>
    [
      `橫線：95${THIN_GAP}% 區間。拖累：若此觸點與其餘一樣，整體會提高多少。著色：關鍵時刻，即經 Holm 校正後仍成立的最大拖累。`,
      order,
      few.length === 0 ? '' : `不足 10 份，不繪圖：${few.join('、')}。`,
    ].join(''),
};

/** The words of the journey panel. */
export const journey: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
