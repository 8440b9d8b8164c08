import type { Figures } from '../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { Parsed } from '../../shared/parsed.ts';
import type { Baked, BakeWanted } from './bake.ts';
import type { ReadWatcher } from './engine.ts';
import type { Filter } from './filter-rows.ts';
import type { CommentsFound, CommentsWanted } from './find-comments.ts';
import { giveSlice } from './give-slice.ts';
import type { Inspection, NamedForm } from './inspect.ts';
import type { EngineReply, EngineRequest, ReadGiven, ReadOutcome, SourceFile } from './messages.ts';

/** What the page needs of an engine, wherever it runs. */
export interface ReportEngine {
  /** @returns undefined when reading was cancelled */
  read(
    files: readonly SourceFile[],
    options: FiguresOptions,
    watcher: ReadWatcher,
    given?: ReadGiven,
  ): Promise<ReadOutcome | undefined>;
  /**
   * @param quick told the figures of the group `first` as soon as these are there, while the others are counted
   * @returns undefined when a later question has overtaken this one
   */
  figures(
    options: FiguresOptions,
    filter?: Filter,
    quick?: (figures: Parsed<Figures>) => void,
  ): Promise<Parsed<Figures> | undefined>;
  /** What the comments say; waits for what was asked before. */
  comments(wanted: CommentsWanted): Promise<CommentsFound | undefined>;
  /** What was read, as files for a page that shows the same; undefined when a later question has overtaken this one. */
  bake(wanted: BakeWanted): Promise<Baked | undefined>;
  /** What the files are, before they are read: kind, encoding, first rows, and a guess of what columns mean. */
  inspect(files: readonly SourceFile[], named?: NamedForm): Promise<readonly Inspection[]>;
  cancel(): void;
}

/** The part of a Worker that the client uses. */
export interface EngineWorker {
  postMessage(request: EngineRequest): void;
  addEventListener(type: 'message', listener: (event: { data: EngineReply }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

/**
 * Speaks with engines in workers. Each reading has a worker of its own, and the one that holds the answers shown
 * stays until the next has read to its end: so a cancelled reading leaves the report as it was, at once.
 *
 * @example
 * const engine = new EngineClient(startWorker);
 * const outcome = await engine.read(files, {}, { progress: show });
 */
export class EngineClient implements ReportEngine {
  readonly #start: () => EngineWorker;
  #holding: Talk | undefined;
  #reading: Talk | undefined;

  constructor(start: () => EngineWorker) {
    this.#start = start;
  }

  async read(
    files: readonly SourceFile[],
    options: FiguresOptions,
    watcher: ReadWatcher,
    given: ReadGiven = {},
  ): Promise<ReadOutcome | undefined> {
    this.cancel();
    const talk = (this.#reading = new Talk(this.#start(), files));
    const reply = await talk.ask({ kind: 'read', files, options, given }, watcher);
    if (reply?.kind !== 'outcome') return undefined;
    this.#reading = undefined;
    // A reading that found nothing takes the place of nothing.
    if (reply.outcome.files.length === 0) talk.end();
    else {
      this.#holding?.end();
      this.#holding = talk;
    }
    return reply.outcome;
  }

  async figures(
    options: FiguresOptions,
    filter: Filter = {},
    quick?: (figures: Parsed<Figures>) => void,
  ): Promise<Parsed<Figures> | undefined> {
    const reply = await this.#holding?.ask({ kind: 'figures', options, filter }, { ...(quick && { quick }) });
    return reply?.kind === 'figures' ? reply.figures : undefined;
  }

  async comments(wanted: CommentsWanted): Promise<CommentsFound | undefined> {
    const reply = await this.#holding?.askPatiently({ kind: 'comments', wanted });
    return reply?.kind === 'comments' ? reply.found : undefined;
  }

  async bake(wanted: BakeWanted): Promise<Baked | undefined> {
    const reply = await this.#holding?.askPatiently({ kind: 'bake', wanted });
    return reply?.kind === 'baked' ? reply.baked : undefined;
  }

  async inspect(files: readonly SourceFile[], named?: NamedForm): Promise<readonly Inspection[]> {
    const talk = new Talk(this.#start(), files);
    try {
      const reply = await talk.ask({ kind: 'inspect', files, ...(named && { named }) }, {});
      return reply?.kind === 'inspected' ? reply.inspections : [];
    } finally {
      talk.end();
    }
  }

  /** Ends a reading in the middle of whatever it does: a read of a gigabyte stops at once. */
  cancel(): void {
    this.#reading?.end();
    this.#reading = undefined;
  }
}

/** Told on the way to an answer. */
interface TalkWatcher extends ReadWatcher {
  quick?(figures: Parsed<Figures>): void;
}

interface Waiting {
  readonly watcher: TalkWatcher;
  readonly done: (reply: EngineReply | undefined) => void;
  readonly failed: (error: Error) => void;
}

/** One worker, asked one thing at a time: a new question gives up the one before. */
class Talk {
  readonly #worker: EngineWorker;
  readonly #files: readonly SourceFile[];
  #waiting: Waiting | undefined;
  /** Settles when nobody waits. */
  #last: Promise<unknown> = Promise.resolve();
  #asked = 0;
  #answered = 0;

  /** @param files those that the worker is to read */
  constructor(worker: EngineWorker, files: readonly SourceFile[]) {
    this.#worker = worker;
    this.#files = files;
    worker.addEventListener('message', ({ data }) => this.#hear(data));
    worker.addEventListener('error', ({ message }) => this.#fail(message ?? 'the worker stopped'));
  }

  async ask(request: EngineRequest, watcher: TalkWatcher): Promise<EngineReply | undefined> {
    this.#settle(undefined);
    this.#asked++;
    const reply = new Promise<EngineReply | undefined>((done, failed) => {
      this.#waiting = { watcher, done, failed };
      this.#worker.postMessage(request);
    });
    this.#last = reply.catch(() => undefined); // whoever asked is told of the error; here only its end counts
    return reply;
  }

  /** Asks when the question before has its answer: one that does not overtake. */
  async askPatiently(request: EngineRequest): Promise<EngineReply | undefined> {
    while (this.#waiting) await this.#last;
    return this.ask(request, {});
  }

  end(): void {
    this.#worker.terminate();
    this.#settle(undefined);
  }

  #hear(reply: EngineReply): void {
    if (reply.kind === 'progress') this.#waiting?.watcher.progress?.(reply.progress);
    else if (reply.kind === 'first-figures') this.#waiting?.watcher.firstFigures?.(reply.first);
    else if (reply.kind === 'quick-figures') {
      if (reply.question === this.#asked) this.#waiting?.watcher.quick?.(reply.figures);
    } else if (reply.kind === 'slice-wanted')
      giveSlice(this.#files, reply).catch((error: unknown) => this.#fail(String(error)));
    else {
      this.#answered++;
      // Answers come in the order of questions: this one belongs to a question that was given up.
      if (this.#answered < this.#asked) return;
      if (reply.kind === 'failed') this.#fail(reply.message);
      else this.#settle(reply);
    }
  }

  #settle(reply: EngineReply | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.done(reply);
  }

  #fail(message: string): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.failed(new Error(message));
  }
}
