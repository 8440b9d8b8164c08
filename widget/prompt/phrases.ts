/**
 * The pieces between which a Chinese heading may break: before each word of two or more characters. Single ones, and
 * punctuation with them, stay with what they follow.
 *
 * @example phrases('您会推荐吗？', 'zh-CN') // ['您会', '推荐吗？']
 */
export function phrases(text: string, locale: string): readonly string[] {
  if (!('Segmenter' in Intl)) return [text];
  const out: string[] = [];
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (segment.length > 1 || out.length === 0) out.push(segment);
    else out[out.length - 1] += segment;
  }
  return out;
}
