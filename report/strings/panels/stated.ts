import { correlation, countRange, percentNumber, THIN_GAP } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import { zhCN } from '../zh-CN.ts';
import { zhTW } from '../zh-TW.ts';
import type { ByLanguage } from './by-language.ts';

const en = {
  name: 'Stated beside derived',
  verdict: (basics: readonly string[], hidden: readonly string[]): string => {
    const parts = [
      ...(basics.length > 0
        ? [
            `${page.list(basics)} ${basics.length === 1 ? 'is' : 'are'} asked for yet hardly ${basics.length === 1 ? 'moves' : 'move'} the whole`,
          ]
        : []),
      ...(hidden.length > 0
        ? [`${page.list(hidden)} ${hidden.length === 1 ? 'moves' : 'move'} it unasked`]
        : []),
    ];
    return parts.length === 0
      ? 'What people say matters and what moves the whole do not surely differ'
      : parts.join('; ');
  },
  hidden: 'hidden drivers',
  basic: 'taken for granted',
  x: (min: number, max: number): string => `Stated: mean of ${min}–${max} →`,
  xPicks: `Stated: named among the priorities, % →`,
  y: (outcome: string): string => `↑ Derived: r with ${outcome}`,
  outcome: { csat: 'overall satisfaction', nps: 'recommendation' },
  line: 'means of all',
  kinds: { basic: 'basic', 'hidden-driver': 'hidden driver', agrees: 'agrees', 'not-settled': 'not settled' },
  columns: {
    attribute: 'Attribute',
    stated: 'Stated',
    derived: 'Derived r',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    kind: 'Verdict',
  },
  note: (stated: readonly [number, number], derived: readonly [number, number]): string =>
    `Stated n ${countRange(...stated)}; r n ${countRange(...derived)}. Bars: 95${THIN_GAP}%. Lines: means of the attributes. Filled: on opposite sides of the two means, each with 80${THIN_GAP}% certainty.`,
  r: correlation,
  share: (value: number): string => percentNumber(value, 0),
};

const simplified: typeof en = {
  name: '询问与推导对照',
  verdict: (basics, hidden) => {
    const parts = [
      ...(basics.length > 0 ? [`${zhCN.list(basics)}顾客说重要，却几乎不影响整体`] : []),
      ...(hidden.length > 0 ? [`${zhCN.list(hidden)}没人提起，却影响整体`] : []),
    ];
    return parts.length === 0 ? '顾客所说的重要与实际影响，尚未显出不同' : parts.join('；');
  },
  hidden: '隐性驱动',
  basic: '视为当然',
  x: (min, max) => `直接询问：${min}–${max} 分均值 →`,
  xPicks: `直接询问：选为重点者，% →`,
  y: (outcome) => `↑ 推导：与${outcome}的 r`,
  outcome: { csat: '总体满意度', nps: '推荐意愿' },
  line: '各项均值',
  kinds: { basic: '视为当然', 'hidden-driver': '隐性驱动', agrees: '一致', 'not-settled': '未定' },
  columns: {
    attribute: '项目',
    stated: '询问',
    derived: '推导 r',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    kind: '结论',
  },
  note: (stated, derived) =>
    `询问 n ${countRange(...stated)}；r 的 n ${countRange(...derived)}。横竖线：95${THIN_GAP}% 区间。界线：各项均值。实心：分处两个均值的两侧，各有 80${THIN_GAP}% 把握。`,
  r: correlation,
  share: (value) => percentNumber(value, 0),
};

const traditional: typeof en = {
  name: '詢問與推導對照',
  verdict: (basics, hidden) => {
    const parts = [
      ...(basics.length > 0 ? [`${zhTW.list(basics)}顧客說重要，卻幾乎不影響整體`] : []),
      ...(hidden.length > 0 ? [`${zhTW.list(hidden)}沒人提起，卻影響整體`] : []),
    ];
    return parts.length === 0 ? '顧客所說的重要與實際影響，尚未顯出不同' : parts.join('；');
  },
  hidden: '隱性驅動',
  basic: '視為當然',
  x: (min, max) => `直接詢問：${min}–${max} 分平均 →`,
  xPicks: `直接詢問：選為重點者，% →`,
  y: (outcome) => `↑ 推導：與${outcome}的 r`,
  outcome: { csat: '整體滿意度', nps: '推薦意願' },
  line: '各項平均',
  kinds: { basic: '視為當然', 'hidden-driver': '隱性驅動', agrees: '一致', 'not-settled': '未定' },
  columns: {
    attribute: '項目',
    stated: '詢問',
    derived: '推導 r',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    kind: '結論',
  },
  note: (stated, derived) =>
    `詢問 n ${countRange(...stated)}；r 的 n ${countRange(...derived)}。橫豎線：95${THIN_GAP}% 區間。界線：各項平均。實心：分處兩個平均的兩側，各有 80${THIN_GAP}% 把握。`,
  r: correlation,
  share: (value) => percentNumber(value, 0),
};

/** The words of the panel that holds stated importance against derived. */
export const stated: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
