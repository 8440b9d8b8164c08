/**
 * A search for text in comments: all words must stand in a comment, in any order, whatever their case and width.
 *
 * @returns a test that keeps everything when the query is blank
 * @example ['Ｗｉ-Ｆｉ slow', 'fine'].filter(commentSearch('wi-fi')) // ['Ｗｉ-Ｆｉ slow']
 */
export function commentSearch(query: string): (comment: string) => boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return (comment) => {
    const text = plain(comment);
    return words.every((word) => text.includes(word));
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
