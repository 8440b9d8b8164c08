import { NO_COLUMN, type Steps } from '../json-template.ts';
import type { ScannerMemory } from './memory.ts';

/** Words of a key, as assembly/lines.ts has them. */
const STEP_WORDS = 10;

/** The keys of lines of JSON, laid out for the scanner. */
export class StepsMemory {
  readonly #memory: ScannerMemory;
  #at = 0;
  #room = 0;

  constructor(memory: ScannerMemory) {
    this.#memory = memory;
  }

  /**
   * Lays keys out in place of those before.
   *
   * @param descriptionOf the address of a column's description
   * @returns addresses of the first key, and behind the last
   */
  write(
    { forms, columns, least, most, lengths, keys, next, behind, bits }: Steps,
    descriptionOf: (column: number) => number,
  ): { from: number; to: number } {
    const count = forms.length;
    const table = 4 * STEP_WORDS * count;
    // Keys are compared by eights of bytes.
    const needed = table + keys.reduce((sum, key) => sum + key.length + 8, 0);
    if (needed > this.#room) {
      this.#room = 2 * needed;
      this.#at = this.#memory.place(this.#room);
    }
    const { bytes, words } = this.#memory;
    const from = this.#at;
    const addressOf = (step: number): number => from + 4 * STEP_WORDS * step;
    let key = from + table;
    for (let step = 0; step < count; step++) {
      const column = columns[step];
      const at = addressOf(step) >> 2;
      words[at] = forms[step];
      words[at + 1] = column === NO_COLUMN ? 0 : descriptionOf(column);
      words[at + 2] = column;
      words[at + 3] = addressOf(next[step]);
      words[at + 4] = addressOf(behind[step]);
      words[at + 5] = bits[step];
      words[at + 6] = lengths[step];
      words[at + 7] = key;
      words[at + 8] = least[step];
      words[at + 9] = most[step];
      bytes.set(keys[step], key);
      key += keys[step].length + 8;
    }
    return { from, to: addressOf(count) };
  }
}
