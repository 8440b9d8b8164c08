import type { Scale } from '../../../shared/questionnaire/scale.ts';
import type { WholeView } from '../card.ts';

/** A scale with more points than this is cut in two where there is little room, so that fingers meet each point. */
const ROW_POINTS = 7;
/** With just so many it is cut in a card that gives each less than 44 px. */
const ROW_PX = 344;

/** Class names of a scale that is cut in two rows of the same length, or in one point less. */
export function scaleRows({ width }: WholeView, { min, max }: Scale): string {
  const points = max - min + 1;
  const isCut = points > ROW_POINTS || (points === ROW_POINTS && width > 0 && width < ROW_PX);
  return isCut ? `long half${Math.ceil(points / 2)}` : '';
}
