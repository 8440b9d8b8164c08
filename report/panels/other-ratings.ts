import type { TopShareFigure } from '../../shared/metrics/top-share.ts';
import { count, fixed, mean, scaleText } from '../format/numbers.ts';
import { index as words } from '../strings/panels/index.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelView } from './panel.ts';
import { rowView } from './row-view.ts';
import { scoreModel, scoreRow } from './score-rows.ts';

/** Means of ratings that stand for themselves. */
export function otherRatingsView(
  ratings: readonly TopShareFigure[],
  { nameOf, strings }: PanelContext,
): PanelView {
  const text = words[strings.locale];
  const rows = ratings.map((one) => ({
    ...one,
    name: `${nameOf(one.key)} (${scaleText(one.min, one.max)})`,
  }));
  const [lowest] = [...rows].sort((a, b) => level(a) - level(b));
  return rowView(
    'ratings',
    scoreModel(
      rows.map((one) => scoreRow(one.key, one.name, one.mean, mean)),
      text.axis.ratings,
      (of) => fixed(of, 1),
      [],
    ),
    {
      label: text.views.ratings,
      verdict: text.verdict.ratings(
        `${nameOf(lowest.key)}, ${mean(lowest.mean.value)} (${scaleText(lowest.min, lowest.max)})`,
      ),
      table: {
        columns: [
          { key: 'question', head: text.columns.factor },
          { key: 'mean', head: text.columns.mean, format: mean, look: 'strong' },
          { key: 'mean95', head: text.columns.interval, format: mean },
          { key: 'n', head: text.columns.n, format: count, look: 'muted' },
        ],
        rows: rows.map(({ key, name, mean: figure }) => ({
          id: key,
          cells: [name, figure.value, figure.interval, figure.n],
        })),
      },
      note: text.note.ratings,
    },
  );
}

/** Where a mean lies on its scale, 0–1: scales of different lengths are compared so. */
function level({ mean: { value }, min, max }: TopShareFigure): number {
  return (value - min) / (max - min);
}
