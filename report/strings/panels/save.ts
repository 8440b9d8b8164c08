import type { ByLanguage } from './by-language.ts';

const en = {
  open: 'Save',
  title: 'Save this report',
  what: 'One file that opens anywhere, by a double-click and without a connection, and shows these figures with your choices and the improvement plan.',
  data: 'What it holds',
  rows: 'The rows',
  rowsWhat: 'Every panel, filter and comparison works in it. Respondents’ ids and context fields are inside.',
  counts: 'Counts alone',
  countsWhat:
    'No row, no id, no comment: only counts that add up. Groups under 10 answers stand together as “other”; a filter takes one value at a time.',
  comments: 'With the respondents’ comments',
  redact: 'Take e-mail addresses and telephone numbers out of them',
  names: 'Names of people stay in: read the comments before you share them.',
  email: '[e-mail]',
  phone: '[phone]',
  save: 'Save',
  cancel: 'Cancel',
  saving: 'Putting it together …',
  failed: (why: string): string => `It could not be saved (${why}). Save the counts alone, or fewer files.`,
};

const simplified: typeof en = {
  open: '保存',
  title: '保存此报告',
  what: '保存为一个文件：双击即可在任何电脑上打开，无需联网，显示同样的数值、您的选择和改进计划。',
  data: '文件内容',
  rows: '逐行答卷',
  rowsWhat: '所有面板、筛选和比较都可使用。文件内含答卷编号和背景字段。',
  counts: '仅汇总计数',
  countsWhat:
    '不含逐行答卷、编号和评论，只有可相加的计数。不足 10 份的分组合并为“other”；筛选一次只能选一个值。',
  comments: '包括受访者的评论',
  redact: '去除评论中的电子邮箱和电话号码',
  names: '人名不会去除：分享之前请先通读评论。',
  email: '[邮箱]',
  phone: '[电话]',
  save: '保存',
  cancel: '取消',
  saving: '正在生成……',
  failed: (why) => `未能保存（${why}）。请只保存汇总计数，或减少文件。`,
};

const traditional: typeof en = {
  open: '儲存',
  title: '儲存此報告',
  what: '儲存為一個檔案：按兩下即可在任何電腦上開啟，無需連線，顯示同樣的數值、您的選擇和改進計畫。',
  data: '檔案內容',
  rows: '逐列答卷',
  rowsWhat: '所有面板、篩選和比較都可使用。檔案內含答卷編號和背景欄位。',
  counts: '僅彙總計數',
  countsWhat:
    '不含逐列答卷、編號和意見，只有可相加的計數。不足 10 份的分組合併為「other」；篩選一次只能選一個值。',
  comments: '包括受訪者的意見',
  redact: '去除意見中的電子郵件地址和電話號碼',
  names: '人名不會去除：分享之前請先通讀意見。',
  email: '[郵箱]',
  phone: '[電話]',
  save: '儲存',
  cancel: '取消',
  saving: '正在產生……',
  failed: (why) => `未能儲存（${why}）。請只儲存彙總計數，或減少檔案。`,
};

/** The words of the dialog that saves the report. */
export const save: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
