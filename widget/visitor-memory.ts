/** What is remembered of a visitor: for one survey, or across all of them. Times are Unix times in ms. */
export interface Memory {
  /** Of a survey, in [0, 1); kept, so that a raised share only adds visitors. */
  readonly draw?: number;
  /** Of a survey: the last answer, and the last time that its prompt was closed without one. */
  readonly answeredAt?: number;
  readonly dismissedAt?: number;
  /** Of a survey: visible time in ms that has counted towards its delay. */
  readonly waitedMs?: number;
  /** Across surveys: when the last page was opened, and when the last popover was shown. */
  readonly seenAt?: number;
  readonly shownAt?: number;
  /** Across surveys: popovers in this session. */
  readonly shown?: number;
}

/** Where it is kept, in `localStorage`. */
export const KEY = 'fourfold:visitor';
/** By survey; across all of them by the empty name. It stays with the page where storage is denied. */
let memories: Record<string, Memory> = {};

/**
 * Adds to what is remembered under a name, past this page where that is possible.
 *
 * @param change what to add, given what there is; times that lie in the future are now: the clock has been set back
 * @returns all that is remembered under it
 */
export function remember(name: string, change: (memory: Memory) => Memory): Memory {
  const now = Date.now();
  try {
    const written = JSON.parse((localStorage[KEY] as string | undefined) ?? '{}', (_, value: unknown) =>
      (value as number) > now ? now : value,
    ) as typeof memories; // our own key; what is no number is above none
    memories = { ...written };
  } catch {
    // SecurityError where storage is denied, SyntaxError where it is damaged: the page itself remembers.
  }
  const memory = { ...memories[name] };
  memories[name] = Object.assign(memory, change(memory));
  try {
    localStorage[KEY] = JSON.stringify(memories);
  } catch {
    // SecurityError or QuotaExceededError: the page itself remembers.
  }
  return memory;
}

/** Removes all that is remembered of this visitor. */
export function forgetVisitor(): void {
  memories = {};
  try {
    localStorage.removeItem(KEY);
  } catch {
    // SecurityError: storage is denied, so there is nothing to remove.
  }
}
