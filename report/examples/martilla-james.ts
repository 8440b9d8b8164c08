import { MAPPING_FORMAT, MAPPING_VERSION } from '../../shared/mapping/mapping.ts';
import type { Text } from '../../shared/questionnaire/questionnaire.ts';
import type { SourceFile } from '../engine/messages.ts';

const SURVEY = 'martilla_james_1977';

const TITLE: Text = {
  en: 'A car dealer’s service, 1977',
  'zh-CN': '汽车经销商的售后服务，1977 年',
  'zh-TW': '汽車經銷商的售後服務，1977 年',
};

/** What was asked of 284 customers: by id the mean importance and performance, and the name in each language. */
const ATTRIBUTES: readonly (readonly [id: string, string, string, en: string, cn: string, tw: string])[] = [
  ['right', '3.83', '2.63', 'Job done right the first time', '一次修好', '一次修好'],
  ['complaints', '3.63', '2.73', 'Fast action on complaints', '迅速处理投诉', '迅速處理投訴'],
  ['warranty', '3.60', '3.15', 'Prompt warranty work', '及时的保修服务', '及時的保固服務'],
  ['able', '3.56', '3.00', 'Able to do any job needed', '各种维修都能做', '各種維修都能做'],
  ['available', '3.41', '3.05', 'Service available when needed', '需要时有服务', '需要時有服務'],
  ['courteous', '3.41', '3.29', 'Courteous and friendly service', '服务礼貌友好', '服務禮貌友善'],
  ['ready', '3.38', '3.03', 'Car ready when promised', '按约定时间交车', '按約定時間交車'],
  ['necessary', '3.37', '3.11', 'Perform only necessary work', '只做必要的维修', '只做必要的維修'],
  ['prices', '3.29', '2.00', 'Low prices on service', '服务价格低', '服務價格低'],
  ['clean', '3.27', '3.02', 'Clean up after service work', '维修后清洁', '維修後清潔'],
  ['home', '2.52', '2.25', 'Convenient to home', '离家近', '離家近'],
  ['work', '2.43', '2.49', 'Convenient to work', '离工作地点近', '離工作地點近'],
  ['buses', '2.37', '2.35', 'Courtesy buses and rental cars', '接送车与租车', '接送車與租車'],
  ['notices', '2.05', '3.33', 'Send out maintenance notices', '寄送保养通知', '寄送保養通知'],
];

/**
 * The table that the matrix comes from, with the mapping and the names that explain it: means of 14 attributes on four
 * points, 4 the best.
 *
 * @see Martilla and James (1977), Importance-Performance Analysis, Journal of Marketing 41(1):77–79, table 1
 */
export function martillaJames(): SourceFile[] {
  const scale = { min: 1, max: 4 };
  const rows = ATTRIBUTES.map(([id, importance, performance]) => `${id},${importance},${performance}\n`);
  const mapping = {
    ...{ format: MAPPING_FORMAT, version: MAPPING_VERSION, survey: SURVEY, title: TITLE },
    columns: [
      { column: 'attribute', role: 'attribute' },
      { column: 'importance', role: 'mean-importance', scale },
      { column: 'performance', role: 'mean-satisfaction', scale },
    ],
  };
  const names = {
    ...{ id: SURVEY, version: 1, title: TITLE },
    questions: ATTRIBUTES.map(([id, , , en, cn, tw]) => ({
      ...{ id, kind: 'rating', scale },
      label: { en, 'zh-CN': cn, 'zh-TW': tw },
    })),
  };
  return [
    textFile(`${SURVEY}.csv`, `attribute,importance,performance\n${rows.join('')}`),
    textFile(`${SURVEY}.map.json`, JSON.stringify(mapping)),
    textFile(`${SURVEY}.json`, JSON.stringify(names)),
  ];
}

function textFile(name: string, text: string): SourceFile {
  return { name, blob: new Blob([text]) };
}
