import { html } from 'lit';
import { DRAWN_N_MIN, SMALL_SAMPLE_N_BELOW } from '../../shared/metrics/figure.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { StatedDerived } from '../../shared/metrics/stated-derived.ts';
import { axisRange } from '../charts/axis-range.ts';
import type { ChartTheme } from '../charts/chart-theme.ts';
import type { Drawing } from '../charts/drawing.ts';
import { matrixChart } from '../charts/matrix-chart.ts';
import { LINES_MAX, type MatrixModel } from '../charts/matrix-model.ts';
import { drawChart } from '../export/draw-chart.ts';
import { correlation, count, fixed, mean, percentNumber } from '../format/numbers.ts';
import { stated as words } from '../strings/panels/stated.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent } from './panel.ts';
import type { PanelTable } from './panel-table.ts';

const PICTURE_HEIGHT = 520;

/**
 * What people say matters beside what moves the whole.
 *
 * @returns undefined where importance was not asked, or nothing can be derived
 */
export function statedPanel(context: PanelContext): PanelContent | undefined {
  const { figures, nameOf, strings, source } = context;
  const all = figures.statedAgainstDerived ?? [];
  const drawn = all.filter(({ stated, derived }) => Math.min(stated.n, derived.n) >= DRAWN_N_MIN);
  if (drawn.length < 2) return undefined;
  const text = words[strings.locale];
  const named = (kind: StatedDerived['kind']): string[] =>
    drawn.filter((one) => one.kind === kind).map(({ attribute }) => nameOf(attribute));
  const verdict = text.verdict(named('basic'), named('hidden-driver'));
  const drawing = drawingOf(drawn, verdict, context);
  const span = (of: readonly number[]): [number, number] => [Math.min(...of), Math.max(...of)];
  const view = {
    verdict,
    chart: html`<p class="axis-title">${text.y(outcomeOf(context))}</p>
      <fourfold-chart .drawing=${drawing}></fourfold-chart>`,
    draw: (theme: ChartTheme) => drawChart(drawing, theme, PICTURE_HEIGHT),
    table: tableOf(all, context),
    note: text.note(span(drawn.map(({ stated }) => stated.n)), span(drawn.map(({ derived }) => derived.n))),
  };
  const json = (): string => figuresJson({ statedAgainstDerived: all });
  return { id: 'stated', name: text.name, views: [view], json, source, strings };
}

function outcomeOf({ figures, strings }: PanelContext): string {
  const { outcome } = words[strings.locale];
  return outcome[figures.derivedImportance?.outcome.role === 'nps' ? 'nps' : 'csat'];
}

/** Importance that was picked is a share of those asked. */
function isPicked({ figures }: PanelContext): boolean {
  return figures.importance.length === 0;
}

function drawingOf(drawn: readonly StatedDerived[], verdict: string, context: PanelContext): Drawing {
  const model = modelOf(drawn, context);
  return {
    // No quadrant calls for action here: all marks are alike.
    configure: (theme, place) => matrixChart(model, plain(theme), place, true),
    description: verdict,
    look: 'square',
    print: { width: 480, height: 400 },
  };
}

function plain(theme: ChartTheme): ChartTheme {
  const { ink2, ink3, paper } = theme;
  const all = (colour: string): ChartTheme['quadrants'] => ({
    'improve-first': colour,
    ...{ advantage: colour, 'improve-later': colour, 'nice-to-have': colour },
  });
  return { ...theme, wash: paper, quadrants: all(ink3), names: all(ink2) };
}

function modelOf(drawn: readonly StatedDerived[], context: PanelContext): MatrixModel {
  const { nameOf, strings, figures } = context;
  const text = words[strings.locale];
  const picked = isPicked(context);
  const average = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [x, y] = [
    average(drawn.map(({ stated }) => stated.value)),
    average(drawn.map(({ derived }) => derived.value)),
  ];
  const ends = (of: StatedDerived['stated']): number[] =>
    of.interval ? [of.interval.low, of.interval.high] : [of.value];
  const across = axisRange([x, ...drawn.flatMap(({ stated }) => ends(stated))], LINES_MAX);
  const up = axisRange([y, ...drawn.flatMap(({ derived }) => ends(derived))], LINES_MAX, 0.08);
  const [score] = figures.importance;
  return {
    marks: drawn.map((one, k) => {
      const [right, above] = [one.stated.value >= x, one.derived.value >= y];
      const settled = one.kind === 'basic' || one.kind === 'hidden-driver';
      return {
        ...{ attribute: one.attribute, rank: k + 1, name: nameOf(one.attribute) },
        ...{ x: one.stated.value, y: one.derived.value },
        ...(one.stated.interval && { xBar: one.stated.interval }),
        ...(one.derived.interval && { yBar: one.derived.interval }),
        quadrant: above ? (right ? 'advantage' : 'improve-first') : right ? 'nice-to-have' : 'improve-later',
        hollow: !settled,
        dashed: Math.min(one.stated.n, one.derived.n) < SMALL_SAMPLE_N_BELOW,
        first: settled,
        prominent: settled,
      };
    }),
    ...{ x: across, y: up },
    yTickText: (value) => fixed(value, up.decimals).replace(/^(\u2212?)0\./, '$1.'),
    ...(picked && { xTickText: (value: number) => percentNumber(value, 0) }),
    crosshair: {
      ...{ x, y },
      xText: picked ? percentNumber(x, 0) : mean(x),
      yText: correlation(y),
      caption: text.line,
    },
    sameScale: false,
    titles: { x: picked || !score ? text.xPicks : text.x(score.min, score.max), y: '' },
    quadrants: {
      'improve-first': text.hidden,
      advantage: '',
      'improve-later': '',
      'nice-to-have': text.basic,
    },
  };
}

function tableOf(all: readonly StatedDerived[], context: PanelContext): PanelTable {
  const { nameOf, strings } = context;
  const { columns, kinds } = words[strings.locale];
  const written = isPicked(context) ? (value: number) => percentNumber(value, 1) : mean;
  return {
    columns: [
      { key: 'attribute', head: columns.attribute },
      { key: 'stated', head: columns.stated, format: written, look: 'strong' },
      { key: 'stated95', head: columns.interval, format: written },
      { key: 'statedN', head: columns.n, format: count, look: 'muted' },
      { key: 'derived', head: columns.derived, format: correlation, look: 'strong' },
      { key: 'derived95', head: columns.interval, format: correlation },
      { key: 'derivedN', head: columns.n, format: count, look: 'muted' },
      { key: 'kind', head: columns.kind },
    ],
    rows: all.map(({ attribute, stated, derived, kind }) => ({
      id: attribute,
      cells: [
        ...[nameOf(attribute), stated.value, stated.interval, stated.n],
        ...[derived.value, derived.interval, derived.n, kinds[kind]],
      ],
    })),
  };
}
