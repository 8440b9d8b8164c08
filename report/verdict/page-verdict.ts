import type { Figures } from '../../shared/metrics/figures.ts';
import { DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import type { MatrixPoint } from '../../shared/metrics/matrix-point.ts';
import type { Matrix } from '../../shared/metrics/matrix.ts';
import { certainty, fixed, mean, percent, shareDecimals } from '../format/numbers.ts';
import type { Strings } from '../strings/en.ts';
import { meansWords } from '../strings/panels/means.ts';
import { isOfMeans } from './of-means.ts';

/** What the report says in one sentence, and what stands behind it. */
export interface Verdict {
  readonly title: string;
  readonly lead: string;
}

/** Attributes that the headline names; the others follow in the second line. */
export const HEADLINE_NAMES_MAX = 3;

/** An undecided attribute is named from this chance of "improve first". */
export const CONTESTED_CHANCE_MIN = 0.2;

/**
 * The page's headline, made of figures alone: what to improve first if that is settled, else what is closest, else
 * what there is.
 *
 * @param nameOf what a reader calls an attribute
 * @example pageVerdict(figures, nameOf, en).title // 'Improve first: Parking and Signs inside'
 */
export function pageVerdict(
  figures: Figures,
  nameOf: (attribute: string) => string,
  strings: Strings,
): Verdict {
  const { matrix } = figures;
  if (matrix && isOfMeans(matrix)) return meansVerdict(matrix, nameOf, strings);
  if (matrix && matrix.points.length > 1) return matrixVerdict(figures, matrix, nameOf, strings);
  const { verdict } = strings;
  if (figures.records > 0 && figures.records < DRAWN_N_MIN)
    return { title: verdict.tooFew(figures.records), lead: verdict.tooFewWhy };
  const rated = figures.satisfaction.some(({ n }) => n >= DRAWN_N_MIN);
  const unfounded = rated && figures.csat === undefined && figures.nps === undefined;
  return {
    title: unfounded ? lowestSentence(figures, nameOf, strings) : overallSentence(figures, strings),
    lead:
      figures.csat === undefined && figures.nps === undefined && !rated
        ? isUnknown(figures)
          ? verdict.unknownWhy
          : verdict.nothingWhy
        : unfounded
          ? verdict.noOutcome
          : verdict.noMatrix,
  };
}

/** The points that are settled in "improve first", and those that may belong there. */
export function firstAndContested({ points }: Matrix): {
  readonly first: readonly MatrixPoint[];
  readonly contested: readonly MatrixPoint[];
  /** Drawn in "improve first" on too few answers to settle. */
  readonly few: readonly MatrixPoint[];
  readonly undecided: readonly MatrixPoint[];
} {
  const undecided = points.filter(({ settled }) => !settled);
  return {
    first: points.filter(({ settled, quadrant }) => settled && quadrant === 'improve-first'),
    contested: undecided.filter(
      ({ chances, smallSample }) => !smallSample && (chances?.['improve-first'] ?? 0) >= CONTESTED_CHANCE_MIN,
    ),
    few: undecided.filter(({ smallSample, quadrant }) => smallSample && quadrant === 'improve-first'),
    undecided,
  };
}

function matrixVerdict(
  figures: Figures,
  matrix: Matrix,
  nameOf: (attribute: string) => string,
  { verdict, sentences }: Strings,
): Verdict {
  const { first, contested, few, undecided } = firstAndContested(matrix);
  const name = ({ attribute }: MatrixPoint): string => nameOf(attribute);
  const maybe = contested.slice(0, HEADLINE_NAMES_MAX).map((point) => ({
    name: name(point),
    chance: certainty(point.chances?.['improve-first'] ?? 0, matrix.certaintyMin),
  }));
  const alsoMaybe = [
    ...(maybe.length > 0 ? [verdict.contested(maybe, first.length > 0)] : []),
    ...(few.length > 0 && first.length > 0
      ? [verdict.fewAnswers(few.slice(0, HEADLINE_NAMES_MAX).map(name))]
      : []),
  ];
  if (first.length > 0) {
    const rest = first.slice(HEADLINE_NAMES_MAX);
    const outcome = figures.derivedImportance?.outcome.role === 'nps' ? 'nps' : 'csat';
    const importance = matrix.importance === 'stated' ? 'stated' : 'derived';
    return {
      title: verdict.first(first.slice(0, HEADLINE_NAMES_MAX).map(name)),
      lead: sentences([
        verdict.why(first.length > 1, matrix.crosshair.kind, importance, outcome),
        ...(rest.length > 0 ? [verdict.rest(rest.map(name))] : []),
        ...alsoMaybe,
      ]),
    };
  }
  const strong = matrix.points.filter(({ settled, quadrant }) => settled && quadrant === 'advantage');
  const [closest] = contested;
  return {
    title: closest ? verdict.closest(name(closest)) : verdict.nothingFirst,
    lead: sentences([
      ...alsoMaybe,
      ...(strong.length > 0 ? [verdict.advantage(strong.slice(0, HEADLINE_NAMES_MAX).map(name))] : []),
      ...(undecided.length > 0 ? [verdict.undecided(undecided.length)] : []),
    ]),
  };
}

/** Where the points lie, and that nobody can tell how surely. */
function meansVerdict({ points }: Matrix, nameOf: (attribute: string) => string, strings: Strings): Verdict {
  const words = meansWords(strings);
  const first = points.filter(({ quadrant }) => quadrant === 'improve-first');
  const names = first.map(({ attribute }) => nameOf(attribute));
  const rest = names.slice(HEADLINE_NAMES_MAX);
  return {
    title: first.length > 0 ? words.title(strings.list(names.slice(0, HEADLINE_NAMES_MAX))) : words.none,
    lead: strings.sentences([rest.length > 0 ? strings.verdict.rest(rest) : '', words.why]),
  };
}

/** There are records, and no question of them is one that the report draws. */
function isUnknown({ records, asked }: Figures): boolean {
  const drawn: readonly string[] = ['nps', 'csat', 'satisfaction', 'perception'];
  return records > 0 && !asked.some(({ role }) => drawn.includes(role));
}

/** What is rated lowest, where nothing overall was asked. */
function lowestSentence(
  { satisfaction }: Figures,
  nameOf: (attribute: string) => string,
  { verdict }: Strings,
): string {
  const rated = satisfaction.filter(({ n }) => n >= DRAWN_N_MIN);
  const lowest = rated.reduce((low, score) => (score.value < low.value ? score : low));
  return verdict.lowest(nameOf(lowest.attribute), mean(lowest.value), lowest.min, lowest.max);
}

function overallSentence({ csat, nps }: Figures, { verdict }: Strings): string {
  const drawn = <T extends { readonly n: number }>(figure: T | undefined): T | undefined =>
    figure && figure.n >= DRAWN_N_MIN ? figure : undefined;
  const [share, score] = [drawn(csat), drawn(nps)];
  const satisfied =
    share &&
    percent(share.value, shareDecimals(share.interval && (share.interval.high - share.interval.low) / 2));
  if (satisfied !== undefined && score) return verdict.both(satisfied, fixed(score.value, 0));
  if (satisfied !== undefined) return verdict.csat(satisfied);
  return score ? verdict.nps(fixed(score.value, 0)) : verdict.nothing;
}
