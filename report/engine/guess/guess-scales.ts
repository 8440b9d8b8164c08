import type { BatteryColumn, OutcomeColumn } from '../../../shared/mapping/mapping.ts';
import type { Aspect } from '../../../shared/questionnaire/questionnaire.ts';
import { NPS_SCALE } from '../../../shared/questionnaire/scale.ts';
import { attributeName, namedAspect, namedRole } from './column-names.ts';
import { guessScale, type GuessedScale } from './guess-scale.ts';
import type { ColumnProfile } from './profile-column.ts';

/** Columns of one battery are at least so many, where no name says that they are. */
const BATTERY_MIN = 3;
/** Whole numbers, of all cells, in a column of scores. */
const MOSTLY = 0.9;
const POINTS_MAX = 30;
/** Such as 66, 99 and −99: codes for no answer, which tell nothing of the scale. */
const CODES_FROM = 66;

/** Overall questions by their names. */
const OUTCOMES = ['nps', 'csat', 'ces'] as const;

/** A column with the scale that it shares with those asked alike. */
interface Scaled {
  readonly column: ColumnProfile;
  readonly scale: GuessedScale;
  /** Asked alike, itself included. */
  readonly group: number;
}

/**
 * The columns of scores, and what each was asked: by its name, else as satisfaction with an attribute where several
 * columns are alike.
 *
 * @param columns those that are nothing else
 */
export function guessScales(columns: readonly ColumnProfile[]): (BatteryColumn | OutcomeColumn)[] {
  const scaled = groups(columns.filter(isScore)).flatMap((group): Scaled[] => {
    const scale = guessScale(
      group,
      group.every(({ name }) => namedRole(name) === 'nps'),
    );
    if (scale) return group.map((column) => ({ column, scale, group: group.length }));
    // One odd column takes no other with it.
    return group.flatMap((column) => {
      const own = guessScale([column], namedRole(column.name) === 'nps');
      return own ? [{ column, scale: own, group: group.length }] : [];
    });
  });
  const found: (BatteryColumn | OutcomeColumn)[] = [];
  for (const one of scaled) {
    const column = outcome(one, found) ?? battery(one, found);
    if (column) found.push(column);
  }
  return found;
}

/** Small whole numbers, or few words. */
function isScore({ values, filled, numbers, whole }: ColumnProfile): boolean {
  if (values === undefined || filled === 0 || values.size > POINTS_MAX) return false;
  return whole >= MOSTLY * filled || numbers === 0;
}

/** Columns that are asked alike: by the beginning of their names, else by what they hold. */
function groups(columns: readonly ColumnProfile[]): ColumnProfile[][] {
  const byName = new Map<string, ColumnProfile[]>();
  for (const column of columns) {
    const key = beginning(column.name);
    byName.set(key, [...(byName.get(key) ?? []), column]);
  }
  const alike = new Map<string, ColumnProfile[]>();
  for (const [key, group] of byName) {
    const kind = group.length < BATTERY_MIN ? contents(group[0]) : key;
    alike.set(kind, [...(alike.get(kind) ?? []), ...group]);
  }
  return [...alike.values()];
}

function beginning(name: string): string {
  const aspect = namedAspect(name)?.aspect;
  if (namedRole(name) === 'nps') return `nps ${name}`;
  if (aspect) return `aspect ${aspect}`;
  return (
    /^(q(?:uestion)?\d+[a-z]?[ _.:-]|\p{L}+(?=\d+$)|[^\s_.:-]+[\s_.:-])/iu.exec(name)?.[0].toLowerCase() ??
    name
  );
}

/** Small numbers with small ones, words with the same words. */
function contents({ values, numbers, name }: ColumnProfile): string {
  if (numbers === 0) return `words ${[...(values?.keys() ?? [])].sort().join(' ')}`;
  if (namedRole(name) === 'nps') return `nps ${name}`;
  const points = [...(values?.keys() ?? [])].map(Number).filter((number) => Math.abs(number) < CODES_FROM);
  if (points.some((point) => point < 0)) return 'below 0';
  return points.every((point) => point <= 6) ? 'to 6' : 'above 6';
}

function outcome(
  { column, scale, group }: Scaled,
  found: readonly (BatteryColumn | OutcomeColumn)[],
): OutcomeColumn | undefined {
  const { name } = column;
  const named = OUTCOMES.find((role) => role === namedRole(name));
  if (!named || (named !== 'csat' && found.some(({ role }) => role === named))) return undefined;
  const reading = { column: name, ...readingOf(scale) };
  if (named === 'nps') {
    const { min, max } = scale.scale;
    if (max < NPS_SCALE.max && group >= BATTERY_MIN) return undefined;
    const isNps = max === NPS_SCALE.max && min <= 1;
    return { ...reading, role: isNps ? 'nps' : 'rating' };
  }
  // Of several overall questions the first is the outcome, the others stand beside it.
  if (named === 'csat' && found.some(({ role }) => role === 'csat')) return { ...reading, role: 'rating' };
  return {
    ...reading,
    role: named,
    ...(scale.scale.max - scale.scale.min === 1 && { satisfiedFrom: scale.scale.max }),
  };
}

function battery(
  { column, scale, group }: Scaled,
  found: readonly (BatteryColumn | OutcomeColumn)[],
): BatteryColumn | undefined {
  const named = namedAspect(column.name);
  if (!named && group < BATTERY_MIN) return undefined;
  const aspect: Aspect = named?.aspect ?? 'satisfaction';
  const short = named?.attribute ?? attributeName(column.name);
  const isTaken = found.some(
    (other) => 'attribute' in other && other.role === aspect && other.attribute === short,
  );
  return {
    ...{ column: column.name, role: aspect, attribute: isTaken ? column.name : short },
    ...readingOf(scale),
  };
}

function readingOf({ scale, missing, notApplicable, values }: GuessedScale) {
  return {
    scale,
    ...(missing.length > 0 && { missing }),
    ...(notApplicable.length > 0 && { notApplicable }),
    ...(values && { values }),
  };
}
