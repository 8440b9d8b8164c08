import type { FiguresOptions } from '../metrics/figures-options.ts';
import type { ScoreRules } from '../summary/score-rules.ts';
import type { Mapping } from './mapping.ts';
import { columnKey } from './parse-mapping.ts';

/** Where loyal begins and drifting ends on an intent of 0...1, unless the owner says otherwise. */
const LOYAL_FROM = 0.75;
const DRIFTING_UP_TO = 0.25;

/**
 * What a mapping chooses for the figures; what it leaves open is left as each figure has it.
 *
 * @example mappingOptions({ format: 'fourfold-map', version: 1, survey: 'a', columns: [], npsOneToTen: true }).nps // { oneToTen: true }
 */
export function mappingOptions(mapping: Mapping): FiguresOptions {
  const { npsOneToTen, targets, touchpoints } = mapping;
  const satisfiedFrom = satisfiedFromOf(mapping);
  const csat = mapping.columns.find(({ role }) => role === 'csat');
  const from = csat && 'satisfiedFrom' in csat ? csat.satisfiedFrom : undefined;
  const rules = rulesOf(mapping);
  return {
    ...(npsOneToTen === true && { nps: { oneToTen: true } }),
    ...(from !== undefined && { csat: { satisfiedFrom: from } }),
    ...(satisfiedFrom.size > 0 && { satisfiedFrom }),
    ...(targets && { targets: targets.map((target) => ({ kind: 'target' as const, ...target })) }),
    ...(touchpoints && { journey: { order: touchpoints } }),
    ...(Object.keys(rules).length > 0 && { rules }),
  };
}

function satisfiedFromOf({ columns }: Mapping): ReadonlyMap<string, number> {
  return new Map(
    columns.flatMap((column): [string, number][] => {
      const key = columnKey(column);
      return key !== undefined && 'satisfiedFrom' in column && column.satisfiedFrom !== undefined
        ? [[key, column.satisfiedFrom]]
        : [];
    }),
  );
}

function rulesOf({ loyalty, deliveredValue, index, weighted }: Mapping): ScoreRules {
  return {
    ...(loyalty && { loyalty: { loyalFrom: LOYAL_FROM, driftingUpTo: DRIFTING_UP_TO, ...loyalty } }),
    ...(deliveredValue && { deliveredValue }),
    ...(index && { index }),
    ...(weighted === false && { weigh: 'none' as const }),
  };
}
