import type { Aspect, Text } from '../questionnaire/questionnaire.ts';
import type { Scale } from '../questionnaire/scale.ts';

/** Name that a mapping file carries. */
export const MAPPING_FORMAT = 'fourfold-map';

/** Version of the mapping's form; a reader refuses a higher one. */
export const MAPPING_VERSION = 1;

/** Encodings that a table may be in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Marks between the cells of a row. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How times are written: ISO 8601; day or month first; seconds or ms since 1970; or names of periods. */
export const TIME_FORMS = ['iso', 'day-first', 'month-first', 'epoch-s', 'epoch-ms', 'label'] as const;
export type TimeForm = (typeof TIME_FORMS)[number];

/** A word in a cell, and the point of the scale that it stands for. */
export interface PointWord {
  readonly text: string;
  readonly point: number;
}

/** How a cell becomes a point; what is neither a point nor named here is rejected and listed. */
export interface ScaleReading {
  /** Lowest and highest point as they stand in the file. */
  readonly scale: Scale;
  /** The lowest point is the best: answers are turned (min + max − x). */
  readonly reversed?: boolean;
  /** Cells that mean "no answer", such as 0, 9 or 99. */
  readonly missing?: readonly string[];
  /** Cells that mean "does not apply", such as 6. */
  readonly notApplicable?: readonly string[];
  /** Words in place of numbers. */
  readonly values?: readonly PointWord[];
}

interface Named {
  /** The column's name in the file, as it stands in the header. */
  readonly column: string;
  /** The column tells records apart, beside those of role `id`: a number that begins anew in each wave. */
  readonly partOfId?: boolean;
}

/** What one attribute of a battery was given. */
export interface BatteryColumn extends Named, ScaleReading {
  readonly role: Aspect;
  /** Name of the attribute; importance and satisfaction of one attribute share it. */
  readonly attribute: string;
  /** The battery; `service` when absent. */
  readonly question?: string;
  readonly label?: Text;
}

/** Overall questions; `outcome` is what attributes are related to beside NPS, CSAT and CES. */
export const OUTCOME_ROLES = ['nps', 'csat', 'ces', 'rating', 'outcome'] as const;
export type OutcomeRole = (typeof OUTCOME_ROLES)[number];

/** An overall question. */
export interface OutcomeColumn extends Named, ScaleReading {
  readonly role: OutcomeRole;
  /** The lowest point that counts as satisfied, as easy with `ces`; by the scale when absent. */
  readonly satisfiedFrom?: number;
  /** Id of the question; the column's name when absent. */
  readonly question?: string;
  readonly label?: Text;
}

/** The mean answer about an attribute, in a table that has one row an attribute and no answers. */
export interface MeanColumn extends Named {
  readonly role: 'mean-importance' | 'mean-satisfaction';
  readonly scale: Scale;
}

/** A column that says something of the record, or of the attribute in a table of means. */
export interface RecordColumn extends Named {
  readonly role:
    'id' | 'weight' | 'touchpoint' | 'audience' | 'version' | 'comment' | 'attribute' | 'answers' | 'ignore';
}

/** When the record was made. */
export interface TimeColumn extends Named {
  readonly role: 'time';
  readonly form: TimeForm;
}

/** How long answering took. */
export interface DurationColumn extends Named {
  readonly role: 'duration';
  readonly unit: 's' | 'ms';
}

/** What records are compared by. */
export interface SegmentColumn extends Named {
  readonly role: 'segment';
  /** Name of the field; the column's name when absent. */
  readonly field?: string;
  readonly label?: Text;
}

/** What one column of a table is. */
export type MappedColumn =
  BatteryColumn | OutcomeColumn | MeanColumn | RecordColumn | TimeColumn | DurationColumn | SegmentColumn;

/** Attributes that a respondent picked out as important, one pick a column. */
export interface Picks {
  readonly columns: readonly string[];
  /** Which attribute a code stands for. */
  readonly options: readonly { readonly code: string; readonly attribute: string }[];
  /** Codes of "none of them"; who gives one was asked and picked nothing. */
  readonly none?: readonly string[];
  /** The battery whose attributes are picked; `service` when absent. */
  readonly question?: string;
}

/** Which questions make a respondent's loyalty class, and its limits on 0…1. */
export interface MappedLoyalty {
  /** Keys of the intents: to stay, to buy more, to recommend. */
  readonly intents: readonly string[];
  /** Loyal is who reaches it in all; 0.75 when absent. */
  readonly loyalFrom?: number;
  /** Drifting is who does not pass it in one; 0.25 when absent. */
  readonly driftingUpTo?: number;
}

/** What respondents get and what it costs them: keys of the questions. */
export interface MappedValue {
  readonly values: readonly string[];
  readonly costs: readonly string[];
}

/** A factor of the index, and the keys of its questions. */
export interface MappedFactor {
  readonly factor: string;
  readonly items: readonly string[];
  readonly weights?: readonly number[];
}

/** A value to reach, or one that others have. */
export interface MappedTarget {
  /** `nps`, `csat`, … or the key of a question. */
  readonly measure: string;
  /** NPS in points, shares 0…1, means in points of the scale. */
  readonly value: number;
  /** `target` when absent. */
  readonly kind?: 'target' | 'benchmark';
  /** Answers that a benchmark stands on; exact when absent. */
  readonly n?: number;
}

/** A topic that comments are sorted by. */
export interface KeywordList {
  readonly id: string;
  readonly label?: Text;
  readonly words: readonly string[];
}

/** How the table is written; what is absent is found out from its bytes. */
export interface TableForm {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly decimal?: '.' | ',';
  /** Read " 7" as 7; rejected and listed when false or absent. */
  readonly trimSpaces?: boolean;
  /** Read "4.0" as 4; rejected and listed when false or absent. */
  readonly wholeDecimals?: boolean;
}

/**
 * What the columns of a table mean, and what the owner wants to be known beside them: a `fourfold-map` file.
 *
 * Columns that are not named are ignored and listed.
 */
export interface Mapping {
  readonly format: typeof MAPPING_FORMAT;
  readonly version: typeof MAPPING_VERSION;
  /** Name of the survey; files of one survey add up. */
  readonly survey: string;
  readonly title?: Text;
  readonly table?: TableForm;
  readonly columns: readonly MappedColumn[];
  readonly picks?: readonly Picks[];
  /** Touchpoints in the order of the journey. */
  readonly touchpoints?: readonly string[];
  readonly targets?: readonly MappedTarget[];
  readonly loyalty?: MappedLoyalty;
  readonly deliveredValue?: MappedValue;
  readonly index?: readonly MappedFactor[];
  readonly keywords?: readonly KeywordList[];
  /** A recommendation from 1 to 10 counts as NPS: 9–10, 7–8, 1–6. */
  readonly npsOneToTen?: boolean;
  /** Records weigh what their weight column says; each counts as one when false. */
  readonly weighted?: boolean;
}

/** The battery that attributes belong to when a mapping names none. */
export const DEFAULT_BATTERY = 'service';
