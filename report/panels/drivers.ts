import type { CorrelationFigure, DerivedImportance } from '../../shared/metrics/derived-importance.ts';
import { SMALL_SAMPLE_N_BELOW, DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { RelativeWeightFigure } from '../../shared/metrics/relative-importance.ts';
import { axisRange } from '../charts/axis-range.ts';
import type { ChartRow, RowChartModel, RowMark, RowMeasure } from '../charts/row-chart-model.ts';
import { correlation, count, fixed, percentNumber } from '../format/numbers.ts';
import { drivers as words, type DriversVerdict } from '../strings/panels/drivers.ts';
import { firstAndContested } from '../verdict/page-verdict.ts';
import type { PanelContext } from './panel-context.ts';
import { rowView } from './row-view.ts';
import type { PanelContent } from './panel.ts';
import type { PanelTable } from './panel-table.ts';

/** Names in the verdict. */
const NAMES_MAX = 3;
/** Places that an attribute moves before it is said to rise or sink, as a share of all. */
const MOVE_SHARE = 0.25;
const TICKS_MAX = 7;

interface Driver {
  readonly figure: CorrelationFigure;
  readonly weight: RelativeWeightFigure | undefined;
  readonly name: string;
  readonly first: boolean;
}

/**
 * What goes with the outcome: correlations, and relative weights beside them.
 *
 * @returns undefined where nothing can be derived
 */
export function driversPanel(context: PanelContext): PanelContent | undefined {
  const { figures, strings } = context;
  const derived = figures.derivedImportance;
  const drivers = derived ? driversOf(derived, context) : [];
  if (!derived || drivers.length < 2) return undefined;
  const text = words[strings.locale];
  const outcome = derived.outcome.role === 'nps' ? 'nps' : 'csat';
  const weighed = drivers.every(({ weight }) => weight !== undefined);
  const { relative } = derived;
  const ns = drivers.map(({ figure }) => figure.n);
  const view = rowView('drivers', modelOf(drivers, weighed, outcome, context), {
    verdict: text.verdict({ outcome, ...verdictOf(drivers, weighed) }),
    lead: strings.sentences([
      text.lead(figures.importance.length > 0, weighed),
      relative.refused === undefined && (relative.kept ?? 1) < 0.5 ? text.kept(relative.kept ?? 0) : '',
      ...(relative.refused === undefined ? [] : [refusal(derived, context)]),
    ]),
    measures: [text.measures.correlation, text.measures.weight],
    table: tableOf(drivers, weighed, context),
    note: text.note({
      pairs: [Math.min(...ns), Math.max(...ns)],
      ...(weighed && {
        weights: {
          n: relative.n,
          ...(relative.rSquared !== undefined && { rSquared: relative.rSquared }),
          intervals: relative.intervalRefused === undefined,
        },
      }),
      pointBiserial: derived.pointBiserial,
      coloured: drivers.some(({ first }) => first),
    }),
  });
  const { source } = context;
  return { id: 'drivers', name: text.name, views: [view], json: () => figuresJson(derived), source, strings };
}

function driversOf(derived: DerivedImportance, { figures, nameOf }: PanelContext): readonly Driver[] {
  const weights = new Map(derived.relative.weights.map((weight) => [weight.key, weight]));
  const first = settledFirst(figures);
  return derived.correlations
    .filter(({ n }) => n >= DRAWN_N_MIN)
    .map((figure) => ({
      figure,
      weight: weights.get(figure.key),
      name: nameOf(figure.attribute),
      first: first.has(figure.attribute),
    }))
    .sort((a, b) => b.figure.value - a.figure.value);
}

function settledFirst({ matrix }: Figures): ReadonlySet<string> {
  return new Set(matrix ? firstAndContested(matrix).first.map(({ attribute }) => attribute) : []);
}

/** Who leads by both measures, and who changes place from one to the other. */
function verdictOf(drivers: readonly Driver[], weighed: boolean): Omit<DriversVerdict, 'outcome'> {
  const names = (some: readonly Driver[]): string[] => some.slice(0, NAMES_MAX).map(({ name }) => name);
  const top = drivers.slice(0, NAMES_MAX);
  if (!weighed) return { top: names(top), rising: [], sinking: [] };
  const byWeight = [...drivers].sort((a, b) => (b.weight?.value ?? 0) - (a.weight?.value ?? 0));
  const third = Math.max(1, Math.round(drivers.length / 3));
  const either = drivers.slice(0, third).filter((driver) => byWeight.indexOf(driver) < third);
  const move = (driver: Driver): number => drivers.indexOf(driver) - byWeight.indexOf(driver);
  const least = Math.max(2, MOVE_SHARE * drivers.length);
  const moved = [...drivers].sort((a, b) => Math.abs(move(b)) - Math.abs(move(a)));
  return {
    top: names(top),
    either: names(either),
    rising: names(moved.filter((driver) => move(driver) >= least).slice(0, 2)),
    sinking: names(moved.filter((driver) => move(driver) <= -least).slice(0, 2)),
  };
}

function modelOf(
  drivers: readonly Driver[],
  weighed: boolean,
  outcome: 'csat' | 'nps',
  { strings }: PanelContext,
): RowChartModel {
  const text = words[strings.locale];
  const rs = drivers.map(({ figure }) => figure);
  const weights = drivers.flatMap(({ weight }) => weight ?? []);
  return {
    measures: [
      measureOf(text.correlation(outcome), rs, (value, decimals) =>
        fixed(value, decimals).replace(/^(\u2212?)0\./, '$1.'),
      ),
      ...(weighed
        ? [
            measureOf(text.weight, weights, (value, decimals) =>
              percentNumber(value, Math.max(0, decimals - 2)),
            ),
          ]
        : []),
    ],
    columns: [],
    groups: [
      {
        rows: drivers.map((driver): ChartRow => ({
          id: driver.figure.attribute,
          name: driver.name,
          strong: driver.first,
          marks: [
            markOf(driver.figure, driver.first),
            driver.weight && weighed ? markOf(driver.weight, driver.first) : undefined,
          ],
          figures: [],
        })),
      },
    ],
  };
}

function measureOf(
  title: string,
  figures: readonly (CorrelationFigure | RelativeWeightFigure)[],
  write: (value: number, decimals: number) => string,
): RowMeasure {
  const ends = figures.flatMap(({ value, interval }) => (interval ? [interval.low, interval.high] : [value]));
  const range = axisRange(ends, TICKS_MAX);
  const at = figures.reduce((sum, { value }) => sum + value, 0) / figures.length;
  return { title, range, tickText: (value) => write(value, range.decimals), line: { at } };
}

function markOf({ value, n, interval }: CorrelationFigure | RelativeWeightFigure, first: boolean): RowMark {
  const small = n < SMALL_SAMPLE_N_BELOW;
  return {
    value,
    ...(interval && { interval }),
    hollow: small,
    dashed: small,
    colour: first ? 'act' : 'grey',
  };
}

function tableOf(drivers: readonly Driver[], weighed: boolean, { strings }: PanelContext): PanelTable {
  const { columns } = words[strings.locale];
  const share = (value: number): string => percentNumber(value, 1);
  return {
    columns: [
      { key: 'attribute', head: columns.attribute },
      { key: 'r', head: columns.r, format: correlation, look: 'strong' },
      { key: 'r95', head: columns.interval, format: correlation },
      { key: 'rN', head: columns.n, format: count, look: 'muted' },
      { key: 'spearman', head: columns.spearman, format: correlation },
      ...(weighed
        ? ([
            { key: 'weight', head: columns.weight, format: share, look: 'strong' },
            { key: 'weight95', head: columns.interval, format: share },
            { key: 'weightN', head: columns.n, format: count, look: 'muted' },
          ] as const)
        : []),
    ],
    rows: drivers.map(({ figure, weight, name, first }) => ({
      id: figure.attribute,
      strong: first,
      cells: [
        ...[name, figure.value, figure.interval, figure.n, figure.spearman?.value],
        ...(weighed ? [weight?.value, weight?.interval, weight?.n] : []),
      ],
    })),
  };
}

function refusal({ relative }: DerivedImportance, { strings }: PanelContext): string {
  const { weights } = strings.matrix;
  if (relative.refused === undefined) return '';
  return relative.refused === 'too-few-complete'
    ? weights['too-few-complete'](relative.n)
    : weights[relative.refused]();
}
