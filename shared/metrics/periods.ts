import type { Answers, Counts } from '../summary/summary.ts';

/** A stretch of time and the answers in it. */
export interface PeriodAnswers {
  /** `2017-W18`, `2017-05`, or the source's own name. */
  readonly label: string;
  /** Its last day is past: the data go on, or end with it. */
  readonly finished: boolean;
  readonly parts: readonly Answers[];
}

/** How time is cut: ISO weeks, calendar months, or as the source does. */
export type PeriodKind = 'week' | 'month' | 'own';

/** Up to this many days, weeks tell more than months. */
export const WEEKS_UP_TO_DAYS = 183;

const DAY_MS = 86_400_000;

/**
 * The periods that answers were given in, UTC, in order.
 *
 * @param by absent: weeks for up to half a year of data, else months
 * @example periodsOf(slice, 'month').periods[0]?.label // '2017-05'
 */
export function periodsOf(
  { days, periods }: Pick<Counts, 'days' | 'periods'>,
  by?: 'week' | 'month',
): { readonly kind: PeriodKind; readonly periods: readonly PeriodAnswers[] } {
  if (periods.length > 0)
    return {
      kind: 'own',
      periods: periods.map(({ label, tables }) => ({ label, finished: true, parts: [tables] })),
    };
  const [last, first] = [days.at(-1)?.day, days[0]?.day];
  if (last === undefined || first === undefined) return { kind: 'week', periods: [] };
  const kind = by ?? (Date.parse(last) - Date.parse(first) <= WEEKS_UP_TO_DAYS * DAY_MS ? 'week' : 'month');
  const labelOf = kind === 'week' ? isoWeek : (day: string) => day.slice(0, 7);
  const found = new Map<string, Answers[]>();
  for (const day of days) {
    const parts = found.get(labelOf(day.day)) ?? [];
    parts.push(day);
    found.set(labelOf(day.day), parts);
  }
  const next = new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10);
  return {
    kind,
    periods: [...found].map(([label, parts]) => ({
      ...{ label, parts },
      finished: label !== labelOf(last) || labelOf(next) !== label,
    })),
  };
}

/**
 * The ISO week of a day: that of its Thursday.
 *
 * @param day `2017-05-01`
 * @example isoWeek('2021-01-03') // '2020-W53'
 * @see ISO 8601
 */
export function isoWeek(day: string): string {
  const time = Date.parse(day);
  // 1970-01-01 was a Thursday; weeks run from Monday.
  const thursday = Math.floor((time / DAY_MS + 3) / 7) * 7;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / DAY_MS) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
