import type { ByLanguage } from './by-language.ts';

const en = {
  nps: 'NPS',
  csat: 'CSAT, share satisfied',
  'csat.mean': 'Overall, mean',
  ces: 'CES, share who found it easy',
  'ces.mean': 'CES, mean',
  loyal: 'Loyal, share',
  'delivered-value': 'Delivered value',
};

const simplified: typeof en = {
  nps: '净推介值 NPS',
  csat: '满意度 CSAT，满意者比例',
  'csat.mean': '总体评分，均值',
  ces: '费力度 CES，觉得容易者比例',
  'ces.mean': '费力度 CES，均值',
  loyal: '忠诚者比例',
  'delivered-value': '顾客让渡价值',
};

const traditional: typeof en = {
  nps: '淨推薦值 NPS',
  csat: '滿意度 CSAT，滿意者比例',
  'csat.mean': '整體評分，平均',
  ces: '費力度 CES，覺得容易者比例',
  'ces.mean': '費力度 CES，平均',
  loyal: '忠誠者比例',
  'delivered-value': '顧客讓渡價值',
};

/** Names of the measures that segments, stages and periods are compared by. */
export const measures: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
