import type { Encoding, TimeForm } from '../../../shared/mapping/mapping.ts';
import { count, countRange, percent } from '../../format/numbers.ts';
import type { AsMapped, Range } from '../../mapping/as-mapped.ts';
import type { Role, ROLE_GROUPS } from '../../mapping/choose-role.ts';
import type { CodeState } from '../../mapping/column-counts.ts';
import type { Finding } from '../../mapping/judge-mapping.ts';
import { en as page } from '../en.ts';
import type { ByLanguage } from './by-language.ts';

type Roles = Readonly<Record<Role, string>>;
type Say = { readonly [K in Finding['kind']]: (finding: Extract<Finding, { kind: K }>) => string };

function say(words: Say, finding: Finding): string {
  return (words[finding.kind] as (one: Finding) => string)(finding); // the word of its own kind
}

function rows(n: number): string {
  return n === 1 ? '1 row' : `${count(n)} rows`;
}

function cells(n: number): string {
  return n === 1 ? '1 value' : `${count(n)} values`;
}

function people({ fewest, most }: Range): string {
  return countRange(fewest, most);
}

const enRoles: Roles = {
  ...{ satisfaction: 'Satisfaction: service', importance: 'Importance: service' },
  ...{
    expectation: 'Expectation',
    perception: 'Perception',
    standard: 'Standard set',
    promise: 'Promise made',
  },
  ...{ nps: 'Recommend (NPS)', csat: 'Overall satisfaction', ces: 'Effort (CES)' },
  ...{ rating: 'Another overall rating', outcome: 'Outcome to relate to' },
  ...{ segment: 'Group', time: 'Date or period', weight: 'Weight', id: 'Identifier', comment: 'Comment' },
  ...{
    duration: 'Time taken',
    touchpoint: 'Touchpoint',
    audience: 'Audience',
    version: 'Version of the survey',
  },
  ...{ attribute: 'Name of a service', answers: 'Number of answers' },
  ...{ 'mean-satisfaction': 'Mean satisfaction', 'mean-importance': 'Mean importance' },
  ...{ pick: 'Picked as important', ignore: 'Not used' },
};

const enSay: Say = {
  twice: ({ role, other }) => `${enRoles[role]} is ${other} already; choose one of the two`,
  'same-name': ({ other }) => `same name as ${other}; give one of them another`,
  'not-numeric': ({ cells: n }) => `${cells(n)} ${n === 1 ? 'is' : 'are'} no number; choose another role`,
  'too-many-values': () => 'over 2,000 different values: no scale; choose another role',
  'no-answers': () => 'no value lies on the scale; correct the scale or the role',
  'nps-scale': () => 'NPS is asked from 0 to 10; choose “Another overall rating”',
  'no-times': () => 'no dates in this form; choose another form or role',
  'mostly-missing': ({ share }) => `${percent(share)} would be set missing`,
  rejected: ({ cells: n }) => `${cells(n)} would be rejected and listed`,
  'some-not-numeric': ({ cells: n }) => `${cells(n)} ${n === 1 ? 'is' : 'are'} no number`,
  'some-no-times': ({ cells: n }) => `${cells(n)} ${n === 1 ? 'is' : 'are'} no date in this form`,
  'day-or-month': () => 'day or month first? choose',
  'one-to-ten': () => 'runs from 1 to 10: no NPS unless you say so',
  'one-to-eleven': () => 'runs from 1 to 11: perhaps 0–10 and one more; it is no NPS',
  unknown: () => 'what is this? choose, or leave it out',
};

function enRange(range: Range | undefined, what: (n: number) => string): string[] {
  return range ? [`${what(range.columns)} by ${people(range)} people each`] : [];
}

const en = {
  title: 'Are these columns what we think they are?',
  means: 'This table has means, no answers; here is what each column is taken for.',
  guessed: (columns: number, doubtful: number): string => {
    const all = `All ${count(columns)} are guessed`;
    const eye =
      doubtful === 0
        ? 'none needs your eye'
        : doubtful === 1
          ? 'one needs your eye'
          : `${count(doubtful)} need your eye`;
    return `${all}; ${eye}. Codes off the scale are proposed as missing, never averaged in.`;
  },
  loaded: (columns: number, doubtful: number): string =>
    `Read by a saved mapping; ${doubtful === 0 ? 'nothing' : `${count(doubtful)} of ${count(columns)} columns`} to look at.`,
  size: (n: number, more: boolean, columns: number): string =>
    `${more ? `first ${rows(n)} looked at` : rows(n)}, ${columns === 1 ? '1 column' : `${count(columns)} columns`}`,
  faults: (n: number): string => `${rows(n)} left out for their form`,
  left: (n: number): string => (n === 1 ? 'one more table follows' : `${count(n)} more tables follow`),
  noId: 'No column tells records apart: a row that stands twice counts twice.',
  form: {
    name: 'How the table is written',
    delimiter: 'Delimiter',
    encoding: 'Encoding',
    decimal: 'Decimal',
    direction: 'High score means',
  },
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' },
  encodings: {
    ...{ 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' },
    ...{ gb18030: 'GB 18030 (Chinese)', 'windows-1252': 'Windows-1252 (Western)' },
  } satisfies Readonly<Record<Encoding, string>> as Readonly<Record<Encoding, string>>,
  guessedEncoding: 'guessed: are the names right?',
  wrongEncoding: 'The bytes are not in that encoding; choose another.',
  decimals: { '.': 'point', ',': 'comma' },
  directions: { good: 'good', bad: 'bad', mixed: 'mixed' },
  trimSpaces: (n: number): string => `Ignore spaces around ${cells(n)}`,
  wholeDecimals: (n: number): string => `Read 4.0 as 4 (${cells(n)})`,
  saved: 'Saved mapping',
  load: 'Load',
  badMapping: (file: string): string => `${file} is no mapping that can be used here`,
  otherTable: 'It names none of these columns.',
  columns: {
    column: 'Column',
    role: 'Role',
    name: 'Name in the report',
    values: 'First values',
    scale: 'Scale',
    codes: 'Set missing, rows',
    guess: 'Guess',
  },
  roles: enRoles,
  groups: {
    scores: 'Scores, one a service',
    overall: 'Overall scores',
    record: 'About the answer',
    means: 'Table of means',
    other: 'Other',
  } satisfies Readonly<Record<keyof typeof ROLE_GROUPS | 'other', string>>,
  roleOf: (column: string): string => `Role of ${column}`,
  nameOf: (column: string): string => `Name of ${column} in the report`,
  scaleOf: (column: string): string => `Scale of ${column}, such as 1–5`,
  badScale: 'write the lowest and highest point, such as 1–5',
  high: { good: 'high is good', bad: 'low is good' },
  timeForms: {
    ...{ iso: 'year first', 'day-first': 'day first', 'month-first': 'month first' },
    ...{ 'epoch-s': 'seconds since 1970', 'epoch-ms': 'ms since 1970', label: 'names of periods' },
  } as Readonly<Record<TimeForm, string>>,
  units: { s: 'seconds', ms: 'milliseconds' },
  mean: (value: string): string => `mean ${value}`,
  values: (n: number): string => (n === 1 ? '1 value' : `${count(n)} values`),
  unique: (n: number): string => `${count(n)} unique`,
  notUnique: 'some twice',
  code: (code: string, column: string): string => `${code} in ${column} means no answer`,
  states: {
    missing: '',
    'not-applicable': 'n/a',
    rejected: 'rejected',
  } satisfies Readonly<Record<CodeState, string>>,
  empty: (n: number): string => `empty ${count(n)}`,
  moreCodes: (n: number): string => `${count(n)} more`,
  none: 'none',
  agree: 'names and values agree',
  oneToTen: 'Count it as NPS: 9–10, 7–8, 1–6',
  say: (finding: Finding): string => say(enSay, finding),
  folded: (list: readonly string[]): string => `${page.list(list)}, all guessed alike.`,
  foldedRole: (role: Role, n: number): string => `${count(n)} more as “${enRoles[role]}”`,
  showAll: (n: number): string => `Show all ${count(n)}`,
  asMapped: (sum: AsMapped, more: boolean): string => {
    const parts = [
      ...enRange(sum.satisfaction, (n) => `${n === 1 ? '1 service' : `${count(n)} services`} rated`),
      ...enRange(sum.perception, (n) => `${n === 1 ? '1 perception' : `${count(n)} perceptions`} given`),
      ...(sum.csat === undefined ? [] : [`overall by ${count(sum.csat)}`]),
      ...(sum.nps === undefined ? [] : [`NPS from ${count(sum.nps)}`]),
      ...(sum.ces === undefined ? [] : [`effort by ${count(sum.ces)}`]),
    ];
    return `${more ? 'As mapped, in the rows looked at' : 'As mapped'}: ${parts.length > 0 ? parts.join(' · ') : 'no scores yet'}`;
  },
  asMeans: (services: number): string =>
    `As mapped: ${services === 1 ? '1 service' : `${count(services)} services`} by their means; no intervals can be given.`,
  rejected: (n: number): string => `${cells(n)} rejected`,
  importance: {
    asked: 'Importance is asked.',
    derived: 'Importance is not asked and will be derived.',
    nowhere: 'Importance is not asked and, without an overall question, cannot be derived.',
  },
  nothing: 'Nothing can be drawn yet: choose the role of at least one column with scores.',
  mend: (n: number): string =>
    n === 1 ? 'One column cannot stand as it is' : `${count(n)} columns cannot stand as they are`,
  keep: 'Keep mapping',
  kept: 'Kept in this browser for tables with these columns, and saved as a file.',
  savedOnly: 'Saved as a file; this browser keeps nothing for pages such as this.',
  leaveOut: 'Leave this file out',
  draw: 'Draw the report',
  edit: 'Columns',
};

const cnRoles: Roles = {
  ...{ satisfaction: '满意度：单项', importance: '重要性：单项' },
  ...{ expectation: '期望', perception: '感知', standard: '既定标准', promise: '对外承诺' },
  ...{ nps: '推荐意愿（NPS）', csat: '总体满意度', ces: '费力程度（CES）' },
  ...{ rating: '其他总体评分', outcome: '用作结果的评分' },
  ...{ segment: '分组', time: '日期或时段', weight: '权重', id: '编号', comment: '意见' },
  ...{ duration: '答题用时', touchpoint: '触点', audience: '受访对象', version: '问卷版本' },
  ...{ attribute: '项目名称', answers: '作答人数' },
  ...{ 'mean-satisfaction': '满意度均值', 'mean-importance': '重要性均值' },
  ...{ pick: '选为重要', ignore: '不使用' },
};

const cnSay: Say = {
  twice: ({ role, other }) => `“${cnRoles[role]}”已是 ${other}，两列只能选一列`,
  'same-name': ({ other }) => `与 ${other} 同名，请改其中一个`,
  'not-numeric': ({ cells: n }) => `${count(n)} 个值不是数字，请另选角色`,
  'too-many-values': () => '不同的值超过 2,000 个，不成量表，请另选角色',
  'no-answers': () => '没有值落在量表上，请改量表或角色',
  'nps-scale': () => 'NPS 须为 0 到 10，请改选“其他总体评分”',
  'no-times': () => '按此写法读不出日期，请改写法或角色',
  'mostly-missing': ({ share }) => `${percent(share)} 将视为缺失`,
  rejected: ({ cells: n }) => `${count(n)} 个值将被剔除并列出`,
  'some-not-numeric': ({ cells: n }) => `${count(n)} 个值不是数字`,
  'some-no-times': ({ cells: n }) => `${count(n)} 个值按此写法不是日期`,
  'day-or-month': () => '日在前还是月在前？请选择',
  'one-to-ten': () => '从 1 到 10：您不指明，就不算 NPS',
  'one-to-eleven': () => '从 1 到 11：可能是 0–10 各加一，不算 NPS',
  unknown: () => '这是什么？请选择，或不使用',
};

function cnRange(range: Range | undefined, what: (n: number) => string): string[] {
  return range ? [`${what(range.columns)}，每项 ${people(range)} 人`] : [];
}

const simplified: typeof en = {
  title: '这些列是这个意思吗？',
  means: '这张表里是均值，没有逐份答卷；各列的理解如下。',
  guessed: (columns, doubtful) =>
    `${count(columns)} 列都是推测的，${doubtful === 0 ? '没有存疑之处' : `其中 ${count(doubtful)} 列请您过目`}。量表以外的代码建议视为缺失，绝不计入平均。`,
  loaded: (columns, doubtful) =>
    `按保存的映射读取；${doubtful === 0 ? '没有存疑之处' : `${count(columns)} 列中有 ${count(doubtful)} 列请您过目`}。`,
  size: (n, more, columns) => `${more ? `看了前 ${count(n)} 行` : `${count(n)} 行`}，${count(columns)} 列`,
  faults: (n) => `${count(n)} 行格式不对，未采用`,
  left: (n) => `后面还有 ${count(n)} 张表`,
  noId: '没有一列能区分各份答卷：重复的行会被计两次。',
  form: {
    name: '表格的写法',
    delimiter: '分隔符',
    encoding: '编码',
    decimal: '小数点',
    direction: '高分表示',
  },
  delimiters: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' },
  encodings: {
    ...{ 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' },
    ...{ gb18030: 'GB 18030（中文）', 'windows-1252': 'Windows-1252（西文）' },
  },
  guessedEncoding: '系推测：列名对吗？',
  wrongEncoding: '文件的字节不合这种编码，请另选。',
  decimals: { '.': '句点', ',': '逗号' },
  directions: { good: '好', bad: '差', mixed: '各列不一' },
  trimSpaces: (n) => `忽略 ${count(n)} 个值两端的空格`,
  wholeDecimals: (n) => `把 4.0 读作 4（${count(n)} 个值）`,
  saved: '保存的映射',
  load: '载入',
  badMapping: (file) => `${file} 不是这里能用的映射`,
  otherTable: '其中没有这张表的列。',
  columns: {
    ...{ column: '列', role: '角色', name: '报告中的名称', values: '开头的值' },
    ...{ scale: '量表', codes: '视为缺失（行数）', guess: '推测' },
  },
  roles: cnRoles,
  groups: { scores: '逐项评分', overall: '总体评分', record: '答卷信息', means: '均值表', other: '其他' },
  roleOf: (column) => `${column} 的角色`,
  nameOf: (column) => `${column} 在报告中的名称`,
  scaleOf: (column) => `${column} 的量表，如 1–5`,
  badScale: '请写最低分和最高分，如 1–5',
  high: { good: '高分为好', bad: '低分为好' },
  timeForms: {
    ...{ iso: '年在前', 'day-first': '日在前', 'month-first': '月在前' },
    ...{ 'epoch-s': '1970 年起的秒数', 'epoch-ms': '1970 年起的毫秒数', label: '时段名称' },
  },
  units: { s: '秒', ms: '毫秒' },
  mean: (value) => `均值 ${value}`,
  values: (n) => `${count(n)} 种值`,
  unique: (n) => `${count(n)} 个，不重复`,
  notUnique: '有重复',
  code: (code, column) => `${column} 中的 ${code} 表示未作答`,
  states: { missing: '', 'not-applicable': '不适用', rejected: '剔除' },
  empty: (n) => `空 ${count(n)}`,
  moreCodes: (n) => `另有 ${count(n)} 种`,
  none: '无',
  agree: '名称与数值相符',
  oneToTen: '算作 NPS：9–10、7–8、1–6',
  say: (finding) => say(cnSay, finding),
  folded: (list) => `另有 ${list.join('、')}，推测相同。`,
  foldedRole: (role, n) => `${count(n)} 列“${cnRoles[role]}”`,
  showAll: (n) => `显示全部 ${count(n)} 列`,
  asMapped: (sum, more) => {
    const parts = [
      ...cnRange(sum.satisfaction, (n) => `满意度 ${count(n)} 项`),
      ...cnRange(sum.perception, (n) => `感知 ${count(n)} 项`),
      ...(sum.csat === undefined ? [] : [`总体 ${count(sum.csat)} 人`]),
      ...(sum.nps === undefined ? [] : [`NPS ${count(sum.nps)} 人`]),
      ...(sum.ces === undefined ? [] : [`费力程度 ${count(sum.ces)} 人`]),
    ];
    return `${more ? '照此映射，就看过的行而言' : '照此映射'}：${parts.length > 0 ? parts.join(' · ') : '还没有评分'}`;
  },
  asMeans: (n) => `照此映射：${count(n)} 项，仅有均值，给不出区间。`,
  rejected: (n) => `剔除 ${count(n)} 个值`,
  importance: {
    asked: '问了重要性。',
    derived: '没有问重要性，将由总体评分推出。',
    nowhere: '没有问重要性；也没有总体评分，无从推出。',
  },
  nothing: '还画不出什么：请至少为一列评分选定角色。',
  mend: (n) => `有 ${count(n)} 列不能照此使用`,
  keep: '保存映射',
  kept: '已存为文件，并记在本浏览器里，供列相同的表格使用。',
  savedOnly: '已存为文件；本浏览器不为这类页面保存内容。',
  leaveOut: '不用这个文件',
  draw: '生成报告',
  edit: '列的含义',
};

const twRoles: Roles = {
  ...{ satisfaction: '滿意度：單項', importance: '重要性：單項' },
  ...{ expectation: '期望', perception: '感知', standard: '既定標準', promise: '對外承諾' },
  ...{ nps: '推薦意願（NPS）', csat: '整體滿意度', ces: '費力程度（CES）' },
  ...{ rating: '其他整體評分', outcome: '用作結果的評分' },
  ...{ segment: '分組', time: '日期或時段', weight: '權重', id: '編號', comment: '意見' },
  ...{ duration: '作答時間', touchpoint: '觸點', audience: '受訪對象', version: '問卷版本' },
  ...{ attribute: '項目名稱', answers: '作答人數' },
  ...{ 'mean-satisfaction': '滿意度平均', 'mean-importance': '重要性平均' },
  ...{ pick: '選為重要', ignore: '不使用' },
};

const twSay: Say = {
  twice: ({ role, other }) => `「${twRoles[role]}」已是 ${other}，兩欄只能選一欄`,
  'same-name': ({ other }) => `與 ${other} 同名，請改其中一個`,
  'not-numeric': ({ cells: n }) => `${count(n)} 個值不是數字，請另選角色`,
  'too-many-values': () => '不同的值超過 2,000 個，不成量表，請另選角色',
  'no-answers': () => '沒有值落在量表上，請改量表或角色',
  'nps-scale': () => 'NPS 須為 0 到 10，請改選「其他整體評分」',
  'no-times': () => '照此寫法讀不出日期，請改寫法或角色',
  'mostly-missing': ({ share }) => `${percent(share)} 將視為遺漏`,
  rejected: ({ cells: n }) => `${count(n)} 個值將被剔除並列出`,
  'some-not-numeric': ({ cells: n }) => `${count(n)} 個值不是數字`,
  'some-no-times': ({ cells: n }) => `${count(n)} 個值照此寫法不是日期`,
  'day-or-month': () => '日在前還是月在前？請選擇',
  'one-to-ten': () => '從 1 到 10：您不指明，就不算 NPS',
  'one-to-eleven': () => '從 1 到 11：可能是 0–10 各加一，不算 NPS',
  unknown: () => '這是什麼？請選擇，或不使用',
};

function twRange(range: Range | undefined, what: (n: number) => string): string[] {
  return range ? [`${what(range.columns)}，每項 ${people(range)} 人`] : [];
}

const traditional: typeof en = {
  title: '這些欄是這個意思嗎？',
  means: '這張表裡是平均，沒有逐份答卷；各欄的理解如下。',
  guessed: (columns, doubtful) =>
    `${count(columns)} 欄都是推測的，${doubtful === 0 ? '沒有存疑之處' : `其中 ${count(doubtful)} 欄請您過目`}。量表以外的代碼建議視為遺漏，絕不計入平均。`,
  loaded: (columns, doubtful) =>
    `依儲存的對應讀取；${doubtful === 0 ? '沒有存疑之處' : `${count(columns)} 欄中有 ${count(doubtful)} 欄請您過目`}。`,
  size: (n, more, columns) => `${more ? `看了前 ${count(n)} 列` : `${count(n)} 列`}，${count(columns)} 欄`,
  faults: (n) => `${count(n)} 列格式不對，未採用`,
  left: (n) => `後面還有 ${count(n)} 張表`,
  noId: '沒有一欄能區分各份答卷：重複的列會被計兩次。',
  form: {
    name: '表格的寫法',
    delimiter: '分隔符號',
    encoding: '編碼',
    decimal: '小數點',
    direction: '高分表示',
  },
  delimiters: { ',': '逗號', ';': '分號', '\t': '定位字元', '|': '直線' },
  encodings: {
    ...{ 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' },
    ...{ gb18030: 'GB 18030（中文）', 'windows-1252': 'Windows-1252（西文）' },
  },
  guessedEncoding: '係推測：欄名對嗎？',
  wrongEncoding: '檔案的位元組不合這種編碼，請另選。',
  decimals: { '.': '句點', ',': '逗號' },
  directions: { good: '好', bad: '差', mixed: '各欄不一' },
  trimSpaces: (n) => `忽略 ${count(n)} 個值兩端的空格`,
  wholeDecimals: (n) => `把 4.0 讀作 4（${count(n)} 個值）`,
  saved: '儲存的對應',
  load: '載入',
  badMapping: (file) => `${file} 不是這裡能用的對應`,
  otherTable: '其中沒有這張表的欄。',
  columns: {
    ...{ column: '欄', role: '角色', name: '報告中的名稱', values: '開頭的值' },
    ...{ scale: '量表', codes: '視為遺漏（列數）', guess: '推測' },
  },
  roles: twRoles,
  groups: { scores: '逐項評分', overall: '整體評分', record: '答卷資訊', means: '平均表', other: '其他' },
  roleOf: (column) => `${column} 的角色`,
  nameOf: (column) => `${column} 在報告中的名稱`,
  scaleOf: (column) => `${column} 的量表，如 1–5`,
  badScale: '請寫最低分和最高分，如 1–5',
  high: { good: '高分為好', bad: '低分為好' },
  timeForms: {
    ...{ iso: '年在前', 'day-first': '日在前', 'month-first': '月在前' },
    ...{ 'epoch-s': '1970 年起的秒數', 'epoch-ms': '1970 年起的毫秒數', label: '時段名稱' },
  },
  units: { s: '秒', ms: '毫秒' },
  mean: (value) => `平均 ${value}`,
  values: (n) => `${count(n)} 種值`,
  unique: (n) => `${count(n)} 個，不重複`,
  notUnique: '有重複',
  code: (code, column) => `${column} 中的 ${code} 表示未作答`,
  states: { missing: '', 'not-applicable': '不適用', rejected: '剔除' },
  empty: (n) => `空 ${count(n)}`,
  moreCodes: (n) => `另有 ${count(n)} 種`,
  none: '無',
  agree: '名稱與數值相符',
  oneToTen: '算作 NPS：9–10、7–8、1–6',
  say: (finding) => say(twSay, finding),
  folded: (list) => `另有 ${list.join('、')}，推測相同。`,
  foldedRole: (role, n) => `${count(n)} 欄「${twRoles[role]}」`,
  showAll: (n) => `顯示全部 ${count(n)} 欄`,
  asMapped: (sum, more) => {
    const parts = [
      ...twRange(sum.satisfaction, (n) => `滿意度 ${count(n)} 項`),
      ...twRange(sum.perception, (n) => `感知 ${count(n)} 項`),
      ...(sum.csat === undefined ? [] : [`整體 ${count(sum.csat)} 人`]),
      ...(sum.nps === undefined ? [] : [`NPS ${count(sum.nps)} 人`]),
      ...(sum.ces === undefined ? [] : [`費力程度 ${count(sum.ces)} 人`]),
    ];
    return `${more ? '照此對應，就看過的列而言' : '照此對應'}：${parts.length > 0 ? parts.join(' · ') : '還沒有評分'}`;
  },
  asMeans: (n) => `照此對應：${count(n)} 項，僅有平均，給不出區間。`,
  rejected: (n) => `剔除 ${count(n)} 個值`,
  importance: {
    asked: '問了重要性。',
    derived: '沒有問重要性，將由整體評分推出。',
    nowhere: '沒有問重要性；也沒有整體評分，無從推出。',
  },
  nothing: '還畫不出什麼：請至少為一欄評分選定角色。',
  mend: (n) => `有 ${count(n)} 欄不能照此使用`,
  keep: '儲存對應',
  kept: '已存為檔案，並記在本瀏覽器裡，供欄相同的表格使用。',
  savedOnly: '已存為檔案；本瀏覽器不為這類頁面儲存內容。',
  leaveOut: '不用這個檔案',
  draw: '產生報告',
  edit: '欄的含義',
};

/** The words of the screen that asks what columns mean. */
export const mapping: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
