import type { Quadrant } from '../../shared/metrics/quadrant.ts';

/** The colours and the font of a chart, taken from the page's own style. */
export interface ChartTheme {
  readonly font: string;
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly grid: string;
  readonly errorBar: string;
  readonly wash: string;
  /** Of an interval around a line. */
  readonly band: string;
  /** Of points. */
  readonly quadrants: Readonly<Record<Quadrant, string>>;
  /** Of the quadrants' names, dark enough to read. */
  readonly names: Readonly<Record<Quadrant, string>>;
}

/**
 * The theme in force at an element: light, dark or forced by the reader's system.
 *
 * @param element in the document
 */
export function chartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const quadrants = {
    'improve-first': token('act'),
    advantage: token('keep'),
    'improve-later': token('later'),
    'nice-to-have': token('nice'),
  };
  return {
    font: token('font'),
    paper: token('paper'),
    ink: token('ink'),
    ink2: token('ink2'),
    ink3: token('ink3'),
    rule: token('rule'),
    grid: token('grid'),
    errorBar: token('eb'),
    wash: token('actwash'),
    band: token('band'),
    quadrants,
    names: { ...quadrants, 'nice-to-have': token('nicetext') },
  };
}

/** The theme of paper, whatever the page's is: for pictures that leave the page. */
export function paperTheme(): ChartTheme {
  const light = document.createElement('div');
  light.className = 'light';
  document.body.append(light);
  const theme = chartTheme(light);
  light.remove();
  return theme;
}
