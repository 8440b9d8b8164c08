import type { Figures } from '../../shared/metrics/figures.ts';
import type { Strings } from '../strings/en.ts';
import { comments } from '../strings/panels/comments.ts';
import { journey } from '../strings/panels/journey.ts';
import { segments } from '../strings/panels/segments.ts';
import { trend } from '../strings/panels/trend.ts';

/**
 * Names of the panels that a summary cannot draw: the comments, and of a part of its records what it counts for all of
 * them alone.
 *
 * @param base figures of all records
 * @param hasComments answers beside the summary bring some
 */
export function lackingPanels(
  figures: Figures,
  base: Figures,
  hasComments: boolean,
  { locale }: Strings,
): readonly string[] {
  const hasTrend = ({ trend: of }: Figures, attribute: boolean): boolean =>
    of?.series.some((series) => series.attribute === attribute) === true;
  const parts: readonly (readonly [name: string, has: (of: Figures) => boolean])[] = [
    [segments[locale].name, ({ segments: of }) => of !== undefined],
    [journey[locale].name, ({ journey: of }) => of !== undefined],
    [trend[locale].name, (of) => hasTrend(of, false)],
    [trend[locale].attributesName, (of) => hasTrend(of, true)],
  ];
  const lost = parts.filter(([, has]) => has(base) && !has(figures)).map(([name]) => name);
  return hasComments ? lost : [comments[locale].name, ...lost];
}
