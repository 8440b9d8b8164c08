import { DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { MeasureFigure } from '../../shared/metrics/measure.ts';
import type { Segment, Segments } from '../../shared/metrics/segments.ts';
import { axisRange } from '../charts/axis-range.ts';
import type { ChartRow, RowChartModel } from '../charts/row-chart-model.ts';
import { signed, type MeasureFormat } from '../format/figure-text.ts';
import { count, fixed, interval } from '../format/numbers.ts';
import { segments as words } from '../strings/panels/segments.ts';
import { formatFor, measureName } from './measure-names.ts';
import { measureMark } from './measure-mark.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent, PanelView } from './panel.ts';
import type { PanelTable } from './panel-table.ts';
import { rowView } from './row-view.ts';

/** Groups that the verdict names. */
const NAMED_MAX = 2;
const TICKS_MAX = 7;

/**
 * Every measure by the values of every context field, each group beside the rest of its field.
 *
 * @returns undefined without context fields
 */
export function segmentsPanel(context: PanelContext): PanelContent | undefined {
  const { figures, strings, source } = context;
  const { segments } = figures;
  const views = (segments ?? [])
    .map(compared)
    .filter(drawsSomething)
    .map((of) => viewOf(of, context));
  if (views.length === 0) return undefined;
  const json = (): string => figuresJson({ segments });
  return { id: 'segments', name: words[strings.locale].name, views, json, source, strings };
}

/** Without fields of one value, which tell nobody from anybody. */
function compared(of: Segments): Segments {
  return { ...of, fields: of.fields.filter(({ segments }) => segments.length > 1) };
}

function drawsSomething({ fields }: Segments): boolean {
  return fields.some(({ segments }) => segments.some(isDrawn));
}

function isDrawn({ figure }: Segment): boolean {
  return figure !== undefined && figure.n >= DRAWN_N_MIN;
}

function viewOf(of: Segments, context: PanelContext): PanelView {
  const { nameOf, strings } = context;
  const text = words[strings.locale];
  const name = measureName(of.measure, nameOf, strings);
  const all = of.fields.flatMap(({ segments }) => segments);
  const format = formatFor(of.measure, figuresOf(all));
  const few = all.filter(({ figure }) => figure && figure.n < DRAWN_N_MIN);
  return rowView(`segments-${of.measure}`, modelOf(of, name, format, context), {
    label: name,
    verdict: text.verdict(
      all
        .filter(({ difference }) => difference?.differs)
        .sort((a, b) => distanceOf(b) - distanceOf(a))
        .slice(0, NAMED_MAX)
        .map(({ value, figure, difference }) => ({
          group: value,
          value: figure ? format.value(figure.value) + unitOf(format) : '',
          distance: format.value(Math.abs(difference?.value ?? 0)),
          above: (difference?.value ?? 0) > 0,
        })),
    ),
    lead: text.lead(of.family),
    table: tableOf(of, format, context),
    note: text.note(
      few.map(({ value, figure }) => `${value} (n ${count(figure?.n ?? 0)})`),
      of.fields.filter(({ tooMany }) => tooMany).map(({ field }) => nameOf(`context.${field}`)),
    ),
  });
}

function unitOf({ unit }: MeasureFormat): string {
  return unit === '' ? '' : `\u202F${unit}`;
}

function figuresOf(segments: readonly Segment[]): readonly MeasureFigure[] {
  return segments.filter(isDrawn).flatMap(({ figure }) => figure ?? []);
}

/** Distance from the rest, in half-widths of its interval: how sure the difference is. */
function distanceOf({ difference }: Segment): number {
  if (!difference) return 0;
  const { low, high } = difference.interval;
  return Math.abs(difference.value) / Math.max(high - low, Number.EPSILON);
}

function modelOf(
  of: Segments,
  name: string,
  format: MeasureFormat,
  { nameOf, strings }: PanelContext,
): RowChartModel {
  const text = words[strings.locale];
  const shown = of.fields.map(({ field, segments }) => ({ field, segments: segments.filter(isDrawn) }));
  const figures = figuresOf(shown.flatMap(({ segments }) => segments));
  const range = axisRange(
    figures.flatMap(({ interval: { low, high } }) => [low, high]),
    TICKS_MAX,
  );
  const whole = wholeOf(of);
  const decimals = format.unit === '%' ? Math.max(0, range.decimals - 2) : range.decimals;
  return {
    measures: [
      {
        title: text.byGroup(name),
        range,
        tickText: (value) => fixed(format.unit === '%' ? 100 * value : value, decimals),
        ...(whole !== undefined && { line: { at: whole, text: text.all(format.value(whole)) } }),
      },
    ],
    columns: [text.figure(name), text.rest],
    groups: shown
      .filter(({ segments }) => segments.length > 0)
      .map(({ field, segments }) => ({
        title: nameOf(`context.${field}`),
        rows: segments.map((segment) => rowOf(field, segment, format, text.tooFew)),
      })),
  };
}

function rowOf(
  field: string,
  { value, figure, difference }: Segment,
  format: MeasureFormat,
  tooFew: string,
): ChartRow {
  const differs = difference?.differs ?? false;
  const compared = difference?.holm !== undefined;
  return {
    id: `${field}.${value}`,
    name: value,
    strong: differs,
    marks: [figure && measureMark(figure, differs ? 'ink' : 'grey')],
    figures: [
      figure
        ? {
            value: format.value(figure.value),
            strong: differs,
            interval: interval(figure.interval, format.value),
            n: count(figure.n),
          }
        : {},
      difference && compared
        ? {
            value: format.difference(difference.value),
            strong: differs,
            interval: interval(difference.interval, format.value),
          }
        : { interval: difference ? tooFew : '' },
    ],
  };
}

/** All groups of the fullest field together: what a group is seen against. */
function wholeOf({ fields }: Segments): number | undefined {
  const totals = fields.map(({ segments }) => {
    const figures = segments.flatMap(({ figure }) => figure ?? []);
    const n = figures.reduce((sum, figure) => sum + figure.n, 0);
    return { n, value: figures.reduce((sum, figure) => sum + figure.n * figure.value, 0) / n };
  });
  const [fullest] = totals.sort((a, b) => b.n - a.n);
  return fullest && fullest.n > 0 ? fullest.value : undefined;
}

function tableOf(of: Segments, format: MeasureFormat, { nameOf, strings }: PanelContext): PanelTable {
  const { columns, verdicts } = words[strings.locale];
  const p = (value: number): string => fixed(value, 3).replace(/^0\./, '.');
  return {
    columns: [
      { key: 'group', head: columns.group },
      { key: 'field', head: columns.field, look: 'muted' },
      { key: 'value', head: columns.value, format: format.value, look: 'strong' },
      { key: 'value95', head: columns.interval, format: format.value },
      { key: 'n', head: columns.n, format: count, look: 'muted' },
      { key: 'difference', head: columns.difference, format: format.difference },
      { key: 'difference95', head: columns.interval, format: (value) => signed(value, format.value) },
      { key: 'holm', head: columns.holm, format: p },
      { key: 'verdict', head: columns.verdict },
    ],
    rows: of.fields.flatMap(({ field, segments }) =>
      segments.map(({ value, figure, difference }) => ({
        id: `${field}.${value}`,
        strong: difference?.differs ?? false,
        cells: [
          ...[value, nameOf(`context.${field}`), figure?.value, figure?.interval, figure?.n],
          ...[difference?.value, difference?.interval, difference?.holm],
          difference?.holm === undefined
            ? verdicts.few
            : difference.differs
              ? verdicts.differs
              : difference.atMost === undefined
                ? verdicts.none
                : verdicts.atMost(format.value(difference.atMost)),
        ],
      })),
    ),
  };
}
