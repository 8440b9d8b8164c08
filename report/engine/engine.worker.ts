import { Engine } from './engine.ts';
import { inspect } from './inspect.ts';
import type { EngineReply, EngineRequest, FirstFigures } from './messages.ts';
import { openFiles } from './open-files.ts';
import type { ReadProgress } from './read-answers.ts';

const engine = new Engine();

function tell(reply: EngineReply, transfer: Transferable[] = []): void {
  postMessage(reply, { transfer });
}

async function answer(request: EngineRequest): Promise<EngineReply> {
  switch (request.kind) {
    case 'figures':
      return { kind: 'figures', figures: engine.figures(request.options, request.filter) };
    case 'inspect': {
      const sources = await openFiles(request.files, tell);
      const inspections = [];
      for (const source of sources) inspections.push(await inspect(source, request.named));
      return { kind: 'inspected', inspections };
    }
    case 'read': {
      const { files, options, given } = request;
      const watcher = {
        progress: (progress: ReadProgress) => tell({ kind: 'progress', progress }),
        firstFigures: (first: FirstFigures) => tell({ kind: 'first-figures', first }),
      };
      const outcome = await engine.read(await openFiles(files, tell), options, watcher, given);
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
