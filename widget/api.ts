import type { outboxApi } from './outbox/api.ts';

/** What pages call as `fourfold`. */
export interface FourfoldApi extends Readonly<typeof outboxApi> {
  /** Shows a survey now, whatever its triggers and rest days say; the first one of the page when no id is given. */
  show(id?: string): void;
  /** Closes what is shown. */
  hide(): void;
  /** Adds to what is said of this visit in prompts that are shown from now on. */
  context(fields: Readonly<Record<string, unknown>>): void;
  /** Something has happened that a survey may wait for. */
  event(name: string): void;
  /** Allows surveys that wait for consent, or takes it back: then what is kept and not sent is deleted. */
  consent(given: boolean): void;
  /** By survey: `shown`, `closed`, `waiting` for a trigger, or the first rule that kept it away. */
  explain(): Readonly<Record<string, string>>;
  /** Takes up another tag. */
  add(tag: Element): void;
}

/** Name of a method, then its arguments. */
type Call = readonly [string, ...unknown[]];

/**
 * Puts the API in the page's only global, and replays the calls that a page queued before the script had loaded:
 * `(window.fourfold ??= []).push(['show', 'nps'])`. `push` goes on taking them.
 */
export function installApi(api: FourfoldApi): void {
  const earlier: unknown = Reflect.get(window, 'fourfold');
  const push = (...calls: readonly Call[]) => {
    for (const [name, ...args] of calls) {
      const method: unknown = Object.hasOwn(api, name) && Reflect.get(api, name);
      if (typeof method === 'function') Reflect.apply(method, api, args);
    }
  };
  Object.defineProperty(window, 'fourfold', { value: { ...api, push }, configurable: true });
  if (Array.isArray(earlier)) push(...(earlier as Call[])); // what the page queued; names are looked up, not trusted
}
