import { axisRange, type AxisRange } from './axis-range.ts';
import type { ChartConfiguration, Plugin } from './chart.ts';
import { drawText } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { ChartPlace, Drawing } from './drawing.ts';
import { AXIS_SIZE } from './plot-area.ts';

/** One period of a trend, as the chart draws it. */
export interface TrendMark {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Answers, as text. */
  readonly n: string;
  /** Few answers, or a period that is not over. */
  readonly hollow: boolean;
  /** A change that holds and calls for action. */
  readonly act: boolean;
}

/** Everything that a trend shows, in words and numbers that are final. */
export interface TrendModel {
  readonly marks: readonly TrendMark[];
  readonly valueText: (value: number) => string;
  /** Of ticks on the axis of values, whose range decides on decimals. */
  readonly tickText: (value: number, decimals: number) => string;
  /** Beside the last point. */
  readonly last: { readonly value: string; readonly interval: string };
  /** A target or benchmark. */
  readonly line?: { readonly at: number; readonly text: string };
}

const TICKS_MAX = 6;
const RADIUS = 4;
const LINE_WIDTH = 1.8;
const LABEL_LINE = 16;
/** Room for the figures beside the last point. */
const RIGHT = 84;
const Y_AXIS_WIDTH = 40;
/** Least room of a period's label, in px. */
const LABEL_ROOM = 62;

/** A measure over time as something to draw: line, band, and the number of answers under each period. */
export function trendDrawing(model: TrendModel, description: string): Drawing {
  return {
    configure: (theme, place) => trendChart(model, theme, place),
    description,
    look: 'flat',
    print: { width: 480, height: 250 },
  };
}

function trendChart(model: TrendModel, theme: ChartTheme, place: ChartPlace): ChartConfiguration<'scatter'> {
  const { marks, line } = model;
  const range = axisRange(
    [...marks.flatMap(({ low, high }) => [low, high]), ...(line ? [line.at] : [])],
    TICKS_MAX,
  );
  const colour = ({ act }: TrendMark): string => (act ? theme.quadrants['improve-first'] : theme.ink);
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: marks.map(({ value }, x) => ({ x, y: value })),
          pointRadius: RADIUS,
          pointHoverRadius: RADIUS,
          pointBackgroundColor: marks.map((mark) => (mark.hollow ? theme.paper : colour(mark))),
          pointBorderColor: marks.map(colour),
          pointBorderWidth: marks.map(({ hollow }) => (hollow ? 1.6 : 0)),
          clip: false,
        },
      ],
    },
    options: {
      animation: false,
      events: [],
      responsive: place !== 'print',
      maintainAspectRatio: false,
      layout: { padding: { top: 12, right: RIGHT, bottom: 2 * LABEL_LINE + 8, left: 0 } },
      scales: {
        x: { type: 'linear', display: false, min: -0.15, max: Math.max(marks.length - 1, 1) + 0.05 },
        y: valueAxis(model, range, theme),
      },
    },
    plugins: [bandAndLine(model, theme), periodLabels(model, theme)],
  };
}

type ValueAxis = NonNullable<NonNullable<ChartConfiguration<'scatter'>['options']>['scales']>[string];

function valueAxis({ tickText }: TrendModel, range: AxisRange, theme: ChartTheme): ValueAxis {
  return {
    type: 'linear',
    min: range.min,
    max: range.max,
    grid: { color: theme.grid, lineWidth: 1, drawTicks: false },
    border: { display: false },
    afterBuildTicks: (axis) => {
      axis.ticks = range.ticks.map((value) => ({ value }));
    },
    afterFit: (axis) => {
      axis.width = Y_AXIS_WIDTH;
    },
    ticks: {
      color: theme.ink3,
      font: { family: theme.font, size: AXIS_SIZE },
      padding: 7,
      autoSkip: false,
      callback: (value) => tickText(Number(value), range.decimals),
    },
  };
}

interface Axes {
  readonly x: { getPixelForValue(value: number): number };
  readonly y: { getPixelForValue(value: number): number };
}

function bandAndLine({ marks, line }: TrendModel, theme: ChartTheme): Plugin<'scatter'> {
  return {
    id: 'fourfold-trend',
    beforeDatasetsDraw({ ctx, scales, chartArea }) {
      const { x, y } = scales as unknown as Axes; // the chart has the axes x and y
      const at = (k: number, value: number): [number, number] => [
        x.getPixelForValue(k),
        y.getPixelForValue(value),
      ];
      ctx.save();
      ctx.fillStyle = theme.band;
      ctx.beginPath();
      marks.forEach(({ high }, k) => ctx.lineTo(...at(k, high)));
      [...marks].reverse().forEach(({ low }, k) => ctx.lineTo(...at(marks.length - 1 - k, low)));
      ctx.closePath();
      ctx.fill();
      ctx.strokeStyle = theme.ink;
      ctx.lineJoin = 'round';
      ctx.lineWidth = LINE_WIDTH;
      ctx.beginPath();
      marks.forEach(({ value }, k) => ctx.lineTo(...at(k, value)));
      ctx.stroke();
      if (line) {
        ctx.lineWidth = 1;
        ctx.setLineDash([4, 3]);
        ctx.beginPath();
        ctx.moveTo(chartArea.left, y.getPixelForValue(line.at));
        ctx.lineTo(chartArea.right, y.getPixelForValue(line.at));
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

function periodLabels({ marks, last, line }: TrendModel, theme: ChartTheme): Plugin<'scatter'> {
  return {
    id: 'fourfold-trend-labels',
    afterDatasetsDraw({ ctx, scales, chartArea }) {
      const { x, y } = scales as unknown as Axes; // as above
      const step = Math.ceil((marks.length * LABEL_ROOM) / Math.max(chartArea.right - chartArea.left, 1));
      marks.forEach(({ label, n }, k) => {
        // The last period is the one that is asked for: others give way to it.
        if ((marks.length - 1 - k) % step !== 0) return;
        const place = { x: x.getPixelForValue(k), size: AXIS_SIZE, align: 'center' as const };
        drawText(ctx, theme, [{ text: label, colour: theme.ink3 }], {
          ...place,
          y: chartArea.bottom + LABEL_LINE,
        });
        drawText(ctx, theme, [{ text: n, colour: theme.ink3 }], {
          ...place,
          y: chartArea.bottom + 2 * LABEL_LINE,
        });
      });
      const end = marks.at(-1);
      if (!end) return;
      const colour = end.act ? theme.quadrants['improve-first'] : theme.ink;
      const beside = { x: x.getPixelForValue(marks.length - 1) + 10, size: AXIS_SIZE };
      const height = y.getPixelForValue(end.value);
      drawText(ctx, theme, [{ text: last.value, colour, bold: true }], {
        ...beside,
        y: height - 7,
        size: 13,
      });
      drawText(ctx, theme, [{ text: last.interval, colour: theme.ink3 }], { ...beside, y: height + 9 });
      if (line)
        drawText(ctx, theme, [{ text: line.text, colour: theme.ink }], {
          ...{ x: chartArea.left + 4, y: y.getPixelForValue(line.at) - 9, size: AXIS_SIZE },
          halo: true,
        });
    },
  };
}
