/** Why a file could not be read at all. */
export type FileProblemCode =
  | 'empty'
  | 'workbook'
  | 'binary'
  | 'encoding'
  | 'no-rows'
  | 'no-id-column'
  | 'no-survey'
  | 'bad-questionnaire'
  | 'unknown-json'
  | 'unreadable';

/** A file that was left out, or a questionnaire in it, and why. */
export interface FileProblem {
  readonly file: string;
  readonly code: FileProblemCode;
  /** The columns found, or each issue of a questionnaire; shown as they are. */
  readonly details?: readonly string[];
}
