import { count, THIN_GAP } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import type { ByLanguage } from './by-language.ts';

/** A difference between the groups compared: how its measure and size are written. */
export interface SaidDifference {
  readonly measure: string;
  readonly distance: string;
  readonly higher: string;
}

const en = {
  name: 'Filters',
  all: 'all',
  none: '(none)',
  choice: (value: string, records: number): string => `${value} (${count(records)})`,
  period: 'Period',
  own: 'own range',
  from: 'from',
  until: 'to',
  weights: 'Weights',
  weighing: { on: 'on', off: 'off' },
  compare: 'Compare',
  nothing: 'nothing',
  first: 'A',
  second: 'B',
  periods: 'periods',
  reset: 'All records',
  counted: (kept: number, inAll: number): string => `${count(kept)} of ${count(inAll)} records`,
  range: (from: string, until: string): string => `${from} to ${until}`,
  chosen: (field: string, values: readonly string[]): string => `${field}: ${page.list(values)}`,
  refused:
    'A summary among the files counts these records only by one value of one field, or by whole months, at a time. Drop the answers themselves to choose freely.',
  locked: 'Grey lists need the answers: a summary counts by one thing at a time.',
  computing: 'Counting: certainty and the other panels follow.',
  refusedTitle: 'That cannot be chosen here',
  comparison: {
    name: 'Comparison',
    aside: (a: string, b: string): string => `A ${a} · B ${b}`,
    verdict: (said: readonly SaidDifference[], more: number): string =>
      said.length === 0
        ? 'No difference shown between A and B'
        : page.list([
            ...said.map(({ measure, distance, higher }) => `${measure} is ${distance} higher in ${higher}`),
            ...(more > 0 ? [more === 1 ? 'one more differs' : `${count(more)} more differ`] : []),
          ]),
    tooFew: 'Too few answers to compare: a measure needs 30 on both sides',
    columns: {
      measure: 'Measure',
      a: 'A',
      b: 'B',
      interval: `95${THIN_GAP}%`,
      n: 'n',
      difference: 'A − B',
      holm: 'p, Holm',
      verdict: 'Verdict',
    },
    verdicts: {
      differs: 'differs',
      none: 'no difference shown',
      atMost: (most: string): string => `at most ${most} apart`,
      few: 'too few to compare',
    },
    note: 'Intervals of the differences: Newcombe for NPS and shares, Welch for means, each at 95 %. Attributes are judged together, after Holm’s correction; all other filters hold for A and B alike.',
  },
};

const simplified: typeof en = {
  name: '筛选',
  all: '全部',
  none: '（无）',
  choice: (value, records) => `${value}（${count(records)}）`,
  period: '时段',
  own: '自选',
  from: '自',
  until: '至',
  weights: '加权',
  weighing: { on: '是', off: '否' },
  compare: '对比',
  nothing: '无',
  first: '甲',
  second: '乙',
  periods: '时段',
  reset: '全部答卷',
  counted: (kept, inAll) => `${count(inAll)} 份中的 ${count(kept)} 份`,
  range: (from, until) => `${from} 至 ${until}`,
  chosen: (field, values) => `${field}：${values.join('、')}`,
  computing: '正在计算：把握程度和其他各部分随后更新。',
  refused: '文件中有汇总，这些答卷一次只能按一个字段的一个值，或按整月来看。拖入答卷本身，即可任意筛选。',
  locked: '灰色选项需要答卷本身：汇总一次只能按一项来看。',
  refusedTitle: '这里不能这样筛选',
  comparison: {
    name: '对比',
    aside: (a, b) => `甲 ${a} · 乙 ${b}`,
    verdict: (said, more) =>
      said.length === 0
        ? '甲与乙未显出差异'
        : [
            ...said.map(({ measure, distance, higher }) => `${measure}：${higher}高 ${distance}`),
            ...(more > 0 ? [`另有 ${count(more)} 项不同`] : []),
          ].join('；'),
    tooFew: '回答太少，不作对比：每一边至少要 30 份',
    columns: {
      ...{ measure: '指标', a: '甲', b: '乙', interval: `95${THIN_GAP}%`, n: 'n' },
      ...{ difference: '甲 − 乙', holm: 'p（Holm）', verdict: '结论' },
    },
    verdicts: {
      differs: '有差异',
      none: '未显出差异',
      atMost: (most) => `至多相差 ${most}`,
      few: '太少，不比较',
    },
    note: '差值区间均为 95 %：NPS 与比例用 Newcombe 法，均值用 Welch 法。各项满意度一并判断，经 Holm 校正；其他筛选条件对甲、乙同样有效。',
  },
};

const traditional: typeof en = {
  name: '篩選',
  all: '全部',
  none: '（無）',
  choice: (value, records) => `${value}（${count(records)}）`,
  period: '時段',
  own: '自選',
  from: '自',
  until: '至',
  weights: '加權',
  weighing: { on: '是', off: '否' },
  compare: '對比',
  nothing: '無',
  first: '甲',
  second: '乙',
  periods: '時段',
  reset: '全部答卷',
  counted: (kept, inAll) => `${count(inAll)} 份中的 ${count(kept)} 份`,
  range: (from, until) => `${from} 至 ${until}`,
  chosen: (field, values) => `${field}：${values.join('、')}`,
  computing: '正在計算：把握程度與其他各部分隨後更新。',
  refused: '檔案中有彙總，這些答卷一次只能依一個欄位的一個值，或依整月來看。拖入答卷本身，即可任意篩選。',
  locked: '灰色選項需要答卷本身：彙總一次只能依一項來看。',
  refusedTitle: '這裡不能這樣篩選',
  comparison: {
    name: '對比',
    aside: (a, b) => `甲 ${a} · 乙 ${b}`,
    verdict: (said, more) =>
      said.length === 0
        ? '甲與乙未顯出差異'
        : [
            ...said.map(({ measure, distance, higher }) => `${measure}：${higher}高 ${distance}`),
            ...(more > 0 ? [`另有 ${count(more)} 項不同`] : []),
          ].join('；'),
    tooFew: '回答太少，不作對比：每一邊至少要 30 份',
    columns: {
      ...{ measure: '指標', a: '甲', b: '乙', interval: `95${THIN_GAP}%`, n: 'n' },
      ...{ difference: '甲 − 乙', holm: 'p（Holm）', verdict: '結論' },
    },
    verdicts: {
      differs: '有差異',
      none: '未顯出差異',
      atMost: (most) => `至多相差 ${most}`,
      few: '太少，不比較',
    },
    note: '差值區間均為 95 %：NPS 與比例用 Newcombe 法，平均用 Welch 法。各項滿意度一併判斷，經 Holm 校正；其他篩選條件對甲、乙同樣有效。',
  },
};

/** The words of the filters, and of two groups side by side. */
export const filters: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
