import type { Quadrant } from '../../shared/metrics/quadrant.ts';
import type { Plugin } from './chart.ts';
import { AXIS_SIZE, type PlotArea } from './plot-area.ts';
import { drawText, textWidth } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { Scales } from './error-bars.ts';
import type { MatrixModel } from './matrix-model.ts';
import { overlap, type Box } from './geometry.ts';

const INSET = 9;
const LINE_HEIGHT = 18;
/** Half a point, and some air. */
const POINT_ROOM = 8;

const CORNERS: readonly { readonly quadrant: Quadrant; readonly right: boolean; readonly foot: boolean }[] = [
  { quadrant: 'improve-first', right: false, foot: false },
  { quadrant: 'advantage', right: true, foot: false },
  { quadrant: 'improve-later', right: false, foot: true },
  { quadrant: 'nice-to-have', right: true, foot: true },
];

/** A quadrant's name in its corner: one line, or two where the quadrant is narrow. */
interface CornerName {
  readonly quadrant: Quadrant;
  /** Which end its lines share. */
  readonly right: boolean;
  readonly lines: readonly string[];
  readonly box: Box;
}

/**
 * The four names and their boxes, which labels keep clear of: in the corners, or beside the crosshair where less of
 * the points stands.
 */
export function nameBoxes(
  context: CanvasRenderingContext2D,
  { quadrants, marks, crosshair }: MatrixModel,
  theme: ChartTheme,
  area: PlotArea,
  size: number,
  { x: scaleX, y: scaleY }: Scales,
): CornerName[] {
  const atX = scaleX.getPixelForValue(crosshair.x);
  const points = marks.map((mark) => ({
    x: scaleX.getPixelForValue(mark.x) - POINT_ROOM,
    y: scaleY.getPixelForValue(mark.y) - POINT_ROOM,
    ...{ width: 2 * POINT_ROOM, height: 2 * POINT_ROOM },
  }));
  const widthOf = (text: string): number =>
    textWidth(context, theme, [{ text, colour: theme.ink, bold: true }], size);
  return CORNERS.map(({ quadrant, right, foot }) => {
    const name = quadrants[quadrant];
    const room = (right ? area.right - atX : atX - area.left) - 2 * INSET;
    const lines = widthOf(name) > room ? halves(name) : [name];
    const width = Math.max(...lines.map(widthOf));
    const height = LINE_HEIGHT * lines.length;
    const corner = right ? area.right - INSET - width : area.left + INSET;
    const inner = right ? atX + INSET : atX - INSET - width;
    const y = foot ? area.bottom - height - 2 : area.top + INSET - 2;
    const covered = (x: number): number =>
      points.reduce((sum, point) => sum + overlap(point, { x, y, width, height }), 0);
    const x = covered(corner) <= covered(inner) ? corner : inner;
    return { quadrant, right: x !== corner ? !right : right, lines, box: { x, y, width, height } };
  });
}

/** At the first space; a name without one, such as a Chinese one, in its middle. */
function halves(name: string): string[] {
  const space = name.indexOf(' ');
  const middle = Math.ceil(name.length / 2);
  return space > 0
    ? [name.slice(0, space), name.slice(space + 1)]
    : [name.slice(0, middle), name.slice(middle)];
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
    afterDatasetsDraw({ ctx, chartArea, scales, width, height }) {
      const axes = scales as unknown as Scales; // as above
      for (const { quadrant, right, lines, box } of nameBoxes(ctx, model, theme, chartArea, size, axes)) {
        lines.forEach((text, line) => {
          const runs = [{ text, colour: theme.names[quadrant], bold: true }];
          const place = { y: box.y + (line + 0.5) * LINE_HEIGHT, size, halo: true };
          drawText(
            ctx,
            theme,
            runs,
            right ? { ...place, x: box.x + box.width, align: 'right' } : { ...place, x: box.x },
          );
        });
      }
      const title = (text: string) => [{ text, colour: theme.ink2 }];
      drawText(ctx, theme, title(model.titles.y), { x: 0, y: 9, size: AXIS_SIZE });
      const foot = { x: width - 8, y: height - 8, size: AXIS_SIZE, align: 'right' as const };
      drawText(ctx, theme, title(model.titles.x), foot);
    },
  };
}
