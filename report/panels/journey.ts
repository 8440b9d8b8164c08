import { DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { Journey, JourneyMeasure } from '../../shared/metrics/journey.ts';
import { axisRange } from '../charts/axis-range.ts';
import type { ChartRow } from '../charts/row-chart-model.ts';
import { count, fixed, interval } from '../format/numbers.ts';
import { journey as words } from '../strings/panels/journey.ts';
import { measureMark } from './measure-mark.ts';
import { formatFor, measureName } from './measure-names.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent, PanelView } from './panel.ts';
import { rowView } from './row-view.ts';

const TICKS_MAX = 6;

/**
 * The customer's journey: each touchpoint's figures, and the moment of truth.
 *
 * @returns undefined without touchpoints
 */
export function journeyPanel(context: PanelContext): PanelContent | undefined {
  const { figures, strings, source } = context;
  const { journey } = figures;
  const views = (journey?.measures ?? [])
    .filter(({ stops }) => stops.filter(({ figure }) => figure && figure.n >= DRAWN_N_MIN).length > 1)
    .map((measure) => viewOf(measure, journey?.orderedBy ?? 'name', context));
  if (!journey || views.length === 0) return undefined;
  const json = (): string => figuresJson(journey);
  return { id: 'journey', name: words[strings.locale].name, views, json, source, strings };
}

function viewOf(
  { measure, all, stops, momentOfTruth }: JourneyMeasure,
  orderedBy: Journey['orderedBy'],
  { nameOf, strings }: PanelContext,
): PanelView {
  const text = words[strings.locale];
  const name = measureName(measure, nameOf, strings);
  const drawn = stops.flatMap(({ figure, ...stop }) =>
    figure && figure.n >= DRAWN_N_MIN ? [{ ...stop, figure }] : [],
  );
  const few = stops.filter(({ figure }) => !figure || figure.n < DRAWN_N_MIN);
  const format = formatFor(
    measure,
    drawn.map(({ figure }) => figure),
  );
  const range = axisRange(
    [all.value, ...drawn.flatMap(({ figure: { interval: of } }) => [of.low, of.high])],
    TICKS_MAX,
  );
  const percents = format.unit === '%';
  const truth = drawn.find(({ touchpoint }) => touchpoint === momentOfTruth);
  const rows = drawn.map((stop, k): ChartRow => {
    const first = stop === truth;
    return {
      id: stop.touchpoint,
      name: `${k + 1} ${stop.touchpoint}`,
      strong: first,
      marks: [measureMark(stop.figure, first ? 'act' : 'grey')],
      figures: [
        {
          value: format.value(stop.figure.value),
          strong: first,
          interval: interval(stop.figure.interval, format.value),
          n: count(stop.figure.n),
        },
        stop.drag === undefined ? {} : { value: format.difference(stop.drag), strong: first },
      ],
    };
  });
  return rowView(
    `journey-${measure}`,
    {
      measures: [
        {
          title: text.by(name),
          range,
          tickText: (value) =>
            fixed(
              percents ? 100 * value : value,
              percents ? Math.max(0, range.decimals - 2) : range.decimals,
            ),
          line: { at: all.value, text: text.all(format.value(all.value)) },
        },
      ],
      columns: [text.figure(name), text.drag],
      groups: [{ rows }],
    },
    {
      label: name,
      verdict: truth ? text.verdict(truth.touchpoint, format.value(truth.drag ?? 0)) : text.none,
      table: {
        columns: [
          { key: 'touchpoint', head: text.columns.touchpoint },
          { key: 'value', head: text.columns.value, format: format.value, look: 'strong' },
          { key: 'value95', head: text.columns.interval, format: format.value },
          { key: 'n', head: text.columns.n, format: count, look: 'muted' },
          { key: 'drag', head: text.columns.drag, format: format.difference },
          { key: 'difference', head: text.columns.difference, format: format.difference },
          { key: 'difference95', head: text.columns.interval, format: format.difference },
          { key: 'holm', head: text.columns.holm, format: (p) => fixed(p, 3).replace(/^0\./, '.') },
        ],
        rows: stops.map(({ touchpoint, figure, drag, difference }) => ({
          id: touchpoint,
          strong: touchpoint === momentOfTruth,
          cells: [
            ...[touchpoint, figure?.value, figure?.interval, figure?.n, drag],
            ...[difference?.value, difference?.interval, difference?.holm],
          ],
        })),
      },
      note: text.note(
        text.order[orderedBy],
        few.map(({ touchpoint, figure }) => `${touchpoint} (n ${count(figure?.n ?? 0)})`),
      ),
    },
  );
}
