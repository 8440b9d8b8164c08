import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/**
 * The order of attributes for each battery that wants a random one.
 *
 * @param random numbers in [0, 1)
 */
export function drawOrder(
  { questions }: Questionnaire,
  random: () => number,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    questions.flatMap((question) =>
      question.kind === 'battery' && question.order === 'random'
        ? [[question.id, shuffle(question.attributes, random).map(({ id }) => id)]]
        : [],
    ),
  );
}

/** Fisher and Yates' shuffle, on a copy. */
function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}
