import type { Rejection } from '../engine/rejections.ts';
import { CERTAINTY_CAPPED_ABOVE, certainty, count, percent, THIN_GAP, scaleText } from '../format/numbers.ts';
import type { Strings } from './en.ts';

function list(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join('、')}与${names[names.length - 1]}`;
}

function atLeast(least: number): string {
  return least > CERTAINTY_CAPPED_ABOVE ? `高于 99${THIN_GAP}%` : `不低于 ${certainty(least)}`;
}

/** From one day to another, in either Chinese script. */
export function period(from: number, until: number): string {
  const a = new Date(from);
  const b = new Date(until);
  const [y, m, d] = [a.getUTCFullYear(), a.getUTCMonth() + 1, a.getUTCDate()];
  const [toY, toM, toD] = [b.getUTCFullYear(), b.getUTCMonth() + 1, b.getUTCDate()];
  const start = `${y} 年 ${m} 月 ${d}`;
  if (y !== toY) return `${start} 日至 ${toY} 年 ${toM} 月 ${toD} 日`;
  if (m !== toM) return `${start} 日至 ${toM} 月 ${toD} 日`;
  return d === toD ? `${start} 日` : `${start}–${toD} 日`;
}

/** All words of the page in simplified Chinese. */
export const zhCN: Strings = {
  locale: 'zh-CN',
  title: 'Fourfold 报告',
  list,
  sentences: (parts) => parts.join(''),
  period,
  header: { add: '添加文件', print: '打印', language: '语言', skip: '跳到报告' },
  empty: {
    title: '把答卷文件拖到这里',
    promise:
      '几秒钟后就能看到先改进什么，以及有多大把握。不发送任何内容：本页没有网络连接，文件始终留在这台电脑上。',
    choose: '选择文件',
    several: '可以一次放入多个文件；把问卷文件一并放入，各项就有名称。也可以直接粘贴电子表格里的表格。',
    columns: [
      {
        title: '能读什么',
        rows: [
          ['各种答卷表格，列义由您确认', 'CSV、TSV'],
          ['Fourfold 导出文件、问卷', 'CSV、JSON'],
          ['编码', 'UTF-8、UTF-16、GB 18030'],
        ],
      },
      {
        title: '文件里要有什么',
        rows: [
          ['各项的满意度', '必需'],
          ['总体满意度，或 0–10 推荐意愿', '必需'],
          ['各项的重要性', '更好'],
        ],
      },
      {
        title: '什么留在这里',
        rows: [
          ['读取、计数、绘图', '都在本页'],
          ['网络连接', '不允许'],
          ['评论', '在本页显示，绝不发送'],
        ],
      },
    ],
    drop: '松开即可读取',
    axes: ['满意度 →', '重要性 →'],
  },
  reading: {
    title: (share) => `正在读取，${share}`,
    counting: '正在统计',
    cancel: '取消',
    rows: (rows, expected) =>
      expected === undefined || expected <= rows
        ? `${count(rows)} 条记录`
        : `约 ${count(expected)} 条记录中的 ${count(rows)} 条`,
    rejected: (n) => `剔除 ${count(n)} 处`,
    left: {
      moment: () => '还需不到 1 秒',
      s: (n) => `还需约 ${count(n)} 秒`,
      min: (n) => `还需约 ${count(n)} 分钟`,
    },
    usable: '页面可照常使用',
    first: '初步数字',
    settle: '依据已读取的行；读完之前还会变动。',
    none: '已读取的行里还没有回答',
    byAttribute: '各项满意度（读取中）',
    hollow: '读完之前为空心',
    axis: (min, max) => `${scaleText(min, max)} 分均值（读取中）`,
    noVerdict: '读完之前不分象限、不下结论：十字线取决于每一行。',
  },
  provenance: {
    answers: (n) => `${count(n)} 份答卷`,
    attributes: (n) => `${count(n)} 项`,
    version: (version) => `第 ${version} 版`,
    others: (audience, n) => `另有 ${audience} 的 ${count(n)} 份不计入`,
    survey: '问卷',
    versions: '版本',
    allVersions: '全部版本',
    choice: (name, records) => `${name}（${count(records)}）`,
  },
  verdict: {
    first: (names) => `先改进：${list(names)}`,
    rest: (names) => `${list(names)}紧随其后。`,
    why: (many, crosshair, importance, outcome) => {
      const below = {
        mean: '低于各项平均',
        median: '低于各项中位数',
        midpoint: '低于量表中点',
        own: '低于您定的线',
      }[crosshair];
      const subject = many ? '这几项' : '这一项';
      const whole = outcome === 'csat' ? '总体满意度' : '推荐意愿';
      return importance === 'stated'
        ? `${subject}满意度${below}，而顾客认为其重要性高于多数其他项。`
        : `${subject}满意度${below}，而与${whole}的关系强于多数其他项。`;
    },
    contested: (items, also) =>
      `${list(items.map(({ name, chance }) => `${name}（${chance}）`))}${also ? '也可能属于此区' : '可能属于急需改进区'}，但凭这些答卷还不能断定。`,
    fewAnswers: (names) => `${list(names)}也在此区，但不足 30 份回答，尚不能定。`,
    closest: (name) => `尚无一项能断定为急需改进；最接近的是${name}`,
    nothingFirst: '没有哪一项突出地急需改进',
    advantage: (names) => `重要且满意：${list(names)}。`,
    undecided: (n) => `有 ${count(n)} 项尚不能定；更多答卷可以分清。`,
    both: (csat, nps) => `${csat} 满意；净推介值 NPS ${nps}`,
    csat: (csat) => `${csat} 满意`,
    nps: (nps) => `净推介值 NPS ${nps}`,
    tooFew: (n) => `${count(n)} 份答卷：太少，还说不出先改进什么`,
    tooFewWhy: '10 份以上才绘图，29 份以下为空心。',
    noMatrix: '没有四方图：至少要有两项，各由 10 人以上评价满意度。',
    noOutcome:
      '没有四方图：既未询问重要性，又没有总体题可供推导。请加问总体满意度；如是您自己的表格，请在“列的含义”中指明哪一列是。',
    lowest: (name, value, min, max) => `评分最低：${name}，${value}（${scaleText(min, max)} 分）`,
    nothing: '没有可以绘制的回答',
    nothingWhy: '各行里没有本报告认识的量表题回答。',
    unknownWhy:
      '没有哪一题被认作总体满意度、推荐意愿或某项的满意度。如是您自己的表格，请在“列的含义”中指明。',
  },
  overview: {
    name: '概览',
    nps: '净推介值 NPS',
    npsBar: (detractors, promoters) => `贬损 ${detractors} · 推介 ${promoters}`,
    csat: (from, max) => `满意度 CSAT（${from}–${max} 分）`,
    csatBar: (low, top, max) => `1–2 分 ${low} · ${max} 分 ${top}`,
    mean: (min, max) => `总体评分（${scaleText(min, max)} 均值）`,
    ends: ['非常不满意', '非常满意'],
    satisfiedNotLoyal: '满意但不忠诚',
    satisfiedNotLoyalNote: (from, max, upTo) => `CSAT ${from}–${max} 分而 NPS ≤ ${upTo}，占两题均答者。`,
    ofSatisfied: (share) => `占满意者的 ${share}。`,
    responseRate: '回收率',
    responseNote: (completed, shown) => `展示 ${count(shown)} 次，完成 ${count(completed)} 份。`,
    completion: (share) => `占开始作答者的 ${share}。`,
    open: (n) => `最近半小时的 ${count(n)} 次展示不计入。`,
    fewer: (n) => (n === 0 ? '尚无回答' : `${count(n)} 份回答`),
    otherScale: '量表为 1 到 10：请先在“列的含义”中指明算作 NPS。',
    needed: (n) => `至少要有 ${count(n)} 份才有数字。`,
    noneBoth: '需有两人两题均答。',
    none: '文件中没有',
    noneNote: {
      nps: '需有 0–10 题：您会推荐我们吗？',
      csat: '需有总体题：您有多满意？',
      mean: '需有总体题：您有多满意？',
      satisfiedNotLoyal: '需有人两题均答。',
      responseRate: '需每次展示各有一行记录。',
    },
    tooFew: (n) => `${count(n)} 份回答：太少，不绘图`,
    small: '小样本',
  },
  quadrants: {
    'improve-first': '急需改进区',
    advantage: '竞争优势区',
    'improve-later': '次要改进区',
    'nice-to-have': '锦上添花区',
  },
  panel: {
    chart: '图',
    table: '表',
    view: '视图',
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
    json: 'JSON',
    measure: '指标',
  },
  matrix: {
    name: '四方图：重要性与满意度',
    verdict: (first, inAll, least, undecided) => {
      const open = undecided === 0 ? '' : `；另有 ${count(undecided)} 项尚不能定`;
      if (first === 0 || least === undefined)
        return `${count(inAll)} 项中没有一项能断定落在急需改进区${open}`;
      const all = first === 1 ? '' : '均';
      return `${count(inAll)} 项中有 ${count(first)} 项落在急需改进区，把握${all}${atLeast(least)}${open}`;
    },
    crosshair: '十字线',
    crosshairs: { mean: '均值', median: '中位数', midpoint: '量表中点', own: '自定' },
    importance: '重要性',
    importances: {
      correlation: '相关系数',
      'relative-weight': '相对权重',
      regression: '回归系数',
      stated: '直接询问',
      picks: '选出的重点',
    },
    notAsked: '未问',
    noOutcome: '没有总体题',
    weightRefused: {
      'too-few-complete': (n) => (n === 0 ? '无人每项都评' : `仅 ${count(n)} 人每项都评`),
      'constant-answers': () => '有一项只有一个值',
      collinear: () => '各项同步变动',
    },
    ownSatisfaction: '满意度界线',
    ownImportance: '重要性界线',
    xAxis: (min, max) => `满意度，${scaleText(min, max)} 分均值 →`,
    yAxis: {
      stated: (min, max) => `↑ 重要性（直接询问）：${scaleText(min, max)} 分均值`,
      correlation: (outcome) =>
        `↑ 重要性（推导）：与${outcome === 'csat' ? '总体满意度' : '推荐意愿'}的相关系数 r`,
      'relative-weight': (outcome) =>
        `↑ 重要性（推导）：对${outcome === 'csat' ? '总体满意度' : '推荐意愿'}的相对权重，%`,
      regression: (outcome) =>
        `↑ 重要性（推导）：对${outcome === 'csat' ? '总体满意度' : '推荐意愿'}的标准化回归系数 β`,
      picks: () => '↑ 重要性：受访者中选为重点的比例，%',
    },
    line: { mean: '各项均值', median: '各项中位数', midpoint: '量表中点', own: '自定界线' },
    describe: (verdict, first, undecided) =>
      [
        verdict,
        first.length === 0 ? '' : `急需改进：${list(first)}`,
        undecided.length === 0 ? '' : `未定：${list(undecided)}`,
        '全部数字见表',
      ]
        .filter((part) => part !== '')
        .join('。') + '。',
    certaintyOfQuadrant: '象限把握',
    certainty: '把握',
    undecided: '未定',
    asDrawn: '所在象限',
    satisfactionShort: '满意',
    importanceShort: {
      ...{ stated: '重要', picks: '选为重点', correlation: 'r' },
      ...{ 'relative-weight': '权重', regression: 'β' },
    },
    undecidedIn: (quadrant) => `未定：${quadrant}`,
    checkDirection: 'r 为负：请检查量表方向',
    columns: {
      attribute: '项目',
      quadrant: '象限',
      certainty: '把握',
      satisfaction: '满意度',
      interval: `95${THIN_GAP}%`,
      n: 'n',
      importance: {
        stated: '重要性',
        correlation: '重要性 r',
        'relative-weight': `重要性，权重${THIN_GAP}%`,
        regression: '重要性 β',
        picks: `选为重点，%`,
      },
      weight: `相对权重，%`,
    },
    sortBy: (column) => `按${column}排序`,
    note: (options) =>
      [
        `穿过各点的线：两轴 95${THIN_GAP}% 区间。`,
        `实心：所在象限把握不低于 ${percent(options.certaintyMin)}。空心：未定，百分数为把握。`,
        options.weight ? '把握为近似值：权重的误差取自答卷的 64 个分组。' : '',
        options.median
          ? '把握由抽样误差的 10,000 次抽取得出，每次重算中位数。'
          : '把握由两轴与十字线的抽样误差算出。',
        options.small ? '虚线：不足 30 份，一律空心。' : '',
        options.cut ? `坐标轴按数据截取，量表为 ${scaleText(options.min, options.max)} 分。` : '',
        '各项仅由评价过的人评分。',
      ].join(''),
    isoNote: '斜虚线：重要性减满意度与十字线交点处相同；越在其上方，差距越大。',
    midpointNote: '推导的重要性没有中点，其界线取均值。',
    tooFew: (n) => `回答太少，不绘图：每项至少要 ${count(n)} 份`,
    none: '没有可以绘制的项',
    answers: (items) => `${list(items.map(({ name, n }) => `${name}（${count(n)} 份）`))}。`,
    notDrawn: (items) =>
      `未绘制：${items
        .map(({ name, n, reason }) => {
          const why = {
            'too-few-answers': `${count(n)} 份，10 份起绘制`,
            'no-importance': '无法给出重要性',
            'other-scale': '量表不同',
          }[reason];
          return `${name}（${why}）`;
        })
        .join('、')}。`,
    tableNote: (satisfaction, importance) =>
      `十字线：满意度 ${satisfaction}，重要性 ${importance}。顺序：急需改进，未定（按落入急需改进区的可能），其余。点击列名可排序；CSV 为未舍入的数字。`,
    weights: {
      'too-few-complete': (n) => `相对权重需要更多每项都评的人；现有 ${count(n)} 人。`,
      'constant-answers': () => '相对权重需要有差异的回答；有一项只有一个值。',
      collinear: () => '各项同步变动，无法分出相对权重。',
      kept: (n, kept) => `相对权重依据每项都评的 ${count(n)} 人，占总体题作答者的 ${percent(kept)}。`,
    },
  },
  rejected: {
    name: '剔除',
    verdict: (cells, rows) => {
      const parts = [
        ...(cells > 0 ? [`${count(cells)} 个单元格`] : []),
        ...(rows > 0 ? [`${count(rows)} 行`] : []),
      ];
      return `${parts.join('、')}没有计入`;
    },
    what: '没有更正，也没有猜测。请改正文件中的错误后再次拖入；其余回答全部计入。',
    columns: { file: '文件', line: '行', column: '列', value: '值', reason: '原因' },
    wholeRow: '整行',
    more: (shown, all) => `共 ${count(all)} 处，列出 ${count(shown)} 处。`,
    show: '展开清单',
    download: '下载清单',
    reason: ({ code, low, high }: Rejection): string =>
      ({
        'off-scale': `不是 ${low ?? ''} 到 ${high ?? ''} 的整数`,
        ragged: `有 ${low ?? ''} 格，而表头有 ${high ?? ''} 格`,
        'open-quote': '引号没有闭合',
        'stray-quote': '引号位置不对',
        nul: '含有 NUL 字节',
        'row-too-long': '长于 4 MB',
        encoding: '不是 UTF-8；请将文件存为 UTF-8',
        'bad-status': '不是状态：shown、dismissed、partial、completed 之一',
        'bad-time': '不是时间，如 2026-03-01T10:00:00Z',
        'bad-sample': '不是大于 0、至多为 1 的比例',
        'bad-duration': '不是整数毫秒',
        'no-id': '没有 id',
        'bad-id': 'id 长于 4,096 字节',
        'bad-mean': `不是 ${low ?? ''} 到 ${high ?? ''} 之间的数`,
        'bad-revision': 'revision 不是从 1 起的整数',
        'bad-version': '所用格式版本本报告不认识',
        'header-again': '又一次出现表头',
        conflict: 'id 与 revision 同前面一行，而回答不同；以第一行为准',
        'not-json': '不是 JSON',
        'not-a-record': '不是答卷记录',
      })[code],
  },
  notices: {
    name: '读取情况',
    repeated: (n) => `有 ${count(n)} 行是同一记录的旧版或副本；每份记录只计一次。`,
    summaries: (lacking) =>
      `数据来自汇总，只有计数，没有逐份答卷。${lacking.length > 0 ? `无法据此绘制：${list(lacking)}。` : ''}要看这些，或按不满一月的时段、同时按两个字段、按字段和时段筛选，需要答卷本身。`,
    comments: (names) => `评论不计入任何数字：${list(names)}。`,
    unknown: (names) => `未使用，因为没有说明是什么：${list(names)}。请把问卷文件一并拖入。`,
    unnamed: (example) => `各项以编号显示，如 ${example}。把问卷文件一并拖入，就能看到名称。`,
    doubled: (names) => `表头中出现两次，以第一次为准：${list(names)}。`,
    missing: (names) => `文件中没有：${list(names)}。`,
  },
  problems: {
    name: '未能读取的文件',
    title: (file, code) =>
      ({
        empty: `${file} 是空的`,
        workbook: `${file} 是工作簿，不是表格文本`,
        binary: `${file} 不是文本文件`,
        encoding: `${file} 不是 UTF-8 编码`,
        'no-rows': `${file} 里没有答卷`,
        'no-id-column': `${file} 没有“id”列`,
        'no-survey': `${file} 不是答卷导出文件`,
        'bad-questionnaire': `${file} 里的问卷有错误`,
        'bad-mapping': `${file} 里的列映射有错误`,
        'bad-summary': `${file} 里的汇总有错误`,
        overlapping: `${file} 与其他文件含有相同的答卷`,
        'unknown-json': `${file} 里既没有答卷，也没有问卷`,
        unreadable: `${file} 无法读取`,
      })[code],
    remedy: (code) =>
      ({
        empty: '请重新导出，并确认该时段有答卷。',
        workbook: '请把工作表另存为 CSV（UTF-8）后拖入。',
        binary: '请拖入问卷的 CSV 或 NDJSON 导出文件。',
        encoding: '请另存为“CSV UTF-8”后再次拖入，以免名称显示错误。',
        'no-rows': '请重新导出，并确认该时段有答卷。',
        'no-id-column': '没有 id，重复到达的答卷会被计两次。请拖入未删列的原始导出文件。',
        'no-survey': '请拖入收集服务导出的 CSV 或 NDJSON。',
        'bad-questionnaire': '请改正下面列出的错误；答卷已在没有它的情况下读取。',
        'bad-mapping': '请改正下面列出的错误；表格已在没有它的情况下读取。',
        'bad-summary': '请从答卷重新生成汇总；其余文件已在没有它的情况下读取。',
        overlapping: '为免重复计数，已略过此文件。请将这些答卷合在一起重新汇总。',
        'unknown-json': '请拖入 NDJSON 导出文件，或含“questions”的问卷。',
        unreadable: '读取时文件被移动、更改或锁定。请再次拖入。',
      })[code],
    found: (names) => `找到的列：${names.join('、')}`,
    versions: '这份问卷的各版本不能合并',
    internal: '本页出了错',
    internalRemedy: '您的文件完好。请重新载入本页再拖入；若再次出现，请告知我们。',
  },
  table: { scroll: '表格，可横向滚动', swipe: '表格可横向滚动 →' },
  foot: '全部在本页读取和计数。没有发送任何内容。',
};
