import { EMPTY_SUMMARY } from '../../../shared/summary/merge.ts';
import { figures, type Figures } from '../../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../../shared/metrics/figures-options.ts';
import { Engine } from '../../../report/engine/engine.ts';
import type { ReadOutcome, SourceFile } from '../../../report/engine/messages.ts';
import { blobSource } from '../../../report/engine/source.ts';

/** Attributes of the made-up survey: what they score on average, and how much they weigh in the whole. */
const ATTRIBUTES = {
  parking: { level: 2.4, weight: 1.2 },
  food: { level: 2.6, weight: 1 },
  signs: { level: 4.2, weight: 1.1 },
  wifi: { level: 4.3, weight: 0.05 },
  art: { level: 2.6, weight: 0.05 },
  staff: { level: 3.25, weight: 0.6 },
} as const;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const onScale = (value: number, max: number, min: number): number =>
  Math.max(min, Math.min(max, Math.round(value)));

/** An export in our own columns: people who rate six attributes and the whole, always the same for a seed. */
export function someAnswers(people: number, seed = 7): string {
  const next = random(seed);
  const noise = (): number => next() + next() + next() + next() - 2;
  const names = Object.keys(ATTRIBUTES);
  const header = ['id', 'revision', 'survey', 'surveyVersion', 'status', 'shownAt', 'csat', 'nps'];
  const lines = Array.from({ length: people }, (_, person) => {
    const ratings = Object.values(ATTRIBUTES).map(({ level }) => level + 1.4 * noise());
    const whole = Object.values(ATTRIBUTES).reduce(
      (sum, { level, weight }, at) => sum + 0.4 * weight * (ratings[at] - level),
      3.5 + 0.5 * noise(),
    );
    const day = String((person % 28) + 1).padStart(2, '0');
    const cells = [`p${person}`, 1, 'shop', 1, 'completed', `2026-03-${day}T10:00:00.000Z`];
    return [
      ...cells,
      onScale(whole, 5, 1),
      onScale(2 * whole + noise(), 10, 0),
      ...ratings.map((rating) => onScale(rating, 5, 1)),
    ].join(',');
  });
  return `${[...header, ...names.map((name) => `service.satisfaction.${name}`)].join(',')}\n${lines.join('\n')}\n`;
}

/** A file that holds a text. */
export function textFile(name: string, text: string): SourceFile {
  return { name, blob: new Blob([text]) };
}

/** What the engine says of some files. */
export async function outcomeOf(
  files: readonly SourceFile[],
  options: FiguresOptions = {},
): Promise<ReadOutcome> {
  return new Engine().read(
    files.map(({ name, blob }) => blobSource(name, blob)),
    options,
  );
}

/** The figures of an export. */
export async function figuresOf(text: string, options: FiguresOptions = {}): Promise<Figures> {
  const outcome = await outcomeOf([textFile('answers.csv', text)], options);
  if (!outcome.figures.ok)
    throw new Error(`figuresOf: expected figures, got ${outcome.figures.issues[0].message}`);
  return outcome.figures.value;
}

/** Figures of nothing at all. */
export function noFigures(): Figures {
  const none = figures(EMPTY_SUMMARY);
  if (!none.ok) throw new Error('noFigures: expected figures of an empty summary');
  return none.value;
}
