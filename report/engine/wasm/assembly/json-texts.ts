/*
 * Texts of JSON: AssemblyScript, as lines.ts, which asks for them.
 */

const QUOTE: u8 = 34;
const COMMA: u8 = 44;
const COLON: u8 = 58;
const BACKSLASH: u8 = 92;
const OPEN_LIST: u8 = 91;
const CLOSE_LIST: u8 = 93;
const NAME_BYTES: usize = 64;

/** Whether bytes are a text in UTF-8, by table 3-7 of the Unicode standard. */
export function isUtf8(at: usize, end: usize): bool {
  while (at < end) {
    const lead = load<u8>(at++);
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return false;
    const more: usize = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (end - at < more) return false;
    const second = load<u8>(at);
    if (second < (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80)) return false;
    if (second > (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf)) return false;
    for (let k: usize = 1; k < more; k++) if ((load<u8>(at + k) & 0xc0) !== 0x80) return false;
    at += more;
  }
  return true;
}

/** Signs that may follow a backslash: "\/bfnrt. */
export function isSimple(sign: u8): bool {
  if (sign === QUOTE || sign === BACKSLASH || sign === 47) return true;
  return sign === 98 || sign === 102 || sign === 110 || sign === 114 || sign === 116;
}

/** Whether `{"name":["name","name"]}` stands there, with any number of each, and no blank. */
export function isLists(at: usize, end: usize): bool {
  do {
    at = nameEnd(at + 1);
    if (at === 0 || load<u8>(at) !== COLON || load<u8>(at, 1) !== OPEN_LIST) return false;
    at++;
    if (load<u8>(at, 1) === CLOSE_LIST) at++;
    else
      do {
        at = nameEnd(at + 1);
        if (at === 0) return false;
      } while (load<u8>(at) === COMMA);
    if (load<u8>(at++) !== CLOSE_LIST) return false;
  } while (load<u8>(at) === COMMA);
  return at + 1 === end;
}

/** Where a name in quotes ends; 0 when none stands there. */
function nameEnd(at: usize): usize {
  if (load<u8>(at) !== QUOTE || !isLetter(load<u8>(at, 1))) return 0;
  let end = at + 2;
  while (
    isLetter(load<u8>(end)) ||
    <u32>load<u8>(end) - 48 < 10 ||
    load<u8>(end) === 95 ||
    load<u8>(end) === 45
  )
    end++;
  return load<u8>(end) === QUOTE && end - at - 1 <= NAME_BYTES ? end + 1 : 0;
}

function isLetter(sign: u8): bool {
  return <u32>(sign | 32) - 97 < 26;
}
