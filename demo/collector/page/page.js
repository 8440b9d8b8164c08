/* global document, navigator, Blob, URLSearchParams */

const STRINGS = {
  en: {
    collector: 'collector',
    title: 'Take the answers with you',
    lead: 'One row for each time a prompt was shown. Drop the file on the report to read what to improve first, and the questionnaires beside it, which give the attributes their names; or open it in a spreadsheet.',
    token: 'Token',
    tokenHint: 'It was printed or chosen when the collector was started.',
    survey: 'Survey',
    allSurveys: 'All surveys',
    from: 'Shown from',
    until: 'Shown until',
    csv: 'Download CSV',
    ndjson: 'Download NDJSON',
    questionnaires: 'Download questionnaires',
    sampleTitle: 'Sample answers',
    sampleText:
      'The demonstration starts with 2,824 answers of a published passenger survey. One click removes them; the answers of your visitors stay. Starting again does not bring them back, a new data folder does.',
    remove: 'Remove sample answers',
    preparing: 'Preparing the file…',
    removing: 'Removing…',
    saved: 'Saved as {name}, {size}.',
    removed: '{count} sample answers removed. The answers of your visitors are untouched.',
    removedNone: 'There were no sample answers left to remove.',
    tokenMissing: 'Enter the token first.',
    tokenWrong: 'This token does not open the collector. Check it for missing characters and try again.',
    datesReversed: 'The first day is after the last. Swap them.',
    refused: 'The collector refused: {reason}',
    unreachable: 'The collector cannot be reached. Is it still running? Then try again.',
  },
  'zh-CN': {
    collector: '收集器',
    title: '带走您的答卷',
    lead: '每展示一次问卷即为一行。将文件拖入报告，即可看到应先改进什么；把问卷文件一并拖入，各项就有名称。也可用电子表格打开。',
    token: '口令',
    tokenHint: '启动收集器时显示或设定的口令。',
    survey: '问卷',
    allSurveys: '全部问卷',
    from: '展示日期，自',
    until: '展示日期，至',
    csv: '下载 CSV',
    ndjson: '下载 NDJSON',
    questionnaires: '下载问卷文件',
    sampleTitle: '示例答卷',
    sampleText:
      '演示自带 2,824 份公开发布的旅客调查答卷。点击一次即删除，访客的答卷不受影响。重新启动不会再导入，换用新的数据文件夹才会。',
    remove: '删除示例答卷',
    preparing: '正在准备文件……',
    removing: '正在删除……',
    saved: '已保存为 {name}，{size}。',
    removed: '已删除 {count} 份示例答卷，访客的答卷未受影响。',
    removedNone: '已没有示例答卷可删除。',
    tokenMissing: '请先输入口令。',
    tokenWrong: '口令不正确。请检查是否漏了字符，然后重试。',
    datesReversed: '起始日期晚于截止日期，请对调。',
    refused: '收集器拒绝了请求：{reason}',
    unreachable: '无法连接收集器。请确认它仍在运行，然后重试。',
  },
};

const find = (id) => document.getElementById(id);
const [form, token, survey, from, until] = ['download', 'token', 'survey', 'from', 'until'].map(find);

const spoken = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
let language = /^zh/i.test(spoken) ? 'zh-CN' : 'en';
/** What is said at the moment, by the id of the element, so that it can be said again in another language. */
const said = new Map();
let surveys = [];
let isBusy = false;

function text(key, values = {}) {
  return STRINGS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function say(id, key, values = {}, isBad = false) {
  said.set(id, { key, values, isBad });
  const element = find(id);
  element.textContent = key === undefined ? '' : text(key, numbersWritten(values));
  element.classList.toggle('bad', isBad);
}

function numbersWritten(values) {
  const written = { ...values };
  if (typeof values.count === 'number') written.count = values.count.toLocaleString(language);
  if (typeof values.size === 'number') written.size = fileSize(values.size);
  return written;
}

function fileSize(bytes) {
  const [unit, amount] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = text(element.dataset.text);
  for (const button of document.querySelectorAll('[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === chosen));
  for (const [id, { key, values, isBad }] of said) say(id, key, values, isBad);
  listSurveys();
}

function listSurveys() {
  const chosen = survey.value;
  survey.replaceChildren(survey.options[0]);
  for (const { id, title } of surveys) {
    const option = document.createElement('option');
    option.value = id;
    const name = typeof title === 'object' ? (title[language] ?? Object.values(title)[0]) : title;
    option.textContent = name === undefined ? id : `${name} (${id})`;
    survey.append(option);
  }
  survey.value = chosen;
}

function complain(input, errorId, key) {
  say(errorId, key);
  input.setAttribute('aria-invalid', String(key !== undefined));
  if (key !== undefined) input.focus();
}

/** The response, or undefined when the reason has been said already. */
async function ask(path, statusId, init = {}) {
  try {
    const response = await fetch(path, {
      ...init,
      headers: { Authorization: `Bearer ${token.value.trim()}` },
    });
    if (response.ok) return response;
    if (response.status === 401) {
      say(statusId);
      complain(token, 'token-error', 'tokenWrong');
      return undefined;
    }
    const { error } = await response.json();
    say(statusId, 'refused', { reason: error.message }, true);
  } catch {
    say(statusId, 'unreachable', {}, true); // fetch and json reject alike when the collector has gone
  }
  return undefined;
}

async function once(button, work) {
  if (isBusy) return;
  isBusy = true;
  button?.setAttribute('aria-disabled', 'true');
  await work();
  button?.removeAttribute('aria-disabled');
  isBusy = false;
}

function hasToken() {
  const given = token.value.trim();
  const fault = given === '' ? 'tokenMissing' : 'tokenWrong';
  // No header can carry other characters, so no collector has such a token.
  const isPossible = /^[\x21-\x7e]+$/.test(given);
  complain(token, 'token-error', isPossible ? undefined : fault);
  return isPossible;
}

async function download(kind) {
  say('download-status', 'preparing');
  const query = new URLSearchParams({ survey: survey.value, from: from.value, until: until.value });
  const [path, name] =
    kind === 'questionnaires'
      ? ['/questionnaires.json', 'fourfold-questionnaires.json']
      : [`/export.${kind}?${query}`, `fourfold-${survey.value || 'answers'}.${kind}`];
  const response = await ask(path, 'download-status');
  if (response === undefined) return;
  try {
    save(await response.blob(), name);
  } catch {
    say('download-status', 'unreachable', {}, true); // the stream broke off: half an export is none
  }
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([blob], { type: blob.type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say('download-status', 'saved', { name, size: blob.size });
}

async function removeSample() {
  say('remove-status', 'removing');
  const response = await ask('/responses?context.dataset=sfo-2017', 'remove-status', { method: 'DELETE' });
  if (response === undefined) return;
  const { removed } = await response.json();
  say('remove-status', removed === 0 ? 'removedNone' : 'removed', { count: removed });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const isReversed = from.value !== '' && until.value !== '' && from.value > until.value;
  if (!hasToken()) return;
  complain(from, 'dates-error', isReversed ? 'datesReversed' : undefined);
  if (!isReversed) void once(event.submitter, () => download(event.submitter?.value ?? 'csv'));
});

token.addEventListener('change', async () => {
  if (!hasToken()) return;
  const response = await ask('/questionnaires.json', 'download-status');
  if (response === undefined) return;
  surveys = (await response.json()).questionnaires;
  listSurveys();
});

find('remove').addEventListener('click', () => {
  if (hasToken()) void once(find('remove'), removeSample);
});

for (const button of document.querySelectorAll('[data-language]'))
  button.addEventListener('click', () => speak(button.dataset.language));

speak(language);
