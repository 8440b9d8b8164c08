import { parentPort, Worker, workerData } from 'node:worker_threads';
import { StoreFailure } from './answer-store.ts';
import { openSqliteWriter } from './sqlite-writer.ts';
import type { SqliteWriter } from './sqlite-writer.ts';

/** A {@link SqliteWriter} that answers in its own time. */
export type Writer = {
  readonly [Name in keyof SqliteWriter]: (
    ...given: Parameters<SqliteWriter[Name]>
  ) => Promise<ReturnType<SqliteWriter[Name]>>;
};

interface Call {
  readonly number: number;
  readonly name: keyof SqliteWriter;
  readonly given: readonly unknown[];
}

/** A StoreFailure on its way between threads, where an error's own fields do not come along. */
interface Failure {
  readonly code: StoreFailure['code'];
  /** Of its cause. */
  readonly message: string;
  readonly causeCode: string;
}

/** What came of a call. */
type Answer =
  | { readonly number: number; readonly result: unknown }
  | { readonly number: number; readonly failure: Failure };

/** Writes in this thread. */
export function writeHere(file: string): Writer {
  const writer = openSqliteWriter(file);
  const later =
    <Given extends unknown[], Result>(write: (...given: Given) => Result) =>
    (...given: Given): Promise<Result> =>
      new Promise((resolve) => resolve(write(...given)));
  return {
    put: later(writer.put),
    erase: later(writer.erase),
    emptyLog: later(writer.emptyLog),
    close: later(writer.close),
  };
}

/**
 * Writes in a thread of its own, so that posts are read and checked while others are on their way to the disk.
 *
 * @param program of the thread, which comes to {@link serveWriter}
 */
export function writeInThread(file: string, program: URL): Writer {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: unknown) => void }>();
  let thread: Worker | undefined;
  let count = 0;

  function start(): Worker {
    const started = new Worker(program, { workerData: file });
    started.on('message', (answer: Answer) => {
      const call = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ('result' in answer) call?.resolve(answer.result);
      else call?.reject(failureOf(answer.failure));
    });
    // Whoever waits asks again; the next call starts another thread.
    started.on('error', (error) => {
      thread = undefined;
      for (const { reject } of waiting.values()) reject(new StoreFailure('unavailable', error));
      waiting.clear();
    });
    return started;
  }

  function call<Name extends keyof SqliteWriter>(name: Name): Writer[Name] {
    const ask = (...given: readonly unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        waiting.set(++count, { resolve, reject });
        (thread ??= start()).postMessage({ number: count, name, given } satisfies Call);
      });
    return ask as Writer[Name]; // the thread calls the writer's method of this name
  }

  return {
    put: call('put'),
    erase: call('erase'),
    emptyLog: call('emptyLog'),
    async close() {
      await call('close')();
      await thread?.terminate();
    },
  };
}

/** What the thread does: opens the file at the first call, and again after a failure to do so. */
export function serveWriter(): void {
  let writer: SqliteWriter | undefined;
  parentPort?.on('message', ({ number, name, given }: Call) => {
    const answer = (said: Answer): void => parentPort?.postMessage(said);
    try {
      writer ??= openSqliteWriter(workerData as string); // the file, as `writeInThread` gives it
      const write = writer[name] as (...given: readonly unknown[]) => unknown; // called with what its caller gave
      answer({ number, result: write(...given) });
    } catch (error) {
      answer({ number, failure: partsOf(error) });
    }
  });
}

function partsOf(error: unknown): Failure {
  const cause = error instanceof StoreFailure ? error.cause : error;
  const { message, code } = (cause instanceof Error ? cause : {}) as Partial<NodeJS.ErrnoException>; // which it may be
  return {
    code: error instanceof StoreFailure ? error.code : 'unavailable',
    message: message ?? '',
    causeCode: code ?? '',
  };
}

function failureOf({ code, message, causeCode }: Failure): StoreFailure {
  return new StoreFailure(code, Object.assign(new Error(message), { code: causeCode }));
}
