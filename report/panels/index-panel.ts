import { DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import type { Figure } from '../../shared/metrics/figure.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { DeliveredValue } from '../../shared/metrics/delivered-value.ts';
import type { ServiceLevelFigure } from '../../shared/metrics/service-level.ts';
import type { TopShareFigure } from '../../shared/metrics/top-share.ts';
import { axisRange } from '../charts/axis-range.ts';
import { SMALL_SAMPLE_N_BELOW } from '../../shared/metrics/figure.ts';
import type { ChartRow, RowChartModel, RowGroup } from '../charts/row-chart-model.ts';
import { figureText, shareText, signed } from '../format/figure-text.ts';
import { count, fixed, interval, mean, percentNumber, scaleText } from '../format/numbers.ts';
import { index as words } from '../strings/panels/index.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent, PanelView } from './panel.ts';
import { rowView } from './row-view.ts';

const TICKS_MAX = 6;
const SCORE_TICKS = [0, 20, 40, 60, 80, 100];

/**
 * What is made of several questions: satisfaction index, service level, delivered value; and other ratings.
 *
 * @returns undefined where none of them was asked
 */
export function indexPanel(context: PanelContext): PanelContent | undefined {
  const { figures, strings, source } = context;
  const { csi, index, serviceLevel, deliveredValue, ratings } = figures;
  // The items of the index and the level have views of their own.
  const shown = new Set([...(index ?? []).flatMap(({ items }) => items), serviceLevel?.key]);
  const others = (ratings ?? []).filter(({ key, n }) => !shown.has(key) && n >= DRAWN_N_MIN);
  const views = [
    ...(csi || index ? [indexView(context)] : []),
    ...(serviceLevel && serviceLevel.n >= DRAWN_N_MIN ? [levelView(serviceLevel, context)] : []),
    ...(deliveredValue && deliveredValue.n >= DRAWN_N_MIN ? [valueView(deliveredValue, context)] : []),
    ...(others.length > 0 ? [ratingsView(others, context)] : []),
  ].filter((view) => view !== undefined);
  if (views.length === 0) return undefined;
  const json = (): string => figuresJson({ csi, index, serviceLevel, deliveredValue, ratings });
  return { id: 'index', name: words[strings.locale].name, views, json, source, strings };
}

const score = (value: number): string => fixed(value, 0);

function rowOf(id: string, name: string, figure: Figure, format: (value: number) => string): ChartRow {
  const { value, n, interval: ends } = figure;
  const small = (figure.effectiveN ?? n) < SMALL_SAMPLE_N_BELOW;
  return {
    ...{ id, name },
    marks: [{ value, ...(ends && { interval: ends }), hollow: small, dashed: small, colour: 'grey' }],
    figures: [{ value: format(value), ...(ends && { interval: interval(ends, format) }), n: count(n) }],
  };
}

function indexView({ figures, nameOf, strings }: PanelContext): PanelView | undefined {
  const text = words[strings.locale];
  const { csi } = figures;
  const factors = (figures.index ?? []).filter(({ n }) => n >= DRAWN_N_MIN);
  const drawnCsi = csi && csi.n >= DRAWN_N_MIN ? csi : undefined;
  if (!drawnCsi && factors.length === 0) return undefined;
  const name = (factor: string): string => text.factors[factor] ?? nameOf(factor);
  const [lowest] = [...factors].sort((a, b) => a.value - b.value);
  const satisfaction = factors.find(({ factor }) => factor === 'satisfaction');
  const groups: RowGroup[] = [
    ...(drawnCsi ? [{ rows: [rowOf('csi', text.csi, drawnCsi, score)] }] : []),
    ...(factors.length > 0
      ? [{ title: text.model, rows: factors.map((one) => rowOf(one.factor, name(one.factor), one, score)) }]
      : []),
  ];
  return rowView(
    'index',
    {
      measures: [
        {
          title: text.axis.index,
          range: { min: 0, max: 100, ticks: SCORE_TICKS, decimals: 0 },
          tickText: score,
        },
      ],
      columns: [text.columns.score],
      groups,
    },
    {
      label: text.views.index,
      verdict: lowest
        ? text.verdict.factors(
            satisfaction && score(satisfaction.value),
            name(lowest.factor),
            score(lowest.value),
          )
        : text.verdict.csi(score(drawnCsi?.value ?? 0)),
      lead: drawnCsi ? text.sources[drawnCsi.source] : '',
      table: {
        columns: [
          { key: 'factor', head: text.columns.factor },
          { key: 'score', head: text.columns.score, format: (value) => fixed(value, 1), look: 'strong' },
          { key: 'score95', head: text.columns.interval, format: (value) => fixed(value, 1) },
          { key: 'n', head: text.columns.n, format: count, look: 'muted' },
        ],
        rows: [
          ...(csi ? [{ id: 'csi', cells: [text.csi, csi.value, csi.interval, csi.n] }] : []),
          ...(figures.index ?? []).map(({ factor, value, interval: ends, n }) => ({
            id: factor,
            cells: [name(factor), value, ends, n],
          })),
        ],
      },
      note: strings.sentences([
        text.note.index(
          factors.map(({ factor, items }) => `${name(factor)}: ${items.map(nameOf).join(', ')}`),
        ),
        [drawnCsi, ...factors].some((figure) => figure?.interval) ? text.note.bars : '',
      ]),
    },
  );
}

function levelView(service: ServiceLevelFigure, { strings }: PanelContext): PanelView {
  const text = words[strings.locale];
  const levels = service.levels.map((one) => ({
    ...one,
    id: String(one.level),
    name: `${one.level} ${text.levels[one.level - 1] ?? ''}`,
  }));
  const format = (value: number): string => percentNumber(value, 0);
  return rowView(
    'level',
    model(
      levels.map((one) => rowOf(one.id, one.name, one, format)),
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

function valueView(
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
    model(
      rows.map(({ id, figure }) =>
        rowOf(id, text.parts[id], figure, id === 'difference' ? signedMean : mean),
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

function ratingsView(ratings: readonly TopShareFigure[], { nameOf, strings }: PanelContext): PanelView {
  const text = words[strings.locale];
  const rows = ratings.map((one) => ({
    ...one,
    name: `${nameOf(one.key)} (${scaleText(one.min, one.max)})`,
  }));
  const [lowest] = [...rows].sort((a, b) => level(a) - level(b));
  return rowView(
    'ratings',
    model(
      rows.map((one) => rowOf(one.key, one.name, one.mean, mean)),
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

function model(
  rows: readonly ChartRow[],
  title: string,
  tick: (value: number) => string,
  seen: readonly number[],
): RowChartModel {
  const marks = rows.flatMap(({ marks: [mark] }) =>
    mark ? [mark.value, mark.interval?.low ?? mark.value, mark.interval?.high ?? mark.value] : [],
  );
  return {
    measures: [{ title, range: axisRange([...seen, ...marks], TICKS_MAX), tickText: tick }],
    columns: [title],
    groups: [{ rows }],
  };
}
