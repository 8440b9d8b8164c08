import type { ByLanguage } from './by-language.ts';

/** What an example is called, the two sentences that say what it shows, and where it comes from. */
interface ExampleWords {
  readonly name: string;
  readonly shows: string;
  readonly origin: string;
}

interface Words {
  readonly title: string;
  readonly martillaJames: ExampleWords;
  /** Reports beside the page, by the names of their files. */
  readonly files: Readonly<Record<'sfo_2017' | 'sfo_trend_2010_2018' | 'asap_reviews_zh', ExampleWords>>;
  readonly table: string;
  readonly mapping: string;
  readonly beside: string;
}

const en: Words = {
  title: 'Or look at an example',
  martillaJames: {
    name: 'The first matrix, 1977',
    shows:
      'Customers of a car dealer rate 14 parts of its service for importance and performance; prices and work done right the first time come first. Only the means were printed, so no point has an interval.',
    origin: 'Martilla, James (1977), Journal of Marketing 41(1), table 1',
  },
  files: {
    sfo_2017: {
      name: 'An airport, 2017',
      shows:
        '2,831 passengers rate 14 services, and importance is derived from how each goes with overall satisfaction. Five services belong in “improve first” with over 90 % certainty; filters and segments tell passengers apart.',
      origin: 'San Francisco International Airport, DataSF open data',
    },
    sfo_trend_2010_2018: {
      name: 'The same airport, 2010–2018',
      shows:
        '28,665 answers of nine yearly surveys make a trend with its intervals. The share of satisfied passengers grew from 75 % to 82 % in 2017, and fell to 78 % a year later.',
      origin: 'San Francisco International Airport, DataSF open data',
    },
    asap_reviews_zh: {
      name: 'Restaurant reviews in Chinese',
      shows:
        '300 reviews with their stars show comments in Chinese: search, themes, and the words that set low scores apart. Readers judged 18 aspects in them, of which the waiters come first.',
      origin: 'ASAP, Bu et al. (2021), Meituan-Dianping, Apache-2.0',
    },
  },
  table: 'Table (CSV)',
  mapping: 'Mapping (JSON)',
  beside:
    'The last three are files in the folder “examples” beside this page, with origin and licence of each; they open without a connection too.',
};

const simplified: Words = {
  title: '或者先看一个示例',
  martillaJames: {
    name: '最早的四方图，1977 年',
    shows:
      '一家汽车经销商的顾客就 14 项服务评价重要性与表现；首先要改进的是价格和“一次修好”。论文只刊出均值，因此各点没有区间。',
    origin: 'Martilla、James（1977），Journal of Marketing 41(1)，表 1',
  },
  files: {
    sfo_2017: {
      name: '一座机场，2017 年',
      shows:
        '2,831 位旅客评价 14 项服务，重要性由各项与总体满意度的相关推得。有五项落在急需改进区，把握均在 90 % 以上；还可按旅客类型筛选和比较。',
      origin: '旧金山国际机场，DataSF 开放数据',
    },
    sfo_trend_2010_2018: {
      name: '同一座机场，2010–2018 年',
      shows:
        '九次年度调查的 28,665 份答卷连成带区间的趋势。满意的旅客由 75 % 升至 2017 年的 82 %，次年降到 78 %。',
      origin: '旧金山国际机场，DataSF 开放数据',
    },
    asap_reviews_zh: {
      name: '中文餐厅点评',
      shows:
        '300 条带星级的点评展示中文评论的用法：搜索、主题，以及低分评论特有的词语。点评经人工标注 18 个方面，最该先改进的是服务人员态度。',
      origin: 'ASAP，Bu 等（2021），美团点评，Apache-2.0',
    },
  },
  table: '表格（CSV）',
  mapping: '列义对应（JSON）',
  beside: '后三个示例是本页旁边 “examples” 文件夹里的文件，内附各自的来源与许可；同样无需联网即可打开。',
};

const traditional: Words = {
  title: '或者先看一個範例',
  martillaJames: {
    name: '最早的四方圖，1977 年',
    shows:
      '一家汽車經銷商的顧客就 14 項服務評價重要性與表現；首先要改進的是價格和「一次修好」。論文只刊出平均值，因此各點沒有區間。',
    origin: 'Martilla、James（1977），Journal of Marketing 41(1)，表 1',
  },
  files: {
    sfo_2017: {
      name: '一座機場，2017 年',
      shows:
        '2,831 位旅客評價 14 項服務，重要性由各項與整體滿意度的相關推得。有五項落在急需改進區，把握均在 90 % 以上；還可按旅客類型篩選和比較。',
      origin: '舊金山國際機場，DataSF 開放資料',
    },
    sfo_trend_2010_2018: {
      name: '同一座機場，2010–2018 年',
      shows:
        '九次年度調查的 28,665 份答卷連成帶區間的趨勢。滿意的旅客由 75 % 升至 2017 年的 82 %，次年降到 78 %。',
      origin: '舊金山國際機場，DataSF 開放資料',
    },
    asap_reviews_zh: {
      name: '中文餐廳評論',
      shows:
        '300 則帶星等的評論展示中文意見的用法：搜尋、主題，以及低分評論特有的詞語。評論經人工標註 18 個面向，最該先改進的是服務人員態度。',
      origin: 'ASAP，Bu 等（2021），美團點評，Apache-2.0',
    },
  },
  table: '表格（CSV）',
  mapping: '欄義對應（JSON）',
  beside: '後三個範例是本頁旁邊「examples」資料夾裡的檔案，內附各自的來源與授權；同樣無需連線即可開啟。',
};

/** The words of the examples on the empty page. */
export const examples: ByLanguage<Words> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
