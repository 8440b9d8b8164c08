import type { Dialect } from './dialect.ts';
import type { SqlPlan, SqlTimeForm } from './sql-plan.ts';

/** What stands in place of a text that could not be read. */
export const UNREADABLE = '?';

const YEAR = String.raw`(?:190[1-9]|19[1-9]\d|20\d\d)`;
const LONG = String.raw`(?:0?[13578]|1[02])`;
const SHORT = String.raw`(?:0?[469]|11)`;
const HOUR = String.raw`(?:[01]?\d|2[0-3])`;
const CLOCK = String.raw`[T ]${HOUR}:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
const ZONE = String.raw`(?:Z|[+-]\d\d:?\d\d)`;
const SEPARATORS = ['-', '/', String.raw`\.`];

/** Days that there are, with one mark between month and day; the 29th of February in every year. */
function monthAndDay(mark: string, dayFirst: boolean): string {
  const dayUpTo = (most: string) => String.raw`(?:0?[1-9]|[12]\d${most})`;
  const pairs = [
    [LONG, dayUpTo('|3[01]')],
    [SHORT, dayUpTo('|30')],
    ['0?2', dayUpTo('')],
  ];
  const written = pairs.map(([month, day]) => (dayFirst ? `${day}${mark}${month}` : `${month}${mark}${day}`));
  return `(?:${written.join('|')})`;
}

/** What a time must look like before it is taken apart. */
const GUARDS: Readonly<Record<SqlTimeForm, string>> = {
  own: String.raw`^${YEAR}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?${ZONE}?$`,
  iso: `^(?:${SEPARATORS.map((mark) => YEAR + mark + monthAndDay(mark, false)).join('|')})(?:${CLOCK})?\\s*${ZONE}?$`,
  'day-first': yearLast(true),
  'month-first': yearLast(false),
  'epoch-s': String.raw`^(?:\d{1,9}|[1-3]\d{9}|40\d{8})$`,
  'epoch-ms': String.raw`^(?:\d{1,12}|[1-3]\d{12}|40\d{11})$`,
  label: '^',
};

function yearLast(dayFirst: boolean): string {
  const days = SEPARATORS.map((mark) => monthAndDay(mark, dayFirst) + mark + YEAR);
  return `^(?:${days.join('|')})(?:${CLOCK})?$`;
}

type Step = readonly [pattern: string, replacement: string];

const YEAR_FIRST_STEPS: readonly Step[] = [[String.raw`^(\d{4})[/.](\d+)[/.]`, String.raw`\1-\2-`]];
const DATE_STEPS: readonly Step[] = [
  [String.raw`^(\d{4})-(\d)-`, String.raw`\1-0\2-`],
  [String.raw`^(\d{4}-\d\d)-(\d)(\D|$)`, String.raw`\1-0\2\3`],
  [String.raw`^(\d{4}-\d\d-\d\d)(\s*(?:Z|[+-]\d\d:?\d\d)?)$`, String.raw`\1T00:00\2`],
  [String.raw`^(.{10})[T ](\d):`, String.raw`\1T0\2:`],
  ['^(.{10}) ', String.raw`\1T`],
  [String.raw`\s+`, ''],
];
const CLOCK_STEPS: readonly Step[] = [
  ['^(.{16})(Z|[+-].*)?$', String.raw`\1:00\2`],
  ['^(.{19})(Z|[+-].*)?$', String.raw`\1.000\2`],
  [String.raw`^(.{20}\d)(Z|[+-].*)?$`, String.raw`\100\2`],
  [String.raw`^(.{20}\d\d)(Z|[+-].*)?$`, String.raw`\10\2`],
  [String.raw`^(.{23})\d+`, String.raw`\1`],
  ['^(.{23})Z?$', String.raw`\1+0000`],
  ['^(.{26}):', String.raw`\1`],
];

/** How each form becomes `2026-03-01T10:00:00.000+0000`; numbers and labels stay as they are. */
const STEPS: Readonly<Record<SqlTimeForm, readonly Step[]>> = {
  own: CLOCK_STEPS,
  iso: [...YEAR_FIRST_STEPS, ...DATE_STEPS, ...CLOCK_STEPS],
  'day-first': [
    [String.raw`^(\d+)[-/.](\d+)[-/.](\d{4})`, String.raw`\3-\2-\1`],
    ...DATE_STEPS,
    ...CLOCK_STEPS,
  ],
  'month-first': [
    [String.raw`^(\d+)[-/.](\d+)[-/.](\d{4})`, String.raw`\3-\1-\2`],
    ...DATE_STEPS,
    ...CLOCK_STEPS,
  ],
  ...{ 'epoch-s': [], 'epoch-ms': [], label: [] },
};

/** Blanks as `trim` of JavaScript knows them. */
const BLANKS = '[\\t\\n\\v\\f\\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]';

/** Writes expressions that make cells of the owner's table regular: one form for each thing, and a mark for all else. */
export class RegularTexts {
  readonly #dialect: Dialect;
  readonly #plan: SqlPlan;

  constructor(dialect: Dialect, plan: SqlPlan) {
    this.#dialect = dialect;
    this.#plan = plan;
  }

  /** The text of a column, without the blanks around it where the mapping allows that; '' of one that is not there. */
  text(column: string | undefined, trims = this.#plan.trims): string {
    if (column === undefined) return "''";
    const { cell, replaced } = this.#dialect;
    const text = cell(column);
    return trims ? replaced(replaced(text, `^${BLANKS}+`, ''), `${BLANKS}+$`, '') : text;
  }

  /** A time as `2026-03-01T10:00:00.000+0000`, or as digits. */
  time(): string {
    const { columns, time, own } = this.#plan;
    const { matches, replaced } = this.#dialect;
    const raw = this.text(columns.shownAt, !own && time !== 'label');
    if (columns.shownAt === undefined || time === 'label') return "''";
    const regular = STEPS[time].reduce((text, step) => replaced(text, ...step), raw);
    return `case when ${raw} = '' then '' when ${matches(raw, GUARDS[time])} then ${regular} else '${UNREADABLE}' end`;
  }

  /** A whole number in its plain form; `absent` where there is none, −2 where it could not be read. */
  whole(column: string | undefined, absent = -1): string {
    if (column === undefined) return String(absent);
    const raw = this.text(column);
    const isWhole = this.#dialect.matches(raw, String.raw`^(?:0|[1-9]\d{0,8})$`);
    return `cast(case when ${raw} = '' then '${absent}' when ${isWhole} then ${raw} else '-2' end as bigint)`;
  }

  /** A weight in units of 1e-10; 0 for one that counts nothing. */
  units(column: string | undefined): string {
    if (column === undefined) return '0';
    const { matches, replaced } = this.#dialect;
    const raw = this.text(column, true);
    const text = this.#plan.decimalComma ? `replace(${raw}, ',', '.')` : raw;
    const decimal = replaced(text, String.raw`^(\d*)$`, String.raw`\1.`);
    const padded = replaced(
      `concat('000000', ${decimal}, '00000000000')`,
      String.raw`^\d*(\d{6})\.(\d{11})\d*$`,
      String.raw`\1\2`,
    );
    const isWeight = `${matches(text, String.raw`^0*\d{0,6}(?:\.\d*)?$`)} and ${matches(text, String.raw`\d`)}`;
    const digits = `case when ${isWeight} then ${padded} else '00000000000000000' end`;
    const units = `cast(substring(${digits}, 1, 16) as bigint)`;
    return `${units} + case when substring(${digits}, 17, 1) in ('5', '6', '7', '8', '9') then 1 else 0 end`;
  }

  /** The id, '' where a part of it is missing; of a foreign table the survey is a part of it. */
  id(): string {
    const { ids, own, survey } = this.#plan;
    const { cell, literal, separator } = this.#dialect;
    const parts = ids.map((column) => cell(column));
    if (own) return parts.join('');
    if (parts.length === 0) return "''";
    const whole = [literal(survey), ...parts].join(`, ${separator}, `);
    return `case when ${parts.map((part) => `${part} = ''`).join(' or ')} then '' else concat(${whole}) end`;
  }

  /** Words between blanks, one more at each end. */
  words(column: string | undefined): string {
    return column === undefined ? "''" : `concat(' ', ${this.#dialect.cell(column)}, ' ')`;
  }
}
