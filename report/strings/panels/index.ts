import { count, percent, THIN_GAP } from '../../format/numbers.ts';
import type { ByLanguage } from './by-language.ts';

const en = {
  name: 'Index',
  views: {
    index: 'satisfaction index',
    level: 'service level',
    value: 'delivered value',
    ratings: 'other ratings',
  },
  csi: 'Customer satisfaction index (CSI)',
  model: 'After the ACSI/ECSI model',
  factors: {
    image: 'Image',
    expectedQuality: 'Expected quality',
    perceivedQuality: 'Perceived quality',
    perceivedValue: 'Perceived value',
    satisfaction: 'Satisfaction',
    complaints: 'Complaint handling',
    loyalty: 'Loyalty',
  } as Readonly<Record<string, string>>,
  verdict: {
    csi: (value: string): string => `Customer satisfaction index ${value} of 100`,
    factors: (satisfaction: string | undefined, lowest: string, low: string): string =>
      satisfaction === undefined
        ? `Lowest of the factors: ${lowest}, ${low} of 100`
        : `Satisfaction ${satisfaction} of 100; lowest of the factors: ${lowest}, ${low}`,
    level: (share: string): string => `${share} say that the service goes beyond what they expect`,
    value: (more: 'more' | 'less' | 'even'): string =>
      ({
        more: 'Customers get more than it costs them',
        less: 'Customers get less than it costs them',
        even: 'Value and cost cannot be told apart',
      })[more],
    ratings: (lowest: string): string => `Lowest of the other ratings: ${lowest}`,
  },
  axis: {
    index: 'Score, 0–100',
    level: `Share of answers, %`,
    value: 'Points of the scales',
    ratings: 'Mean',
  },
  levels: ['Criminal', 'Basic', 'Expected', 'Desired', 'Surprising', 'Unbelievable'] as readonly string[],
  parts: { value: 'Total value', cost: 'Total cost', difference: 'Value − cost' },
  ratio: (figure: string): string => `Value over cost: ${figure}.`,
  sources: {
    stated: 'Weighted by stated importance.',
    picks: 'Weighted by the share that picked each as a priority.',
    'relative-weight': 'Weighted by relative weights; without an interval.',
  },
  columns: {
    factor: 'Factor',
    score: 'Score',
    interval: `95${THIN_GAP}%`,
    answers: 'Answers',
    n: 'n',
    share: `Share, %`,
    mean: 'Mean',
    level: 'Level',
  },
  note: {
    index: (items: readonly string[]): string =>
      items.length > 0
        ? `Each item rescaled to 0–100; a factor is the mean of its items, from those who answered all of them. Items: ${items.join('; ')}.`
        : 'Mean satisfaction with each attribute, weighted, and rescaled to 0–100.',
    bars: `Bars: 95${THIN_GAP}% intervals.`,
    level: (from: number): string =>
      `Six levels after R. Kaufman. Beyond expectation: level ${from} and above. Bars: 95${THIN_GAP}% intervals (Wilson).`,
    value: (n: number): string =>
      `After P. Kotler: product, service, personnel and image value, less money, time, energy and psychic cost; from the ${count(n)} who answered all. Bars: 95${THIN_GAP}% intervals.`,
    ratings: `Bars: 95${THIN_GAP}% intervals (Student’s t).`,
  },
  share: (value: number): string => percent(value),
};

const simplified: typeof en = {
  name: '指数',
  views: { index: '满意度指数', level: '服务水平', value: '让渡价值', ratings: '其他评分' },
  csi: '客户满意度指数 CSI',
  model: '参照 ACSI/ECSI 模型',
  factors: {
    image: '品牌形象',
    expectedQuality: '预期质量',
    perceivedQuality: '感知质量',
    perceivedValue: '感知价值',
    satisfaction: '满意度',
    complaints: '抱怨处理',
    loyalty: '忠诚度',
  },
  verdict: {
    csi: (value) => `客户满意度指数 ${value}（满分 100）`,
    factors: (satisfaction, lowest, low) =>
      satisfaction === undefined
        ? `各因素中最低的是${lowest}，${low}（满分 100）`
        : `满意度 ${satisfaction}（满分 100）；各因素中最低的是${lowest}，${low}`,
    level: (share) => `${share} 认为服务超出期望`,
    value: (more) =>
      ({
        more: '顾客所得多于所付',
        less: '顾客所得少于所付',
        even: '价值与成本尚分不出高下',
      })[more],
    ratings: (lowest) => `其他评分中最低的是${lowest}`,
  },
  axis: { index: '得分，0–100', level: `占回答的比例，%`, value: '量表分', ratings: '均值' },
  levels: ['恶劣的', '基本的', '预期的', '渴望的', '惊喜的', '难以置信的'],
  parts: { value: '总价值', cost: '总成本', difference: '价值 − 成本' },
  ratio: (figure) => `价值与成本之比：${figure}。`,
  sources: {
    stated: '按直接询问的重要性加权。',
    picks: '按被选为重点的比例加权。',
    'relative-weight': '按相对权重加权；没有区间。',
  },
  columns: {
    factor: '因素',
    score: '得分',
    interval: `95${THIN_GAP}%`,
    answers: '份数',
    n: 'n',
    share: `比例，%`,
    mean: '均值',
    level: '水平',
  },
  note: {
    index: (items) =>
      items.length > 0
        ? `每题换算为 0–100；因素为其各题的均值，只用全部作答者。题目：${items.join('；')}。`
        : '各项满意度的均值加权后，换算为 0–100。',
    bars: `横线：95${THIN_GAP}% 区间。`,
    level: (from) =>
      `六个水平出自 R. Kaufman。超出期望：第 ${from} 级及以上。横线：95${THIN_GAP}% 区间（Wilson）。`,
    value: (n) =>
      `依 P. Kotler：产品、服务、人员、形象价值，减货币、时间、精力、心理成本；取自全部作答的 ${count(n)} 人。横线：95${THIN_GAP}% 区间。`,
    ratings: `横线：95${THIN_GAP}% 区间（Student t）。`,
  },
  share: (value) => percent(value),
};

const traditional: typeof en = {
  name: '指數',
  views: { index: '滿意度指數', level: '服務水平', value: '讓渡價值', ratings: '其他評分' },
  csi: '客戶滿意度指數 CSI',
  model: '參照 ACSI/ECSI 模型',
  factors: {
    image: '品牌形象',
    expectedQuality: '預期質量',
    perceivedQuality: '感知質量',
    perceivedValue: '感知價值',
    satisfaction: '滿意度',
    complaints: '抱怨處理',
    loyalty: '忠誠度',
  },
  verdict: {
    csi: (value) => `客戶滿意度指數 ${value}（滿分 100）`,
    factors: (satisfaction, lowest, low) =>
      satisfaction === undefined
        ? `各因素中最低的是${lowest}，${low}（滿分 100）`
        : `滿意度 ${satisfaction}（滿分 100）；各因素中最低的是${lowest}，${low}`,
    level: (share) => `${share} 認為服務超出期望`,
    value: (more) =>
      ({
        more: '顧客所得多於所付',
        less: '顧客所得少於所付',
        even: '價值與成本尚分不出高下',
      })[more],
    ratings: (lowest) => `其他評分中最低的是${lowest}`,
  },
  axis: { index: '得分，0–100', level: `佔回答的比例，%`, value: '量表分', ratings: '平均' },
  levels: ['惡劣的', '基本的', '預期的', '渴望的', '驚喜的', '難以置信的'],
  parts: { value: '總價值', cost: '總成本', difference: '價值 − 成本' },
  ratio: (figure) => `價值與成本之比：${figure}。`,
  sources: {
    stated: '按直接詢問的重要性加權。',
    picks: '按被選為重點的比例加權。',
    'relative-weight': '按相對權重加權；沒有區間。',
  },
  columns: {
    factor: '因素',
    score: '得分',
    interval: `95${THIN_GAP}%`,
    answers: '份數',
    n: 'n',
    share: `比例，%`,
    mean: '平均',
    level: '水平',
  },
  note: {
    index: (items) =>
      items.length > 0
        ? `每題換算為 0–100；因素為其各題的平均，只用全部作答者。題目：${items.join('；')}。`
        : '各項滿意度的平均加權後，換算為 0–100。',
    bars: `橫線：95${THIN_GAP}% 區間。`,
    level: (from) =>
      `六個水平出自 R. Kaufman。超出期望：第 ${from} 級及以上。橫線：95${THIN_GAP}% 區間（Wilson）。`,
    value: (n) =>
      `依 P. Kotler：產品、服務、人員、形象價值，減貨幣、時間、精力、心理成本；取自全部作答的 ${count(n)} 人。橫線：95${THIN_GAP}% 區間。`,
    ratings: `橫線：95${THIN_GAP}% 區間（Student t）。`,
  },
  share: (value) => percent(value),
};

/** The words of the index panel. */
export const index: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
