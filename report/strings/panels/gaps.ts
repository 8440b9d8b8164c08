import { count, THIN_GAP } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import type { ByLanguage } from './by-language.ts';

const en = {
  name: 'Gaps',
  views: { expectation: 'perceived − expected', importance: 'satisfaction − importance', five: 'five gaps' },
  verdict: {
    expectation: (short: number, all: number): string =>
      all === 1
        ? `The one attribute ${short === 0 ? 'does not surely fall' : 'falls'} short of what was expected`
        : short === 0
          ? `None of ${count(all)} attributes surely falls short of what was expected`
          : `${count(short)} of ${count(all)} attributes ${short === 1 ? 'falls' : 'fall'} short of what was expected`,
    importance: (short: number, all: number): string =>
      all === 1
        ? `The one attribute ${short === 0 ? 'does not surely do' : 'does'} worse than it matters`
        : short === 0
          ? `None of ${count(all)} attributes surely does worse than it matters`
          : `${count(short)} of ${count(all)} attributes ${short === 1 ? 'does' : 'do'} worse than ${short === 1 ? 'it matters' : 'they matter'}`,
    five: (largest: string): string => `The largest shortfall: ${largest}`,
    noShortfall: 'None of the five gaps is a shortfall',
  },
  quality: (weighted: boolean, figure: string): string =>
    `Service quality SQ, ${weighted ? 'weighted' : 'all attributes alike'}: ${figure}.`,
  sources: {
    entered: 'Weighted by the points entered.',
    importance: 'Weighted by stated importance.',
    'relative-weight': 'Weighted by relative weights.',
  },
  level: {
    expectation: '| expected ● perceived, means',
    importance: '| importance ● satisfaction, means',
  },
  gap: {
    expectation: 'Gap, perceived − expected',
    importance: 'Gap, satisfaction − importance',
    five: 'Gap, mean of the attributes',
  },
  measures: ['levels', 'gap'] as readonly [string, string],
  columns: {
    attribute: 'Attribute',
    gap: 'Gap',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    higher: { expectation: 'Perceived', importance: 'Satisfaction', five: '' },
    lower: { expectation: 'Expected', importance: 'Importance', five: '' },
  },
  five: {
    1: 'What managers believe is expected, less what is expected',
    2: 'Standards, less what managers believe',
    3: 'What is delivered, less the standard',
    4: 'What is perceived, less what was promised',
    5: 'What is perceived, less what was expected',
  },
  gapNumber: (gap: number): string => `Gap ${gap}`,
  note: {
    pairs: `Each gap from those who gave both; paired t intervals, 95${THIN_GAP}%. Coloured: short, interval below zero. Hollow: cannot be told from zero.`,
    five: `Bars: 95${THIN_GAP}% intervals. Gaps 2 and 5 are paired, the others compare two groups (Welch). Coloured: short, interval below zero.`,
    few: (names: readonly string[]): string => `Named, not drawn, under 10 answers: ${page.list(names)}.`,
  },
};

const simplified: typeof en = {
  name: '差距',
  views: { expectation: '感知 − 期望', importance: '满意度 − 重要性', five: '五个差距' },
  verdict: {
    expectation: (short, all) =>
      all === 1
        ? `唯一的一项${short === 0 ? '不能断定' : ''}低于期望`
        : short === 0
          ? `${count(all)} 项中没有一项能断定低于期望`
          : `${count(all)} 项中有 ${count(short)} 项低于期望`,
    importance: (short, all) =>
      all === 1
        ? `唯一的一项，满意度${short === 0 ? '不能断定' : ''}低于其重要性`
        : short === 0
          ? `${count(all)} 项中没有一项的满意度能断定低于其重要性`
          : `${count(all)} 项中有 ${count(short)} 项的满意度低于其重要性`,
    five: (largest) => `不足最大的是：${largest}`,
    noShortfall: '五个差距中没有不足',
  },
  quality: (weighted, figure) => `服务质量 SQ（${weighted ? '加权' : '各项等权'}）：${figure}。`,
  sources: {
    entered: '按输入的分值加权。',
    importance: '按直接询问的重要性加权。',
    'relative-weight': '按相对权重加权。',
  },
  level: {
    expectation: '| 期望 ● 感知，均值',
    importance: '| 重要性 ● 满意度，均值',
  },
  gap: { expectation: '差距，感知 − 期望', importance: '差距，满意度 − 重要性', five: '差距，各项均值' },
  measures: ['水平', '差距'],
  columns: {
    attribute: '项目',
    gap: '差距',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    higher: { expectation: '感知', importance: '满意度', five: '' },
    lower: { expectation: '期望', importance: '重要性', five: '' },
  },
  five: {
    1: '管理者所认为的期望，减顾客的期望',
    2: '服务标准，减管理者所认为的期望',
    3: '实际提供，减服务标准',
    4: '顾客感知，减对外承诺',
    5: '顾客感知，减顾客期望',
  },
  gapNumber: (gap) => `差距 ${gap}`,
  note: {
    pairs: `每项差距取自两题均答者；配对 t 区间，95${THIN_GAP}%。着色：不足，区间在零以下。空心：与零无法区分。`,
    five: `横线：95${THIN_GAP}% 区间。差距 2 与 5 为配对比较，其余为两组比较（Welch）。着色：不足，区间在零以下。`,
    few: (names) => `不足 10 份，只列名不绘图：${names.join('、')}。`,
  },
};

const traditional: typeof en = {
  name: '差距',
  views: { expectation: '感知 − 期望', importance: '滿意度 − 重要性', five: '五個差距' },
  verdict: {
    expectation: (short, all) =>
      all === 1
        ? `唯一的一項${short === 0 ? '不能斷定' : ''}低於期望`
        : short === 0
          ? `${count(all)} 項中沒有一項能斷定低於期望`
          : `${count(all)} 項中有 ${count(short)} 項低於期望`,
    importance: (short, all) =>
      all === 1
        ? `唯一的一項，滿意度${short === 0 ? '不能斷定' : ''}低於其重要性`
        : short === 0
          ? `${count(all)} 項中沒有一項的滿意度能斷定低於其重要性`
          : `${count(all)} 項中有 ${count(short)} 項的滿意度低於其重要性`,
    five: (largest) => `不足最大的是：${largest}`,
    noShortfall: '五個差距中沒有不足',
  },
  quality: (weighted, figure) => `服務質量 SQ（${weighted ? '加權' : '各項等權'}）：${figure}。`,
  sources: {
    entered: '按輸入的分值加權。',
    importance: '按直接詢問的重要性加權。',
    'relative-weight': '按相對權重加權。',
  },
  level: {
    expectation: '| 期望 ● 感知，平均',
    importance: '| 重要性 ● 滿意度，平均',
  },
  gap: { expectation: '差距，感知 − 期望', importance: '差距，滿意度 − 重要性', five: '差距，各項平均' },
  measures: ['水平', '差距'],
  columns: {
    attribute: '項目',
    gap: '差距',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    higher: { expectation: '感知', importance: '滿意度', five: '' },
    lower: { expectation: '期望', importance: '重要性', five: '' },
  },
  five: {
    1: '管理者所認為的期望，減顧客的期望',
    2: '服務標準，減管理者所認為的期望',
    3: '實際提供，減服務標準',
    4: '顧客感知，減對外承諾',
    5: '顧客感知，減顧客期望',
  },
  gapNumber: (gap) => `差距 ${gap}`,
  note: {
    pairs: `每項差距取自兩題均答者；配對 t 區間，95${THIN_GAP}%。著色：不足，區間在零以下。空心：與零無法區分。`,
    five: `橫線：95${THIN_GAP}% 區間。差距 2 與 5 為配對比較，其餘為兩組比較（Welch）。著色：不足，區間在零以下。`,
    few: (names) => `不足 10 份，只列名不繪圖：${names.join('、')}。`,
  },
};

/** The words of the gaps panel. */
export const gaps: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
