import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/**
 * The order of attributes or options for each battery and choice that wants a random one.
 *
 * @param random numbers in [0, 1)
 */
export function drawOrder(
  { questions }: Questionnaire,
  random: () => number,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      if (question.kind !== 'battery' && question.kind !== 'choice') return [];
      const items = question.kind === 'battery' ? question.attributes : question.options;
      return question.order === 'random' ? [[question.id, shuffle(items, random).map(({ id }) => id)]] : [];
    }),
  );
}

/** Things in the order in which this respondent sees them. */
export function inOrder<T extends { readonly id: string }>(
  items: readonly T[],
  ids: readonly string[] | undefined,
): readonly T[] {
  return ids?.flatMap((id) => items.filter((item) => item.id === id)) ?? items;
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
