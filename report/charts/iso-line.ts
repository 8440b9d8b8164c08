import type { Plugin } from './chart.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { Scales } from './error-bars.ts';
import type { MatrixModel } from './matrix-model.ts';

const DASH = [5, 4];

interface Ends {
  readonly min: number;
  readonly max: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Where importance less satisfaction is the same as at the crosshair, as far as it runs through the plot.
 *
 * @param crosshair the point that it goes through
 * @returns undefined where it leaves the plot at once
 * @example isoLine({ x: 3, y: 4 }, { min: 1, max: 5 }, { min: 3, max: 5 }) // [{ x: 2, y: 3 }, { x: 4, y: 5 }]
 */
export function isoLine(crosshair: Point, x: Ends, y: Ends): readonly [Point, Point] | undefined {
  const more = crosshair.y - crosshair.x;
  const from = Math.max(x.min, y.min - more);
  const to = Math.min(x.max, y.max - more);
  if (from >= to) return undefined;
  return [
    { x: from, y: from + more },
    { x: to, y: to + more },
  ];
}

/** Draws it below all else; only where both axes have the same scale does it mean anything. */
export function isoPriority({ sameScale, crosshair }: MatrixModel, theme: ChartTheme): Plugin<'scatter'> {
  return {
    id: 'fourfold-iso-priority',
    beforeDatasetsDraw({ ctx, scales }) {
      const { x, y } = scales as unknown as Scales & Readonly<Record<'x' | 'y', Ends>>; // the chart has the axes x and y
      const ends = sameScale ? isoLine(crosshair, x, y) : undefined;
      if (!ends) return;
      const [from, to] = ends;
      ctx.save();
      ctx.lineWidth = 1;
      ctx.strokeStyle = theme.errorBar;
      ctx.setLineDash(DASH);
      ctx.beginPath();
      ctx.moveTo(x.getPixelForValue(from.x), y.getPixelForValue(from.y));
      ctx.lineTo(x.getPixelForValue(to.x), y.getPixelForValue(to.y));
      ctx.stroke();
      ctx.restore();
    },
  };
}
