// Every kind of question in every state that looks different: the questions, and what a respondent does to get there.

const text = (en, zh, ar) => ({ en, 'zh-CN': zh, ar });
const choose = (path, value) => ({ choose: [path, value] });
const press = (part) => ({ press: part });
const write = (path, words) => ({ write: [path, words] });
const wait = (selector) => ({ wait: selector });

const ATTRIBUTES = [
  ['speed', text('Delivery on time', '按时交货', 'التسليم في الموعد')],
  ['quality', text('Quality of the goods', '商品质量', 'جودة المنتجات')],
  ['staff', text('Friendly, well-informed staff', '员工友善专业', 'موظفون ودودون وملمّون بعملهم')],
  ['price', text('Fair prices', '价格合理', 'أسعار عادلة')],
  ['returns', text('Easy returns', '退货方便', 'سهولة الإرجاع')],
].map(([id, label]) => ({ id, label }));

const NPS = { id: 'nps', kind: 'nps' };
const CSAT = { id: 'csat', kind: 'csat' };
const WHY = { id: 'why', kind: 'text' };
const CONTACT = { id: 'contact', kind: 'contact' };
const rating = (look, more) => ({
  ...{ id: 'rating', kind: 'rating', look },
  label: text('How was the coffee?', '咖啡怎么样？', 'كيف كانت القهوة؟'),
  ...(look !== 'words' && {
    anchors: { low: text('Poor', '很差', 'سيئة'), high: text('Excellent', '很好', 'ممتازة') },
  }),
  ...more,
});
const choice = (many) => ({
  ...{ id: 'choice', kind: 'choice', many, other: true },
  label: text('What did you buy?', '您买了什么？', 'ماذا اشتريت؟'),
  options: [
    { id: 'beans', label: text('Coffee beans', '咖啡豆', 'حبوب القهوة') },
    { id: 'cup', label: text('A cup of coffee', '一杯咖啡', 'فنجان قهوة') },
    { id: 'cake', label: text('Cake', '蛋糕', 'كعك') },
  ],
});
const battery = (...ask) => ({ id: 'service', kind: 'battery', ask, attributes: ATTRIBUTES });
const NOTE = {
  ...{ id: 'note', kind: 'note', label: text('Thank you for your time', '感谢您的时间', 'شكرًا على وقتك') },
  hint: text('Your next cup is on the house.', '下一杯咖啡我们请客。', 'فنجانك القادم على حسابنا.'),
};
const LEVELS = [
  text('Unacceptable', '无法接受', 'غير مقبولة'),
  text('Basic', '基本', 'أساسية'),
  text('As expected', '符合期望', 'كما هو متوقع'),
  text('As I would wish', '合乎愿望', 'كما أتمنى'),
  text('Surprising', '令人惊喜', 'مفاجِئة'),
  text('Unbelievable', '难以置信', 'لا تُصدَّق'),
];

/** `network`: `ok`, `off` for an endpoint that cannot be reached; `storage: false` for a browser that keeps nothing. `placement` where it is
 * not the usual corner. */
export const STATES = [
  { name: 'nps', questions: [NPS, WHY, CSAT] },
  { name: 'nps-chosen', questions: [NPS, WHY, CSAT], steps: [choose('nps', 9)] },
  { name: 'csat', questions: [CSAT] },
  { name: 'csat-chosen', questions: [CSAT, WHY, NPS], steps: [choose('csat', 4)] },
  { name: 'ces-chosen', questions: [{ id: 'ces', kind: 'ces' }], steps: [choose('ces', 6)] },
  {
    name: 'rating-numbers',
    questions: [rating('numbers', { scale: { min: 1, max: 10 } })],
    steps: [choose('rating', 7)],
  },
  { name: 'rating-stars', questions: [rating('stars')], steps: [choose('rating', 4)] },
  { name: 'rating-faces', questions: [rating('faces')], steps: [choose('rating', 4)] },
  {
    name: 'rating-words',
    questions: [rating('words', { scale: { min: 1, max: 6 }, words: LEVELS })],
    steps: [choose('rating', 3)],
  },
  { name: 'battery', questions: [battery('importance', 'satisfaction')] },
  {
    name: 'battery-chosen',
    questions: [CSAT, battery('importance', 'satisfaction'), WHY],
    steps: [
      press('skip'),
      wait('[data-path="service.importance.speed"]'),
      choose('service.importance.speed', 5),
      choose('service.satisfaction.speed', 2),
    ],
  },
  {
    name: 'battery-satisfaction',
    questions: [battery('satisfaction')],
    steps: [choose('service.satisfaction.speed', 4)],
  },
  { name: 'battery-gap', questions: [battery('expectation', 'perception')] },
  { name: 'choice-one', questions: [choice(false)], steps: [choose('choice', 'cup')] },
  {
    name: 'choice-many-other',
    questions: [choice(true)],
    steps: [choose('choice', 'beans'), choose('choice', 'other'), write('choice.other', 'Tea 茶')],
  },
  { name: 'text', questions: [NPS, WHY, CSAT], steps: [press('skip'), wait('textarea')] },
  {
    name: 'text-written',
    questions: [NPS, WHY, CSAT],
    steps: [
      press('skip'),
      wait('textarea'),
      write('why', 'The beans were excellent, but the parcel took nine days.'),
    ],
  },
  { name: 'contact', questions: [CONTACT] },
  {
    name: 'contact-incomplete',
    questions: [CONTACT],
    steps: [write('contact.reach', 'mei.lin@example.com'), press('next'), wait('#missing:not(:empty)')],
  },
  {
    name: 'contact-complete',
    questions: [NPS, WHY, CONTACT],
    steps: [
      ...[press('skip'), wait('textarea'), press('skip'), wait('[data-path="contact.reach"]')],
      ...[write('contact.reach', 'mei.lin@example.com'), choose('contact.consent')],
    ],
  },
  { name: 'note', questions: [NOTE] },
  {
    name: 'end-sent',
    questions: [NPS],
    steps: [choose('nps', 9), press('next'), wait('.end .hint:not(:empty)')],
  },
  {
    name: 'end-kept',
    network: 'off',
    questions: [NPS],
    steps: [choose('nps', 9), press('next'), wait('.end .hint:not(:empty)')],
  },
  {
    name: 'end-lost',
    network: 'off',
    storage: false,
    questions: [NPS],
    steps: [choose('nps', 9), press('next'), wait('.end .next')],
  },
  ...['top-left', 'top', 'top-right', 'bottom-left', 'bottom', 'inline', 'full-page', 'kiosk'].map(
    (placement) => ({ name: `at-${placement}`, placement, questions: [CSAT, WHY, NPS] }),
  ),
  ...['full-page', 'kiosk'].flatMap((placement) => [
    { name: `${placement}-battery`, placement, questions: [battery('importance', 'satisfaction')] },
    {
      ...{ name: `${placement}-end`, placement, questions: [NPS] },
      steps: [choose('nps', 9), press('next'), wait('.end .hint:not(:empty)')],
    },
  ]),
];
