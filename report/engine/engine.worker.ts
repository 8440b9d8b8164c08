import { bake } from './bake.ts';
import { Engine } from './engine.ts';
import { inspect } from './inspect.ts';
import type { EngineReply, EngineRequest, FirstFigures } from './messages.ts';
import { openFiles } from './open-files.ts';
import type { ReadProgress } from './read-answers.ts';
import type { Source } from './source.ts';

const engine = new Engine();
let sources: readonly Source[] = [];
let read: ReadonlySet<string> = new Set();

function tell(reply: EngineReply, transfer: Transferable[] = []): void {
  postMessage(reply, { transfer });
}

async function answer(request: EngineRequest): Promise<EngineReply> {
  switch (request.kind) {
    case 'figures':
      return { kind: 'figures', figures: engine.figures(request.options, request.filter) };
    case 'comments':
      return { kind: 'comments', found: engine.comments(request.wanted) };
    case 'bake':
      return { kind: 'baked', baked: await bake(engine, sources, read, request.wanted) };
    case 'inspect': {
      const inspections = [];
      for (const source of await openFiles(request.files, tell))
        inspections.push(await inspect(source, request.named));
      return { kind: 'inspected', inspections };
    }
    case 'read': {
      const { files, options, given } = request;
      const watcher = {
        progress: (progress: ReadProgress) => tell({ kind: 'progress', progress }),
        firstFigures: (first: FirstFigures) => tell({ kind: 'first-figures', first }),
      };
      sources = await openFiles(files, tell);
      const outcome = await engine.read(sources, options, watcher, given);
      read = new Set(outcome.files.map(({ name }) => name));
      return { kind: 'outcome', outcome };
    }
  }
}

addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  answer(data)
    .catch((error: unknown): EngineReply => ({ kind: 'failed', message: String(error) }))
    .then((reply) => tell(reply))
    // What cannot be posted either is left to the page's own error event.
    .catch(reportError);
});
