/** Values of a column beyond this many are counted together. */
export const DISTINCT_MAX = 2000;

const WHOLE = /^-?(0|[1-9]\d{0,8})$/;
const NUMBER = /^-?\d+([.,]\d+)?$/;
const WHOLE_DECIMAL = /^-?\d+[.,]0+$/;
const DATE =
  /^(\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4})([T ]\d\d?:\d\d(:\d\d(\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** What the cells of a column look like, before anybody says what they mean. */
export interface ColumnProfile {
  readonly name: string;
  readonly filled: number;
  readonly empty: number;
  /** Cells by their trimmed text, "4.0" as "4"; undefined when there are more than {@link DISTINCT_MAX}. */
  readonly values: ReadonlyMap<string, number> | undefined;
  /** No two cells are alike. */
  readonly unique: boolean;
  /** Cells that are whole numbers in plain form, or would be without spaces and as "4" for "4.0". */
  readonly whole: number;
  readonly numbers: number;
  readonly dates: number;
  /** Cells with spaces around them, and whole numbers written as "4.0". */
  readonly padded: number;
  readonly wholeDecimals: number;
  /** Numbers with a comma before their decimals. */
  readonly commas: number;
  /** Numbers with decimals that are not all zero. */
  readonly fractions: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  /** Characters of all cells. */
  readonly letters: number;
}

/** Looks at the cells of one column, one after another. */
export class ColumnProfiler {
  readonly #name: string;
  readonly #values = new Map<string, number>();
  #overflow = false;
  /** Emptied by the first value that comes again. */
  #once: Set<string> | undefined = new Set<string>();
  readonly #counts = { filled: 0, empty: 0, whole: 0, numbers: 0, dates: 0, padded: 0 };
  readonly #forms = { wholeDecimals: 0, commas: 0, fractions: 0, letters: 0 };
  #sum = 0;
  #min = Infinity;
  #max = -Infinity;

  constructor(name: string) {
    this.#name = name;
  }

  add(cell: string): void {
    const counts = this.#counts;
    const text = cell.trim();
    if (text === '') {
      counts.empty++;
      return;
    }
    counts.filled++;
    this.#forms.letters += text.length;
    if (text !== cell) counts.padded++;
    if (this.#once?.has(text)) this.#once = undefined;
    this.#once?.add(text);
    if (NUMBER.test(text)) this.#number(text);
    else if (DATE.test(text)) counts.dates++;
    this.#count(WHOLE_DECIMAL.test(text) ? text.replace(/[.,]0+$/, '') : text);
  }

  profile(): ColumnProfile {
    const range = { sum: this.#sum, min: this.#min, max: this.#max };
    const values = this.#overflow ? undefined : this.#values;
    const unique = this.#once !== undefined;
    return { name: this.#name, values, unique, ...this.#counts, ...this.#forms, ...range };
  }

  #number(text: string): void {
    this.#counts.numbers++;
    const value = Number(text.replace(',', '.'));
    this.#sum += value;
    this.#min = Math.min(this.#min, value);
    this.#max = Math.max(this.#max, value);
    if (text.includes(',')) this.#forms.commas++;
    if (WHOLE.test(text)) this.#counts.whole++;
    else if (WHOLE_DECIMAL.test(text)) {
      this.#counts.whole++;
      this.#forms.wholeDecimals++;
    } else this.#forms.fractions++;
  }

  #count(text: string): void {
    if (this.#overflow) return;
    this.#values.set(text, (this.#values.get(text) ?? 0) + 1);
    this.#overflow = this.#values.size > DISTINCT_MAX;
  }
}
