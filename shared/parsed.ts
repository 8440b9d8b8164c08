/** What is wrong in data from outside: where, a stable code, and what to do about it. */
export interface Issue {
  /** Path from the root, such as `questions[2].showIf.question`; empty for the root. */
  readonly path: string;
  readonly code: string;
  /** What was expected, what came, and the remedy. */
  readonly message: string;
}

/** Outside data after parsing: a value that keeps its type's promises, or every issue that was found. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };
