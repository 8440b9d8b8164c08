import type { ChartConfiguration } from './chart.ts';
import type { ChartTheme } from './chart-theme.ts';

/** Where a chart is drawn: it is redrawn for its place with type unchanged, never shrunk. */
export type ChartPlace = 'wide' | 'phone' | 'print';

/** A chart narrower than this, in px, takes the phone's form. */
export const PHONE_BELOW = 600;

/** A chart on a canvas, as something that can be drawn wherever it is wanted. */
export interface Drawing {
  /** A function of its arguments alone. */
  readonly configure: (theme: ChartTheme, place: ChartPlace) => ChartConfiguration<'scatter'>;
  /** What a screen reader says in place of the picture. */
  readonly description: string;
  /** Class of the plot, for its height. */
  readonly look: string;
  /** Size on paper, in px. */
  readonly print: { readonly width: number; readonly height: number };
}
