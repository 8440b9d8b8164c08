/** Type size of axes. */
export const AXIS_SIZE = 11.5;

/** Where a chart's plot stands, in px. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
