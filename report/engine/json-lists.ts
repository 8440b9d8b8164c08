const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const CLOSE_OBJECT = 125;
const BYTES = 256;
/** As the parser of records has names. */
const NAME_MAX = 64;
const LETTERS = signs(/[A-Za-z]/);
const NAME_SIGNS = signs(/[A-Za-z0-9_-]/);

/**
 * Whether `{"name":["name","name"]}` stands there, with any number of each, and no blank.
 *
 * @param start of the brace that opens
 * @param end behind the one that closes
 * @example isLists(new TextEncoder().encode('{"a":["b"]}'), 0, 11) // true
 */
export function isLists(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  do {
    at = nameEnd(bytes, at + 1);
    if (bytes[at] !== COLON || bytes[at + 1] !== OPEN_LIST) return false;
    at++;
    if (bytes[at + 1] === CLOSE_LIST) at++;
    else
      do {
        at = nameEnd(bytes, at + 1);
      } while (bytes[at] === COMMA);
    if (bytes[at++] !== CLOSE_LIST) return false;
  } while (bytes[at] === COMMA);
  return bytes[at] === CLOSE_OBJECT && at + 1 === end;
}

/** @returns the place behind a name in quotes; its start where there is none */
function nameEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (NAME_SIGNS[bytes[at]] === 1) at++;
  const length = at - start - 1;
  const good = bytes[start] === QUOTE && bytes[at] === QUOTE && length > 0 && length <= NAME_MAX;
  return good && LETTERS[bytes[start + 1]] === 1 ? at + 1 : start;
}

function signs(of: RegExp): Uint8Array {
  return Uint8Array.from({ length: BYTES }, (_, byte) => (of.test(String.fromCharCode(byte)) ? 1 : 0));
}
