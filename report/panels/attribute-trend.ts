import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { TrendSeries } from '../../shared/metrics/trend.ts';
import { axisRange } from '../charts/axis-range.ts';
import type { ChartRow } from '../charts/row-chart-model.ts';
import { count, fixed, interval, mean } from '../format/numbers.ts';
import { signed } from '../format/figure-text.ts';
import { trend as words } from '../strings/panels/trend.ts';
import { firstAndContested } from '../verdict/page-verdict.ts';
import { measureMark } from './measure-mark.ts';
import { measureName } from './measure-names.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent } from './panel.ts';
import { rowView } from './row-view.ts';
import { directionOf, drawnOf } from './trend.ts';

const TICKS_MAX = 6;
const signedMean = (value: number): string => signed(value, mean);

/**
 * Each attribute's last finished period beside the one before.
 *
 * @returns undefined with fewer than two periods
 */
export function attributeTrendPanel(context: PanelContext): PanelContent | undefined {
  const { figures, nameOf, strings, source } = context;
  const text = words[strings.locale];
  const series = (figures.trend?.series ?? []).filter(
    ({ attribute, verdict, points }) => attribute && verdict && drawnOf(points).length > 1,
  );
  const [sample] = series;
  if (!sample?.verdict) return undefined;
  const first = new Set(
    figures.matrix ? firstAndContested(figures.matrix).first.map(({ satisfaction }) => satisfaction.key) : [],
  );
  const name = ({ measure }: TrendSeries): string => measureName(measure, nameOf, strings);
  const going = (wanted: 'rise' | 'fall'): string[] =>
    series.filter(({ verdict }) => verdict && directionOf(verdict) === wanted).map(name);
  const rows = series.flatMap((one): ChartRow | [] => {
    const { verdict } = one;
    const now = drawnOf(one.points).find(({ label }) => label === verdict?.to)?.figure;
    const before = drawnOf(one.points).find(({ label }) => label === verdict?.from)?.figure;
    if (!verdict || !now || !before) return [];
    const fell = directionOf(verdict) === 'fall';
    const { difference } = verdict;
    return {
      id: one.measure,
      name: name(one),
      strong: first.has(one.measure),
      marks: [{ ...measureMark(now, fell ? 'act' : 'grey'), from: before.value }],
      figures: [
        { value: mean(now.value), interval: interval(now.interval, mean), n: count(now.n) },
        {
          value: signedMean(difference.value),
          strong: difference.differs,
          interval: interval(difference.interval, signedMean),
        },
      ],
    };
  });
  const marks = rows.flatMap(({ marks: [mark] }) =>
    mark
      ? [
          mark.value,
          mark.from ?? mark.value,
          mark.interval?.low ?? mark.value,
          mark.interval?.high ?? mark.value,
        ]
      : [],
  );
  if (marks.length === 0) return undefined;
  const range = axisRange(marks, TICKS_MAX);
  const view = rowView(
    'trend-attributes',
    {
      measures: [
        {
          title: `| ${sample.verdict.from} ● ${sample.verdict.to}`,
          range,
          tickText: (value) => fixed(value, range.decimals),
        },
      ],
      columns: [text.last, text.change],
      groups: [{ rows }],
    },
    {
      verdict: text.attributes(going('fall'), going('rise'), sample.verdict.to),
      table: {
        columns: [
          { key: 'attribute', head: text.columns.attribute },
          { key: 'period', head: text.columns.period },
          { key: 'value', head: text.columns.value, format: mean, look: 'strong' },
          { key: 'value95', head: text.columns.interval, format: mean },
          { key: 'n', head: text.columns.n, format: count, look: 'muted' },
        ],
        rows: series.flatMap((one) =>
          one.points.map(({ label, figure }) => ({
            id: `${one.measure} ${label}`,
            cells: [name(one), label, figure?.value, figure?.interval, figure?.n],
          })),
        ),
      },
      note: text.attributesNote(series.length),
    },
  );
  const json = (): string => figuresJson({ series });
  return { id: 'trend-attributes', name: text.attributesName, views: [view], json, source, strings };
}
