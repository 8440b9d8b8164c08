import { otherTurns } from './other-turns.ts';

let last = Promise.resolve();

/**
 * Resolves when it is one's turn to draw a part of the page: in the order in which they ask, with turns of others
 * between, so that the page answers its reader.
 */
export function turnToDraw(): Promise<void> {
  return (last = last.then(otherTurns));
}

/** Resolves when nothing waits for its turn any more, nor what was drawn meanwhile has asked for another. */
export async function allDrawn(): Promise<void> {
  let mine: Promise<void>;
  do await (mine = turnToDraw());
  while (mine !== last);
}
