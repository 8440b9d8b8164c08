import type { ScanFaultCode } from './scan-fault.ts';

/** Why a cell or a row did not count. */
export type RejectionCode =
  | ScanFaultCode
  | 'off-scale'
  | 'bad-status'
  | 'bad-time'
  | 'bad-sample'
  | 'bad-duration'
  | 'bad-id'
  | 'bad-mean'
  | 'no-id'
  | 'bad-revision'
  | 'bad-version'
  | 'header-again'
  | 'conflict'
  | 'not-json'
  | 'not-a-record';

/** Something in a file that did not count, where it stands and why. */
export interface Rejection {
  readonly file: string;
  readonly line: number;
  readonly code: RejectionCode;
  /** Absent when the whole row was left out. */
  readonly column?: string;
  /** The cell as it was found, cut at {@link VALUE_LENGTH_MAX}. */
  readonly value?: string;
  /** What would have counted: lowest and highest point, or the cells found and expected. */
  readonly low?: number;
  readonly high?: number;
}

/** Rejections beyond this are counted, not listed. */
const LISTED_MAX = 5000;

const VALUE_LENGTH_MAX = 80;

/** Counts all rejections and keeps the first of them. */
export class Rejections {
  readonly #listed: Rejection[] = [];
  #cells = 0;
  #rows = 0;

  /** Cells that did not count, their rows did. */
  get cells(): number {
    return this.#cells;
  }

  /** Rows that did not count. */
  get rows(): number {
    return this.#rows;
  }

  /** The first 5,000. */
  get listed(): readonly Rejection[] {
    return this.#listed;
  }

  add(rejection: Rejection): void {
    if (rejection.column === undefined) this.#rows++;
    else this.#cells++;
    if (this.#listed.length >= LISTED_MAX) return;
    const { value } = rejection;
    this.#listed.push(
      value === undefined || value.length <= VALUE_LENGTH_MAX
        ? rejection
        : { ...rejection, value: `${value.slice(0, VALUE_LENGTH_MAX)}…` },
    );
  }
}
