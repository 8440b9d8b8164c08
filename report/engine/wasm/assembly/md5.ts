/*
 * MD5 (RFC 1321) of the texts of UUIDs, many in one call: AssemblyScript, as rows.ts. Blocks of ids and sketches are
 * made of it, since every SQL engine has it; shared/summary/md5.ts has it for other texts. All places are addresses.
 */

const A: u32 = 0x67452301;
const B: u32 = 0xefcdab89;
const C: u32 = 0x98badcfe;
const D: u32 = 0x10325476;

/** Bytes of a text of 36 signs, in bits, and where they are said; what ends a text. */
const BITS: u32 = 8 * 36;
const BITS_AT: usize = 56;
const END: u8 = 0x80;
const DASH: u8 = 45;

/**
 * The first eight bytes of each digest.
 *
 * Ids are four words each; `constants` are those that the 64 steps add, and there are 64 zeros at `block`.
 */
export function digests(ids: usize, count: i32, constants: usize, block: usize, out: usize): void {
  store<u8>(block, DASH, 8);
  store<u8>(block, DASH, 13);
  store<u8>(block, DASH, 18);
  store<u8>(block, DASH, 23);
  store<u8>(block, END, 36);
  store<u32>(block + BITS_AT, BITS);
  for (let k = 0; k < count; k++, ids += 16, out += 8) {
    store<u32>(block, hex(load<u32>(ids) >>> 16));
    store<u32>(block, hex(load<u32>(ids)), 4);
    store<u32>(block, hex(load<u32>(ids, 4) >>> 16), 9);
    store<u32>(block, hex(load<u32>(ids, 4)), 14);
    store<u32>(block, hex(load<u32>(ids, 8) >>> 16), 19);
    store<u32>(block, hex(load<u32>(ids, 8)), 24);
    store<u32>(block, hex(load<u32>(ids, 12) >>> 16), 28);
    store<u32>(block, hex(load<u32>(ids, 12)), 32);
    digest(constants, block, out);
  }
}

/** Four hexadecimal digits of the lower half of a word, as four bytes of which the lowest is the first digit. */
function hex(half: u32): u32 {
  const digits = ((half >>> 12) & 15) | (half & 0x0f00) | ((half & 0xf0) << 12) | ((half & 15) << 24);
  return digits + 0x30303030 + 39 * (((digits + 0x06060606) >>> 4) & 0x01010101);
}

function digest(constants: usize, block: usize, out: usize): void {
  let a = A;
  let b = B;
  let c = C;
  let d = D;
  for (let k: usize = 0; k < 16; k += 4) {
    const from = block + (k << 2);
    const added = constants + (k << 2);
    a = b + rotl<u32>(a + ((b & c) | (~b & d)) + load<u32>(added) + load<u32>(from), 7);
    d = a + rotl<u32>(d + ((a & b) | (~a & c)) + load<u32>(added, 4) + load<u32>(from, 4), 12);
    c = d + rotl<u32>(c + ((d & a) | (~d & b)) + load<u32>(added, 8) + load<u32>(from, 8), 17);
    b = c + rotl<u32>(b + ((c & d) | (~c & a)) + load<u32>(added, 12) + load<u32>(from, 12), 22);
  }
  for (let k: usize = 0; k < 16; k += 4) {
    const added = constants + 64 + (k << 2);
    a = b + rotl<u32>(a + ((d & b) | (~d & c)) + load<u32>(added) + word(block, 5 * k + 1), 5);
    d = a + rotl<u32>(d + ((c & a) | (~c & b)) + load<u32>(added, 4) + word(block, 5 * k + 6), 9);
    c = d + rotl<u32>(c + ((b & d) | (~b & a)) + load<u32>(added, 8) + word(block, 5 * k + 11), 14);
    b = c + rotl<u32>(b + ((a & c) | (~a & d)) + load<u32>(added, 12) + word(block, 5 * k + 16), 20);
  }
  for (let k: usize = 0; k < 16; k += 4) {
    const added = constants + 128 + (k << 2);
    a = b + rotl<u32>(a + (b ^ c ^ d) + load<u32>(added) + word(block, 3 * k + 5), 4);
    d = a + rotl<u32>(d + (a ^ b ^ c) + load<u32>(added, 4) + word(block, 3 * k + 8), 11);
    c = d + rotl<u32>(c + (d ^ a ^ b) + load<u32>(added, 8) + word(block, 3 * k + 11), 16);
    b = c + rotl<u32>(b + (c ^ d ^ a) + load<u32>(added, 12) + word(block, 3 * k + 14), 23);
  }
  for (let k: usize = 0; k < 16; k += 4) {
    const added = constants + 192 + (k << 2);
    a = b + rotl<u32>(a + (c ^ (b | ~d)) + load<u32>(added) + word(block, 7 * k), 6);
    d = a + rotl<u32>(d + (b ^ (a | ~c)) + load<u32>(added, 4) + word(block, 7 * k + 7), 10);
    c = d + rotl<u32>(c + (a ^ (d | ~b)) + load<u32>(added, 8) + word(block, 7 * k + 14), 15);
    b = c + rotl<u32>(b + (d ^ (c | ~a)) + load<u32>(added, 12) + word(block, 7 * k + 21), 21);
  }
  store<u32>(out, A + a);
  store<u32>(out, B + b, 4);
}

/** One of the sixteen words of a block. */
function word(block: usize, at: usize): u32 {
  return load<u32>(block + ((at & 15) << 2));
}
