import type { Figures } from '../../shared/metrics/figures.ts';
import type { Parsed } from '../../shared/parsed.ts';
import type { ReportEngine } from '../engine/engine-client.ts';
import { filterOf, isUnfiltered, optionsOf, type PageState } from '../state.ts';
import { sideFilter } from './compare-controls.ts';
import type { Sides } from './comparison-panel.ts';
import { filterChoices } from './filter-choices.ts';

/** Figures of the records that were chosen. */
export interface ChosenFigures {
  /** Figures of all records of the survey. */
  readonly base: Figures;
  readonly figures: Figures;
  readonly sides?: Sides;
}

/**
 * The figures that a state asks for.
 *
 * @param before what was chosen until now, and `base` its figures of all records
 * @param quick told the figures that are there long before the others: overview and points, without certainty
 * @returns undefined when a later question has overtaken this one
 * @throws Error of the engine when the records cannot be chosen so: see {@link isRefusal}
 */
export async function chosenFigures(
  engine: ReportEngine,
  chosen: PageState,
  before: PageState,
  base: Figures,
  quick: (figures: Figures) => void,
): Promise<Parsed<ChosenFigures> | undefined> {
  const options = optionsOf(chosen);
  const isSame =
    chosen.survey === before.survey &&
    chosen.surveyVersion === before.surveyVersion &&
    chosen.weigh === before.weigh;
  const all = isSame ? { ok: true as const, value: base } : await engine.figures(options);
  if (!all?.ok) return all;
  const figures =
    isSame || !isUnfiltered(chosen.filter)
      ? await engine.figures(options, filterOf(chosen.filter), (first) => {
          if (first.ok) quick(first.value);
        })
      : all;
  if (!figures?.ok) return figures;
  const found = { base: all.value, figures: figures.value };
  const { compare } = chosen;
  if (!compare) return { ok: true, value: found };
  const choices = filterChoices(all.value);
  const side = (which: 'a' | 'b') =>
    engine.figures(options, filterOf(sideFilter(chosen.filter, compare, which, choices)));
  const a = await side('a');
  if (!a?.ok) return a;
  const b = await side('b');
  if (!b?.ok) return b;
  return { ok: true, value: { ...found, sides: { compare, a: a.value, b: b.value } } };
}

/**
 * Whether the engine has refused a filter, which summaries do for what they do not count apart.
 *
 * @example isRefusal(new RangeError('filter: expected one value of one field')) // true
 */
export function isRefusal(error: unknown): boolean {
  // A worker's errors come as their text.
  return /(^|: )filter: expected/.test(String(error));
}
