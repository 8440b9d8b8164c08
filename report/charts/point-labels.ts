import type { Quadrant } from '../../shared/metrics/quadrant.ts';
import type { Plugin } from './chart.ts';
import { drawText, textWidth, type TextRun } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';
import { captionBox } from './crosshair-lines.ts';
import type { PlotArea } from './plot-area.ts';
import { barSegments, type Scales } from './error-bars.ts';
import type { MatrixMark, MatrixModel } from './matrix-model.ts';
import type { Box, Segment } from './geometry.ts';
import type { LabelRequest, PlacedLabel } from './label-candidates.ts';
import { placeLabels } from './place-labels.ts';
import { nameBoxes } from './quadrant-names.ts';

/** Radius of a point. */
export const POINT_RADIUS = 5;

const HALO_ROOM = 2;
const LEADER_WIDTH = 0.6;
/** Wider than this a name takes two lines on a phone; in Latin letters, a Chinese character counts as two. */
const LINE_MAX = 20;
const SHORT_NAME_MAX = 1.5 * LINE_MAX;
const LINE_GAP = 2;

/** Sizes of type, and how much is written beside a point. */
export interface LabelForm {
  readonly labelSize: number;
  readonly nameSize: number;
  /** On a phone: number and short name for what matters most, the number alone for the rest. */
  readonly numbered: boolean;
}

/**
 * Names cut at a word's end to what two lines on a phone hold; where two would look the same, their ends are kept
 * instead.
 *
 * @example shortNames(['Cleanliness of all the washrooms and lounges']) // ['Cleanliness of all the…']
 */
export function shortNames(names: readonly string[]): string[] {
  const cut = names.map(start);
  return names.map((name, index) =>
    cut.indexOf(cut[index]) === cut.lastIndexOf(cut[index]) ? cut[index] : end(name),
  );
}

function start(name: string): string {
  if (name.length <= SHORT_NAME_MAX) return name;
  const word = name.slice(0, SHORT_NAME_MAX + 1).lastIndexOf(' ');
  return `${name.slice(0, word > SHORT_NAME_MAX / 3 ? word : SHORT_NAME_MAX).replace(/[\s,;:，；：]+$/u, '')}…`;
}

function end(name: string): string {
  if (name.length <= SHORT_NAME_MAX) return name;
  const tail = name.slice(-SHORT_NAME_MAX);
  const word = tail.indexOf(' ') + 1;
  return `…${word > 0 && word < SHORT_NAME_MAX / 2 ? tail.slice(word) : tail}`;
}

/**
 * A name on one line, or on two of about the same length.
 *
 * @example twoLines('Long-term parking shuttle') // ['Long-term', 'parking shuttle']
 */
export function twoLines(name: string): string[] {
  if (widthInLetters(name) <= LINE_MAX) return [name];
  const longer = (at: number): number =>
    Math.max(widthInLetters(name.slice(0, at)), widthInLetters(name.slice(at)));
  const breaks = Array.from(name, (_, at) => at).filter(
    (at) => at > 0 && (name[at - 1] === ' ' || (wide(name[at - 1]) && wide(name[at]))),
  );
  if (breaks.length === 0) return [name];
  const at = breaks.reduce((best, candidate) => (longer(candidate) < longer(best) ? candidate : best));
  return [name.slice(0, at).trim(), name.slice(at)];
}

function widthInLetters(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (wide(letter) ? 2 : 1), 0);
}

function wide(letter: string): boolean {
  return /[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff]/u.test(letter);
}

/**
 * What is written beside a mark, line by line.
 *
 * @param shortName for the phone's form; absent: the whole name
 */
export function labelLines(mark: MatrixMark, theme: ChartTheme, shortName: string | undefined): TextRun[][] {
  const colour = mark.hollow ? theme.ink2 : theme.ink;
  if (shortName !== undefined) {
    const texts = mark.prominent ? twoLines(`${mark.rank} ${shortName}`) : [String(mark.rank)];
    return texts.map((text) => [{ text, colour, bold: mark.first }]);
  }
  const name = { text: mark.name, colour, bold: mark.first };
  return [mark.doubt === undefined ? [name] : [name, { text: ` ${mark.doubt}`, colour: theme.ink3 }]];
}

/** Writes names beside points so that none covers another. */
export function pointLabels(model: MatrixModel, theme: ChartTheme, form: LabelForm): Plugin<'scatter'> {
  const names = form.numbered ? shortNames(model.marks.map(({ name }) => name)) : [];
  const lines = model.marks.map((mark, index) => labelLines(mark, theme, names[index]));
  const lineHeight = form.labelSize + LINE_GAP;
  let drawnFor = '';
  let labels: PlacedLabel[] = [];
  return {
    id: 'fourfold-labels',
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const { left, right, top, bottom } = chartArea;
      // A chart draws more often than it changes its size; placing is the dear part.
      const size = [left, right, top, bottom].join();
      if (size !== drawnFor) {
        drawnFor = size;
        labels = place(ctx, chartArea, scales as unknown as Scales); // the chart has the axes x and y
      }
      for (const { leader } of labels) if (leader) drawLeader(ctx, leader, theme);
      labels.forEach((label, index) => write(ctx, label, index, scales as unknown as Scales)); // as above
    },
  };

  /** Lines keep to the side of their point. */
  function write(context: CanvasRenderingContext2D, label: PlacedLabel, index: number, { x }: Scales): void {
    const atX = x.getPixelForValue(model.marks[index].x);
    const places = {
      left: label.x + HALO_ROOM,
      right: label.x + label.width - HALO_ROOM,
      center: label.x + label.width / 2,
    };
    const align = label.x >= atX ? 'left' : label.x + label.width <= atX ? 'right' : 'center';
    const top = label.y + HALO_ROOM + form.labelSize / 2;
    lines[index].forEach((runs, line) =>
      drawText(context, theme, runs, {
        x: places[align],
        y: top + line * lineHeight,
        size: form.labelSize,
        align,
        halo: true,
      }),
    );
  }

  function place(context: CanvasRenderingContext2D, area: PlotArea, { x, y }: Scales): PlacedLabel[] {
    const [crossX, crossY] = [x.getPixelForValue(model.crosshair.x), y.getPixelForValue(model.crosshair.y)];
    const requests = model.marks.map((mark, index): LabelRequest => ({
      x: x.getPixelForValue(mark.x),
      y: y.getPixelForValue(mark.y),
      radius: POINT_RADIUS,
      width:
        Math.max(...lines[index].map((runs) => textWidth(context, theme, runs, form.labelSize))) +
        2 * HALO_ROOM,
      height: lines[index].length * lineHeight - LINE_GAP + 2 * HALO_ROOM,
      home: homeOf(mark.quadrant, area, crossX, crossY),
    }));
    return placeLabels(requests, {
      area: boxOf(area),
      taken: [
        ...nameBoxes(context, model, theme, area, form.nameSize, { x, y }).map(({ box }) => box),
        captionBox(context, model, theme, area, { x, y }, form.nameSize),
      ],
      bars: barSegments(model, { x, y }).flat(),
      lines: crossLines(area, crossX, crossY),
    });
  }
}

function drawLeader(context: CanvasRenderingContext2D, { x1, y1, x2, y2 }: Segment, theme: ChartTheme): void {
  context.save();
  context.lineWidth = LEADER_WIDTH;
  context.strokeStyle = theme.ink3;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
  context.restore();
}

function boxOf({ left, right, top, bottom }: PlotArea): Box {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function homeOf(quadrant: Quadrant, area: PlotArea, x: number, y: number): Box {
  const low = quadrant === 'improve-first' || quadrant === 'improve-later';
  const important = quadrant === 'improve-first' || quadrant === 'advantage';
  return boxOf({
    left: low ? area.left : x,
    right: low ? x : area.right,
    top: important ? area.top : y,
    bottom: important ? y : area.bottom,
  });
}

function crossLines({ left, right, top, bottom }: PlotArea, x: number, y: number): Segment[] {
  return [
    { x1: x, y1: top, x2: x, y2: bottom },
    { x1: left, y1: y, x2: right, y2: y },
  ];
}
