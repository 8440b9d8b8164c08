import { otherTurns } from './other-turns.ts';

let last = Promise.resolve();

/**
 * Resolves when it is one's turn to draw a part of the page: in the order in which they ask, with turns of others
 * between, so that the page answers its reader.
 */
export function turnToDraw(): Promise<void> {
  return (last = last.then(otherTurns));
}
