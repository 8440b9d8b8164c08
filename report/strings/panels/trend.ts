import { THIN_GAP } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import type { ByLanguage } from './by-language.ts';

/** How one period compares with the one before. */
export interface ChangeText {
  readonly from: string;
  readonly to: string;
  /** With its sign. */
  readonly change: string;
  readonly direction: 'rise' | 'fall' | 'none';
}

const en = {
  name: 'Trend',
  attributesName: 'Trend by attribute',
  verdict: ({ from, to, change, direction }: ChangeText): string =>
    direction === 'none'
      ? `No change shown from ${from} to ${to}`
      : `A ${direction} of ${change.replace(/^[+\u2212]/, '')} from ${from} to ${to}`,
  noVerdict: 'Two finished periods are needed to speak of a change',
  said: (figure: string, direction: ChangeText['direction']): string =>
    `${figure}, ${{ rise: 'a rise', fall: 'a fall', none: 'no change shown' }[direction]}`,
  attributes: (fell: readonly string[], rose: readonly string[], period: string): string => {
    const parts = [
      ...(fell.length > 0 ? [`${page.list(fell)} fell`] : []),
      ...(rose.length > 0 ? [`${page.list(rose)} rose`] : []),
    ];
    return parts.length === 0
      ? `No attribute shows a change in ${period}`
      : `In ${period} ${parts.join('; ')}`;
  },
  axis: (measure: string): string => `${measure}. Band: 95${THIN_GAP}% interval`,
  meanOf: (min: number, max: number): string => `mean of ${min}–${max}`,
  last: 'last, interval, n',
  change: 'change',
  describe: (verdict: string): string => `${verdict}. The table holds every figure.`,
  columns: {
    period: 'Period',
    attribute: 'Attribute',
    value: 'Value',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    change: 'Change',
    holm: 'p, Holm',
  },
  unfinished: (period: string): string => `${period} is not over; it takes no part in the verdict.`,
  note: (unfinished: string): string =>
    page.sentences([
      'A change is called so when its interval excludes zero; all neighbours but the last pair are one family (Holm). Repeated visitors count as independent.',
      unfinished,
    ]),
  attributesNote: (family: number): string =>
    `The last finished period against the one before, after Holm’s correction for ${family} attributes. Coloured: a fall that holds. Bold: improve first.`,
};

const simplified: typeof en = {
  name: '趋势',
  attributesName: '各项趋势',
  verdict: ({ from, to, change, direction }) =>
    direction === 'none'
      ? `${from} 至 ${to} 未显出变化`
      : `${from} 至 ${to} ${direction === 'rise' ? '上升' : '下降'} ${change.replace(/^[+\u2212]/, '')}`,
  noVerdict: '至少要有两个完整的时段才能谈变化',
  said: (figure, direction) => `${figure}，${{ rise: '上升', fall: '下降', none: '未显出变化' }[direction]}`,
  attributes: (fell, rose, period) => {
    const parts = [
      ...(fell.length > 0 ? [`${fell.join('、')}下降`] : []),
      ...(rose.length > 0 ? [`${rose.join('、')}上升`] : []),
    ];
    return parts.length === 0 ? `${period} 没有一项显出变化` : `${period} ${parts.join('；')}`;
  },
  axis: (measure) => `${measure}。色带：95${THIN_GAP}% 区间`,
  meanOf: (min, max) => `${min}–${max} 分均值`,
  last: '最近一期、区间、n',
  change: '变化',
  describe: (verdict) => `${verdict}。全部数字见表。`,
  columns: {
    period: '时段',
    attribute: '项目',
    value: '数值',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    change: '变化',
    holm: 'p（Holm）',
  },
  unfinished: (period) => `${period} 尚未结束，不参与结论。`,
  note: (unfinished) =>
    [
      '区间不含零才称为变化；除最近一对外，各相邻时段为一族（Holm）。同一访客的多次回答视为独立。',
      unfinished,
    ].join(''),
  attributesNote: (family) =>
    `最近一个完整时段与前一时段相比，经 Holm 校正（共 ${family} 项）。着色：成立的下降。粗体：急需改进。`,
};

const traditional: typeof en = {
  name: '趨勢',
  attributesName: '各項趨勢',
  verdict: ({ from, to, change, direction }) =>
    direction === 'none'
      ? `${from} 至 ${to} 未顯出變化`
      : `${from} 至 ${to} ${direction === 'rise' ? '上升' : '下降'} ${change.replace(/^[+\u2212]/, '')}`,
  noVerdict: '至少要有兩個完整的時段才能談變化',
  said: (figure, direction) => `${figure}，${{ rise: '上升', fall: '下降', none: '未顯出變化' }[direction]}`,
  attributes: (fell, rose, period) => {
    const parts = [
      ...(fell.length > 0 ? [`${fell.join('、')}下降`] : []),
      ...(rose.length > 0 ? [`${rose.join('、')}上升`] : []),
    ];
    return parts.length === 0 ? `${period} 沒有一項顯出變化` : `${period} ${parts.join('；')}`;
  },
  axis: (measure) => `${measure}。色帶：95${THIN_GAP}% 區間`,
  meanOf: (min, max) => `${min}–${max} 分平均`,
  last: '最近一期、區間、n',
  change: '變化',
  describe: (verdict) => `${verdict}。全部數字見表。`,
  columns: {
    period: '時段',
    attribute: '項目',
    value: '數值',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    change: '變化',
    holm: 'p（Holm）',
  },
  unfinished: (period) => `${period} 尚未結束，不參與結論。`,
  note: (unfinished) =>
    [
      '區間不含零才稱為變化；除最近一對外，各相鄰時段為一族（Holm）。同一訪客的多次回答視為獨立。',
      unfinished,
    ].join(''),
  attributesNote: (family) =>
    `最近一個完整時段與前一時段相比，經 Holm 校正（共 ${family} 項）。著色：成立的下降。粗體：急需改進。`,
};

/** The words of the trend panels. */
export const trend: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
