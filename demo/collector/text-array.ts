/** PostgreSQL's number of the type `text`, and bytes before the elements of an array that has some. */
const TEXT_TYPE = 25;
const [LENGTH_BYTES, HEAD_BYTES] = [4, 20];

/**
 * Texts as a parameter of the type `text[]`, in the binary form that PostgreSQL reads (`array_recv`): nothing in them has to
 * be escaped, which takes longer than all else that is done with a record.
 *
 * @example textArray(['a']).length // 25
 */
export function textArray(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const bytes = lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, HEAD_BYTES);
  const array = Buffer.allocUnsafe(bytes);
  // Dimensions, whether there are nulls, type of the elements; how many, and the number of the first.
  let at = 0;
  for (const number of [1, 0, TEXT_TYPE, texts.length, 1]) at = array.writeInt32BE(number, at);
  texts.forEach((text, i) => {
    at = array.writeInt32BE(lengths[i], at);
    at += array.write(text, at);
  });
  return array;
}
