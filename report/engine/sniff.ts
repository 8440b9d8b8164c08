import { findEncoding, type EncodingFound } from './encoding.ts';

/** What a file is by its first bytes. */
export type FileKind = 'empty' | 'workbook' | 'binary' | 'json' | 'table';

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['binary', [0x1f, 0x8b]],
  ['binary', [0x25, 0x50, 0x44, 0x46]],
  ['binary', [0x89, 0x50, 0x4e, 0x47]],
];

/** How many bytes {@link sniff} wants to see: words beyond ASCII may come late. */
export const SNIFF_BYTES = 256 * 1024;

/** With this share of NULs early on a file is no text; a single one spoils its row alone. */
const NUL_SHARE = 1 / 32;
const NUL_BYTES = 4096;

/** A file's kind, and the encoding of a text. */
export interface Sniffed extends EncodingFound {
  readonly kind: FileKind;
}

/**
 * Tells a file by its first bytes: xlsx and xls are workbooks, a brace or bracket begins JSON, NULs early on mean
 * that it is no text.
 *
 * @param head the first {@link SNIFF_BYTES} bytes, or all of a shorter file
 * @example sniff(new TextEncoder().encode('{"id":')).kind // 'json'
 */
export function sniff(head: Uint8Array): Sniffed {
  const found = findEncoding(head);
  for (const [kind, magic] of MAGIC) {
    if (magic.every((byte, at) => head[at] === byte)) return { kind, ...found };
  }
  const wide = found.encoding.startsWith('utf-16');
  if (!wide && isBinary(head.subarray(0, NUL_BYTES))) return { kind: 'binary', ...found };
  const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13) || (wide && byte === 0);
  const start = head.subarray(markLength(head)).find((byte) => !isBlank(byte));
  if (start === undefined) return { kind: head.length < SNIFF_BYTES ? 'empty' : 'table', ...found };
  return { kind: start === 0x7b || start === 0x5b ? 'json' : 'table', ...found };
}

/** Whether a NUL stands in the first line, or many after it. */
function isBinary(head: Uint8Array): boolean {
  const first = head.indexOf(0);
  const line = head.findIndex((byte) => byte === 10 || byte === 13);
  const nuls = head.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return first >= 0 && (line < 0 || first < line || nuls > NUL_SHARE * head.length);
}

/** Bytes of the byte order mark. */
function markLength([first, second, third]: Uint8Array): number {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 3;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) ? 2 : 0;
}
