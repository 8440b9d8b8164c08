import type { Quadrant } from '../../shared/metrics/quadrant.ts';
import type { Plugin } from './chart.ts';
import { AXIS_SIZE, type PlotArea } from './crosshair-lines.ts';
import { drawText, textWidth } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { Scales } from './error-bars.ts';
import type { MatrixModel } from './matrix-model.ts';
import type { Box } from './geometry.ts';

const INSET = 9;
const LINE_HEIGHT = 18;

const CORNERS: readonly { readonly quadrant: Quadrant; readonly right: boolean; readonly foot: boolean }[] = [
  { quadrant: 'improve-first', right: false, foot: false },
  { quadrant: 'advantage', right: true, foot: false },
  { quadrant: 'improve-later', right: false, foot: true },
  { quadrant: 'nice-to-have', right: true, foot: true },
];

/** The boxes of the four names, which labels keep clear of. */
export function nameBoxes(
  context: CanvasRenderingContext2D,
  { quadrants }: MatrixModel,
  theme: ChartTheme,
  area: PlotArea,
  size: number,
): Box[] {
  return CORNERS.map(({ quadrant, right, foot }) => {
    const runs = [{ text: quadrants[quadrant], colour: theme.ink, bold: true }];
    const width = textWidth(context, theme, runs, size);
    return {
      x: right ? area.right - INSET - width : area.left + INSET,
      y: foot ? area.bottom - LINE_HEIGHT - 2 : area.top + INSET - 2,
      width,
      height: LINE_HEIGHT,
    };
  });
}

/** Names the quadrants in their corners, gives the first its wash, and writes the titles of the axes. */
export function quadrantNames(model: MatrixModel, theme: ChartTheme, size: number): Plugin<'scatter'> {
  return {
    id: 'fourfold-quadrants',
    beforeDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales as unknown as Scales; // the chart has the axes x and y
      const { left, top } = chartArea;
      ctx.save();
      ctx.fillStyle = theme.wash;
      ctx.fillRect(
        left,
        top,
        x.getPixelForValue(model.crosshair.x) - left,
        y.getPixelForValue(model.crosshair.y) - top,
      );
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, chartArea, width, height }) {
      nameBoxes(ctx, model, theme, chartArea, size).forEach((box, index) => {
        const { quadrant } = CORNERS[index];
        const runs = [{ text: model.quadrants[quadrant], colour: theme.names[quadrant], bold: true }];
        drawText(ctx, theme, runs, { x: box.x, y: box.y + box.height / 2, size, halo: true });
      });
      const title = (text: string) => [{ text, colour: theme.ink2 }];
      drawText(ctx, theme, title(model.titles.y), { x: 0, y: 9, size: AXIS_SIZE });
      const foot = { x: width - 8, y: height - 8, size: AXIS_SIZE, align: 'right' as const };
      drawText(ctx, theme, title(model.titles.x), foot);
    },
  };
}
