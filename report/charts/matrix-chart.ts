import { fixed } from '../format/numbers.ts';
import type { ChartConfiguration } from './chart.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { ChartPlace, Drawing } from './drawing.ts';
import { crosshairLines } from './crosshair-lines.ts';
import { isoPriority } from './iso-line.ts';
import { AXIS_SIZE } from './plot-area.ts';
import { errorBars } from './error-bars.ts';
import { withRoom } from './axis-range.ts';
import { LINES_MAX, type MatrixModel } from './matrix-model.ts';
import { POINT_RADIUS, pointLabels, type LabelForm } from './point-labels.ts';
import { quadrantNames } from './quadrant-names.ts';

const FORMS: Readonly<Record<ChartPlace, LabelForm>> = {
  wide: { labelSize: 12.5, nameSize: 13, numbered: false },
  phone: { labelSize: 11, nameSize: 11, numbered: true },
  print: { labelSize: 11.5, nameSize: 12.5, numbered: false },
};

/** Least share of the width on either side of the crosshair: each holds two names of quadrants. */
const SIDE_SHARE: Readonly<Record<ChartPlace, number>> = { wide: 0.16, phone: 0.27, print: 0.16 };
const Y_AXIS_WIDTH = 38;
const X_AXIS_HEIGHT = 22;
/** A tick this near to the crosshair's bold value gives way to it, in px. */
const TICK_ROOM = 14;

/**
 * The configuration of the matrix: a scatter with plugins of our own. A function of its arguments alone.
 *
 * @param named every point by its name; else by its number in a list that stands beside, where there is little room
 * @example new Chart(canvas, matrixChart(model, theme, 'wide'))
 */
export function matrixChart(
  model: MatrixModel,
  theme: ChartTheme,
  place: ChartPlace,
  named = place !== 'phone',
): ChartConfiguration<'scatter'> {
  const form = { ...FORMS[place], numbered: !named };
  const { marks } = model;
  const across = withRoom(model.x, model.crosshair.x, LINES_MAX, SIDE_SHARE[place]);
  const colours = marks.map(({ quadrant }) => theme.quadrants[quadrant]);
  const axisFont = { family: theme.font, size: AXIS_SIZE };
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: marks.map(({ x, y }) => ({ x, y })),
          pointRadius: POINT_RADIUS,
          pointHoverRadius: POINT_RADIUS,
          pointBackgroundColor: marks.map(({ hollow }, index) => (hollow ? theme.paper : colours[index])),
          pointBorderColor: colours,
          pointBorderWidth: marks.map(({ hollow }) => (hollow ? 1.6 : 0)),
        },
      ],
    },
    options: {
      animation: false,
      events: [],
      responsive: place !== 'print',
      maintainAspectRatio: false,
      layout: { padding: { top: 24, right: 8, bottom: 20, left: 0 } },
      scales: {
        x: {
          type: 'linear',
          min: across.min,
          max: across.max,
          grid: { color: theme.grid, lineWidth: 1, drawTicks: false },
          border: { color: theme.rule },
          afterBuildTicks: (axis) => {
            axis.ticks = across.ticks.map((value) => ({ value }));
          },
          afterFit: (axis) => {
            axis.height = X_AXIS_HEIGHT;
          },
          ticks: {
            color: theme.ink3,
            font: axisFont,
            padding: 6,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => (model.xTickText ?? ((tick) => fixed(tick, across.decimals)))(Number(value)),
          },
        },
        y: {
          type: 'linear',
          min: model.y.min,
          max: model.y.max,
          grid: { color: theme.grid, lineWidth: 1, drawTicks: false },
          border: { color: theme.rule },
          afterBuildTicks: (axis) => {
            axis.ticks = model.y.ticks.map((value) => ({ value }));
          },
          afterFit: (axis) => {
            axis.width = Y_AXIS_WIDTH;
          },
          ticks: {
            color: theme.ink3,
            font: axisFont,
            padding: 7,
            autoSkip: false,
            callback(value) {
              const gap = this.getPixelForValue(Number(value)) - this.getPixelForValue(model.crosshair.y);
              return Math.abs(gap) < TICK_ROOM ? '' : model.yTickText(Number(value));
            },
          },
        },
      },
    },
    plugins: [
      quadrantNames(model, theme, form.nameSize),
      isoPriority(model, theme),
      errorBars(model, theme),
      crosshairLines(model, theme, form.nameSize),
      pointLabels(model, theme, form),
    ],
  };
}

/** The matrix as something to draw. */
export function matrixDrawing(model: MatrixModel, description: string): Drawing {
  return {
    configure: (theme, place) => matrixChart(model, theme, place),
    description,
    look: 'square',
    print: { width: 690, height: 396 },
  };
}
