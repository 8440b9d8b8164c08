/*
 * Gives ids their slots by their hashes: AssemblyScript, as id-slots.ts, which calls it and lays the memory out. All places
 * are addresses.
 */

/**
 * Puts UUIDs of rows that follow each other, from `row` on, into the first slots that are free from their hashes on.
 *
 * @param hashes room for one more than there are ids
 * @returns how many; the one behind them has the hash, as far as it is kept, of a row before
 */
export function place(
  ids: usize,
  count: u32,
  hashes: usize,
  slots: usize,
  mask: u32,
  rowBits: u32,
  row: u32,
): u32 {
  let seen: u32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const hashed = hashWords(ids + ((<usize>at) << 4));
    store<u32>(hashes + ((<usize>at) << 2), hashed);
    // Nothing hangs on this first look: it lets the processor fetch many slots at a time.
    seen |= load<u32>(slotOf(slots, hashed & mask));
  }
  store<u32>(hashes + ((<usize>count) << 2), seen);
  for (let at: u32 = 0; at < count; at++) {
    const hashed = load<u32>(hashes + ((<usize>at) << 2));
    const tag = hashed >> rowBits;
    let slot = hashed & mask;
    for (let filled = load<u32>(slotOf(slots, slot)); filled !== 0; filled = load<u32>(slotOf(slots, slot))) {
      if (filled >> rowBits === tag) return at;
      slot = (slot + 1) & mask;
    }
    store<u32>(slotOf(slots, slot), (tag << rowBits) | (row + at + 1));
  }
  return count;
}

function slotOf(slots: usize, slot: u32): usize {
  return slots + ((<usize>slot) << 2);
}

/** As id-hash.ts has it. */
function hashWords(at: usize): u32 {
  let sum: u32 = (load<u32>(at) ^ 0x811c9dc5) * 0x85ebca6b;
  sum = (sum ^ (sum >> 15) ^ load<u32>(at, 4)) * 0xc2b2ae35;
  sum = (sum ^ (sum >> 13) ^ load<u32>(at, 8)) * 0x85ebca6b;
  sum = (sum ^ (sum >> 15) ^ load<u32>(at, 12)) * 0xc2b2ae35;
  return sum ^ (sum >> 16);
}
