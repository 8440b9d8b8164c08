import type { Plugin } from './chart.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { MatrixModel } from './matrix-model.ts';
import type { Segment } from './geometry.ts';

const ACT_OPACITY = 0.75;
const DASH = [2, 3];

/** The scales of a chart, as far as placing goes. */
export interface Scales {
  readonly x: { getPixelForValue(value: number): number };
  readonly y: { getPixelForValue(value: number): number };
}

/** The two lines through each mark, in px; in the order of the marks. */
export function barSegments({ marks }: MatrixModel, { x, y }: Scales): Segment[][] {
  return marks.map((mark) => {
    const [cx, cy] = [x.getPixelForValue(mark.x), y.getPixelForValue(mark.y)];
    const { xBar, yBar } = mark;
    return [
      ...(xBar
        ? [{ x1: x.getPixelForValue(xBar.low), y1: cy, x2: x.getPixelForValue(xBar.high), y2: cy }]
        : []),
      ...(yBar
        ? [{ x1: cx, y1: y.getPixelForValue(yBar.low), x2: cx, y2: y.getPixelForValue(yBar.high) }]
        : []),
    ];
  });
}

/** Draws 95 % intervals under the points: 1 px, no caps, dashed where the sample is small. */
export function errorBars(model: MatrixModel, theme: ChartTheme): Plugin<'scatter'> {
  return {
    id: 'fourfold-error-bars',
    beforeDatasetsDraw({ ctx, scales }) {
      ctx.save();
      ctx.lineWidth = 1;
      const axes = scales as unknown as Scales; // the chart has the axes x and y
      barSegments(model, axes).forEach((segments, index) => {
        const { quadrant, dashed } = model.marks[index];
        const act = quadrant === 'improve-first';
        ctx.strokeStyle = act ? theme.quadrants[quadrant] : theme.errorBar;
        ctx.globalAlpha = act ? ACT_OPACITY : 1;
        ctx.setLineDash(dashed ? DASH : []);
        ctx.beginPath();
        for (const { x1, y1, x2, y2 } of segments) {
          ctx.moveTo(x1, y1);
          ctx.lineTo(x2, y2);
        }
        ctx.stroke();
      });
      ctx.restore();
    },
  };
}
