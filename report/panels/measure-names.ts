import { measureFormat, type MeasureFormat } from '../format/figure-text.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import { measures } from '../strings/panels/measures.ts';

/**
 * What a reader calls a measure: its own name, or that of the attribute or question of which it is the mean.
 *
 * @param measure `nps`, `csat`, `csat.mean`, ... or the key of a column
 */
export function measureName(measure: string, nameOf: NameOf, { locale }: Strings): string {
  const own: Readonly<Record<string, string>> = measures[locale];
  if (Object.hasOwn(own, measure)) return own[measure];
  const [question, , attribute] = measure.split('.');
  return nameOf(attribute === undefined ? question : `${question}.${attribute}`);
}

/** How the values of a measure are written, with decimals by its least certain figure. */
export function formatFor(
  measure: string,
  figures: readonly { readonly interval: { readonly low: number; readonly high: number } }[],
): MeasureFormat {
  return measureFormat(
    measure,
    Math.max(0, ...figures.map(({ interval: { low, high } }) => (high - low) / 2)),
  );
}
