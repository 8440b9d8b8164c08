import { BasicPlatform, Chart } from '../charts/chart.ts';
import type { ChartTheme } from '../charts/chart-theme.ts';
import type { Drawing } from '../charts/drawing.ts';
import { PICTURE_WIDTH, type Drawn } from './picture.ts';
import { SvgContext } from './svg-context.ts';

/**
 * A chart as SVG, in the form that it has on paper.
 *
 * @param height of the drawing, in px
 */
export function drawChart(drawing: Drawing, theme: ChartTheme, height: number): Drawn {
  const measuring = document.createElement('canvas').getContext('2d');
  if (!measuring) throw new TypeError('drawChart: expected a browser that draws on a canvas');
  const canvas = { width: PICTURE_WIDTH, height, getContext: () => context };
  const context = new SvgContext(canvas, measuring);
  const { options, ...paper } = drawing.configure(theme, 'print');
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    // As far as Chart.js with its plain platform uses one.
    ...paper,
    options: { ...options, devicePixelRatio: 1 },
    platform: BasicPlatform,
  });
  const markup = context.markup();
  chart.destroy();
  return { markup, width: PICTURE_WIDTH, height };
}
