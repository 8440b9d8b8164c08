/*
 * Goes through cells of one column that were read: AssemblyScript, as batch-cells.ts, which calls it. All places are
 * addresses.
 */

/** The first row from `from` on whose number is another; `to` when there is none. */
export function otherNumber(numbers: usize, from: u32, to: u32, number: u32): u32 {
  for (let row = from; row < to; row++) if (load<u16>(numbers + ((<usize>row) << 1)) !== number) return row;
  return to;
}

/** The first row from `from` on that has a whole number; `to` when there is none. */
export function whole(wholes: usize, from: u32, to: u32, value: i32): u32 {
  for (let row = from; row < to; row++) if (load<i32>(wholes + ((<usize>row) << 2)) === value) return row;
  return to;
}

/** What numbers stand for, row by row; says whether any of it is not 0. */
export function translate(numbers: usize, rows: u32, codes: usize, out: usize): bool {
  let all = 0;
  for (let row: usize = 0; row < rows; row++) {
    const code = load<i32>(codes + ((<usize>load<u16>(numbers + (row << 1))) << 2));
    all |= code;
    store<i32>(out + (row << 2), code);
  }
  return all !== 0;
}
