import { crosses, intersect, overlap } from './geometry.ts';
import {
  COST_LEADER_CROSSES,
  COST_AMBIGUOUS,
  COST_OVERLAP,
  candidatesOf,
  freeCount,
  type Candidate,
  type LabelRequest,
  type LabelSurroundings,
  type PlacedLabel,
} from './label-candidates.ts';

const ROUNDS = 12;
/** Up to so many names several orders of choosing are tried; beyond, it would take long. */
const TRIED_MAX = 24;
/** Names of points this near stand as their points do, the higher above the lower, in px. */
const STACKED_WITHIN = 40;
/** Points this near may block each other's names, in px. */
const NEIGHBOURS_WITHIN = 110;
/** Two names in the wrong order are read as each other's. */
const COST_TANGLED = 300;

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
  const tries = ordersOf(requests, candidates).map((order) => settle(order, candidates));
  const best = tries.reduce((least, one) => (one.cost < least.cost ? one : least));
  return best.labels.map(({ x, y, width, height, leader }) => ({
    x,
    y,
    width,
    height,
    ...(leader && { leader }),
  }));
}

/** Whoever chooses first takes the place of another: some orders end better than others, so a few are tried. */
function ordersOf(requests: readonly LabelRequest[], candidates: readonly Candidate[][]): number[][] {
  const indices = requests.map((_, index) => index);
  const topDown = [...indices].sort((a, b) => requests[a].y - requests[b].y || a - b);
  // The most crowded have the fewest places.
  const crowded = [...indices].sort((a, b) => freeCount(candidates[a]) - freeCount(candidates[b]) || a - b);
  return requests.length > TRIED_MAX ? [crowded] : [crowded, topDown, [...topDown].reverse()];
}

function settle(
  order: readonly number[],
  candidates: readonly Candidate[][],
): { readonly labels: readonly Candidate[]; readonly cost: number } {
  const chosen: Chosen = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const alone = chooseAlone(order, candidates, chosen);
    if (!alone && !choosePairs(order, candidates, chosen)) break;
  }
  const labels = candidates.map((places, index) => chosen.get(index) ?? places[0]);
  const cost = labels.reduce((sum, label, index) => sum + costAmong(label, labels.slice(0, index)), 0);
  return { labels, cost };
}

type Chosen = Map<number, Candidate>;

/** Lets every label take its cheapest place among the others; says whether any moved. */
function chooseAlone(order: readonly number[], candidates: readonly Candidate[][], chosen: Chosen): boolean {
  let moved = false;
  for (const index of order) {
    const best = cheapest(candidates[index], without(chosen, index));
    if (best !== chosen.get(index)) {
      chosen.set(index, best);
      moved = true;
    }
  }
  return moved;
}

function cheapest(candidates: readonly Candidate[], others: readonly Candidate[]): Candidate {
  let [best] = candidates;
  let least = Infinity;
  for (const candidate of candidates) {
    // They come by cost: no later one can be cheaper.
    if (candidate.fixedCost >= least) break;
    const cost = costAmong(candidate, others);
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

/** Moves two labels at once where one stands badly: what blocks it may have a second choice that is as good. */
function choosePairs(order: readonly number[], candidates: readonly Candidate[][], chosen: Chosen): boolean {
  for (const index of order) {
    const now = chosen.get(index);
    if (!now || costAmong(now, without(chosen, index)) < COST_AMBIGUOUS) continue;
    for (const other of order) {
      const neighbour = chosen.get(other);
      if (other === index || !neighbour || !near(now, neighbour)) continue;
      const others = without(chosen, index, other);
      const pair = bestPair(candidates[index], candidates[other], others);
      const before = costAmong(now, others) + costAmong(neighbour, others) + between(now, neighbour);
      if (pair.cost >= before - 1e-6) continue;
      chosen.set(index, pair.first);
      chosen.set(other, pair.second);
      return true;
    }
  }
  return false;
}

/** One name above the other, and their points the other way round. */
function outOfOrder(a: Candidate, b: Candidate): boolean {
  const [dx, dy] = [a.tie.x1 - b.tie.x1, a.tie.y1 - b.tie.y1];
  if (Math.hypot(dx, dy) > STACKED_WITHIN) return false;
  const beside = a.x >= b.x + b.width || b.x >= a.x + a.width;
  return !beside && dy * (a.y - b.y) < 0;
}

function near({ tie: a }: Candidate, { tie: b }: Candidate): boolean {
  return Math.hypot(a.x1 - b.x1, a.y1 - b.y1) < NEIGHBOURS_WITHIN;
}

function bestPair(
  firsts: readonly Candidate[],
  seconds: readonly Candidate[],
  others: readonly Candidate[],
): { first: Candidate; second: Candidate; cost: number } {
  let best = { first: firsts[0], second: seconds[0], cost: Infinity };
  const secondCosts: number[] = [];
  for (const first of firsts) {
    if (first.fixedCost + seconds[0].fixedCost >= best.cost) break;
    const cost = costAmong(first, others);
    for (const [at, second] of seconds.entries()) {
      if (cost + second.fixedCost >= best.cost) break;
      const both = cost + (secondCosts[at] ??= costAmong(second, others)) + between(first, second);
      if (both < best.cost) best = { first, second, cost: both };
    }
  }
  return best;
}

function without(chosen: Chosen, ...indices: readonly number[]): Candidate[] {
  return [...chosen].flatMap(([index, candidate]) => (indices.includes(index) ? [] : [candidate]));
}

function costAmong(candidate: Candidate, others: readonly Candidate[]): number {
  return others.reduce((cost, other) => cost + between(candidate, other), candidate.fixedCost);
}

function between(a: Candidate, b: Candidate): number {
  const turned = outOfOrder(a, b) ? COST_TANGLED : 0;
  if (overlap(a.reach, b.reach) === 0) return turned;
  const area = overlap(a, b);
  let cost = turned + (area > 0 ? COST_OVERLAP + area : 0);
  if (intersect(a.tie, b.tie)) cost += COST_TANGLED;
  if (a.leader && crosses(a.leader, b)) cost += COST_LEADER_CROSSES;
  if (b.leader && crosses(b.leader, a)) cost += COST_LEADER_CROSSES;
  return cost;
}
