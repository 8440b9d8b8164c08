import { answersTo, type Counted } from '../summary/marginal.ts';
import { attributeId, attributeScores, type AttributeScore } from './attribute-scores.ts';
import type { DerivedFigure } from './derived-importance.ts';
import { basis, DRAWN_N_MIN } from './figure.ts';
import type { Pair } from './rank-points.ts';

/** An attribute that has no point, and why. */
export interface NotDrawn {
  readonly attribute: string;
  readonly label?: string;
  /** The smaller base of its two figures. */
  readonly n: number;
  readonly reason: 'too-few-answers' | 'no-importance' | 'other-scale';
}

/** The attributes of a matrix, and those left out of it. */
export interface Chosen {
  readonly drawn: readonly Pair[];
  readonly notDrawn: readonly NotDrawn[];
}

/**
 * Which attributes a matrix draws: at least 10 answers on either axis, and all on the scales that most use.
 *
 * @param importances by attribute: stated or derived
 * @example chooseAttributes(slice, attributeScores(slice, 'importance')).drawn.length // 14
 */
export function chooseAttributes(
  slice: Counted,
  importances: readonly (AttributeScore | DerivedFigure)[],
): Chosen {
  const scores = attributeScores(slice, 'satisfaction');
  const drawn: Pair[] = [];
  const notDrawn: NotDrawn[] = [];
  for (const column of slice.columns.filter(({ role }) => role === 'satisfaction')) {
    const attribute = attributeId(column);
    const satisfaction = scores.find((score) => score.key === column.key);
    const importance = importances.find((figure) => figure.attribute === attribute);
    // One answer makes no figure, and is one answer all the same.
    const answers = answersTo(slice, column.key);
    const n = Math.min(answers, importance?.n ?? Infinity);
    const name = { attribute, ...(column.label === undefined ? {} : { label: column.label }), n };
    const enough =
      satisfaction && Math.min(basis(satisfaction), importance ? basis(importance) : Infinity) >= DRAWN_N_MIN;
    if (!enough) notDrawn.push({ ...name, reason: 'too-few-answers' });
    else if (!importance) notDrawn.push({ ...name, reason: 'no-importance' });
    else drawn.push({ satisfaction, importance });
  }
  const usual = mostCommon(drawn.map(scalesOf));
  const others = drawn.filter((pair) => scalesOf(pair) !== usual);
  return {
    drawn: drawn.filter((pair) => scalesOf(pair) === usual),
    notDrawn: [...notDrawn, ...others.map(leftOut)],
  };
}

function leftOut({ satisfaction, importance }: Pair): NotDrawn {
  const { attribute, label } = satisfaction;
  const n = Math.min(satisfaction.n, importance.n);
  return { attribute, ...(label === undefined ? {} : { label }), n, reason: 'other-scale' };
}

/** Both scales of a pair as one text; a correlation is always on the same one. */
function scalesOf({ satisfaction, importance }: Pair): string {
  const stated = 'min' in importance ? `${importance.min}...${importance.max}` : 'r';
  return `${satisfaction.min}...${satisfaction.max} ${stated}`;
}

/** The value that occurs most often; of equals, the first. */
function mostCommon(values: readonly string[]): string | undefined {
  const count = (wanted: string) => values.filter((value) => value === wanted).length;
  return values.reduce<string | undefined>(
    (best, value) => (best !== undefined && count(best) >= count(value) ? best : value),
    undefined,
  );
}
