import { CROSS_POINTS_MAX, points, type ScaleDefinition, type ScaleRole } from './summary.ts';

const OUTCOMES: readonly ScaleRole[] = ['csat', 'nps', 'ces'];
const BATTERY: readonly ScaleRole[] = [
  'importance',
  'satisfaction',
  'expectation',
  'perception',
  'standard',
  'promise',
];

/** Which tables a slice holds; nothing but its columns decides. */
export interface TablePlan {
  /** Column keys of each cross table, two or three. */
  readonly cross: readonly (readonly string[])[];
  /** Column keys of each set of complete cases, the outcome first. */
  readonly complete: readonly (readonly [string, ...string[]])[];
}

/**
 * The tables of a slice with these columns.
 *
 * Each outcome crosses every pair of satisfactions; these tables stand in place of the pair tables they contain.
 * All other pairs of battery columns, and all pairs of outcomes, are crossed two by two.
 *
 * @param columns by key
 * @example tablePlan([csat, parking, shuttle]).cross // [['csat', 'parking', 'shuttle']]
 */
export function tablePlan(columns: readonly ScaleDefinition[]): TablePlan {
  const small = columns.filter((column) => points(column) <= CROSS_POINTS_MAX);
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
    ...outcomes.flatMap((y) => single.map((a) => [y, a])),
  ];
  const all = keys(columns, ['satisfaction']);
  const complete = keys(columns, OUTCOMES).map((y): [string, ...string[]] => [y, ...all]);
  return { cross: [...two, ...triples], complete: all.length > 0 ? complete : [] };
}

function pairs(keys: readonly string[]): [string, string][] {
  return keys.flatMap((a, i) => keys.slice(i + 1).map((b): [string, string] => [a, b]));
}
