import { count, percent } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import type { ByLanguage } from './by-language.ts';

const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

const en = {
  name: 'Survey health',
  verdict: (look: number): string =>
    look === 0
      ? 'Nothing in these answers speaks against their figures'
      : look === 1
        ? 'One thing to mend before the next round'
        : `${count(look)} things to mend before the next round`,
  signs: { fine: 'fine', look: 'look', none: 'cannot be told from this file' },
  columns: { check: 'Check', finding: 'Finding', verdict: 'Verdict' },
  groups: {
    name: 'Groups to compare',
    found: (n: number): string => plural(n, 'context field'),
    none: 'no context field',
  },
  size: {
    name: 'Enough answers',
    nps: (points: string): string => `NPS holds to ${points} points either way`,
    csat: (points: string): string => `CSAT to ${points} points`,
    short: (needed: number): string =>
      `${plural(needed, 'answer is', 'answers are')} needed for 5 points either way`,
  },
  small: {
    name: 'Small groups',
    found: (n: number): string => `${plural(n, 'group')} under n 30`,
    what: 'hollow or not drawn',
  },
  unused: {
    name: 'Attributes many could not rate',
    found: (name: string, rated: number, all: number): string => `${name}: ${count(rated)} of ${count(all)}`,
    what: (complete: number, attributes: number): string =>
      `${count(complete)} rated all ${count(attributes)}`,
  },
  straight: {
    name: 'Same rating throughout',
    what: (n: number): string => `of ${count(n)} who rated six or more, gave one rating to all`,
  },
  speed: {
    name: 'Too fast',
    what: (n: number): string => `of ${count(n)} with a known duration: under a second an answer`,
  },
  importance: {
    name: 'Importance',
    asked: 'asked',
    derived: 'derived only',
    what: 'ask importance 1–5 beside satisfaction',
  },
  rejected: { name: 'Rejected values', what: 'off the scale; listed above' },
  duplicates: {
    name: 'Duplicates',
    found: (same: number, conflicting: number): string =>
      `${count(same)} the same, ${count(conflicting)} conflicting`,
    unchecked: 'not checked: the answers have no ids',
  },
  weights: {
    name: 'Weights',
    with: (nps: string, plain: string): string => `NPS ${nps} with the weight column, ${plain} without`,
    effective: (n: number): string => `effective n ${count(n)}`,
    left: (n: number): string => `${plural(n, 'record')} without a weight left out`,
  },
  samples: {
    name: 'Sampling',
    differ: 'shares drawn differ',
    what: 'records were drawn with different chances: weigh by 1/sample',
  },
  response: { name: 'Response rate', what: 'needs a row for each prompt shown' },
  comments: {
    name: 'Comments',
    found: (n: number): string => plural(n, 'comment'),
    what: 'ask “what should we improve?” after a score of 6 or less',
  },
  journey: {
    name: 'Touchpoints',
    found: (n: number): string => plural(n, 'touchpoint'),
    what: 'tell where each answer was given: context field touchpoint',
  },
  followUp: { name: 'Second round', none: 'one period only', what: 'ask again to see what has changed' },
  absent: 'not in file',
  others: (items: readonly { audience: string; records: number }[]): string =>
    `Left out of all figures but the five gaps: ${page.list(items.map(({ audience, records }) => `${audience} (${count(records)})`))}.`,
  note: 'Ten known ways in which measuring satisfaction fails; how answers were collected, and whether anything was done with them, data cannot show.',
  share: (value: number): string => percent(value),
};

const simplified: typeof en = {
  name: '调查体检',
  verdict: (look) => (look === 0 ? '这些答卷没有可疑之处' : `下一轮之前有 ${count(look)} 处要改`),
  signs: { fine: '正常', look: '要看', none: '凭此文件看不出' },
  columns: { check: '检查', finding: '所见', verdict: '结论' },
  groups: { name: '可比较的分组', found: (n) => `${count(n)} 个背景字段`, none: '没有背景字段' },
  size: {
    name: '答卷足够',
    nps: (points) => `NPS 误差 ±${points} 点`,
    csat: (points) => `CSAT ±${points} 个百分点`,
    short: (needed) => `误差要在 5 点以内需 ${count(needed)} 份`,
  },
  small: { name: '小组', found: (n) => `${count(n)} 组不足 30 份`, what: '以空心显示或不绘图' },
  unused: {
    name: '许多人评不了的项',
    found: (name, rated, all) => `${name}：${count(all)} 人中 ${count(rated)} 人`,
    what: (complete, attributes) => `${count(attributes)} 项全评的有 ${count(complete)} 人`,
  },
  straight: { name: '从头到尾同一分', what: (n) => `评了六项以上的 ${count(n)} 人中，各项给同一分者` },
  speed: { name: '作答过快', what: (n) => `已知用时的 ${count(n)} 人中，每题不到一秒者` },
  importance: {
    name: '重要性',
    asked: '已询问',
    derived: '仅为推导',
    what: '请在满意度旁询问 1–5 分的重要性',
  },
  rejected: { name: '剔除的数值', what: '超出量表；见上面的清单' },
  duplicates: {
    name: '重复',
    found: (same, conflicting) => `相同 ${count(same)}，矛盾 ${count(conflicting)}`,
    unchecked: '未检查：答卷没有 id',
  },
  weights: {
    name: '权重',
    with: (nps, plain) => `加权 NPS ${nps}，不加权 ${plain}`,
    effective: (n) => `有效 n ${count(n)}`,
    left: (n) => `${count(n)} 份没有权重，不计入`,
  },
  samples: { name: '抽样', differ: '抽取比例不一', what: '各答卷被抽中的机会不同：请按 1/sample 加权' },
  response: { name: '回收率', what: '需每次展示各有一行记录' },
  comments: { name: '评论', found: (n) => `${count(n)} 条`, what: '给 6 分以下者，请接着问“应当改进什么”' },
  journey: {
    name: '触点',
    found: (n) => `${count(n)} 个触点`,
    what: '请注明每份答卷来自何处：背景字段 touchpoint',
  },
  followUp: { name: '第二轮', none: '只有一个时段', what: '再问一次，才看得出变化' },
  absent: '文件中没有',
  others: (items) =>
    `除五个差距外，均不计入：${items.map(({ audience, records }) => `${audience}（${count(records)}）`).join('、')}。`,
  note: '满意度测量的十种已知失误；答卷如何收集、之后是否有行动，数据里看不出来。',
  share: (value) => percent(value),
};

const traditional: typeof en = {
  name: '調查體檢',
  verdict: (look) => (look === 0 ? '這些答卷沒有可疑之處' : `下一輪之前有 ${count(look)} 處要改`),
  signs: { fine: '正常', look: '要看', none: '憑此檔案看不出' },
  columns: { check: '檢查', finding: '所見', verdict: '結論' },
  groups: { name: '可比較的分組', found: (n) => `${count(n)} 個背景欄位`, none: '沒有背景欄位' },
  size: {
    name: '答卷足夠',
    nps: (points) => `NPS 誤差 ±${points} 點`,
    csat: (points) => `CSAT ±${points} 個百分點`,
    short: (needed) => `誤差要在 5 點以內需 ${count(needed)} 份`,
  },
  small: { name: '小組', found: (n) => `${count(n)} 組不足 30 份`, what: '以空心顯示或不繪圖' },
  unused: {
    name: '許多人評不了的項',
    found: (name, rated, all) => `${name}：${count(all)} 人中 ${count(rated)} 人`,
    what: (complete, attributes) => `${count(attributes)} 項全評的有 ${count(complete)} 人`,
  },
  straight: { name: '從頭到尾同一分', what: (n) => `評了六項以上的 ${count(n)} 人中，各項給同一分者` },
  speed: { name: '作答過快', what: (n) => `已知用時的 ${count(n)} 人中，每題不到一秒者` },
  importance: {
    name: '重要性',
    asked: '已詢問',
    derived: '僅為推導',
    what: '請在滿意度旁詢問 1–5 分的重要性',
  },
  rejected: { name: '剔除的數值', what: '超出量表；見上面的清單' },
  duplicates: {
    name: '重複',
    found: (same, conflicting) => `相同 ${count(same)}，矛盾 ${count(conflicting)}`,
    unchecked: '未檢查：答卷沒有 id',
  },
  weights: {
    name: '權重',
    with: (nps, plain) => `加權 NPS ${nps}，不加權 ${plain}`,
    effective: (n) => `有效 n ${count(n)}`,
    left: (n) => `${count(n)} 份沒有權重，不計入`,
  },
  samples: { name: '抽樣', differ: '抽取比例不一', what: '各答卷被抽中的機會不同：請按 1/sample 加權' },
  response: { name: '回收率', what: '需每次展示各有一列紀錄' },
  comments: { name: '意見', found: (n) => `${count(n)} 條`, what: '給 6 分以下者，請接著問「應當改進什麼」' },
  journey: {
    name: '觸點',
    found: (n) => `${count(n)} 個觸點`,
    what: '請註明每份答卷來自何處：背景欄位 touchpoint',
  },
  followUp: { name: '第二輪', none: '只有一個時段', what: '再問一次，才看得出變化' },
  absent: '檔案中沒有',
  others: (items) =>
    `除五個差距外，均不計入：${items.map(({ audience, records }) => `${audience}（${count(records)}）`).join('、')}。`,
  note: '滿意度測量的十種已知失誤；答卷如何收集、之後是否有行動，資料裡看不出來。',
  share: (value) => percent(value),
};

/** The words of the panel on survey health. */
export const health: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
