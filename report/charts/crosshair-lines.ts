import type { Plugin } from './chart.ts';
import { drawText, textWidth, type TextRun } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { MatrixModel } from './matrix-model.ts';
import { overlap, type Box } from './geometry.ts';
import { AXIS_SIZE, type PlotArea } from './plot-area.ts';
import { nameBoxes } from './quadrant-names.ts';
import type { Scales } from './error-bars.ts';

const CAPTION_GAP = 5;
const CAPTION_HEIGHT = 16;

function captionRuns({ crosshair }: MatrixModel, theme: ChartTheme): TextRun[] {
  return [
    { text: `${crosshair.caption} `, colour: theme.ink3 },
    { text: crosshair.xText, colour: theme.ink, bold: true },
  ];
}

/**
 * The box of the caption at the foot of the vertical line: left of it, or right where there is no room, and above
 * the quadrants' names where these are in the way.
 */
export function captionBox(
  context: CanvasRenderingContext2D,
  model: MatrixModel,
  theme: ChartTheme,
  area: PlotArea,
  scales: Scales,
  nameSize: number,
): Box {
  const atX = scales.x.getPixelForValue(model.crosshair.x);
  const width = textWidth(context, theme, captionRuns(model, theme), AXIS_SIZE);
  const left = atX - CAPTION_GAP - width;
  const x = left > area.left + 4 ? left : atX + CAPTION_GAP;
  const box = { x, y: area.bottom - CAPTION_HEIGHT - 2, width, height: CAPTION_HEIGHT };
  const names = nameBoxes(context, model, theme, area, nameSize, scales);
  const covered = names.filter((name) => overlap(name.box, box) > 0);
  return covered.length === 0
    ? box
    : { ...box, y: Math.min(...covered.map((name) => name.box.y)) - CAPTION_HEIGHT };
}

/** Draws the crosshair over the error bars, and its two values in bold. */
export function crosshairLines(model: MatrixModel, theme: ChartTheme, nameSize: number): Plugin<'scatter'> {
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
      const atY = y.getPixelForValue(model.crosshair.y);
      const box = captionBox(ctx, model, theme, chartArea, { x, y }, nameSize);
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
