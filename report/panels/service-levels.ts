import type { ServiceLevelFigure } from '../../shared/metrics/service-level.ts';
import { shareText } from '../format/figure-text.ts';
import { count, percentNumber } from '../format/numbers.ts';
import { index as words } from '../strings/panels/index.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelView } from './panel.ts';
import { rowView } from './row-view.ts';
import { scoreModel, scoreRow } from './score-rows.ts';

/** The share of each of the six levels of service. */
export function serviceLevelView(service: ServiceLevelFigure, { strings }: PanelContext): PanelView {
  const text = words[strings.locale];
  const levels = service.levels.map((one) => ({
    ...one,
    id: String(one.level),
    name: `${one.level} ${text.levels[one.level - 1] ?? ''}`,
  }));
  const format = (value: number): string => percentNumber(value, 0);
  return rowView(
    'level',
    scoreModel(
      levels.map((one) => scoreRow(one.id, one.name, one, format)),
      text.axis.level,
      format,
      [0],
    ),
    {
      label: text.views.level,
      verdict: text.verdict.level(shareText(service)),
      table: {
        columns: [
          { key: 'level', head: text.columns.level },
          {
            key: 'share',
            head: text.columns.share,
            format: (value) => percentNumber(value, 1),
            look: 'strong',
          },
          { key: 'share95', head: text.columns.interval, format: (value) => percentNumber(value, 1) },
          { key: 'answers', head: text.columns.answers, format: count, look: 'muted' },
          { key: 'n', head: text.columns.n, format: count, look: 'muted' },
        ],
        rows: levels.map(({ id, name, value, interval: ends, count: answers, n }) => ({
          id,
          cells: [name, value, ends, answers, n],
        })),
      },
      note: text.note.level(service.from),
    },
  );
}
