/** What is remembered of a visitor for one survey. */
export interface Memory {
  /** In [0, 1). */
  readonly draw: number;
  /** Unix time in ms. */
  readonly answeredAt?: number;
  readonly dismissedAt?: number;
}

const PREFIX = 'fourfold:';

/** What is remembered for a survey; undefined where there is nothing, or storage is denied. */
export function recall(survey: string): Memory | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + survey) ?? '0') as Memory | 0; // our own key
    return kept && kept.draw >= 0 ? kept : undefined;
  } catch {
    return undefined; // SecurityError where storage is denied, SyntaxError where it is damaged
  }
}

/** Remembers it past this page, where that is possible. */
export function remember(survey: string, memory: Memory): void {
  try {
    localStorage.setItem(PREFIX + survey, JSON.stringify(memory));
  } catch {
    // SecurityError or QuotaExceededError: the page itself remembers.
  }
}

/** Removes all that is remembered of this visitor. */
export function forgetVisitor(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // SecurityError: storage is denied, so there is nothing to remove.
  }
}
