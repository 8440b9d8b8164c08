import { paperTheme, type ChartTheme } from '../charts/chart-theme.ts';
import { download } from './download.ts';
import { pageMeasure, picture, type Drawn, type Measure, type PictureWords } from './picture.ts';
import { svgPng } from './svg-png.ts';

/** Draws a panel's chart for a picture. */
export type Draw = (theme: ChartTheme, measure: Measure) => Drawn;

/** Gives the reader a panel's picture, sharp at any size. */
export function saveSvg(panel: string, draw: Draw, words: PictureWords): void {
  saveText(panel, 'svg', 'image/svg+xml', drawn(draw, words));
}

/** Gives the reader a panel's picture in pixels, for slides. */
export async function savePng(panel: string, draw: Draw, words: PictureWords): Promise<void> {
  const png = await svgPng(drawn(draw, words));
  if (png) download(`fourfold-${panel}.png`, png);
}

/** Gives the reader a panel's figures for spreadsheets. */
export function saveCsv(panel: string, csv: string): void {
  saveText(panel, 'csv', 'text/csv', csv);
}

/** Gives the reader a panel's figures for programs. */
export function saveJson(panel: string, json: string): void {
  saveText(panel, 'json', 'application/json', json);
}

function drawn(draw: Draw, words: PictureWords): string {
  const theme = paperTheme();
  const measure = pageMeasure(theme);
  return picture(draw(theme, measure), words, theme, measure);
}

function saveText(panel: string, ending: string, type: string, text: string): void {
  download(`fourfold-${panel}.${ending}`, new Blob([text], { type }));
}
