import type { Questionnaire, RatingQuestion, Text } from '../questionnaire.ts';

/** Seven factors of a satisfaction index, after the ACSI and ECSI models; satisfaction has three items. */
export const index: Questionnaire = {
  id: 'index',
  version: 1,
  questions: [
    item(
      'image',
      {
        en: 'All in all, what image do you have of us?',
        'zh-CN': '总的来说，我们的品牌形象在您心中如何？',
        'zh-TW': '整體而言，我們的品牌形象在您心中如何？',
      },
      { en: 'Very poor', 'zh-CN': '很差', 'zh-TW': '很差' },
      { en: 'Very good', 'zh-CN': '很好', 'zh-TW': '很好' },
    ),
    item(
      'expectedQuality',
      {
        en: 'Before you came to us, how high did you expect our quality to be?',
        'zh-CN': '选择我们之前，您预期我们的质量有多高？',
        'zh-TW': '選擇我們之前，您預期我們的品質有多高？',
      },
      { en: 'Very low', 'zh-CN': '很低', 'zh-TW': '很低' },
      { en: 'Very high', 'zh-CN': '很高', 'zh-TW': '很高' },
    ),
    item(
      'perceivedQuality',
      {
        en: 'How high has our quality in fact been?',
        'zh-CN': '您实际感受到的质量有多高？',
        'zh-TW': '您實際感受到的品質有多高？',
      },
      { en: 'Very low', 'zh-CN': '很低', 'zh-TW': '很低' },
      { en: 'Very high', 'zh-CN': '很高', 'zh-TW': '很高' },
    ),
    item(
      'perceivedValue',
      {
        en: 'For the price that you pay, how good is what you get?',
        'zh-CN': '与您付出的价格相比，您得到的有多值？',
        'zh-TW': '與您付出的價格相比，您得到的有多值得？',
      },
      { en: 'Very poor value', 'zh-CN': '很不值', 'zh-TW': '非常不值得' },
      { en: 'Very good value', 'zh-CN': '非常值', 'zh-TW': '非常值得' },
    ),
    item(
      'satisfactionOverall',
      {
        en: 'All in all, how satisfied are you with us?',
        'zh-CN': '总的来说，您对我们有多满意？',
        'zh-TW': '整體而言，您對我們有多滿意？',
      },
      { en: 'Very dissatisfied', 'zh-CN': '非常不满意', 'zh-TW': '非常不滿意' },
      { en: 'Very satisfied', 'zh-CN': '非常满意', 'zh-TW': '非常滿意' },
    ),
    item(
      'satisfactionExpectation',
      {
        en: 'How do we compare with what you expected?',
        'zh-CN': '与您的期望相比，我们做得如何？',
        'zh-TW': '與您的期望相比，我們做得如何？',
      },
      { en: 'Far worse', 'zh-CN': '远不如期望', 'zh-TW': '遠不如期望' },
      { en: 'Far better', 'zh-CN': '远超期望', 'zh-TW': '遠超出期望' },
    ),
    item(
      'satisfactionIdeal',
      {
        en: 'Imagine an ideal company of our kind. How close do we come to it?',
        'zh-CN': '与您心目中的理想企业相比，我们有多接近？',
        'zh-TW': '與您心目中的理想企業相比，我們有多接近？',
      },
      { en: 'Very far from it', 'zh-CN': '相差很远', 'zh-TW': '相差很遠' },
      { en: 'Very close to it', 'zh-CN': '非常接近', 'zh-TW': '非常接近' },
    ),
    item(
      'complaints',
      {
        en: 'If you have complained to us: how well did we handle it? If not: how well do you think we would?',
        'zh-CN': '如果您向我们抱怨过，我们处理得如何？如果没有，您认为我们会处理得如何？',
        'zh-TW': '如果您曾向我們抱怨，我們處理得如何？如果沒有，您認為我們會處理得如何？',
      },
      { en: 'Very poorly', 'zh-CN': '很差', 'zh-TW': '很差' },
      { en: 'Very well', 'zh-CN': '很好', 'zh-TW': '很好' },
    ),
    item(
      'loyalty',
      {
        en: 'If you had to choose again, how likely would you be to choose us?',
        'zh-CN': '如果重新选择，您有多大可能还选择我们？',
        'zh-TW': '如果重新選擇，您有多大可能還會選擇我們？',
      },
      { en: 'Not at all likely', 'zh-CN': '完全不可能', 'zh-TW': '完全不可能' },
      { en: 'Very likely', 'zh-CN': '非常可能', 'zh-TW': '非常可能' },
    ),
  ],
};

function item(id: string, label: Text, low: Text, high: Text): RatingQuestion {
  return { id, kind: 'rating', label, scale: { min: 1, max: 10 }, anchors: { low, high } };
}
