/** What a sink is told of one answer: how it stands in the store, or that it is there no more. */
export type SinkRow = StandingRow | ErasedRow;

interface Versioned {
  readonly id: string;
  /** Number of the change that the row follows; of an id the highest stands. */
  readonly version: number;
}

interface StandingRow extends Versioned {
  readonly erased: false;
  readonly revision: number;
  readonly survey: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly shownDay: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The record as JSON, byte for byte as the store has it. */
  readonly payload: string;
}

interface ErasedRow extends Versioned {
  readonly erased: true;
}

/** A database that answers are handed on to. All of its calls throw {@link SinkFailure}, and may be made again. */
export interface Sink {
  /** The highest version that it holds; 0 where it is empty or has no table yet. */
  newestVersion(): Promise<number>;
  /** Makes its table where that is missing. */
  create(): Promise<void>;
  /**
   * Takes rows, in any order and any number of times; resolves once it has them all. What an erased row replaces is no
   * longer read from then on, and is removed from the disk in the sink's own time.
   */
  put(rows: readonly SinkRow[]): Promise<void>;
}

/** A sink did not do what it was asked, or could not say that it has. */
export class SinkFailure extends Error {
  override readonly name = 'SinkFailure';
  /** `unavailable`: it did not answer. `refused`: it answered with an error. */
  readonly code: 'unavailable' | 'refused';
  /** The error's code, of the system or the sink: never its text, which may quote an answer. */
  readonly reason: string;

  constructor(code: 'unavailable' | 'refused', reason: string) {
    super(`sink: ${code} (${reason})`);
    this.code = code;
    this.reason = reason;
  }
}
