/** Signs of five that stand for four bytes, by their value: from ( to ~ without < and \, which a page or a string may not hold. */
const FIRST = 40;
const LEFT_OUT = [60, 92];
const BASE = 85;

/**
 * Bytes as text that takes a quarter more room, where base64 takes a third.
 *
 * @example encode85(Uint8Array.of(0, 0, 0, 1)) // '(((()'
 */
export function encode85(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const count = Math.min(4, bytes.length - at);
    let value = 0;
    for (let k = 0; k < 4; k++) value = value * 256 + (bytes[at + k] ?? 0);
    const signs: string[] = [];
    for (let k = 0; k < 5; k++) {
      signs.unshift(signOf(value % BASE));
      value = Math.floor(value / BASE);
    }
    // The last bytes take one sign more than they are, as in Ascii85.
    text += signs.slice(0, count + 1).join('');
  }
  return text;
}

/**
 * The bytes that {@link encode85} was given.
 *
 * @example decode85('(((()') // Uint8Array [0, 0, 0, 1]
 */
export function decode85(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let value = 0;
    for (let k = 0; k < 5; k++)
      value = value * BASE + (from + k < text.length ? valueOf(text.charCodeAt(from + k)) : BASE - 1);
    for (let k = 0; k < 4; k++) bytes[to + k] = value / 256 ** (3 - k);
  }
  return bytes;
}

function signOf(value: number): string {
  let code = FIRST + value;
  for (const out of LEFT_OUT) if (code >= out) code++;
  return String.fromCharCode(code);
}

function valueOf(code: number): number {
  return code - FIRST - LEFT_OUT.filter((out) => code > out).length;
}
