import type { Aspect } from '../../../shared/questionnaire/questionnaire.ts';

/** What a column's name says of it, as far as names do. */
export type NamedRole =
  | 'id'
  | 'weight'
  | 'time'
  | 'period'
  | 'duration'
  | 'nps'
  | 'csat'
  | 'ces'
  | 'comment'
  | 'touchpoint'
  | 'audience'
  | 'pick'
  | 'attribute'
  | 'answers'
  | 'segment';

const NAMES: readonly (readonly [NamedRole, RegExp])[] = [
  [
    'pick',
    /^(top|pick|priority|choice|emphasis)[ _-]?\d|\b\d[ _-]?(st|nd|rd|th)?[ _-]?(priority|pick|choice)|第[一二三]重要/,
  ],
  [
    'id',
    /^(id|uuid|guid|row|resp(ondent)?|case|record|interview|answer|response)?[ _-]?(id|uuid|num|nr|no|number)?$|^identificador$|^(序号|编号|答卷编号|问卷编号|答题序号|用户id|受访者编号)$/,
  ],
  [
    'weight',
    /^(w|wt|wgt|weight|weights|weighting|peso|poids|gewicht)([ _-]|$)|[ _-](weight|wgt|wt)$|权重|加权|權重/,
  ],
  ['duration', /duration|seconds|time[ _-]?taken|time[ _-]?spent|耗时|用时|答题时长|所用时间/],
  ['time', /date|time|timestamp|submitted|created|日期|时间|時間/],
  [
    'period',
    /^(year|month|quarter|week|wave|period|round|jahr|a[nñ]o)$|^(年|年份|月|月份|季度|波次|期次|轮次)$/,
  ],
  ['nps', /(^|[ _-])nps([ _-]|$)|net[ _-]?pro|recommend|推荐|推薦/],
  [
    'csat',
    /(^|[ _-])csat([ _-]|$)|overall|(general|customer|guest|total)[ _-]?satisf|(^|[ _-])all$|^(satisfaction|satisfied|stars?|rating)$|^(总体|整体|總體|整體)|总满意|^(满意度|评分|星级|滿意度)$/,
  ],
  ['ces', /(^|[ _-])(ces|effort)([ _-]|$)|费力|省力|费劲/],
  [
    'comment',
    /comment|verbatim|feedback|remark|suggest|reason|free[ _-]?text|^why$|评论|评价内容|意见|建议|留言|原因|反馈|評論|意見/,
  ],
  ['touchpoint', /touch[ _-]?point|journey|stage$|触点|接触点|环节|阶段|觸點/],
  ['audience', /^(audience|respondent[ _-]?type)$|^(受众|答题人身份)$/],
  ['attribute', /^(attribute|item|service|feature|aspect)s?$|^(属性|指标|项目|题项|屬性)$/],
  ['answers', /^(n|base|answers|responses|count)$|^(样本量|人数|回答数)$/],
  [
    'segment',
    /(^|[ _-])(age|gender|sex|region|city|country|district|area|zone|branch|department|tier|segment|group|class|type|language|locale|method|channel|device)([ _-]|$)|年龄|性别|地区|城市|等级|会员|类型|渠道|语言/,
  ],
];

/**
 * What a column's name says it is; undefined when it says nothing.
 *
 * @param name in English or Chinese, with a question's number before it or not
 * @example namedRole('Q12_Likelihood to recommend') // 'nps'
 * @example namedRole('q7_art') // undefined
 */
export function namedRole(name: string): NamedRole | undefined {
  const plain = plainName(name);
  return NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Beginnings or ends that say what was asked of the rest of the name. */
const ASPECT_NAMES: readonly (readonly [Aspect, string])[] = [
  ['importance', 'importance|important|imp|重要性|重要程度|重要度'],
  ['satisfaction', 'satisfaction|satisfied|sat|performance|perf|满意度|满意程度|滿意度|表现'],
  ['expectation', 'expectation|expected|expect|exp|期望值|期望|期待'],
  ['perception', 'perception|perceived|perc|感知|实际感受|实际'],
];
const BETWEEN = String.raw`[ _.:：\-—/|]*`;
const PATTERNS = ASPECT_NAMES.flatMap(([aspect, words]): [Aspect, RegExp][] => [
  [
    aspect,
    new RegExp(
      String.raw`^(?:mean|avg|average)?[ _.-]*(?:${words})(?:[ _.:：\-—/|]+(?:of|with)?[ _]*|(?<=\p{Script=Han}))(.+)$`,
      'iu',
    ),
  ],
  [aspect, new RegExp(String.raw`^(.+?)(?:[ _.:：\-—/|]+|(?=\p{Script=Han}))${BETWEEN}(?:${words})$`, 'iu')],
]);

/**
 * What was asked of which attribute, where a name says both.
 *
 * @example namedAspect('imp_Q1') // { aspect: 'importance', attribute: 'Q1' }
 * @example namedAspect('停车满意度') // { aspect: 'satisfaction', attribute: '停车' }
 */
export function namedAspect(
  name: string,
): { readonly aspect: Aspect; readonly attribute: string } | undefined {
  for (const [aspect, pattern] of PATTERNS) {
    const attribute = pattern.exec(name.trim())?.[1];
    if (attribute !== undefined) return { aspect, attribute };
  }
  return undefined;
}

/**
 * The aspect that a name is, alone or as a mean.
 *
 * @example wholeAspect('mean_importance') // 'importance'
 */
export function wholeAspect(name: string): Aspect | undefined {
  const plain = name.trim().replace(/^(mean|avg|average|平均)[ _.-]*|[ _.-]*(mean|avg|均值|平均值?)$/giu, '');
  return ASPECT_NAMES.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(plain))?.[0];
}

/** A name in small letters, without the question's number before it. */
function plainName(name: string): string {
  return name
    .trim()
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/^(q|question|问题?)[ _-]?\d+[a-z]?[ _.:：、-]+(?=.)/u, '')
    .replace(/^\d+[ .:：、]+(?=.)/u, '');
}

/**
 * A short name for an attribute: without the question's number, and without what all names of its group begin with.
 *
 * @example attributeName('q7_art') // 'art'
 */
export function attributeName(name: string): string {
  return name.trim().replace(/^(q|question)\d+[a-z]?[ _.:-]+(?=.)/i, '');
}
