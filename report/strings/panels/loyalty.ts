import { count, THIN_GAP } from '../../format/numbers.ts';
import type { ByLanguage } from './by-language.ts';

const en = {
  name: 'Satisfaction and loyalty',
  verdict: (share: string): string => `${share} of the satisfied would not recommend outright`,
  none: 'Satisfaction and recommendation, by answer',
  lead: (of: string, ofAll: string): string => `Of the satisfied ${of} give 8 or less. Of all: ${ofAll}.`,
  columns: {
    overall: 'Overall satisfaction',
    detractors: 'Detractor 0–6',
    passives: 'Passive 7–8',
    promoters: 'Promoter 9–10',
    all: 'All',
    share: 'Share of the row',
  },
  tooFew: 'too few',
  bar: (detractors: string, passives: string, promoters: string): string =>
    `${detractors} detractors, ${passives} passives, ${promoters} promoters`,
  pearson: 'Correlation r',
  spearman: 'Spearman ρ',
  retention: (low: string, high: string): string =>
    `Expected to stay a year: ${low}–${high}, by a published rule of thumb, not measured here.`,
  classes: { loyal: 'loyal', ordinary: 'ordinary', drifting: 'drifting' },
  classesOf: (n: number): string => `By intent (stay, buy more, recommend), n ${count(n)}`,
  note: `Counts, and share of the row. Coloured: satisfied but not loyal. Rows of fewer than 30 have no shares. Intervals: 95${THIN_GAP}%.`,
};

const simplified: typeof en = {
  name: '满意与忠诚',
  verdict: (share) => `满意者中有 ${share} 不会明确推荐`,
  none: '满意度与推荐意愿对照',
  lead: (of, ofAll) => `满意者中给 8 分以下的占 ${of}。占全部：${ofAll}。`,
  columns: {
    overall: '总体满意度',
    detractors: '贬损者 0–6',
    passives: '中立者 7–8',
    promoters: '推介者 9–10',
    all: '合计',
    share: '占本行比例',
  },
  tooFew: '太少',
  bar: (detractors, passives, promoters) => `贬损者 ${detractors}，中立者 ${passives}，推介者 ${promoters}`,
  pearson: '相关系数 r',
  spearman: 'Spearman ρ',
  retention: (low, high) => `预计一年内留存：${low}–${high}，依据公开的经验法则，并非实测。`,
  classes: { loyal: '忠诚', ordinary: '一般', drifting: '游离' },
  classesOf: (n) => `按意愿（继续、增购、推荐）分，n ${count(n)}`,
  note: `人数与占本行比例。着色：满意但不忠诚。不足 30 份的行不给比例。区间：95${THIN_GAP}%。`,
};

const traditional: typeof en = {
  name: '滿意與忠誠',
  verdict: (share) => `滿意者中有 ${share} 不會明確推薦`,
  none: '滿意度與推薦意願對照',
  lead: (of, ofAll) => `滿意者中給 8 分以下的佔 ${of}。佔全部：${ofAll}。`,
  columns: {
    overall: '整體滿意度',
    detractors: '批評者 0–6',
    passives: '中立者 7–8',
    promoters: '推薦者 9–10',
    all: '合計',
    share: '佔本行比例',
  },
  tooFew: '太少',
  bar: (detractors, passives, promoters) => `批評者 ${detractors}，中立者 ${passives}，推薦者 ${promoters}`,
  pearson: '相關係數 r',
  spearman: 'Spearman ρ',
  retention: (low, high) => `預計一年內留存：${low}–${high}，依據公開的經驗法則，並非實測。`,
  classes: { loyal: '忠誠', ordinary: '一般', drifting: '遊離' },
  classesOf: (n) => `按意願（繼續、增購、推薦）分，n ${count(n)}`,
  note: `人數與佔本行比例。著色：滿意但不忠誠。不足 30 份的行不給比例。區間：95${THIN_GAP}%。`,
};

/** The words of the panel on satisfaction and loyalty. */
export const loyalty: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
