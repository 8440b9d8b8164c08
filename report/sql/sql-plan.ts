import type { ScoreRules } from '../../shared/summary/score-rules.ts';
import type { ScaleDefinition } from '../../shared/summary/summary.ts';

/** Version of the statements' result; rows of another are refused. */
export const SQL_VERSION = 1;

/** How times stand in the table: texts with a day, numbers since 1970, or names of periods. */
export type SqlTimeForm = 'own' | 'iso' | 'day-first' | 'month-first' | 'epoch-s' | 'epoch-ms' | 'label';

/** How the texts of a scale become cells. */
export interface SqlScale {
  readonly definition: ScaleDefinition;
  /** Name of the column in the table; of picks there are several. */
  readonly columns: readonly string[];
  /** Cells by what stands in the column; any other text is rejected. */
  readonly cells: ReadonlyMap<string, number>;
  /** Words of `skipped` and `notApplicable` that speak of this scale. */
  readonly skipped: readonly string[];
  readonly notApplicable: readonly string[];
  /** Surveys and versions that ask it; absent: all. */
  readonly only?: readonly SurveyVersion[];
  /** Codes in the columns of picks that explain nothing about this attribute. */
  readonly otherPicks?: readonly string[];
}

/** A survey and a version of it; '' where the table says neither. */
export interface SurveyVersion {
  readonly survey: string;
  readonly version: string;
}

/** A column of the owner's table; absent: the table has none. */
export type MaybeColumn = string | undefined;

/** Everything that the statements are made of. */
export interface SqlPlan {
  /** An export of ours; else a table that a mapping explains. */
  readonly own: boolean;
  readonly header: readonly string[];
  /** Of a mapping: the survey's name, and whether blanks around cells are no matter. */
  readonly survey: string;
  readonly trims: boolean;
  readonly decimalComma: boolean;
  readonly time: SqlTimeForm;
  /** Columns of the id, several where one alone does not tell records apart; none: records are not told apart. */
  readonly ids: readonly string[];
  readonly columns: Readonly<Record<RecordPart, MaybeColumn>>;
  readonly fields: readonly { readonly name: string; readonly column: string }[];
  readonly scales: readonly SqlScale[];
  /** Surveys and versions that an export may hold; of a mapping, none are named. */
  readonly known: readonly SurveyVersion[];
  readonly weighted: boolean;
  readonly rules: Required<ScoreRules>;
}

/** What columns say of a record. */
export const RECORD_PARTS = [
  ...(['schemaVersion', 'revision', 'survey', 'surveyVersion', 'status', 'shownAt'] as const),
  ...(['durationMs', 'sample', 'audience', 'weight', 'skipped', 'notApplicable'] as const),
] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];
