/** A box by its upper left corner, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A straight line, in px. */
export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

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
const ROUNDS = 12;

/** Worse than any sum of the softer ones: labels and points are never covered while there is a place left. */
const COST_OVERLAP = 1e6;
const COST_LINE = 400;
const COST_AWAY_FROM_HOME = 800;
const COST_BAR = 40;
const COST_LEADER_CROSSES = 60;
const COST_DISTANCE = 1;

interface Candidate extends PlacedLabel {
  readonly fixedCost: number;
}

/**
 * Places a name beside each point so that no name covers another, or a point.
 *
 * Each label has 16 directions at 6 distances to choose from, and takes the cheapest, in rounds, until none would
 * move. Overlap with labels, points and other texts costs most; then leaving the point's quadrant, crossing the
 * crosshair and error bars, and distance.
 *
 * @returns in the order of the requests
 * @example placeLabels([{ x: 50, y: 50, radius: 5, width: 40, height: 14, home: area }], { area, taken: [], bars: [], lines: [] })
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  surroundings: LabelSurroundings,
): PlacedLabel[] {
  const candidates = requests.map((request, own) => candidatesOf(request, own, requests, surroundings));
  // The most crowded choose first: they have the fewest places.
  const order = requests
    .map((_, index) => index)
    .sort((a, b) => freeCount(candidates[a]) - freeCount(candidates[b]) || a - b);
  const chosen = new Map<number, Candidate>();
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    for (const index of order) {
      const others = [...chosen].filter(([other]) => other !== index).map(([, candidate]) => candidate);
      const best = cheapest(candidates[index], others);
      if (best !== chosen.get(index)) {
        chosen.set(index, best);
        moved = true;
      }
    }
  }
  return requests.map((_, index) => {
    const { x, y, width, height, leader } = chosen.get(index) ?? candidates[index][0];
    return { x, y, width, height, ...(leader && { leader }) };
  });
}

function cheapest(candidates: readonly Candidate[], others: readonly Candidate[]): Candidate {
  let [best] = candidates;
  let least = Infinity;
  for (const candidate of candidates) {
    let cost = candidate.fixedCost;
    for (let other = 0; other < others.length && cost < least; other++) {
      const label = others[other];
      const area = overlap(candidate, label);
      if (area > 0) cost += COST_OVERLAP + area;
      if (label.leader && crosses(label.leader, candidate)) cost += COST_LEADER_CROSSES;
      if (candidate.leader && crosses(candidate.leader, label)) cost += COST_LEADER_CROSSES;
    }
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

function candidatesOf(
  request: LabelRequest,
  own: number,
  requests: readonly LabelRequest[],
  surroundings: LabelSurroundings,
): Candidate[] {
  const near = ring(request, DISTANCES).map((label) => costed(label, request, own, requests, surroundings));
  if (freeCount(near) >= DIRECTIONS) return near;
  const far = ring(request, FAR_DISTANCES).map((label) =>
    costed(label, request, own, requests, surroundings),
  );
  return [...near, ...far];
}

function freeCount(candidates: readonly Candidate[]): number {
  return candidates.filter(({ fixedCost }) => fixedCost < COST_OVERLAP).length;
}

function ring({ x, y, radius, width, height }: LabelRequest, distances: readonly number[]): PlacedLabel[] {
  return distances.flatMap((distance) =>
    Array.from({ length: DIRECTIONS }, (_, step): PlacedLabel => {
      const angle = (2 * Math.PI * step) / DIRECTIONS;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      // The box touches the ring with the side or corner that faces the point.
      const centreX = x + cos * (radius + distance) + Math.max(-1, Math.min(1, 1.6 * cos)) * (width / 2);
      const centreY = y + sin * (radius + distance) + Math.max(-1, Math.min(1, 1.6 * sin)) * (height / 2);
      const box = { x: centreX - width / 2, y: centreY - height / 2, width, height };
      const toX = Math.max(box.x, Math.min(x, box.x + width));
      const toY = Math.max(box.y, Math.min(y, box.y + height));
      const gap = Math.hypot(toX - x, toY - y);
      if (gap - radius <= LEADER_FROM) return box;
      const leader = {
        x1: x + ((toX - x) / gap) * radius,
        y1: y + ((toY - y) / gap) * radius,
        x2: toX,
        y2: toY,
      };
      return { ...box, leader };
    }),
  );
}

function costed(
  label: PlacedLabel,
  request: LabelRequest,
  own: number,
  requests: readonly LabelRequest[],
  { area, taken, bars, lines }: LabelSurroundings,
): Candidate {
  const centre = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  let cost = COST_DISTANCE * Math.hypot(centre.x - request.x, centre.y - request.y);
  const outside = label.width * label.height - overlap(label, area);
  if (outside > 0.5) cost += 2 * COST_OVERLAP + outside;
  requests.forEach(({ x, y, radius }, other) => {
    const point = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
    if (overlap(label, point) > 0) cost += COST_OVERLAP;
    if (label.leader && other !== own && crosses(label.leader, point)) cost += COST_LEADER_CROSSES;
  });
  for (const box of taken) if (overlap(label, box) > 0) cost += COST_OVERLAP;
  for (const bar of bars) if (crosses(bar, label)) cost += COST_BAR;
  for (const line of lines) if (crosses(line, label)) cost += COST_LINE;
  const strayed = label.width * label.height - overlap(label, request.home);
  if (strayed > 0.5) cost += COST_AWAY_FROM_HOME * (strayed / (label.width * label.height));
  return { ...label, fixedCost: cost };
}

/** The area that two boxes share, in px². */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Whether a line runs through a box (Liang and Barsky's clipping). */
export function crosses({ x1, y1, x2, y2 }: Segment, box: Box): boolean {
  let from = 0;
  let to = 1;
  const sides = [
    [x1 - x2, x1 - box.x],
    [x2 - x1, box.x + box.width - x1],
    [y1 - y2, y1 - box.y],
    [y2 - y1, box.y + box.height - y1],
  ];
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room <= 0) return false;
    } else if (towards < 0) from = Math.max(from, room / towards);
    else to = Math.min(to, room / towards);
  }
  return from < to;
}
