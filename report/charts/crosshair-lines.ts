import type { Plugin } from './chart.ts';
import { drawText, textWidth, type TextRun } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { MatrixModel } from './matrix-model.ts';
import type { Box } from './geometry.ts';
import type { Scales } from './error-bars.ts';

/** Type size of axes. */
export const AXIS_SIZE = 11.5;
const CAPTION_GAP = 5;
const CAPTION_HEIGHT = 16;

/** Where a chart's plot stands, in px. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function captionRuns({ crosshair }: MatrixModel, theme: ChartTheme): TextRun[] {
  return [
    { text: `${crosshair.caption} `, colour: theme.ink3 },
    { text: crosshair.xText, colour: theme.ink, bold: true },
  ];
}

/** The box of the caption at the foot of the vertical line: left of it, or right where there is no room. */
export function captionBox(
  context: CanvasRenderingContext2D,
  model: MatrixModel,
  theme: ChartTheme,
  area: PlotArea,
  atX: number,
): Box {
  const width = textWidth(context, theme, captionRuns(model, theme), AXIS_SIZE);
  const left = atX - CAPTION_GAP - width;
  const x = left > area.left + 4 ? left : atX + CAPTION_GAP;
  return { x, y: area.bottom - CAPTION_HEIGHT - 2, width, height: CAPTION_HEIGHT };
}

/** Draws the crosshair over the error bars, and its two values in bold. */
export function crosshairLines(model: MatrixModel, theme: ChartTheme): Plugin<'scatter'> {
  return {
    id: 'fourfold-crosshair',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales as unknown as Scales; // the chart has the axes x and y
      const atX = x.getPixelForValue(model.crosshair.x);
      const atY = y.getPixelForValue(model.crosshair.y);
      ctx.save();
      ctx.lineWidth = 1;
      ctx.strokeStyle = theme.ink;
      ctx.beginPath();
      ctx.moveTo(atX, chartArea.top);
      ctx.lineTo(atX, chartArea.bottom);
      ctx.moveTo(chartArea.left, atY);
      ctx.lineTo(chartArea.right, atY);
      ctx.stroke();
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales as unknown as Scales; // as above
      const atX = x.getPixelForValue(model.crosshair.x);
      const atY = y.getPixelForValue(model.crosshair.y);
      const box = captionBox(ctx, model, theme, chartArea, atX);
      const middle = box.y + box.height / 2;
      drawText(ctx, theme, captionRuns(model, theme), { x: box.x, y: middle, size: AXIS_SIZE, halo: true });
      const value = [{ text: model.crosshair.yText, colour: theme.ink, bold: true }];
      drawText(ctx, theme, value, {
        x: chartArea.left - 7,
        y: atY,
        size: AXIS_SIZE,
        align: 'right',
        halo: true,
      });
    },
  };
}
