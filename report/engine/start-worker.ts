import source from './engine.worker.ts?source';
import type { EngineWorker } from './engine-client.ts';

/** The name under which the page's policy must allow this. */
export const WORKER_POLICY = 'fourfold-worker';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let ownUrl = '';
let policy: { createScriptURL(url: string): string } | undefined;

/** Starts the engine in a worker made of the page's own text: it works from `file://` and without any request. */
export function startWorker(): EngineWorker {
  ownUrl ||= URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  policy ??= makePolicy();
  return new Worker(policy.createScriptURL(ownUrl));
}

function makePolicy(): { createScriptURL(url: string): string } {
  const rules = {
    createScriptURL(url: string): string {
      if (url !== ownUrl) throw new TypeError(`createScriptURL: expected the page's own worker, got ${url}`);
      return url;
    },
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }; // not in TypeScript's DOM library
  return trustedTypes?.createPolicy(WORKER_POLICY, rules) ?? rules;
}
