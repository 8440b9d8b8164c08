import { DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { RowGroup } from '../charts/row-chart-model.ts';
import { count, fixed } from '../format/numbers.ts';
import { index as words } from '../strings/panels/index.ts';
import { deliveredValueView } from './delivered-value.ts';
import { otherRatingsView } from './other-ratings.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent, PanelView } from './panel.ts';
import { rowView } from './row-view.ts';
import { scoreRow } from './score-rows.ts';
import { serviceLevelView } from './service-levels.ts';

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
    ...(serviceLevel && serviceLevel.n >= DRAWN_N_MIN ? [serviceLevelView(serviceLevel, context)] : []),
    ...(deliveredValue && deliveredValue.n >= DRAWN_N_MIN
      ? [deliveredValueView(deliveredValue, context)]
      : []),
    ...(others.length > 0 ? [otherRatingsView(others, context)] : []),
  ].filter((view) => view !== undefined);
  if (views.length === 0) return undefined;
  const json = (): string => figuresJson({ csi, index, serviceLevel, deliveredValue, ratings });
  return { id: 'index', name: words[strings.locale].name, views, json, source, strings };
}

const score = (value: number): string => fixed(value, 0);

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
    ...(drawnCsi ? [{ rows: [scoreRow('csi', text.csi, drawnCsi, score)] }] : []),
    ...(factors.length > 0
      ? [
          {
            title: text.model,
            rows: factors.map((one) => scoreRow(one.factor, name(one.factor), one, score)),
          },
        ]
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
