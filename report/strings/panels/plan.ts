import { count, THIN_GAP } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import { zhCN } from '../zh-CN.ts';
import { zhTW } from '../zh-TW.ts';
import type { ByLanguage } from './by-language.ts';

const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

/** How many rows have which verdict. */
interface Tally {
  readonly improved: number;
  readonly worse: number;
  readonly not: number;
  readonly open: number;
}

const en = {
  name: 'Improvement plan',
  verdict: (n: number): string =>
    n === 1
      ? 'One row, with the figure the next survey has to beat'
      : `${count(n)} rows, each with the figure the next survey has to beat`,
  none: 'Nothing is settled to improve first, so there is no row to plan',
  judged: ({ improved, worse, not, open }: Tally): string => {
    const rows = improved + worse + not + open;
    const parts = [
      ...(worse > 0 ? [`${count(worse)} worse`] : []),
      ...(not > 0 ? [`${count(not)} not risen as planned`] : []),
      ...(open > 0 ? [`${count(open)} that these answers cannot tell`] : []),
    ];
    const rest = parts.length === 0 ? '' : `; ${page.list(parts)}`;
    const services = plural(rows, 'planned service');
    return `${count(improved)} of ${services} ${improved === 1 ? 'has' : 'have'} improved${rest}`;
  },
  columns: {
    service: 'Service',
    now: 'Satisfaction now',
    beat: 'Beat',
    action: 'Action',
    responsible: 'Responsible',
    due: 'Due',
  },
  placeholders: { action: 'What will change?', responsible: 'Name' },
  below: (n: number, below: number, upTo: number): string =>
    `n ${count(n)} · ${count(below)} gave ${count(upTo)} or less`,
  planned: 'When planned',
  tooSmall: 'n too small',
  verdicts: { improved: 'Improved', worse: 'Worse', not: 'Not improved', 'cannot-say': 'Cannot say' },
  /** @param figure value, interval and n now */
  outcome: (verdict: string, figure: string, difference: string): string =>
    `${verdict}: ${figure}, a difference of ${difference}`,
  notAsked: 'Not in these answers.',
  otherScale: 'Asked on another scale: the two cannot be compared.',
  untimed: 'These answers are of a later round than the plan',
  whole: 'The plan stands on all respondents of the period; the groups that are chosen do not change it.',
  overlapping:
    'These answers hold the plan’s own period as well: choose the months after it, and each row says whether it has improved.',
  kept: 'Kept in this browser as you type.',
  refused: 'This browser keeps nothing for this page: export the plan before you close it.',
  offer: (date: string, filled: number): string =>
    `This browser keeps a plan for this survey, changed on ${date}, with ${plural(filled, 'row')} filled in.`,
  takeOffer: 'Go on with it',
  leaveOffer: 'Leave it',
  import: 'Import',
  imported: (n: number): string => `${plural(n, 'row')} imported.`,
  faulty: (file: string): string => `${file} was not imported`,
  more: (n: number): string => `and ${count(n)} more`,
  note: `Beat: the mean from which 80 of 100 next rounds of the same n would show a rise at 95${THIN_GAP}%.`,
  judgedNote: `Verdicts: difference from the planned round with its 95${THIN_GAP}% interval. What was picked for being low tends to rise a little by itself.`,
  undecided: (names: readonly string[]): string =>
    `Undecided and not planned for: ${page.list(names)}; more answers would settle ${names.length === 1 ? 'it' : 'them'}.`,
};

const simplified: typeof en = {
  name: '改进计划',
  verdict: (n) => `${count(n)} 项待改进，各有下一轮调查要超过的数值`,
  none: '没有哪一项已确定落在急需改进区，暂无项目可列入计划',
  judged: ({ improved, worse, not, open }) => {
    const parts = [
      ...(worse > 0 ? [`变差 ${count(worse)} 项`] : []),
      ...(not > 0 ? [`未达计划升幅 ${count(not)} 项`] : []),
      ...(open > 0 ? [`凭这些答卷尚不能断定 ${count(open)} 项`] : []),
    ];
    return [
      `计划的 ${count(improved + worse + not + open)} 项中，已改进 ${count(improved)} 项`,
      ...parts,
    ].join('，');
  },
  columns: {
    service: '服务项目',
    now: '目前满意度',
    beat: '须超过',
    action: '措施',
    responsible: '负责人',
    due: '期限',
  },
  placeholders: { action: '要改变什么？', responsible: '姓名' },
  below: (n, below, upTo) => `n ${count(n)} · ${count(below)} 人给 ${count(upTo)} 分及以下`,
  planned: '制定计划时',
  tooSmall: 'n 太小',
  verdicts: { improved: '已改进', worse: '变差', not: '未改进', 'cannot-say': '不能断定' },
  outcome: (verdict, figure, difference) => `${verdict}：现为 ${figure}，差值 ${difference}`,
  notAsked: '这些答卷中没有此项。',
  otherScale: '此项改用了另一量表，前后无法比较。',
  untimed: '这些答卷属于计划之后的一轮调查',
  whole: '计划依据该时段的全部受访者，所选分组不改变它。',
  overlapping: '这些答卷也包含计划所依据的时期：请只选其后的月份，各行便会说明是否已改进。',
  kept: '边填写边保存在此浏览器中。',
  refused: '此浏览器不为本页保存任何内容：关闭之前请先导出计划。',
  offer: (date, filled) => `此浏览器存有本调查的一份计划，最后修改于 ${date}，已填写 ${count(filled)} 行。`,
  takeOffer: '继续使用',
  leaveOffer: '暂不使用',
  import: '导入',
  imported: (n) => `已导入 ${count(n)} 行。`,
  faulty: (file) => `未能导入 ${file}`,
  more: (n) => `另有 ${count(n)} 处`,
  note: `须超过：若真实均值达到此数，n 相同的下一轮调查 100 次中有 80 次能在 95${THIN_GAP}% 水平上显出上升。`,
  judgedNote: `结论：与制定计划时之差及其 95${THIN_GAP}% 区间。因得分低而被选中的项目，本来就会略有回升。`,
  undecided: (names) => `尚不能定、未列入计划：${zhCN.list(names)}；收集更多答卷方可判定。`,
};

const traditional: typeof en = {
  name: '改進計畫',
  verdict: (n) => `${count(n)} 項待改進，各有下一輪調查要超過的數值`,
  none: '沒有哪一項已確定落在急需改進區，暫無項目可列入計畫',
  judged: ({ improved, worse, not, open }) => {
    const parts = [
      ...(worse > 0 ? [`變差 ${count(worse)} 項`] : []),
      ...(not > 0 ? [`未達計畫升幅 ${count(not)} 項`] : []),
      ...(open > 0 ? [`憑這些答卷尚不能斷定 ${count(open)} 項`] : []),
    ];
    return [
      `計畫的 ${count(improved + worse + not + open)} 項中，已改進 ${count(improved)} 項`,
      ...parts,
    ].join('，');
  },
  columns: {
    service: '服務項目',
    now: '目前滿意度',
    beat: '須超過',
    action: '措施',
    responsible: '負責人',
    due: '期限',
  },
  placeholders: { action: '要改變什麼？', responsible: '姓名' },
  below: (n, below, upTo) => `n ${count(n)} · ${count(below)} 人給 ${count(upTo)} 分及以下`,
  planned: '制定計畫時',
  tooSmall: 'n 太小',
  verdicts: { improved: '已改進', worse: '變差', not: '未改進', 'cannot-say': '不能斷定' },
  outcome: (verdict, figure, difference) => `${verdict}：現為 ${figure}，差值 ${difference}`,
  notAsked: '這些答卷中沒有此項。',
  otherScale: '此項改用了另一量表，前後無法比較。',
  untimed: '這些答卷屬於計畫之後的一輪調查',
  whole: '計畫依據該時段的全部受訪者，所選分組不改變它。',
  overlapping: '這些答卷也包含計畫所依據的時期：請只選其後的月份，各列便會說明是否已改進。',
  kept: '邊填寫邊儲存在此瀏覽器中。',
  refused: '此瀏覽器不為本頁儲存任何內容：關閉之前請先匯出計畫。',
  offer: (date, filled) => `此瀏覽器存有本調查的一份計畫，最後修改於 ${date}，已填寫 ${count(filled)} 列。`,
  takeOffer: '繼續使用',
  leaveOffer: '暫不使用',
  import: '匯入',
  imported: (n) => `已匯入 ${count(n)} 列。`,
  faulty: (file) => `未能匯入 ${file}`,
  more: (n) => `另有 ${count(n)} 處`,
  note: `須超過：若真實均值達到此數，n 相同的下一輪調查 100 次中有 80 次能在 95${THIN_GAP}% 水準上顯出上升。`,
  judgedNote: `結論：與制定計畫時之差及其 95${THIN_GAP}% 區間。因得分低而被選中的項目，本來就會略有回升。`,
  undecided: (names) => `尚不能定、未列入計畫：${zhTW.list(names)}；收集更多答卷方可判定。`,
};

/** The words of the improvement plan. */
export const plan: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
