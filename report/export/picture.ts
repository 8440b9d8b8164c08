import type { ChartTheme } from '../charts/chart-theme.ts';
import { svgDocument, svgElement, xmlText } from './svg-markup.ts';

/** The width of a text in px. */
export type Measure = (text: string, size: number, weight: number) => number;

/** Drawn markup and the room that it takes. */
export interface Drawn {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** What stands above and below a picture. */
export interface PictureWords {
  readonly heading: string;
  readonly foot: string;
}

/** Room for what is drawn, in px; with its margins a slide's width. */
export const PICTURE_WIDTH = 912;
const MARGIN = 24;
const HEADING = { size: 17, line: 24 } as const;
const FOOT = { size: 11.5, room: 32 } as const;

/** Measures text as the page would set it. */
export function pageMeasure({ font }: ChartTheme): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new TypeError('pageMeasure: expected a browser that draws on a canvas');
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${font}`;
    return context.measureText(text).width;
  };
}

/** A picture for slides and papers: on white, with its verdict above and its source below. */
export function picture(drawn: Drawn, words: PictureWords, theme: ChartTheme, measure: Measure): string {
  const lines = wrapped(words.heading, drawn.width, (text) => measure(text, HEADING.size, 600));
  const top = MARGIN + lines.length * HEADING.line + 12;
  const width = drawn.width + 2 * MARGIN;
  const height = top + drawn.height + FOOT.room + MARGIN;
  const parts = [
    svgElement('rect', { width, height, fill: theme.paper }),
    ...lines.map((line, k) =>
      svgText(line, theme, {
        ...{ x: MARGIN, y: MARGIN + k * HEADING.line + HEADING.size },
        ...{ size: HEADING.size, weight: 600, fill: theme.ink },
      }),
    ),
    svgElement('g', { transform: `translate(${MARGIN} ${top})` }, drawn.markup),
    svgText(words.foot, theme, { x: MARGIN, y: height - MARGIN, size: FOOT.size, fill: theme.ink3 }),
  ];
  return svgDocument(width, height, parts.join(''));
}

/** One line of text in a picture. */
export function svgText(
  text: string,
  theme: ChartTheme,
  look: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly fill: string;
    readonly weight?: number;
    readonly anchor?: 'middle' | 'end';
  },
): string {
  const { x, y, size, fill, weight, anchor } = look;
  const attributes = {
    ...{ x, y, fill, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor },
    'font-family': theme.font,
  };
  return svgElement('text', attributes, xmlText(text));
}

/** Lines that fit: broken between words, Chinese between any two characters. */
export function wrapped(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines = [''];
  for (const piece of text.match(/\p{Script=Han}[\p{P}]*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? []) {
    const last = lines.length - 1;
    if (measure((lines[last] + piece).trimEnd()) <= width || lines[last] === '') lines[last] += piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
