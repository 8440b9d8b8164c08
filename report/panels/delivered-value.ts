import type { DeliveredValue } from '../../shared/metrics/delivered-value.ts';
import { figureText, signed } from '../format/figure-text.ts';
import { count, fixed, mean } from '../format/numbers.ts';
import { index as words } from '../strings/panels/index.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelView } from './panel.ts';
import { rowView } from './row-view.ts';
import { scoreModel, scoreRow } from './score-rows.ts';

/** What customers get, what it costs them, and the difference. */
export function deliveredValueView(
  { n, difference, value, cost, ratio }: DeliveredValue,
  { strings }: PanelContext,
): PanelView {
  const text = words[strings.locale];
  const rows = [
    { id: 'value', figure: value },
    { id: 'cost', figure: cost },
    { id: 'difference', figure: difference },
  ] as const;
  const signedMean = (of: number): string => signed(of, mean);
  const ends = difference.interval;
  const more = ends && ends.low > 0 ? 'more' : ends && ends.high < 0 ? 'less' : 'even';
  return rowView(
    'value',
    scoreModel(
      rows.map(({ id, figure }) =>
        scoreRow(id, text.parts[id], figure, id === 'difference' ? signedMean : mean),
      ),
      text.axis.value,
      (of) => fixed(of, 0),
      [0],
    ),
    {
      label: text.views.value,
      verdict: text.verdict.value(more),
      lead: ratio ? text.ratio(figureText(ratio, mean)) : '',
      table: {
        columns: [
          { key: 'part', head: text.columns.factor },
          { key: 'value', head: text.columns.mean, format: mean, look: 'strong' },
          { key: 'value95', head: text.columns.interval, format: mean },
          { key: 'n', head: text.columns.n, format: count, look: 'muted' },
        ],
        rows: rows.map(({ id, figure }) => ({
          id,
          cells: [text.parts[id], figure.value, figure.interval, figure.n],
        })),
      },
      note: text.note.value(n),
    },
  );
}
