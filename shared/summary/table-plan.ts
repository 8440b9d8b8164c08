import type { ScoreRules } from './score-rules.ts';
import { CROSS_POINTS_MAX, points, type ScaleDefinition, type ScaleRole } from './summary.ts';

/** What attributes are related to. */
export const OUTCOMES: readonly ScaleRole[] = ['csat', 'nps', 'ces', 'outcome'];

const BATTERY: readonly ScaleRole[] = [
  'importance',
  'satisfaction',
  'expectation',
  'perception',
  'standard',
  'promise',
  'pick',
];

/** Name of the set of expectations and perceptions. */
export const GAP_SET = 'gaps';
/** Name of the set of values and costs. */
export const VALUE_SET = 'delivered-value';

/** A set of columns whose complete records are summed. */
export interface NamedSet {
  readonly name: string;
  readonly keys: readonly string[];
}

/** Which tables a slice holds; its columns and the rules decide. */
export interface TablePlan {
  /** Column keys of each cross table, two or three. */
  readonly cross: readonly (readonly string[])[];
  readonly complete: readonly NamedSet[];
}

/**
 * The tables of a slice with these columns.
 *
 * Each outcome crosses every pair of satisfactions; these tables stand in place of the pair tables they contain.
 * All other pairs of battery columns, and all pairs of outcomes, are crossed two by two. A column of more than 11
 * points is crossed with outcomes, or with satisfactions, one at a time: enough for correlations, not for certainty.
 *
 * @param columns by key
 * @example tablePlan([csat, parking, shuttle]).cross // [['csat', 'parking', 'shuttle']]
 */
export function tablePlan(columns: readonly ScaleDefinition[], rules: ScoreRules = {}): TablePlan {
  const small = columns.filter((column) => points(column) <= CROSS_POINTS_MAX);
  const wide = columns.filter((column) => !small.includes(column));
  const keys = (from: readonly ScaleDefinition[], roles: readonly ScaleRole[]) =>
    from.filter(({ role }) => roles.includes(role)).map(({ key }) => key);
  const outcomes = keys(small, OUTCOMES);
  const satisfactions = keys(small, ['satisfaction']);
  const triples = outcomes.flatMap((y) => pairs(satisfactions).map(([a, b]) => [y, a, b]));
  const contained = (a: string, b: string) =>
    outcomes.length > 0 && satisfactions.includes(a) && satisfactions.includes(b);
  const single = satisfactions.length === 1 ? satisfactions : [];
  const two = [
    ...pairs(keys(small, BATTERY)).filter(([a, b]) => !contained(a, b)),
    ...pairs(outcomes),
    ...outcomes.flatMap((y) => [...single, ...keys(wide, ['satisfaction'])].map((a) => [y, a])),
    ...keys(wide, OUTCOMES).flatMap((y) => satisfactions.map((a) => [y, a])),
  ];
  const all = keys(columns, ['satisfaction']).filter((key) => !rules.dropped?.includes(key));
  const drivers = keys(columns, OUTCOMES).map((y) => ({ name: driverSet(y), keys: [y, ...all] }));
  return {
    cross: [...two, ...triples],
    complete: [...(all.length > 0 ? drivers : []), ...ruledSets(columns, rules)],
  };
}

/**
 * The tables of {@link tablePlan} that the figures of the group `first` stand on, or smaller ones in their place: each
 * outcome crosses one satisfaction at a time.
 *
 * @example firstPlan([csat, parking, shuttle]).cross // [['csat', 'parking'], ['csat', 'shuttle']]
 */
export function firstPlan(columns: readonly ScaleDefinition[], rules: ScoreRules = {}): TablePlan {
  const isSmall = (column: ScaleDefinition) => points(column) <= CROSS_POINTS_MAX;
  const outcomes = columns.filter(({ role }) => OUTCOMES.includes(role));
  const satisfactions = columns.filter(({ role }) => role === 'satisfaction');
  const single = outcomes.flatMap((y) =>
    satisfactions.filter((a) => isSmall(y) || isSmall(a)).map((a) => [y.key, a.key]),
  );
  return {
    cross: [...pairs(outcomes.filter(isSmall).map(({ key }) => key)), ...single],
    complete: tablePlan(columns, rules).complete.filter(({ name }) => name.startsWith(driverSet(''))),
  };
}

/**
 * Name of the set of an outcome and all satisfactions.
 *
 * @example driverSet('csat') // 'drivers.csat'
 */
export function driverSet(outcome: string): string {
  return `drivers.${outcome}`;
}

/**
 * Name of the set of an index factor's items.
 *
 * @example indexSet('image') // 'index.image'
 */
export function indexSet(factor: string): string {
  return `index.${factor}`;
}

function ruledSets(columns: readonly ScaleDefinition[], rules: ScoreRules): NamedSet[] {
  const { index = [], deliveredValue, unweighted = [] } = rules;
  const sets = [
    {
      name: GAP_SET,
      keys: gapPairs(columns, unweighted).flatMap(({ expectation, perception }) => [expectation, perception]),
    },
    ...index.map(({ factor, items }) => ({ name: indexSet(factor), keys: items })),
    ...(deliveredValue
      ? [{ name: VALUE_SET, keys: [...deliveredValue.values, ...deliveredValue.costs] }]
      : []),
  ];
  const known = (key: string) => columns.some((column) => column.key === key);
  return sets.filter(({ keys }) => keys.length > 0 && keys.every(known));
}

/** Both columns of an attribute that was expected and perceived. */
export interface GapPair {
  /** `question.attribute`. */
  readonly attribute: string;
  /** Column keys. */
  readonly expectation: string;
  readonly perception: string;
}

/**
 * Attributes asked for both expectation and perception on one scale.
 *
 * @param unweighted attributes to leave out
 * @example gapPairs(slice.columns)[0]?.attribute // 'quality.empathy'
 */
export function gapPairs(columns: readonly ScaleDefinition[], unweighted: readonly string[] = []): GapPair[] {
  return columns
    .filter(({ role }) => role === 'expectation')
    .flatMap((expected) => {
      const { question, attribute, min, max } = expected;
      const perceived = columns.find(
        (other) =>
          other.role === 'perception' &&
          other.question === question &&
          other.attribute === attribute &&
          other.min === min &&
          other.max === max,
      );
      const name = attribute === undefined ? expected.key : `${question}.${attribute}`;
      if (!perceived || unweighted.includes(name)) return [];
      return [{ attribute: name, expectation: expected.key, perception: perceived.key }];
    });
}

function pairs(keys: readonly string[]): [string, string][] {
  return keys.flatMap((a, i) => keys.slice(i + 1).map((b): [string, string] => [a, b]));
}
