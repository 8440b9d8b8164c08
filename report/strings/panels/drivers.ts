import { correlation, count, countRange, percent, THIN_GAP } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import { zhCN } from '../zh-CN.ts';
import { zhTW } from '../zh-TW.ts';
import type { ByLanguage } from './by-language.ts';

/** What the drivers' verdict is made of; names as a reader knows them. */
export interface DriversVerdict {
  readonly outcome: 'csat' | 'nps';
  /** Strongest by correlation. */
  readonly top: readonly string[];
  /** Among the strongest by weight as well; absent where there are no weights. */
  readonly either?: readonly string[];
  /** Stand higher by weight than by correlation. */
  readonly rising: readonly string[];
  readonly sinking: readonly string[];
}

/** What the note has to explain. */
export interface DriversNote {
  readonly pairs: readonly [least: number, most: number];
  readonly weights?: { readonly n: number; readonly rSquared?: number; readonly intervals: boolean };
  readonly pointBiserial: boolean;
  readonly coloured: boolean;
}

const { list } = page;

const en = {
  name: 'Drivers',
  verdict: ({ outcome, top, either, rising, sinking }: DriversVerdict): string => {
    const whole = outcome === 'csat' ? 'overall satisfaction' : 'recommendation';
    const moves = [
      ...(rising.length > 0 ? [`${list(rising)} ${rising.length === 1 ? 'rises' : 'rise'}`] : []),
      ...(sinking.length > 0 ? [`${list(sinking)} ${sinking.length === 1 ? 'sinks' : 'sink'}`] : []),
    ];
    const together = moves.length > 0 ? `; ${list(moves)} once attributes are weighed together` : '';
    if (either && either.length > 0)
      return `${list(either)} ${either.length === 1 ? 'stays' : 'stay'} near the top either way${together}`;
    return `${list(top)} ${top.length === 1 ? 'goes' : 'go'} most with ${whole}${together}`;
  },
  lead: (stated: boolean, weights: boolean): string => {
    if (stated) return 'What goes with the outcome, whatever people say is important to them.';
    return weights
      ? 'Importance was not asked, so it is derived, twice. Where the two disagree, treat the order as open.'
      : 'Importance was not asked, so it is derived.';
  },
  correlation: (outcome: 'csat' | 'nps'): string =>
    `Correlation with ${outcome === 'csat' ? 'overall satisfaction' : 'recommendation'}, r`,
  weight: `Relative weight, share of R², %`,
  measures: { correlation: 'correlation', weight: 'relative weight' },
  columns: {
    attribute: 'Attribute',
    r: 'r',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    spearman: 'Spearman ρ',
    weight: `Weight, %`,
  },
  note: ({ pairs: [least, most], weights, pointBiserial, coloured }: DriversNote): string =>
    page.sentences([
      `Bars: 95${THIN_GAP}% intervals. Line: mean of the attributes.`,
      `r: pairwise, n ${countRange(least, most)}${pointBiserial ? '; point-biserial, since the outcome has two values' : ''}.`,
      weights
        ? `Relative weights (Johnson): those who rated everything, n ${count(weights.n)}${weights.rSquared === undefined ? '' : `, R² ${correlation(weights.rSquared)}`}${weights.intervals ? '; intervals from 64 blocks of respondents' : '; without intervals'}.`
        : '',
      coloured ? 'Coloured: improve first.' : '',
    ]),
  kept: (share: number): string => `Only ${percent(share)} of the answers rated everything.`,
};

const simplified: typeof en = {
  name: '驱动因素',
  verdict: ({ outcome, top, either, rising, sinking }) => {
    const whole = outcome === 'csat' ? '总体满意度' : '推荐意愿';
    const moves = [
      ...(rising.length > 0 ? [`${zhCN.list(rising)}上升`] : []),
      ...(sinking.length > 0 ? [`${zhCN.list(sinking)}下降`] : []),
    ];
    const together = moves.length > 0 ? `；合并衡量后，${moves.join('，')}` : '';
    if (either && either.length > 0) return `两种算法下，${zhCN.list(either)}都居前列${together}`;
    return `与${whole}关系最强的是${zhCN.list(top)}${together}`;
  },
  lead: (stated, weights) => {
    if (stated) return '不问顾客自认为什么重要，只看什么与结果一同变动。';
    return weights
      ? '本调查未询问重要性，故用两种方法推导；两者不一致处，次序存疑。'
      : '本调查未询问重要性，故由推导得出。';
  },
  correlation: (outcome) => `与${outcome === 'csat' ? '总体满意度' : '推荐意愿'}的相关系数 r`,
  weight: `相对权重，占 R² 的 %`,
  measures: { correlation: '相关系数', weight: '相对权重' },
  columns: {
    attribute: '项目',
    r: 'r',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    spearman: 'Spearman ρ',
    weight: `权重，%`,
  },
  note: ({ pairs: [least, most], weights, pointBiserial, coloured }) =>
    [
      `横线：95${THIN_GAP}% 区间。竖线：各项均值。`,
      `r 按成对回答计算，n ${countRange(least, most)}${pointBiserial ? '；结果只有两个值，为点二列相关' : ''}。`,
      weights
        ? `相对权重（Johnson）只用每项都评的 ${count(weights.n)} 份${weights.rSquared === undefined ? '' : `，R² ${correlation(weights.rSquared)}`}${weights.intervals ? '；区间取自答卷的 64 个分组' : '；没有区间'}。`
        : '',
      coloured ? '着色：急需改进。' : '',
    ].join(''),
  kept: (share) => `每项都评的只占 ${percent(share)}。`,
};

const traditional: typeof en = {
  name: '驅動因素',
  verdict: ({ outcome, top, either, rising, sinking }) => {
    const whole = outcome === 'csat' ? '整體滿意度' : '推薦意願';
    const moves = [
      ...(rising.length > 0 ? [`${zhTW.list(rising)}上升`] : []),
      ...(sinking.length > 0 ? [`${zhTW.list(sinking)}下降`] : []),
    ];
    const together = moves.length > 0 ? `；合併衡量後，${moves.join('，')}` : '';
    if (either && either.length > 0) return `兩種算法下，${zhTW.list(either)}都居前列${together}`;
    return `與${whole}關係最強的是${zhTW.list(top)}${together}`;
  },
  lead: (stated, weights) => {
    if (stated) return '不問顧客自認什麼重要，只看什麼與結果一同變動。';
    return weights
      ? '本調查未詢問重要性，故以兩種方法推導；兩者不一致處，次序存疑。'
      : '本調查未詢問重要性，故由推導得出。';
  },
  correlation: (outcome) => `與${outcome === 'csat' ? '整體滿意度' : '推薦意願'}的相關係數 r`,
  weight: `相對權重，佔 R² 的 %`,
  measures: { correlation: '相關係數', weight: '相對權重' },
  columns: {
    attribute: '項目',
    r: 'r',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    spearman: 'Spearman ρ',
    weight: `權重，%`,
  },
  note: ({ pairs: [least, most], weights, pointBiserial, coloured }) =>
    [
      `橫線：95${THIN_GAP}% 區間。豎線：各項平均。`,
      `r 按成對回答計算，n ${countRange(least, most)}${pointBiserial ? '；結果只有兩個值，為點二列相關' : ''}。`,
      weights
        ? `相對權重（Johnson）只用每項都評的 ${count(weights.n)} 份${weights.rSquared === undefined ? '' : `，R² ${correlation(weights.rSquared)}`}${weights.intervals ? '；區間取自問卷的 64 個分組' : '；沒有區間'}。`
        : '',
      coloured ? '著色：急需改進。' : '',
    ].join(''),
  kept: (share) => `每項都評的只佔 ${percent(share)}。`,
};

/** The words of the drivers panel. */
export const drivers: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
