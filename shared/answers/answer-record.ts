import type { Aspect } from '../questionnaire/questionnaire.ts';

/** Version of the record's published form; a reader refuses a version that it does not know. */
export const RECORD_SCHEMA_VERSION = 1;

/** How far a respondent came, in rising order. */
export const STATUSES = ['shown', 'dismissed', 'partial', 'completed'] as const;
export type Status = (typeof STATUSES)[number];

/** A battery's answers: aspect, then attribute, then the point chosen. */
export type BatteryAnswer = Readonly<Partial<Record<Aspect, Readonly<Record<string, number>>>>>;

/** An answer in the respondent's own words, where no option fits. */
export interface OtherAnswer {
  readonly other: string;
}

/** How to reach a respondent who agreed to it. */
export interface ContactAnswer {
  /** Missing when the respondent gave none. */
  readonly name?: string;
  /** E-mail address or telephone number, as it was written. */
  readonly reach: string;
  readonly consent: true;
}

/** A score, a text or option, options, own words, a contact, or a battery's cells. */
export type AnswerValue =
  number | string | readonly (string | OtherAnswer)[] | OtherAnswer | ContactAnswer | BatteryAnswer;

/**
 * One time that a prompt was shown, and all that the respondent answered to it so far. It is rewritten as the
 * respondent goes on; the highest revision of an id is the whole truth.
 */
export interface AnswerRecord {
  readonly schemaVersion: typeof RECORD_SCHEMA_VERSION;
  /** UUID v7, made in the browser when the prompt is shown. */
  readonly id: string;
  /** 1 when shown, then one more for each step. */
  readonly revision: number;
  readonly survey: string;
  readonly surveyVersion: number;
  readonly status: Status;
  /** ISO 8601, UTC, by the respondent's clock. */
  readonly shownAt: string;
  /** When the newest answer was given; missing before the first. */
  readonly answeredAt?: string;
  /** From shown to the newest answer, in ms; missing before the first answer. */
  readonly durationMs?: number;
  /** Language in which the prompt was shown, BCP 47. */
  readonly locale: string;
  /** The page's address without query and fragment; missing when the owner switches it off. */
  readonly page?: string;
  /** Share of visitors asked when this prompt was shown; missing when all were. */
  readonly sample?: number;
  /** What the owner knows of this visit, such as touchpoint or tier; values are texts. */
  readonly context: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Asked and passed over: a question's id, or the path of a battery's cell. */
  readonly skipped: readonly string[];
  /** By battery: the attributes that do not apply to this respondent. */
  readonly notApplicable: Readonly<Record<string, readonly string[]>>;
  /** By battery or choice: the order in which its attributes or options were shown, where it was drawn. */
  readonly order: Readonly<Record<string, readonly string[]>>;
}

/** A record as a collector keeps it: with the time at which it arrived, by the collector's clock. */
export interface StoredRecord extends AnswerRecord {
  readonly receivedAt: string;
}
