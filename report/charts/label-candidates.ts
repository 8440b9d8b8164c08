import { crosses, grown, overlap, type Box, type Segment } from './geometry.ts';

/** A point that wants a name beside it. */
export interface LabelRequest {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of the text, halo included. */
  readonly width: number;
  readonly height: number;
  /** Where the label should stay: its quadrant. */
  readonly home: Box;
}

/** What labels keep clear of. */
export interface LabelSurroundings {
  /** Labels never leave it. */
  readonly area: Box;
  /** Texts that stand there already. */
  readonly taken: readonly Box[];
  /** Error bars. */
  readonly bars: readonly Segment[];
  /** The crosshair. */
  readonly lines: readonly Segment[];
}

/** Where a label stands; `leader` ties it to a point that is not beside it. */
export interface PlacedLabel extends Box {
  readonly leader?: Segment;
}

/** A leader is drawn from this gap between point and label, in px. */
export const LEADER_FROM = 14;

const DIRECTIONS = 16;
const DISTANCES = [3, 7, 13, 22, 34, 50] as const;
/** Only when every near place is taken: names must not overlap, however crowded. */
const FAR_DISTANCES = [70, 95, 125, 160, 200, 250] as const;

/** Worse than any sum of the softer ones: labels and points are never covered while there is a place left. */
export const COST_OVERLAP = 1e6;
const COST_LINE = 400;
const COST_AWAY_FROM_HOME = 5000;
const COST_BAR = 10;
export const COST_LEADER_CROSSES = 60;
/** A name that stands nearer to another point would be read as that one's. */
export const COST_AMBIGUOUS = 60;
const AMBIGUOUS_MARGIN = 3;
/** A name that begins or ends beside another point reads as that one's, however near its own is. */
const COST_MISREAD = 150;
/** How far from another point's edge a name still stands beside it, in px. */
const BESIDE = 12;
/** A line this near to a name touches it, in px. */
const LINE_ROOM = 3;
const COST_LEADER = 20;
const COST_DISTANCE = 1.5;

/** A place that a label may take. */
export interface Candidate extends PlacedLabel {
  /** From the point to the label, drawn or not. */
  readonly tie: Segment;
  /** The box around label and tie: what lies outside does not matter to it. */
  readonly reach: Box;
  /** What it costs whatever other labels do. */
  readonly fixedCost: number;
}

/** Every place that a label may take, the cheapest first. */
export function candidatesOf(
  request: LabelRequest,
  own: number,
  requests: readonly LabelRequest[],
  surroundings: LabelSurroundings,
): Candidate[] {
  const near = ring(request, DISTANCES).map((label) => costed(label, request, own, requests, surroundings));
  const cheapestFirst = (a: Candidate, b: Candidate): number => a.fixedCost - b.fixedCost;
  if (freeCount(near) >= DIRECTIONS) return near.sort(cheapestFirst);
  const far = ring(request, FAR_DISTANCES).map((label) =>
    costed(label, request, own, requests, surroundings),
  );
  return [...near, ...far].sort(cheapestFirst);
}

/** How many of the places cover nothing. */
export function freeCount(candidates: readonly Candidate[]): number {
  return candidates.filter(({ fixedCost }) => fixedCost < COST_OVERLAP).length;
}

function ring(
  { x, y, radius, width, height }: LabelRequest,
  distances: readonly number[],
): Omit<Candidate, 'fixedCost'>[] {
  return distances.flatMap((distance) =>
    Array.from({ length: DIRECTIONS }, (_, step) => {
      const angle = (2 * Math.PI * step) / DIRECTIONS;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      // The box touches the ring with the side or corner that faces the point.
      const centreX = x + cos * (radius + distance) + Math.max(-1, Math.min(1, 1.6 * cos)) * (width / 2);
      const centreY = y + sin * (radius + distance) + Math.max(-1, Math.min(1, 1.6 * sin)) * (height / 2);
      const box = { x: centreX - width / 2, y: centreY - height / 2, width, height };
      const toX = Math.max(box.x, Math.min(x, box.x + width));
      const toY = Math.max(box.y, Math.min(y, box.y + height));
      const gap = Math.hypot(toX - x, toY - y);
      const [left, top] = [Math.min(x, box.x), Math.min(y, box.y)];
      const reach = {
        x: left,
        y: top,
        width: Math.max(x, box.x + width) - left,
        height: Math.max(y, box.y + height) - top,
      };
      const tied = { ...box, tie: { x1: x, y1: y, x2: toX, y2: toY }, reach };
      if (gap - radius <= LEADER_FROM) return tied;
      const leader = {
        x1: x + ((toX - x) / gap) * radius,
        y1: y + ((toY - y) / gap) * radius,
        x2: toX,
        y2: toY,
      };
      return { ...tied, leader };
    }),
  );
}

function costed(
  label: Omit<Candidate, 'fixedCost'>,
  request: LabelRequest,
  own: number,
  requests: readonly LabelRequest[],
  { area, taken, bars, lines }: LabelSurroundings,
): Candidate {
  const centre = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  const gapX = Math.max(0, Math.abs(centre.x - request.x) - label.width / 2);
  const gapY = Math.max(0, Math.abs(centre.y - request.y) - label.height / 2);
  const gap = Math.hypot(gapX, gapY);
  let cost = COST_DISTANCE * gap;
  if (label.leader) cost += COST_LEADER;
  const outside = label.width * label.height - overlap(label, area);
  if (outside > 0.5) cost += 2 * COST_OVERLAP + outside;
  requests.forEach(({ x, y, radius }, other) => {
    const point = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
    if (overlap(label, point) > 0) cost += COST_OVERLAP;
    if (other === own) return;
    const otherGapX = Math.max(0, Math.abs(centre.x - x) - label.width / 2);
    const otherGapY = Math.max(0, Math.abs(centre.y - y) - label.height / 2);
    if (Math.hypot(otherGapX, otherGapY) < gap + AMBIGUOUS_MARGIN) cost += COST_AMBIGUOUS;
    if (otherGapY === 0 && otherGapX < radius + BESIDE) cost += COST_MISREAD;
    if (crosses(label.tie, point)) cost += COST_AMBIGUOUS;
    if (label.leader && crosses(label.leader, point)) cost += COST_LEADER_CROSSES;
  });
  for (const box of taken) if (overlap(label, box) > 0) cost += COST_OVERLAP;
  for (const bar of bars) if (crosses(bar, label)) cost += COST_BAR;
  const aired = grown(label, LINE_ROOM);
  for (const line of lines) if (crosses(line, aired)) cost += COST_LINE;
  const strayed = label.width * label.height - overlap(label, request.home);
  if (strayed > 0.5) cost += COST_AWAY_FROM_HOME * (strayed / (label.width * label.height));
  return { ...label, fixedCost: cost };
}
