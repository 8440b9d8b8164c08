import type { Encoding } from '../../shared/mapping/mapping.ts';

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
  | 'bad-mapping'
  | 'bad-summary'
  | 'overlapping'
  | 'unknown-json'
  | 'unreadable';

/** A file that was left out, or a questionnaire or mapping in it, and why. */
export interface FileProblem {
  readonly file: string;
  readonly code: FileProblemCode;
  /** The columns found, or each issue of a questionnaire; shown as they are. */
  readonly details?: readonly string[];
  /** With `encoding`: what the file is in most likely; its owner has to say so. */
  readonly encoding?: Encoding;
}
