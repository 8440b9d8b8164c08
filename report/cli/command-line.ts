import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CrosshairChoice } from '../../shared/metrics/crosshair.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { ImportanceKind } from '../../shared/metrics/matrix.ts';
import { ENCODINGS, type Encoding } from '../../shared/mapping/mapping.ts';
import type { Filter } from '../engine/filter-rows.ts';
import { CommandError } from './command-error.ts';

/** Options of every command that reads answers. */
export const READING_OPTIONS = {
  map: { type: 'string', multiple: true, default: [] as string[] },
  encoding: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const;

/** Options of those that choose among figures. */
export const CHOICE_OPTIONS = {
  survey: { type: 'string' },
  'survey-version': { type: 'string' },
  crosshair: { type: 'string' },
  importance: { type: 'string' },
  outcome: { type: 'string' },
  certainty: { type: 'string' },
  'nps-one-to-ten': { type: 'boolean', default: false },
  unweighted: { type: 'boolean', default: false },
  filter: { type: 'string', multiple: true, default: [] as string[] },
  from: { type: 'string' },
  until: { type: 'string' },
} as const;

/** Where a command writes. */
export const OUTPUT_OPTION = { output: { type: 'string', short: 'o' } } as const;

/**
 * The options and files of a command.
 *
 * @throws CommandError for an option that there is not, or too few files
 */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  files = 1,
): { values: ReturnType<typeof parseArgs<{ options: T }>>['values']; files: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length < files)
      throw new CommandError(
        `expected ${files === 1 ? 'a file' : `${files} files`}, got ${positionals.length}`,
        2,
      );
    return { values, files: positionals };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    // parseArgs names the option.
    throw new CommandError(error instanceof Error ? error.message : String(error), 2, { cause: error });
  }
}

/** An encoding by its name. */
export function encodingOf(name: string | undefined): Encoding | undefined {
  return oneOf('--encoding', name, ENCODINGS);
}

interface ChoiceValues {
  readonly survey?: string | undefined;
  readonly 'survey-version'?: string | undefined;
  readonly crosshair?: string | undefined;
  readonly importance?: string | undefined;
  readonly outcome?: string | undefined;
  readonly certainty?: string | undefined;
  readonly 'nps-one-to-ten'?: boolean | undefined;
  readonly unweighted?: boolean | undefined;
}

const IMPORTANCE: Readonly<Record<string, ImportanceKind>> = {
  stated: 'stated',
  derived: 'correlation',
  regression: 'regression',
  weights: 'relative-weight',
};

/**
 * What the reader chose.
 *
 * @throws CommandError that names the option and what it takes
 */
export function choicesOf(values: ChoiceValues): FiguresOptions {
  const { survey, crosshair, outcome } = values;
  const importance = oneOf('--importance', values.importance, Object.keys(IMPORTANCE));
  const matrix = {
    ...(crosshair !== undefined && { crosshair: crosshairOf(crosshair) }),
    ...(importance !== undefined && { importance: IMPORTANCE[importance] }),
    ...(outcome !== undefined && { outcome }),
    ...(values.certainty !== undefined && { certaintyMin: shareOf('--certainty', values.certainty) }),
  };
  return {
    ...(survey !== undefined && { survey }),
    ...(values['survey-version'] !== undefined && { surveyVersion: values['survey-version'] }),
    ...(values['nps-one-to-ten'] === true && { nps: { oneToTen: true } }),
    ...(Object.keys(matrix).length > 0 && { matrix }),
    ...(values.unweighted === true && { rules: { weigh: 'none' as const } }),
  };
}

/**
 * Which records count.
 *
 * @throws CommandError that names the option and what it takes
 */
export function filterOf(values: {
  readonly filter?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}): Filter {
  const fields = new Map<string, string[]>();
  for (const condition of values.filter ?? []) {
    const at = condition.indexOf('=');
    if (at < 1) throw new CommandError(`--filter: expected FIELD=VALUE, got ${condition}`, 2);
    const name = condition.slice(0, at);
    fields.set(name, [...(fields.get(name) ?? []), condition.slice(at + 1)]);
  }
  return {
    ...(fields.size > 0 && { fields }),
    ...(values.from !== undefined && { from: dayOf('--from', values.from) }),
    ...(values.until !== undefined && { before: dayOf('--until', values.until) + DAY_MS }),
  };
}

const DAY_MS = 86_400_000;

function dayOf(option: string, text: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(time))
    throw new CommandError(`${option}: expected a day such as 2026-03-01, got ${text}`, 2);
  return time;
}

function crosshairOf(text: string): CrosshairChoice {
  const kind = (['mean', 'median', 'midpoint'] as const).find((known) => known === text);
  if (kind) return { kind };
  const [satisfaction, importance, ...rest] = text
    .split(',')
    .map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (Number.isFinite(satisfaction) && Number.isFinite(importance) && rest.length === 0)
    return { kind: 'own', satisfaction, importance };
  throw new CommandError(
    `--crosshair: expected mean, median, midpoint or two numbers such as 3.5,0.4, got ${text}`,
    2,
  );
}

function shareOf(option: string, text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new CommandError(`${option}: expected a number from 0 to 1, got ${text}`, 2);
}

/**
 * A word that must be one of a few.
 *
 * @throws CommandError that names the option and what it takes
 */
export function oneOf<T extends string>(
  option: string,
  name: string | undefined,
  known: readonly T[],
): T | undefined {
  if (name === undefined) return undefined;
  const found = known.find((candidate) => candidate === name);
  if (found === undefined)
    throw new CommandError(`${option}: expected one of ${known.join(', ')}, got ${name}`, 2);
  return found;
}
