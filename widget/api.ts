/** What pages call as `fourfold`. */
export interface FourfoldApi {
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
  /** By survey: `shown`, `waiting` for a trigger, or the first rule that kept it away. */
  explain(): Readonly<Record<string, string>>;
  /** How many answers are not delivered yet. */
  pending(): Promise<number>;
  /** Sends now what is due. */
  flush(): Promise<void>;
  /** The records that are not delivered yet. */
  export(): Promise<readonly unknown[]>;
  /** Deletes all that this browser keeps, sent or not. */
  forget(): Promise<void>;
  /** A call by name, as pages queue it before the script has loaded: `(window.fourfold ??= []).push(['show', 'nps'])`. */
  push(...calls: readonly Call[]): void;
  /** Takes up another tag. */
  add(tag: Element): void;
}

/** Name of a method, then its arguments. */
export type Call = readonly [string, ...unknown[]];

/** The methods that a page may name in its queue. */
type Methods = Omit<FourfoldApi, 'push'>;

/**
 * Puts the API in the page's only global, and replays what was called before.
 *
 * @param methods everything but the queue
 */
export function installApi(methods: Methods): void {
  const earlier: unknown = Reflect.get(window, 'fourfold');
  const push = (...calls: readonly Call[]) => {
    for (const [name, ...args] of calls) {
      const method: unknown = Object.hasOwn(methods, name) ? Reflect.get(methods, name) : undefined;
      if (typeof method === 'function') Reflect.apply(method, methods, args);
    }
  };
  Object.defineProperty(window, 'fourfold', { value: { ...methods, push }, configurable: true });
  if (Array.isArray(earlier)) push(...(earlier as Call[])); // what the page queued; names are looked up, not trusted
}
