import type { Figures, FiguresOptions } from '../../shared/metrics/figures.ts';
import type { Parsed } from '../../shared/parsed.ts';
import type { Text } from '../../shared/questionnaire/questionnaire.ts';
import type { FileProblem } from './file-problem.ts';
import type { FileRead, ReadProgress } from './read-answers.ts';
import type { Rejection } from './rejections.ts';

/** A file, or a text of the page, to read answers or questionnaires from. */
export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
}

/** One survey in the files, its versions by number of records. */
export interface SurveyFound {
  readonly survey: string;
  readonly title?: Text;
  readonly records: number;
  readonly versions: readonly { readonly version: string; readonly records: number }[];
}

/** What came out of the files, besides the answers themselves. */
export interface ReadOutcome {
  readonly files: readonly FileRead[];
  readonly problems: readonly FileProblem[];
  readonly surveys: readonly SurveyFound[];
  /** Names by question id and by `question.attribute`, in every language that the questionnaires speak. */
  readonly labels: ReadonlyMap<string, Text>;
  readonly rejections: {
    readonly cells: number;
    readonly rows: number;
    readonly listed: readonly Rejection[];
  };
  /** Rows that told nothing new. */
  readonly repeated: number;
  /** Columns that are part of no figure. */
  readonly comments: readonly string[];
  readonly unknown: readonly string[];
  readonly doubled: readonly string[];
  readonly figures: Parsed<Figures>;
}

/** Figures of the rows read so far. */
export interface FirstFigures {
  readonly figures: Figures;
  readonly labels: ReadonlyMap<string, Text>;
}

/** What the page asks of the worker. */
export type EngineRequest =
  | { readonly kind: 'read'; readonly files: readonly SourceFile[]; readonly options: FiguresOptions }
  | { readonly kind: 'figures'; readonly options: FiguresOptions };

/** What the worker tells the page. */
export type EngineReply =
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'first-figures'; readonly first: FirstFigures }
  | { readonly kind: 'outcome'; readonly outcome: ReadOutcome }
  | { readonly kind: 'figures'; readonly figures: Parsed<Figures> }
  | { readonly kind: 'failed'; readonly message: string };
