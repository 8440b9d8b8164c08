import type { TemplateResult } from 'lit';
import { html } from 'lit';

/**
 * A heading that breaks between words only. Chinese has no spaces, so a break is offered before each word of two or
 * more characters; single ones, and punctuation with them, stay with what they follow.
 *
 * @param locale BCP 47 tag
 */
export function words(text: string, locale: string): string | readonly TemplateResult[] {
  const segments = phrases(text, locale);
  return segments.length > 1
    ? segments.map((segment, i) => html`${i > 0 ? html`<wbr />` : ''}${segment}`)
    : text;
}

/**
 * The pieces between which a text may break.
 *
 * @example phrases('您会推荐吗？', 'zh-CN') // ['您会', '推荐吗？']
 */
export function phrases(text: string, locale: string): readonly string[] {
  if (!/^(zh|ja)\b/i.test(locale) || !('Segmenter' in Intl)) return [text];
  const out: string[] = [];
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (segment.length > 1 || out.length === 0) out.push(segment);
    else out[out.length - 1] += segment;
  }
  return out;
}
