/** What a file is by its first bytes. */
export type FileKind = 'empty' | 'workbook' | 'binary' | 'json' | 'table';

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['binary', [0x1f, 0x8b]],
  ['binary', [0x25, 0x50, 0x44, 0x46]],
  ['binary', [0x89, 0x50, 0x4e, 0x47]],
];

/** How many bytes {@link sniff} wants to see. */
export const SNIFF_BYTES = 4096;

/**
 * Tells a file by its first bytes: xlsx and xls are workbooks, a brace or bracket begins JSON, a NUL early on means
 * that it is no text.
 *
 * @param head the first {@link SNIFF_BYTES} bytes, or all of a shorter file
 * @example sniff(new TextEncoder().encode('{"id":')) // 'json'
 */
export function sniff(head: Uint8Array): FileKind {
  for (const [kind, magic] of MAGIC) {
    if (magic.every((byte, at) => head[at] === byte)) return kind;
  }
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!utf16 && head.includes(0)) return 'binary';
  const bytes = head.subarray(head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0);
  const first = bytes.find((byte) => !(byte === 32 || (byte >= 9 && byte <= 13)));
  if (first === undefined) return head.length < SNIFF_BYTES ? 'empty' : 'table';
  return first === 0x7b || first === 0x5b ? 'json' : 'table';
}
