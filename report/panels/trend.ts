import { html } from 'lit';
import { DRAWN_N_MIN, SMALL_SAMPLE_N_BELOW } from '../../shared/metrics/figure.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { Change, TrendPoint, TrendSeries } from '../../shared/metrics/trend.ts';
import type { MeasureFigure } from '../../shared/metrics/measure.ts';
import { trendDrawing, type TrendModel } from '../charts/trend-chart.ts';
import { drawChart } from '../export/draw-chart.ts';
import type { MeasureFormat } from '../format/figure-text.ts';
import { count, fixed, interval } from '../format/numbers.ts';
import { trend as words, type ChangeText } from '../strings/panels/trend.ts';
import { formatFor, measureName } from './measure-names.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent, PanelView } from './panel.ts';
import type { PanelTable } from './panel-table.ts';

const PICTURE_HEIGHT = 420;

interface DrawnPoint extends TrendPoint {
  readonly figure: MeasureFigure;
}

/**
 * The headline measures over time: line, band, and whether the last finished period differs from the one before.
 *
 * @returns undefined with fewer than two periods
 */
export function trendPanel(context: PanelContext): PanelContent | undefined {
  const { figures, strings, source } = context;
  const views = (figures.trend?.series ?? [])
    .filter(({ attribute, points }) => !attribute && drawnOf(points).length > 1)
    // What was asked longest stands first.
    .sort((a, b) => drawnOf(b.points).length - drawnOf(a.points).length)
    .map((series) => viewOf(series, context));
  if (views.length === 0) return undefined;
  const json = (): string => figuresJson({ trend: figures.trend });
  return { id: 'trend', name: words[strings.locale].name, views, json, source, strings };
}

/** Points with answers enough to be drawn. */
export function drawnOf(points: readonly TrendPoint[]): readonly DrawnPoint[] {
  return points.flatMap((point) =>
    point.figure && point.figure.n >= DRAWN_N_MIN ? [{ ...point, figure: point.figure }] : [],
  );
}

/** Which way a change goes, as far as it may be said. */
export function directionOf({ difference }: Change): ChangeText['direction'] {
  if (!difference.differs) return 'none';
  return difference.value > 0 ? 'rise' : 'fall';
}

function viewOf(series: TrendSeries, { nameOf, strings }: PanelContext): PanelView {
  const text = words[strings.locale];
  const points = drawnOf(series.points);
  const format = formatFor(
    series.measure,
    points.map(({ figure }) => figure),
  );
  const name = measureName(series.measure, nameOf, strings);
  const { verdict: change } = series;
  const unit = format.unit === '' ? '' : `\u202F${format.unit}`;
  const verdict = change
    ? text.verdict({
        ...{ from: change.from, to: change.to, direction: directionOf(change) },
        change: format.difference(change.difference.value),
      })
    : text.noVerdict;
  const drawing = trendDrawing(modelOf(points, change, format, unit), text.describe(verdict));
  const unfinished = series.points.find(({ finished }) => !finished);
  return {
    label: name,
    verdict,
    lead: [...series.changes.slice(-2), ...(change ? [change] : [])]
      .sort((a, b) => (a.to < b.to ? -1 : 1))
      .map((one) => changeText(one, format, text.said))
      .join(' · '),
    chart: html`<p class="axis-title">${text.axis(name)}</p>
      <fourfold-chart .drawing=${drawing}></fourfold-chart>`,
    draw: (theme) => drawChart(drawing, theme, PICTURE_HEIGHT),
    table: tableOf(series, format, text.columns),
    note: text.note(unfinished ? text.unfinished(unfinished.label) : ''),
  };
}

function changeText(change: Change, format: MeasureFormat, said: (typeof words)['en']['said']): string {
  const { from, to, difference } = change;
  const figure = `${format.difference(difference.value)} ${interval(difference.interval, format.difference)}`;
  return `${from}–${to} ${said(figure, directionOf(change))}`;
}

function modelOf(
  points: readonly DrawnPoint[],
  change: Change | undefined,
  format: MeasureFormat,
  unit: string,
): TrendModel {
  const percents = format.unit === '%';
  const last = points[points.length - 1];
  return {
    marks: points.map(({ label, finished, figure }) => ({
      ...{ label, value: figure.value, low: figure.interval.low, high: figure.interval.high },
      n: `n ${count(figure.n)}`,
      hollow: !finished || (figure.effectiveN ?? figure.n) < SMALL_SAMPLE_N_BELOW,
      act: change?.to === label && directionOf(change) === 'fall',
    })),
    valueText: format.value,
    tickText: (value, decimals) =>
      fixed(percents ? 100 * value : value, percents ? Math.max(0, decimals - 2) : decimals),
    last: {
      value: format.value(last.figure.value) + unit,
      interval: interval(last.figure.interval, format.value),
    },
  };
}

function tableOf(
  { points, verdict, changes }: TrendSeries,
  format: MeasureFormat,
  columns: (typeof words)['en']['columns'],
): PanelTable {
  const changeTo = new Map([...changes, ...(verdict ? [verdict] : [])].map((change) => [change.to, change]));
  return {
    columns: [
      { key: 'period', head: columns.period },
      { key: 'value', head: columns.value, format: format.value, look: 'strong' },
      { key: 'value95', head: columns.interval, format: format.value },
      { key: 'n', head: columns.n, format: count, look: 'muted' },
      { key: 'change', head: columns.change, format: format.difference },
      { key: 'change95', head: columns.interval, format: format.difference },
      { key: 'holm', head: columns.holm, format: (p) => fixed(p, 3).replace(/^0\./, '.') },
    ],
    rows: points.map(({ label, figure }) => {
      const difference = changeTo.get(label)?.difference;
      return {
        id: label,
        cells: [
          ...[label, figure?.value, figure?.interval, figure?.n],
          ...[difference?.value, difference?.interval, difference?.holm],
        ],
      };
    }),
  };
}
