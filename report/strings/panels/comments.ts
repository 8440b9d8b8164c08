import { count } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import { zhCN } from '../zh-CN.ts';
import { zhTW } from '../zh-TW.ts';
import type { ByLanguage } from './by-language.ts';

const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const en = {
  name: 'Comments',
  groups: {
    nps: { low: 'detractors', middle: 'passives', high: 'promoters' },
    csat: { low: 'dissatisfied', middle: 'neutral', high: 'satisfied' },
  },
  /** @param who each group by its name, with its words */
  verdict: (who: readonly { group: string; words: readonly string[] }[]): string =>
    capital(who.map(({ group, words }) => `${group} write ${page.list(words)}`).join('; ')),
  none: (n: number): string => `${plural(n, 'comment')}; no word sets one group apart from the other`,
  ungrouped: (n: number): string => `${plural(n, 'comment')}, without a score beside them`,
  looking: 'Reading the comments …',
  head: (group: string, n: number): string => `${capital(group)}, n ${count(n)}`,
  using: ', % using the word',
  other: (share: string): string => `others ${share}`,
  columns: {
    group: 'Group',
    word: 'Word',
    count: 'Comments',
    share: 'Share',
    other: 'Share of the other group',
    z: 'z',
  },
  quote: (text: string): string => `“${text}”`,
  score: 'Score',
  themes: 'Themes',
  search: 'Search the comments',
  by: 'By',
  anyone: 'all',
  segment: 'Who',
  poor: 'Dissatisfied with',
  theme: 'Theme',
  anyTheme: 'any',
  found: (n: number, shown: number): string =>
    n > shown ? `${plural(n, 'comment')}; the first ${count(shown)}` : plural(n, 'comment'),
  redact: 'Hide e-mail addresses and telephone numbers',
  sampled: (some: number, all: number): string =>
    `Words and quotes from ${count(some)} of ${count(all)} comments, spread over all.`,
  left: (n: number, kept: number): string =>
    `${plural(n, 'comment')} beyond the first ${count(kept)} left out.`,
  note: 'Words that set the two groups apart most: log odds with a prior, at least 3 comments. Tick: the other group’s share. Only people who wrote a comment.',
};

const simplified: typeof en = {
  name: '评论',
  groups: {
    nps: { low: '贬损者', middle: '中立者', high: '推介者' },
    csat: { low: '不满意者', middle: '一般者', high: '满意者' },
  },
  verdict: (who) => who.map(({ group, words }) => `${group}常写${zhCN.list(words)}`).join('；'),
  none: (n) => `${count(n)} 条评论；没有哪个词能把两组区分开`,
  ungrouped: (n) => `${count(n)} 条评论，旁边没有评分`,
  looking: '正在读取评论……',
  head: (group, n) => `${group}，n ${count(n)}`,
  using: '，使用该词的比例，%',
  other: (share) => `另一组 ${share}`,
  columns: {
    group: '组',
    word: '词',
    count: '评论数',
    share: '比例',
    other: '另一组的比例',
    z: 'z',
  },
  quote: (text) => `“${text}”`,
  score: '评分',
  themes: '主题',
  search: '搜索评论',
  by: '评分组',
  anyone: '全部',
  segment: '分组',
  poor: '不满意的项目',
  theme: '主题',
  anyTheme: '不限',
  found: (n, shown) => (n > shown ? `${count(n)} 条评论，显示前 ${count(shown)} 条` : `${count(n)} 条评论`),
  redact: '隐藏电子邮箱和电话号码',
  sampled: (some, all) => `词与引文取自 ${count(all)} 条评论中均匀分布的 ${count(some)} 条。`,
  left: (n, kept) => `超出前 ${count(kept)} 条的 ${count(n)} 条评论未计入。`,
  note: '最能区分两组的词：带先验的对数优势比，至少出现于 3 条评论。短线：另一组的比例。只含写了评论的人。',
};

const traditional: typeof en = {
  name: '意見',
  groups: {
    nps: { low: '批評者', middle: '中立者', high: '推薦者' },
    csat: { low: '不滿意者', middle: '一般者', high: '滿意者' },
  },
  verdict: (who) => who.map(({ group, words }) => `${group}常寫${zhTW.list(words)}`).join('；'),
  none: (n) => `${count(n)} 則意見；沒有哪個詞能把兩組區分開`,
  ungrouped: (n) => `${count(n)} 則意見，旁邊沒有評分`,
  looking: '正在讀取意見……',
  head: (group, n) => `${group}，n ${count(n)}`,
  using: '，使用該詞的比例，%',
  other: (share) => `另一組 ${share}`,
  columns: {
    group: '組',
    word: '詞',
    count: '意見數',
    share: '比例',
    other: '另一組的比例',
    z: 'z',
  },
  quote: (text) => `「${text}」`,
  score: '評分',
  themes: '主題',
  search: '搜尋意見',
  by: '評分組',
  anyone: '全部',
  segment: '分組',
  poor: '不滿意的項目',
  theme: '主題',
  anyTheme: '不限',
  found: (n, shown) => (n > shown ? `${count(n)} 則意見，顯示前 ${count(shown)} 則` : `${count(n)} 則意見`),
  redact: '隱藏電子郵件地址和電話號碼',
  sampled: (some, all) => `詞與引文取自 ${count(all)} 則意見中均勻分布的 ${count(some)} 則。`,
  left: (n, kept) => `超出前 ${count(kept)} 則的 ${count(n)} 則意見未計入。`,
  note: '最能區分兩組的詞：帶先驗的對數優勢比，至少出現於 3 則意見。短線：另一組的比例。只含寫了意見的人。',
};

/** The words of the panel of comments. */
export const comments: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
