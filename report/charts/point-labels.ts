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
const SHORT_NAME_MAX = 16;

/** Sizes of type, and how much is written beside a point. */
export interface LabelForm {
  readonly labelSize: number;
  readonly nameSize: number;
  /** On a phone: number and short name for what matters most, the number alone for the rest. */
  readonly numbered: boolean;
}

/**
 * Names cut at a word's end to what fits on a phone; where two would look the same, their ends are kept instead.
 *
 * @example shortNames(['Long-term parking shuttle']) // ['Long-term…']
 * @example shortNames(['Information desks, upper', 'Information desks, lower']) // ['…desks, upper', '…desks, lower']
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
 * What is written beside a mark.
 *
 * @param shortName for the phone's form; absent: the whole name
 */
export function labelRuns(mark: MatrixMark, theme: ChartTheme, shortName: string | undefined): TextRun[] {
  const colour = mark.hollow ? theme.ink2 : theme.ink;
  if (shortName !== undefined) {
    const text = mark.prominent ? `${mark.rank} ${shortName}` : String(mark.rank);
    return [{ text, colour, bold: mark.first }];
  }
  const name = { text: mark.name, colour, bold: mark.first };
  return mark.doubt === undefined ? [name] : [name, { text: ` ${mark.doubt}`, colour: theme.ink3 }];
}

/** Writes names beside points so that none covers another. */
export function pointLabels(model: MatrixModel, theme: ChartTheme, form: LabelForm): Plugin<'scatter'> {
  const names = form.numbered ? shortNames(model.marks.map(({ name }) => name)) : [];
  const runs = model.marks.map((mark, index) => labelRuns(mark, theme, names[index]));
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
      labels.forEach((label, index) =>
        drawText(ctx, theme, runs[index], {
          x: label.x + HALO_ROOM,
          y: label.y + label.height / 2,
          size: form.labelSize,
          halo: true,
        }),
      );
    },
  };

  function place(context: CanvasRenderingContext2D, area: PlotArea, { x, y }: Scales): PlacedLabel[] {
    const [crossX, crossY] = [x.getPixelForValue(model.crosshair.x), y.getPixelForValue(model.crosshair.y)];
    const requests = model.marks.map((mark, index): LabelRequest => ({
      x: x.getPixelForValue(mark.x),
      y: y.getPixelForValue(mark.y),
      radius: POINT_RADIUS,
      width: textWidth(context, theme, runs[index], form.labelSize) + 2 * HALO_ROOM,
      height: form.labelSize + 2 * HALO_ROOM,
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
