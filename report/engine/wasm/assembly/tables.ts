/*
 * Counts rows by two codes of each: AssemblyScript, as count-cells.ts, which calls it and lays the memory out. All places
 * are addresses.
 */

/**
 * Counts rows by `first * width + place of second`, in four tables of `size` cells in turn, since a count that has just gone up
 * would have to be waited for.
 */
export function tally(
  first: usize,
  isWide: bool,
  second: usize,
  places: usize,
  rows: usize,
  width: u32,
  out: usize,
  size: usize,
): void {
  const a = out;
  const b = a + (size << 2);
  const c = b + (size << 2);
  const d = c + (size << 2);
  const whole = rows & ~3;
  let row: usize = 0;
  if (isWide)
    for (; row < whole; row += 4) {
      const firsts = load<u64>(first + (row << 1));
      const seconds = load<u32>(second + row);
      up(a, ((<u32>firsts) & 0xffff) * width + load<u8>(places + (seconds & 0xff)));
      up(b, ((<u32>(firsts >> 16)) & 0xffff) * width + load<u8>(places + ((seconds >> 8) & 0xff)));
      up(c, ((<u32>(firsts >> 32)) & 0xffff) * width + load<u8>(places + ((seconds >> 16) & 0xff)));
      up(d, <u32>(firsts >> 48) * width + load<u8>(places + (seconds >> 24)));
    }
  else
    for (; row < whole; row += 4) {
      const firsts = load<u32>(first + row);
      const seconds = load<u32>(second + row);
      up(a, (firsts & 0xff) * width + load<u8>(places + (seconds & 0xff)));
      up(b, ((firsts >> 8) & 0xff) * width + load<u8>(places + ((seconds >> 8) & 0xff)));
      up(c, ((firsts >> 16) & 0xff) * width + load<u8>(places + ((seconds >> 16) & 0xff)));
      up(d, (firsts >> 24) * width + load<u8>(places + (seconds >> 24)));
    }
  for (; row < rows; row++) {
    const code: u32 = isWide ? load<u16>(first + (row << 1)) : load<u8>(first + row);
    up(a, code * width + load<u8>(places + load<u8>(second + row)));
  }
}

function up(table: usize, cell: u32): void {
  const at = table + ((<usize>cell) << 2);
  store<u32>(at, load<u32>(at) + 1);
}
