import source from './engine.worker.ts?source';
import type { EngineWorker } from './engine-client.ts';
import type { EngineReply, EngineRequest } from './messages.ts';

/** The name under which the page's policy must allow this. */
export const WORKER_POLICY = 'fourfold-worker';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let starter: Promise<() => Worker> | undefined;

/** Starts the engine in a worker made of the page's own text: it works from `file://` and without any request. */
export function startWorker(): EngineWorker {
  return new ComingWorker((starter ??= makeStarter()).then((start) => start()));
}

/** A worker whose text is still being inflated: what it is told waits for it, in order. */
class ComingWorker implements EngineWorker {
  readonly #worker: Promise<Worker>;

  constructor(worker: Promise<Worker>) {
    this.#worker = worker;
  }

  postMessage(request: EngineRequest): void {
    this.#then((worker) => worker.postMessage(request));
  }

  addEventListener(type: 'message', listener: (event: { data: EngineReply }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  addEventListener(type: 'message' | 'error', listener: (event: never) => void): void {
    const told = listener as (event: Event) => void; // each type's own event, by the signatures above
    this.#worker.then(
      (worker) => worker.addEventListener(type, told),
      (error: unknown) => type === 'error' && told(new ErrorEvent('error', { message: String(error) })),
    );
  }

  terminate(): void {
    this.#then((worker) => worker.terminate());
  }

  #then(act: (worker: Worker) => void): void {
    this.#worker.then(act, () => undefined); // the listener of errors tells why there is no worker
  }
}

async function makeStarter(): Promise<() => Worker> {
  const text = await inflated(source);
  const ownUrl = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const policy = makePolicy(ownUrl);
  return () => new Worker(policy.createScriptURL(ownUrl));
}

async function inflated(base64: string): Promise<string> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const written = Promise.all([
    writer.write(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))),
    writer.close(),
  ]);
  const text = await new Response(readable).text();
  await written;
  return text;
}

function makePolicy(ownUrl: string): { createScriptURL(url: string): string } {
  const rules = {
    createScriptURL(url: string): string {
      if (url !== ownUrl) throw new TypeError(`createScriptURL: expected the page's own worker, got ${url}`);
      return url;
    },
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }; // not in TypeScript's DOM library
  return trustedTypes?.createPolicy(WORKER_POLICY, rules) ?? rules;
}
