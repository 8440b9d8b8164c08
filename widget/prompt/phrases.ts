/**
 * The pieces between which a Chinese heading may break: before each word of two or more characters, but not after what
 * opens a bracket or a quotation. Single characters, and punctuation with them, stay with what they follow.
 * All segmenters take Chinese words from one dictionary, whatever language they are asked for.
 *
 * @example phrases('您会推荐吗？') // ['您会', '推荐吗？']
 */
export function phrases(text: string): readonly string[] {
  if (!Intl.Segmenter) return [text];
  let marked = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text))
    marked += segment[1] && /[^\p{Ps}“]$/u.test(marked) ? '\v' + segment : segment;
  return marked.split('\v');
}
