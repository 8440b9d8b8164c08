import type { Figures } from '../../shared/metrics/figures.ts';
import { PLAN_FORMAT, PLAN_VERSION, type PlanDocument, type PlanEntry } from './plan-document.ts';
import type { PlanStore } from './plan-store.ts';

/** Whether the plan is in the browser's storage: not tried yet, yes, or refused. */
export type Keeping = 'untried' | 'kept' | 'refused';

/** Where the keeper takes time and chance from. */
export interface PlanSource {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A random id. */
  readonly newId: () => string;
}

const BROWSER: PlanSource = { now: () => Date.now(), newId: () => crypto.randomUUID() };

/** Holds the plan of the page, keeps it in the browser as it changes, and tells of each `change`. */
export class PlanKeeper extends EventTarget {
  readonly #store: PlanStore;
  readonly #source: PlanSource;
  #current: PlanDocument | undefined;
  #offered: PlanDocument | undefined;
  #keeping: Keeping = 'untried';
  #survey = '';
  /** Counts openings: what an earlier one finds comes too late. */
  #opened = 0;
  #isWriting = false;

  constructor(store: PlanStore, source: PlanSource = BROWSER) {
    super();
    this.#store = store;
    this.#source = source;
  }

  /** Absent before anything was written. */
  get current(): PlanDocument | undefined {
    return this.#current;
  }

  /** A plan for this survey that the browser keeps and the page has not: the one changed last. */
  get offered(): PlanDocument | undefined {
    return this.#offered;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  /**
   * Looks for the plan of the answers that the page shows now. The page's own plan stays, unless it is for services
   * that these answers do not know.
   *
   * @param carried the plan that a saved report carries; the browser may keep a later state of it
   */
  async open({ survey, satisfaction }: Figures, carried?: PlanDocument): Promise<void> {
    const opened = ++this.#opened;
    this.#survey = survey;
    const rated = new Set(satisfaction.map(({ attribute }) => attribute));
    const stays =
      this.#current?.survey === survey ||
      this.#current?.entries.some(({ attribute }) => rated.has(attribute));
    this.#current = carried ?? (stays ? this.#current : undefined);
    this.#offered = undefined;
    this.#tell();
    try {
      const known = carried ? await this.#store.get(carried.id) : undefined;
      const kept = this.#current ? [] : await this.#store.ofSurvey(survey);
      if (opened !== this.#opened) return;
      if (known && known.editedAt > (this.#current?.editedAt ?? '')) this.#current = known;
      if (known) this.#keeping = 'kept';
      // Somebody may have begun to write in the meantime: then there is a plan, and the other stays where it is.
      if (!this.#current) this.#offered = kept[0];
    } catch {
      // Whatever the browser's reason (SecurityError, UnknownError, ...): the page says so, and offers files.
      this.#keeping = 'refused';
    }
    this.#tell();
  }

  /** Puts entries in place of those before. */
  write(entries: readonly PlanEntry[]): PlanDocument {
    return this.#take({ format: PLAN_FORMAT, version: PLAN_VERSION, ...this.head(), entries });
  }

  /** The plan with these entries, for a file that leaves the page; begins one where there is none. */
  snapshot(entries: readonly PlanEntry[]): PlanDocument {
    return this.#current ? { ...this.#current, entries } : this.write(entries);
  }

  /** Goes on with a plan that was offered or imported, as the plan of this survey. */
  adopt(plan: PlanDocument): void {
    this.#take({ ...plan, survey: this.#survey, editedAt: this.#time() });
  }

  /** Leaves the plan that is offered where it is. */
  decline(): void {
    this.#offered = undefined;
    this.#tell();
  }

  /** What a plan without its own needs. */
  head(): Pick<PlanDocument, 'id' | 'survey' | 'editedAt'> {
    return {
      id: this.#current?.id ?? this.#source.newId(),
      survey: this.#survey,
      editedAt: this.#time(),
    };
  }

  #time(): string {
    return new Date(this.#source.now()).toISOString();
  }

  #take(plan: PlanDocument): PlanDocument {
    this.#current = plan;
    this.#offered = undefined;
    this.#tell();
    if (!this.#isWriting) void this.#write();
    return plan;
  }

  /** One write at a time; what changes meanwhile is written after it. */
  async #write(): Promise<void> {
    let written: PlanDocument | undefined;
    this.#isWriting = true;
    while (this.#current && this.#current !== written) {
      written = this.#current;
      try {
        await this.#store.put(written);
        this.#keeping = 'kept';
      } catch {
        // As above: quota, refusal, a browser that shuts down; the next change tries again.
        this.#keeping = 'refused';
      }
      this.#tell();
    }
    this.#isWriting = false;
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}
