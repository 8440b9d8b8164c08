/** Ratings from which one value throughout counts as straight-lining. */
export const STRAIGHT_LINE_RATINGS_MIN = 6;

/** Answered closed questions from which a record's time tells its haste. */
export const TIMED_ANSWERS_MIN = 3;
