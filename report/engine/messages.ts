import type { Figures } from '../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { Encoding, Mapping } from '../../shared/mapping/mapping.ts';
import type { Parsed } from '../../shared/parsed.ts';
import type { Text } from '../../shared/questionnaire/questionnaire.ts';
import type { Baked, BakeWanted } from './bake.ts';
import type { FileProblem } from './file-problem.ts';
import type { CommentsFound, CommentsWanted } from './find-comments.ts';
import type { FileRead, ReadProgress } from './read-answers.ts';
import type { Filter } from './filter-rows.ts';
import type { Inspection, NamedForm } from './inspect.ts';
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
  /** Files of counts among those that were read. */
  readonly summaries: number;
  readonly figures: Parsed<Figures>;
}

/** Figures of the rows read so far. */
export interface FirstFigures {
  readonly figures: Figures;
  readonly labels: ReadonlyMap<string, Text>;
}

/** What is at hand to understand files by, besides what stands in them. */
export interface ReadGiven {
  /** Mappings for tables that are no export of ours; those among the files go before them. */
  readonly mappings?: readonly Mapping[];
  /** Encoding of files whose bytes leave it open. */
  readonly encoding?: Encoding;
}

/** What the page asks of the worker. */
export type EngineRequest =
  | {
      readonly kind: 'read';
      readonly files: readonly SourceFile[];
      readonly options: FiguresOptions;
      readonly given: ReadGiven;
    }
  | { readonly kind: 'figures'; readonly options: FiguresOptions; readonly filter: Filter }
  | { readonly kind: 'comments'; readonly wanted: CommentsWanted }
  /** What was read, as files for a page that shows the same. */
  | { readonly kind: 'bake'; readonly wanted: BakeWanted }
  /** What the files are, and for tables that nothing explains, what their columns may mean; nothing is read in. */
  | { readonly kind: 'inspect'; readonly files: readonly SourceFile[]; readonly named?: NamedForm };

/** A worker that may not read a file asks the page for bytes of it, from `from` up to, not including, `to`. */
export interface SliceWanted {
  readonly kind: 'slice-wanted';
  /** Index in the files that it was given. */
  readonly file: number;
  readonly from: number;
  readonly to: number;
  /** Where the {@link SliceAnswer} goes. */
  readonly port: MessagePort;
}

/** The bytes, or the name and message of the error that reading them met. */
export type SliceAnswer =
  | { readonly ok: true; readonly bytes: ArrayBuffer }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** What the worker tells the page. */
export type EngineReply =
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'first-figures'; readonly first: FirstFigures }
  | SliceWanted
  | { readonly kind: 'outcome'; readonly outcome: ReadOutcome }
  | { readonly kind: 'figures'; readonly figures: Parsed<Figures> }
  /** On the way to figures: those that are quick, of the question of this number, the first of all being 1. */
  | { readonly kind: 'quick-figures'; readonly question: number; readonly figures: Parsed<Figures> }
  /** In place of figures that a later question has made needless. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'inspected'; readonly inspections: readonly Inspection[] }
  | { readonly kind: 'comments'; readonly found: CommentsFound | undefined }
  | { readonly kind: 'baked'; readonly baked: Baked }
  | { readonly kind: 'failed'; readonly message: string };
