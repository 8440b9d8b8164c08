import type { Figures, FiguresOptions } from '../../shared/metrics/figures.ts';
import type { Parsed } from '../../shared/parsed.ts';
import type { ReadWatcher } from './engine.ts';
import type { EngineReply, EngineRequest, ReadOutcome, SourceFile } from './messages.ts';

/** What the page needs of an engine, wherever it runs. */
export interface ReportEngine {
  /** @returns undefined when reading was cancelled */
  read(
    files: readonly SourceFile[],
    options: FiguresOptions,
    watcher: ReadWatcher,
  ): Promise<ReadOutcome | undefined>;
  /** @returns undefined when a later question has overtaken this one */
  figures(options: FiguresOptions): Promise<Parsed<Figures> | undefined>;
  cancel(): void;
}

/** The part of a Worker that the client uses. */
export interface EngineWorker {
  postMessage(request: EngineRequest): void;
  addEventListener(type: 'message', listener: (event: { data: EngineReply }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

interface Waiting {
  readonly watcher: ReadWatcher;
  readonly done: (reply: EngineReply | undefined) => void;
  readonly failed: (error: Error) => void;
}

/**
 * Speaks with an engine in a worker, one question at a time: a new question gives the one before up.
 *
 * @example
 * const engine = new EngineClient(startEngineWorker);
 * const outcome = await engine.read(files, {}, { progress: show });
 */
export class EngineClient implements ReportEngine {
  readonly #start: () => EngineWorker;
  #worker: EngineWorker | undefined;
  #waiting: Waiting | undefined;

  constructor(start: () => EngineWorker) {
    this.#start = start;
  }

  async read(
    files: readonly SourceFile[],
    options: FiguresOptions,
    watcher: ReadWatcher,
  ): Promise<ReadOutcome | undefined> {
    this.cancel();
    const reply = await this.#ask({ kind: 'read', files, options }, watcher);
    return reply?.kind === 'outcome' ? reply.outcome : undefined;
  }

  async figures(options: FiguresOptions): Promise<Parsed<Figures> | undefined> {
    const reply = await this.#ask({ kind: 'figures', options }, {});
    return reply?.kind === 'figures' ? reply.figures : undefined;
  }

  /** Ends the worker in the middle of whatever it does: a read of a gigabyte stops at once. */
  cancel(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#settle(undefined);
  }

  async #ask(request: EngineRequest, watcher: ReadWatcher): Promise<EngineReply | undefined> {
    this.#settle(undefined);
    const worker = (this.#worker ??= this.#begin());
    return new Promise((done, failed) => {
      this.#waiting = { watcher, done, failed };
      worker.postMessage(request);
    });
  }

  #begin(): EngineWorker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }) => {
      if (worker !== this.#worker) return;
      const waiting = this.#waiting;
      if (data.kind === 'progress') waiting?.watcher.progress?.(data.progress);
      else if (data.kind === 'first-figures') waiting?.watcher.firstFigures?.(data.first);
      else if (data.kind === 'failed') this.#fail(data.message);
      else this.#settle(data);
    });
    worker.addEventListener('error', ({ message }) => this.#fail(message ?? 'the worker stopped'));
    return worker;
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
