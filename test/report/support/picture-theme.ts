import type { ChartTheme } from '../../../report/charts/chart-theme.ts';

const colours = {
  'improve-first': '#act',
  advantage: '#keep',
  'improve-later': '#later',
  'nice-to-have': '#nice',
};
/** Colours that tell themselves apart in a picture. */
export const theme: ChartTheme = {
  ...{ font: 'serif', paper: '#paper', ink: '#ink', ink2: '#ink2', ink3: '#ink3' },
  ...{
    rule: '#rule',
    grid: '#grid',
    errorBar: '#eb',
    wash: '#wash',
    band: '#band',
    quadrants: colours,
    names: colours,
  },
};
/** A text's width where every letter is half as wide as the type is high. */
export const measure = (text: string, size: number): number => (text.length * size) / 2;
