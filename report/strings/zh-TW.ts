import type { Rejection } from '../engine/rejections.ts';
import { CERTAINTY_CAPPED_ABOVE, certainty, count, percent, THIN_GAP, scaleText } from '../format/numbers.ts';
import type { Strings } from './en.ts';
import { period } from './zh-CN.ts';

function list(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join('、')}與${names[names.length - 1]}`;
}

function atLeast(least: number): string {
  return least > CERTAINTY_CAPPED_ABOVE ? `高於 99${THIN_GAP}%` : `不低於 ${certainty(least)}`;
}

/** All words of the page in traditional Chinese. */
export const zhTW: Strings = {
  locale: 'zh-TW',
  title: 'Fourfold 報告',
  list,
  sentences: (parts) => parts.join(''),
  period,
  header: { add: '新增檔案', print: '列印', language: '語言', skip: '跳到報告' },
  empty: {
    title: '把答卷檔案拖到這裡',
    promise:
      '幾秒鐘後就能看到先改進什麼，以及有多大把握。不傳送任何內容：本頁沒有網路連線，檔案始終留在這台電腦上。',
    choose: '選擇檔案',
    several: '可以一次放入多個檔案；把問卷檔案一併放入，各項就有名稱。也可以直接貼上試算表裡的表格。',
    columns: [
      {
        title: '能讀什麼',
        rows: [
          ['各種答卷表格，欄義由您確認', 'CSV、TSV'],
          ['Fourfold 匯出檔案、問卷', 'CSV、JSON'],
          ['編碼', 'UTF-8、UTF-16、GB 18030'],
        ],
      },
      {
        title: '檔案裡要有什麼',
        rows: [
          ['各項的滿意度', '必需'],
          ['整體滿意度，或 0–10 推薦意願', '必需'],
          ['各項的重要性', '更好'],
        ],
      },
      {
        title: '什麼留在這裡',
        rows: [
          ['讀取、計數、繪圖', '都在本頁'],
          ['網路連線', '不允許'],
          ['意見', '在本頁顯示，絕不傳送'],
        ],
      },
    ],
    drop: '鬆開即可讀取',
    axes: ['滿意度 →', '重要性 →'],
  },
  reading: {
    title: (share) => `正在讀取，${share}`,
    counting: '正在統計',
    cancel: '取消',
    rows: (rows, expected) =>
      expected === undefined || expected <= rows
        ? `${count(rows)} 筆紀錄`
        : `約 ${count(expected)} 筆紀錄中的 ${count(rows)} 條`,
    rejected: (n) => `剔除 ${count(n)} 處`,
    left: {
      moment: () => '還需不到 1 秒',
      s: (n) => `還需約 ${count(n)} 秒`,
      min: (n) => `還需約 ${count(n)} 分鐘`,
    },
    usable: '頁面可照常使用',
    first: '初步數字',
    settle: '依據已讀取的列；讀完之前還會變動。',
    none: '已讀取的列裡還沒有回答',
    byAttribute: '各項滿意度（讀取中）',
    hollow: '讀完之前為空心',
    axis: (min, max) => `${scaleText(min, max)} 分平均（讀取中）`,
    noVerdict: '讀完之前不分象限、不下結論：十字線取決於每一列。',
  },
  provenance: {
    answers: (n) => `${count(n)} 份答卷`,
    attributes: (n) => `${count(n)} 項`,
    version: (version) => `第 ${version} 版`,
    others: (audience, n) => `另有 ${audience} 的 ${count(n)} 份不計入`,
    survey: '問卷',
    versions: '版本',
    allVersions: '全部版本',
    choice: (name, records) => `${name}（${count(records)}）`,
  },
  verdict: {
    first: (names) => `先改進：${list(names)}`,
    rest: (names) => `${list(names)}緊隨其後。`,
    why: (many, crosshair, importance, outcome) => {
      const below = {
        mean: '低於各項平均',
        median: '低於各項中位數',
        midpoint: '低於量表中點',
        own: '低於您定的線',
      }[crosshair];
      const subject = many ? '這幾項' : '這一項';
      const whole = outcome === 'csat' ? '整體滿意度' : '推薦意願';
      return importance === 'stated'
        ? `${subject}滿意度${below}，而顧客認為其重要性高於多數其他項。`
        : `${subject}滿意度${below}，而與${whole}的關係強於多數其他項。`;
    },
    contested: (items, also) =>
      `${list(items.map(({ name, chance }) => `${name}（${chance}）`))}${also ? '也可能屬於此區' : '可能屬於急需改進區'}，但憑這些答卷還不能斷定。`,
    fewAnswers: (names) => `${list(names)}也在此區，但不足 30 份回答，尚不能定。`,
    closest: (name) => `尚無一項能斷定為急需改進；最接近的是${name}`,
    nothingFirst: '沒有哪一項突出地急需改進',
    advantage: (names) => `重要且滿意：${list(names)}。`,
    undecided: (n) => `有 ${count(n)} 項尚不能定；更多答卷可以分清。`,
    both: (csat, nps) => `${csat} 滿意；淨推薦值 NPS ${nps}`,
    csat: (csat) => `${csat} 滿意`,
    nps: (nps) => `淨推薦值 NPS ${nps}`,
    tooFew: (n) => `${count(n)} 份答卷：太少，還說不出先改進什麼`,
    tooFewWhy: '10 份以上才繪圖，29 份以下為空心。',
    noMatrix: '沒有四方圖：至少要有兩項，各由 10 人以上評價滿意度。',
    noOutcome:
      '沒有四方圖：既未詢問重要性，又沒有整體題可供推導。請加問整體滿意度；如是您自己的表格，請在「欄的含義」中指明哪一欄是。',
    lowest: (name, value, min, max) => `評分最低：${name}，${value}（${scaleText(min, max)} 分）`,
    nothing: '沒有可以繪製的回答',
    nothingWhy: '各列裡沒有本報告認識的量表題回答。',
    unknownWhy:
      '沒有哪一題被認作整體滿意度、推薦意願或某項的滿意度。如是您自己的表格，請在「欄的含義」中指明。',
  },
  overview: {
    name: '概覽',
    nps: '淨推薦值 NPS',
    npsBar: (detractors, promoters) => `批評 ${detractors} · 推薦 ${promoters}`,
    csat: (from, max) => `滿意度 CSAT（${from}–${max} 分）`,
    csatBar: (low, top, max) => `1–2 分 ${low} · ${max} 分 ${top}`,
    mean: (min, max) => `整體評分（${scaleText(min, max)} 平均）`,
    ends: ['非常不滿意', '非常滿意'],
    satisfiedNotLoyal: '滿意但不忠誠',
    satisfiedNotLoyalNote: (from, max, upTo) => `CSAT ${from}–${max} 分而 NPS ≤ ${upTo}，佔兩題均答者。`,
    ofSatisfied: (share) => `佔滿意者的 ${share}。`,
    responseRate: '回收率',
    responseNote: (completed, shown) => `展示 ${count(shown)} 次，完成 ${count(completed)} 份。`,
    completion: (share) => `佔開始作答者的 ${share}。`,
    open: (n) => `最近半小時的 ${count(n)} 次展示不計入。`,
    fewer: (n) => (n === 0 ? '尚無回答' : `${count(n)} 份回答`),
    otherScale: '量表為 1 到 10：請先在「欄的含義」中指明算作 NPS。',
    needed: (n) => `至少要有 ${count(n)} 份才有數字。`,
    noneBoth: '需有兩人兩題均答。',
    none: '檔案中沒有',
    noneNote: {
      nps: '需有 0–10 題：您會推薦我們嗎？',
      csat: '需有整體題：您有多滿意？',
      mean: '需有整體題：您有多滿意？',
      satisfiedNotLoyal: '需有人兩題均答。',
      responseRate: '需每次展示各有一列紀錄。',
    },
    tooFew: (n) => `${count(n)} 份回答：太少，不繪圖`,
    small: '小樣本',
  },
  quadrants: {
    'improve-first': '急需改進區',
    advantage: '競爭優勢區',
    'improve-later': '次要改進區',
    'nice-to-have': '錦上添花區',
  },
  panel: {
    chart: '圖',
    table: '表',
    view: '檢視',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
    json: 'JSON',
    measure: '指標',
  },
  matrix: {
    name: '四方圖：重要性與滿意度',
    verdict: (first, inAll, least, undecided) => {
      const open = undecided === 0 ? '' : `；另有 ${count(undecided)} 項尚不能定`;
      if (first === 0 || least === undefined)
        return `${count(inAll)} 項中沒有一項能斷定落在急需改進區${open}`;
      const all = first === 1 ? '' : '均';
      return `${count(inAll)} 項中有 ${count(first)} 項落在急需改進區，把握${all}${atLeast(least)}${open}`;
    },
    crosshair: '十字線',
    crosshairs: { mean: '平均', median: '中位數', midpoint: '量表中點', own: '自訂' },
    importance: '重要性',
    importances: {
      correlation: '相關係數',
      'relative-weight': '相對權重',
      regression: '迴歸係數',
      stated: '直接詢問',
      picks: '選出的重點',
    },
    notAsked: '未問',
    noOutcome: '沒有整體題',
    weightRefused: {
      'too-few-complete': (n) => (n === 0 ? '無人每項都評' : `僅 ${count(n)} 人每項都評`),
      'constant-answers': () => '有一項只有一個值',
      collinear: () => '各項同步變動',
    },
    ownSatisfaction: '滿意度界線',
    ownImportance: '重要性界線',
    xAxis: (min, max) => `滿意度，${scaleText(min, max)} 分平均 →`,
    yAxis: {
      stated: (min, max) => `↑ 重要性（直接詢問）：${scaleText(min, max)} 分平均`,
      correlation: (outcome) =>
        `↑ 重要性（推導）：與${outcome === 'csat' ? '整體滿意度' : '推薦意願'}的相關係數 r`,
      'relative-weight': (outcome) =>
        `↑ 重要性（推導）：對${outcome === 'csat' ? '整體滿意度' : '推薦意願'}的相對權重，%`,
      regression: (outcome) =>
        `↑ 重要性（推導）：對${outcome === 'csat' ? '整體滿意度' : '推薦意願'}的標準化迴歸係數 β`,
      picks: () => '↑ 重要性：受訪者中選為重點的比例，%',
    },
    line: { mean: '各項平均', median: '各項中位數', midpoint: '量表中點', own: '自訂界線' },
    describe: (verdict, first, undecided) =>
      [
        verdict,
        first.length === 0 ? '' : `急需改進：${list(first)}`,
        undecided.length === 0 ? '' : `未定：${list(undecided)}`,
        '全部數字見表',
      ]
        .filter((part) => part !== '')
        .join('。') + '。',
    certaintyOfQuadrant: '象限把握',
    certainty: '把握',
    undecided: '未定',
    asDrawn: '所在象限',
    satisfactionShort: '滿意',
    importanceShort: {
      ...{ stated: '重要', picks: '選為重點', correlation: 'r' },
      ...{ 'relative-weight': '權重', regression: 'β' },
    },
    undecidedIn: (quadrant) => `未定：${quadrant}`,
    checkDirection: 'r 為負：請檢查量表方向',
    columns: {
      attribute: '項目',
      quadrant: '象限',
      certainty: '把握',
      satisfaction: '滿意度',
      interval: `95${THIN_GAP}%`,
      n: 'n',
      importance: {
        stated: '重要性',
        correlation: '重要性 r',
        'relative-weight': `重要性，權重${THIN_GAP}%`,
        regression: '重要性 β',
        picks: `選為重點，%`,
      },
      weight: `相對權重，%`,
    },
    sortBy: (column) => `按${column}排序`,
    note: (options) =>
      [
        `穿過各點的線：兩軸 95${THIN_GAP}% 區間。`,
        `實心：所在象限把握不低於 ${percent(options.certaintyMin)}。空心：未定，百分數為把握。`,
        options.weight ? '把握為近似值：權重的誤差取自答卷的 64 個分組。' : '',
        options.median
          ? '把握由抽樣誤差的 10,000 次抽取得出，每次重算中位數。'
          : '把握由兩軸與十字線的抽樣誤差算出。',
        options.small ? '虛線：不足 30 份，一律空心。' : '',
        options.cut ? `座標軸按資料擷取，量表為 ${scaleText(options.min, options.max)} 分。` : '',
        '各項僅由評價過的人評分。',
      ].join(''),
    isoNote: '斜虛線：重要性減滿意度與十字線交點處相同；越在其上方，差距越大。',
    midpointNote: '推導的重要性沒有中點，其界線取平均。',
    tooFew: (n) => `回答太少，不繪圖：每項至少要 ${count(n)} 份`,
    none: '沒有可以繪製的項',
    answers: (items) => `${list(items.map(({ name, n }) => `${name}（${count(n)} 份）`))}。`,
    notDrawn: (items) =>
      `未繪製：${items
        .map(({ name, n, reason }) => {
          const why = {
            'too-few-answers': `${count(n)} 份，10 份起繪製`,
            'no-importance': '無法給出重要性',
            'other-scale': '量表不同',
          }[reason];
          return `${name}（${why}）`;
        })
        .join('、')}。`,
    tableNote: (satisfaction, importance) =>
      `十字線：滿意度 ${satisfaction}，重要性 ${importance}。順序：急需改進，未定（按落入急需改進區的可能），其餘。點選欄名可排序；CSV 為未四捨五入的數字。`,
    weights: {
      'too-few-complete': (n) => `相對權重需要更多每項都評的人；現有 ${count(n)} 人。`,
      'constant-answers': () => '相對權重需要有差異的回答；有一項只有一個值。',
      collinear: () => '各項同步變動，無法分出相對權重。',
      kept: (n, kept) => `相對權重依據每項都評的 ${count(n)} 人，佔整體題作答者的 ${percent(kept)}。`,
    },
  },
  rejected: {
    name: '剔除',
    verdict: (cells, rows) => {
      const parts = [
        ...(cells > 0 ? [`${count(cells)} 個儲存格`] : []),
        ...(rows > 0 ? [`${count(rows)} 列`] : []),
      ];
      return `${parts.join('、')}沒有計入`;
    },
    what: '沒有更正，也沒有猜測。請改正檔案中的錯誤後再次拖入；其餘回答全部計入。',
    columns: { file: '檔案', line: '行', column: '欄', value: '值', reason: '原因' },
    wholeRow: '整列',
    more: (shown, all) => `共 ${count(all)} 處，列出 ${count(shown)} 處。`,
    show: '展開清單',
    download: '下載清單',
    reason: ({ code, low, high }: Rejection): string =>
      ({
        'off-scale': `不是 ${low ?? ''} 到 ${high ?? ''} 的整數`,
        ragged: `有 ${low ?? ''} 格，而標題列有 ${high ?? ''} 格`,
        'open-quote': '引號沒有閉合',
        'stray-quote': '引號位置不對',
        nul: '含有 NUL 位元組',
        'row-too-long': '長於 4 MB',
        encoding: '不是 UTF-8；請將檔案存為 UTF-8',
        'bad-status': '不是狀態：shown、dismissed、partial、completed 之一',
        'bad-time': '不是時間，如 2026-03-01T10:00:00Z',
        'bad-sample': '不是大於 0、至多為 1 的比例',
        'bad-duration': '不是整數毫秒',
        'no-id': '沒有 id',
        'bad-id': 'id 長於 4,096 位元組',
        'bad-mean': `不是 ${low ?? ''} 到 ${high ?? ''} 之間的數`,
        'bad-revision': 'revision 不是從 1 起的整數',
        'bad-version': '所用格式版本本報告不認識',
        'header-again': '又一次出現標題列',
        conflict: 'id 與 revision 同前面一列，而回答不同；以第一列為準',
        'not-json': '不是 JSON',
        'not-a-record': '不是答卷紀錄',
      })[code],
  },
  notices: {
    name: '讀取情況',
    repeated: (n) => `有 ${count(n)} 列是同一筆紀錄的舊版或副本；每筆紀錄只計一次。`,
    summaries: (lacking) =>
      `資料來自彙總，只有計數，沒有逐份答卷。${lacking.length > 0 ? `無法據此繪製：${list(lacking)}。` : ''}要看這些，或依不滿一月的時段、同時依兩個欄位、依欄位和時段篩選，需要答卷本身。`,
    comments: (names) => `意見不計入任何數字：${list(names)}。`,
    unknown: (names) => `未使用，因為沒有說明是什麼：${list(names)}。請把問卷檔案一併拖入。`,
    unnamed: (example) => `各項以編號顯示，如 ${example}。把問卷檔案一併拖入，就能看到名稱。`,
    doubled: (names) => `標題列中出現兩次，以第一次為準：${list(names)}。`,
    missing: (names) => `檔案中沒有：${list(names)}。`,
  },
  problems: {
    name: '未能讀取的檔案',
    title: (file, code) =>
      ({
        empty: `${file} 是空的`,
        workbook: `${file} 是活頁簿，不是表格文字`,
        binary: `${file} 不是文字檔案`,
        encoding: `${file} 不是 UTF-8 編碼`,
        'no-rows': `${file} 裡沒有答卷`,
        'no-id-column': `${file} 沒有「id」欄`,
        'no-survey': `${file} 不是答卷匯出檔案`,
        'bad-questionnaire': `${file} 裡的問卷有錯誤`,
        'bad-mapping': `${file} 裡的欄位對應有錯誤`,
        'bad-summary': `${file} 裡的彙總有錯誤`,
        overlapping: `${file} 與其他檔案含有相同的答卷`,
        'unknown-json': `${file} 裡既沒有答卷，也沒有問卷`,
        unreadable: `${file} 無法讀取`,
      })[code],
    remedy: (code) =>
      ({
        empty: '請重新匯出，並確認該時段有答卷。',
        workbook: '請把工作表另存為 CSV（UTF-8）後拖入。',
        binary: '請拖入問卷的 CSV 或 NDJSON 匯出檔案。',
        encoding: '請另存為「CSV UTF-8」後再次拖入，以免名稱顯示錯誤。',
        'no-rows': '請重新匯出，並確認該時段有答卷。',
        'no-id-column': '沒有 id，重複到達的答卷會被計兩次。請拖入未刪欄的原始匯出檔案。',
        'no-survey': '請拖入收集服務匯出的 CSV 或 NDJSON。',
        'bad-questionnaire': '請改正下面列出的錯誤；答卷已在沒有它的情況下讀取。',
        'bad-mapping': '請改正下面列出的錯誤；表格已在沒有它的情況下讀取。',
        'bad-summary': '請從答卷重新產生彙總；其餘檔案已在沒有它的情況下讀取。',
        overlapping: '為免重複計數，已略過此檔案。請將這些答卷合在一起重新彙總。',
        'unknown-json': '請拖入 NDJSON 匯出檔案，或含「questions」的問卷。',
        unreadable: '讀取時檔案被移動、更改或鎖定。請再次拖入。',
      })[code],
    found: (names) => `找到的欄：${names.join('、')}`,
    versions: '這份問卷的各版本不能合併',
    internal: '本頁出了錯',
    internalRemedy: '您的檔案完好。請重新載入本頁再拖入；若再次出現，請告知我們。',
  },
  table: { scroll: '表格，可橫向捲動', swipe: '表格可橫向捲動 →' },
  foot: '全部在本頁讀取和計數。沒有傳送任何內容。',
};
