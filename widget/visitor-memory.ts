/** What is remembered of a visitor for one survey. */
export interface Memory {
  /** In [0, 1). */
  readonly draw: number;
  /** Unix time in ms. */
  readonly answeredAt?: number;
  readonly dismissedAt?: number;
}

const PREFIX = 'fourfold:';
/** Where storage is denied, or not allowed yet, the page itself remembers. */
const held = new Map<string, Memory>();

/**
 * What is remembered for a survey; at the first time its draw is made.
 *
 * @param stored whether the visitor's storage may be touched
 */
export function recall(survey: string, stored: boolean): Memory {
  try {
    const kept: unknown = stored && JSON.parse(localStorage.getItem(PREFIX + survey) ?? 'null');
    if (isMemory(kept)) return kept;
  } catch {
    // SecurityError where storage is denied, SyntaxError where it is damaged: the page remembers.
  }
  const draw = crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
  return keep(survey, held.get(survey) ?? { draw }, stored);
}

/** Adds to what is remembered. */
export function remember(survey: string, news: Partial<Memory>, stored: boolean): void {
  keep(survey, { ...recall(survey, stored), ...news }, stored);
}

function keep(survey: string, memory: Memory, stored: boolean): Memory {
  held.set(survey, memory);
  try {
    if (stored) localStorage.setItem(PREFIX + survey, JSON.stringify(memory));
  } catch {
    // SecurityError or QuotaExceededError: the page remembers.
  }
  return memory;
}

function isMemory(value: unknown): value is Memory {
  return typeof value === 'object' && value !== null && 'draw' in value && typeof value.draw === 'number';
}

/** Removes all that is remembered of this visitor. */
export function forgetVisitor(): void {
  held.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // SecurityError: there is nothing to remove.
  }
}
