import type { BakedFile } from '../engine/baked-file.ts';

/** Id of the block that holds the page's data. */
export const DATA_ID = 'fourfold-data';

/** What a saved page holds beside its files; fields as `fourfold-report-data` has them. */
export interface SavedHead {
  readonly format: string;
  readonly version: number;
}

/** Stands in the page's markup until the data are put in its place. */
const PLACE = '\u0000';

/**
 * The page as it came, with other data in it: scripts and styles are the same to the last character, so that the
 * page's own policy allows them.
 *
 * In parts for a Blob, since the files of a report may be longer together than a string can be. No `<` is left in the
 * data, so that nothing in a comment can end the block.
 *
 * @param source the page's document; not changed
 * @param app tag of the element that draws the page: it is saved empty
 * @throws TypeError when the page has no block for data
 * @example new Blob(savedPage(document, 'fourfold-report', head, files), { type: 'text/html' })
 */
export function savedPage(
  source: Document,
  app: string,
  head: SavedHead,
  files: readonly BakedFile[],
): string[] {
  // A document without a window: elements of ours stay plain there, and scripts do not run.
  const bare = source.implementation.createHTMLDocument('');
  const page = bare.importNode(source.documentElement, true);
  const data = page.querySelector(`#${DATA_ID}`);
  if (!data) throw new TypeError(`savedPage: expected an element with the id ${DATA_ID}`);
  // The policy lets nobody set the text of a script, of data neither; a node may stand in it.
  data.replaceChildren(PLACE);
  for (const element of page.querySelectorAll(app)) element.replaceChildren();
  const [before, after] = `<!doctype html>\n${page.outerHTML}`.split(PLACE);
  const parts = files.map((file, at) => (at === 0 ? '' : ',') + inData(file));
  return [before, inData(head).slice(0, -1), ',"files":[', ...parts, ']}', after];
}

function inData(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * The name of a saved report's file.
 *
 * @param title of the survey, or its id
 * @param day `2026-05-31`
 * @example savedName('Your order: how was it?', '2026-05-31') // 'Your order- how was it- 2026-05-31.html'
 */
export function savedName(title: string, day: string): string {
  // What Windows and macOS do not allow in a name.
  const plain = title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '');
  return `${(plain === '' ? 'Fourfold' : plain).slice(0, 80)} ${day}.html`;
}
