import { Chart } from '../charts/chart.ts';
import { chartTheme } from '../charts/chart-theme.ts';
import { drawText } from '../charts/chart-text.ts';
import { matrixChart } from '../charts/matrix-chart.ts';
import type { MatrixModel } from '../charts/matrix-model.ts';

const WIDTH = 960;
const HEIGHT = 760;
const MARGIN = 24;
const HEADING = 56;
const FOOT = 28;
const DENSITY = 2;

/**
 * The matrix as a picture for slides: on white, with its verdict above and its source below.
 *
 * @param place an element of the page with the class `light`, whose colours the picture takes
 */
export async function matrixPng(
  model: MatrixModel,
  words: { readonly heading: string; readonly foot: string },
  place: Element,
): Promise<Blob | undefined> {
  const theme = chartTheme(place);
  const drawn = document.createElement('canvas');
  drawn.width = WIDTH - 2 * MARGIN;
  drawn.height = HEIGHT - 2 * MARGIN - HEADING - FOOT;
  const paper = matrixChart(model, theme, 'print');
  const chart = new Chart(drawn, { ...paper, options: { ...paper.options, devicePixelRatio: DENSITY } });
  const picture = document.createElement('canvas');
  picture.width = WIDTH * DENSITY;
  picture.height = HEIGHT * DENSITY;
  const context = picture.getContext('2d');
  if (!context) return undefined;
  context.scale(DENSITY, DENSITY);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const heading = [{ text: words.heading, colour: theme.ink, bold: true }];
  drawText(context, theme, heading, { x: MARGIN, y: MARGIN + 14, size: 17 });
  context.drawImage(
    drawn,
    MARGIN,
    MARGIN + HEADING,
    WIDTH - 2 * MARGIN,
    HEIGHT - 2 * MARGIN - HEADING - FOOT,
  );
  const foot = [{ text: words.foot, colour: theme.ink3 }];
  drawText(context, theme, foot, { x: MARGIN, y: HEIGHT - MARGIN, size: 11.5 });
  chart.destroy();
  return new Promise((done) => picture.toBlob((blob) => done(blob ?? undefined), 'image/png'));
}
