/** How a page of a case is set up beside its tag. */
export interface PageOptions {
  /** Time goes so many times faster in the page, from `since` on (Unix time in ms); the same in all its tabs. */
  readonly warp?: number;
  readonly since?: number;
  /** How far the clock of the page stands ahead, in ms. */
  readonly ahead?: number;
}

/** What a respondent was told at the end, by the words on the screen. */
export type Told = 'sent' | 'kept' | 'lost' | 'rejected' | 'thanks';

/** An answer as a page has seen it through. */
export interface Given {
  /** What the respondent wrote: no other answer has it. */
  readonly token: string;
  /** Of the closed record. */
  readonly id: string;
  readonly revision: number;
  readonly told: Told;
  /** From the last click until the respondent was told, in ms of the page. */
  readonly toldAfterMs: number;
}

/** What a page has noticed of harm to itself, and of what the owner hears. */
export interface Noticed {
  /** Uncaught errors, rejections without a handler, lines on the console, violations of the policy, new globals. */
  readonly harm: readonly string[];
  readonly console: readonly string[];
  readonly violations: number;
  /** Whether the page has come back from the back-forward cache. */
  readonly restored: boolean;
  readonly delivered: readonly string[];
  readonly rejected: readonly {
    readonly id: string;
    readonly status: number;
    readonly code: string;
    readonly reason: string;
  }[];
}

/** A record as `fourfold.export()` gives it. */
export interface Exported {
  readonly id: string;
  readonly revision: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly parked?: { readonly status: number; readonly code: string; readonly reason: string };
}

/**
 * The first script of a page under test. It takes what it needs of the page before anybody can spoil it, listens for
 * harm, and answers the prompt as a respondent does: shows it, chooses, writes, and reads what is said at the end.
 */
export function pageScript(options: PageOptions): string {
  return `(${page.toString()})(${JSON.stringify(options)})`;
}

interface Harness {
  readonly calls: Record<string, (argument: never) => unknown>;
  /** What came of calls that nobody has asked for yet, as JSON. */
  readonly results: Record<string, string>;
  /** A value as JSON, whatever the page has done to arrays. */
  readonly write: (value: unknown) => string;
}

interface Prompt extends Element {
  readonly run: { readonly draft?: { readonly id: string; readonly revision: number } };
}

interface Fourfold {
  show?(id?: string): void;
  hide(): void;
  export(): Promise<readonly unknown[]>;
  pending(): Promise<number>;
  flush(): Promise<void>;
}

/** Runs in the page; nothing outside it can be used. */
function page(options: PageOptions): void {
  const {
    setTimeout: setTimer,
    performance: { timeOrigin },
  } = window;
  const realNow = performance.now.bind(performance);
  const after = (ms: number) => new Promise<void>((resolve) => void setTimer(resolve, ms));
  const { warp = 1, since = timeOrigin, ahead = 0 } = options;
  if (warp !== 1 || ahead !== 0) {
    const now = () => since + ahead + (timeOrigin + realNow() - since) * warp;
    // So long the outbox waits for the database, which is no faster than it is.
    const PATIENCE_MS = 2_000;
    const { timeout } = AbortSignal;
    Date.now = () => Math.round(now());
    performance.now = () => now() - timeOrigin;
    window.setTimeout = ((callback: () => void, ms = 0) =>
      setTimer(callback, ms === PATIENCE_MS ? ms : ms / warp)) as typeof setTimeout;
    AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / warp);
  }
  const harm: string[] = [];
  const lines: string[] = [];
  const delivered: string[] = [];
  const rejected: Noticed['rejected'][number][] = [];
  let violations = 0;
  let restored = false;
  const listen = EventTarget.prototype.addEventListener;
  const on = (target: EventTarget, name: string, heard: (event: never) => void) =>
    listen.call(target, name, heard as EventListener);
  on(window, 'error', ({ message }: ErrorEvent) => harm.push('error: ' + message));
  on(window, 'unhandledrejection', ({ reason }: PromiseRejectionEvent) =>
    harm.push('rejection: ' + String(reason)),
  );
  on(document, 'securitypolicyviolation', () => violations++);
  on(window, 'pageshow', ({ persisted }: PageTransitionEvent) => {
    restored ||= persisted;
  });
  for (const level of ['warn', 'error'] as const) {
    console[level] = (...words: unknown[]) => void lines.push(words.map(String).join(' '));
  }
  on(
    document,
    'fourfold-delivered',
    ({ detail }: CustomEvent<{ record: { id: string; revision: number } }>) =>
      delivered.push(`${detail.record.id}/${detail.record.revision}`),
  );
  on(
    document,
    'fourfold-rejected',
    ({ detail }: CustomEvent<{ record: { id: string }; status: number; code: string; reason: string }>) =>
      rejected.push({
        id: detail.record.id,
        status: detail.status,
        code: detail.code,
        reason: detail.reason,
      }),
  );

  const fourfold = () => Reflect.get(window, 'fourfold') as Fourfold;
  async function until<T>(ask: () => T, what: string): Promise<NonNullable<T>> {
    for (let tries = 0; tries < 6_000; tries++) {
      const answer = ask();
      if (answer) return answer;
      await after(5);
    }
    throw new Error('expected ' + what + ' within 30 s');
  }
  const prompt = () => [...document.querySelectorAll('fourfold-survey')].pop() as Prompt | undefined;
  const find = (selector: string) => prompt()?.shadowRoot?.querySelector<HTMLElement>(selector);
  const until1 = (selector: string) => until(() => find(selector), selector);

  async function complete(token: string): Promise<{ id: string; revision: number; told: Promise<Told> }> {
    await until(() => fourfold()?.show, 'the loader');
    fourfold().hide();
    fourfold().show?.();
    const point = await until1('input[value="9"]');
    point.click();
    (await until1('button[part~="next"]')).click();
    const field = (await until1('textarea')) as HTMLTextAreaElement;
    field.value = token;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await until1('button[part~="next"]')).click();
    await until1('[part~="end"]');
    const { id, revision } = (await until(() => prompt()?.run.draft, 'the record')) as {
      id: string;
      revision: number;
    };
    return { id, revision, told: tell() };
  }

  async function tell(): Promise<Told> {
    const end = await until(() => {
      const shown = find('[part~="end"]');
      return shown && (shown.querySelector('[part~="hint"]')?.textContent ?? '').trim() ? shown : undefined;
    }, 'words about what became of the answer');
    return wordsOf(end.textContent ?? '');
  }

  function wordsOf(text: string): Told {
    if (text.includes('has arrived.')) return 'sent';
    if (text.includes('Kept on this device')) return 'kept';
    if (text.includes('did not accept')) return 'rejected';
    return text.includes('not saved') ? 'lost' : 'thanks';
  }

  const calls = {
    /** Gives an answer, and waits until the respondent is told what became of it. */
    give: async (token: string): Promise<Given> => {
      const giver = Reflect.get(window, 'giver') as ((token: string) => Promise<Given>) | undefined;
      if (giver) return giver(token);
      const { id, revision, told } = await complete(token);
      const begun = realNow();
      return { token, id, revision, told: await told, toldAfterMs: realNow() - begun };
    },
    /** Gives an answer, and leaves at once. */
    drop: async (token: string): Promise<Pick<Given, 'id' | 'revision' | 'token'>> => {
      const { id, revision, told } = await complete(token);
      told.catch(() => undefined); // nobody waits for it
      return { id, revision, token };
    },
    /** Chooses a point of a survey and goes to its end without a word more; what comes next may be out of reach. */
    score: async ({
      survey,
      value,
      token,
    }: {
      survey: string;
      value: string;
      token: string;
    }): Promise<Given> => {
      await until(() => fourfold()?.show, 'the loader');
      fourfold().hide();
      fourfold().show?.(survey);
      (await until1(`input[value="${value}"]`)).click();
      (await until1('button[part~="next"]')).click();
      await until(() => find('[part~="end"]') ?? find('button[part~="skip"]'), 'the next screen');
      find('button[part~="skip"]')?.click();
      const { id, revision } = await until(() => prompt()?.run.draft, 'the record');
      const begun = realNow();
      return { token, id, revision, told: await tell(), toldAfterMs: realNow() - begun };
    },
    /** What the end of the prompt on the screen says now. */
    told: () => wordsOf(find('[part~="end"]')?.textContent ?? ''),
    show: async () => {
      await until(() => fourfold()?.show, 'the loader');
      fourfold().show?.();
      await until1('[part~="card"]');
    },
    export: async () => (await until(() => fourfold()?.export, 'the loader')) && fourfold().export(),
    pending: async () => (await until(() => fourfold()?.pending, 'the loader')) && fourfold().pending(),
    flush: () => fourfold().flush(),
    ready: () => until(() => fourfold()?.show, 'the loader'),
    noticed: (): Noticed => {
      const globals = Object.keys(window).filter((name) => !known.includes(name));
      return {
        harm: [...harm, ...globals.map((name) => 'global: ' + name)],
        console: lines,
        violations,
        restored,
        delivered,
        rejected,
      };
    },
  } as const;
  const known = Object.keys(window);
  const { stringify } = JSON;
  const write = (value: unknown): string => {
    const theirs = Object.getOwnPropertyDescriptor(Array.prototype, 'toJSON');
    Reflect.deleteProperty(Array.prototype, 'toJSON');
    const text = stringify(value);
    if (theirs) Object.defineProperty(Array.prototype, 'toJSON', theirs);
    return text;
  };
  const harness: Harness = { calls, results: {}, write };
  Object.defineProperty(window, 'harness', { value: harness });
}
