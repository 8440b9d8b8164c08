import type { ChartTheme } from './chart-theme.ts';

/** One piece of text on a canvas. */
export interface TextRun {
  readonly text: string;
  readonly colour: string;
  readonly bold?: boolean;
}

/** How a line of text stands. */
export interface TextPlace {
  /** Left, centre or right end, by `align`. */
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Paper around the letters, so that lines do not run through them. */
  readonly halo?: boolean;
}

const HALO_WIDTH = 3.5;

function fontOf(theme: ChartTheme, size: number, bold: boolean | undefined): string {
  return `${bold ? 600 : 400} ${size}px ${theme.font}`;
}

/** The width of a line of runs, in px. */
export function textWidth(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  runs: readonly TextRun[],
  size: number,
): number {
  return runs.reduce((width, { text, bold }) => {
    context.font = fontOf(theme, size, bold);
    return width + context.measureText(text).width;
  }, 0);
}

/** Draws runs one after the other on one line. */
export function drawText(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  runs: readonly TextRun[],
  { x, y, size, align = 'left', halo = false }: TextPlace,
): void {
  const width = textWidth(context, theme, runs, size);
  const start = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  context.save();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineJoin = 'round';
  const strokes = halo ? [true, false] : [false];
  for (const stroke of strokes) {
    let at = start;
    for (const { text, colour, bold } of runs) {
      context.font = fontOf(theme, size, bold);
      if (stroke) {
        context.strokeStyle = theme.paper;
        context.lineWidth = HALO_WIDTH;
        context.strokeText(text, at, y);
      } else {
        context.fillStyle = colour;
        context.fillText(text, at, y);
      }
      at += context.measureText(text).width;
    }
  }
  context.restore();
}
