/** How loyal a customer is, from what they mean to do. */
export interface LoyaltyRule {
  /** Column keys of the intents: to stay, to buy more, to recommend. */
  readonly intents: readonly string[];
  /** All intents at or above this share of their scale: loyal. */
  readonly loyalFrom: number;
  /** Any intent at or below this share: drifting; all others are ordinary. */
  readonly driftingUpTo: number;
}

/** What a customer gets, and what it costs: column keys of values and costs. */
export interface DeliveredValueRule {
  readonly values: readonly string[];
  /** A higher cost is dearer. */
  readonly costs: readonly string[];
}

/** One factor of the index: its items, each rescaled to 0...100. */
export interface IndexFactor {
  /** `image`, `satisfaction`, ... or the owner's own. */
  readonly factor: string;
  /** Column keys. */
  readonly items: readonly string[];
  /** One an item; absent: equal. */
  readonly weights?: readonly number[];
}

/**
 * What must be known while answers are counted: a figure under other rules needs the answers anew.
 *
 * Everything may be absent; then the columns of the built-in questionnaires are looked for by their names.
 */
export interface ScoreRules {
  readonly loyalty?: LoyaltyRule;
  readonly deliveredValue?: DeliveredValueRule;
  readonly index?: readonly IndexFactor[];
  /** Attributes whose weight was entered as 0, as `question.attribute`: their pairs need not be answered. */
  readonly unweighted?: readonly string[];
  /** Column keys of satisfactions that the reader drops from models of all attributes, to keep more records. */
  readonly dropped?: readonly string[];
  /** Least milliseconds for an answered closed question; who is faster hurries. Absent: 1,000. */
  readonly speederMs?: number;
  /** What a record weighs; absent: its `weight` where the source has one, else 1. */
  readonly weigh?: 'weight' | 'sample' | 'none';
}
