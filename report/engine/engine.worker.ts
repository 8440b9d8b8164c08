import { Engine } from './engine.ts';
import type { EngineReply, EngineRequest } from './messages.ts';
import { openFiles } from './open-files.ts';

const engine = new Engine();

function tell(reply: EngineReply, transfer: Transferable[] = []): void {
  postMessage(reply, { transfer });
}

async function answer(request: EngineRequest): Promise<EngineReply> {
  if (request.kind === 'figures') return { kind: 'figures', figures: engine.figures(request.options) };
  const outcome = await engine.read(await openFiles(request.files, tell), request.options, {
    progress: (progress) => tell({ kind: 'progress', progress }),
    firstFigures: (first) => tell({ kind: 'first-figures', first }),
  });
  return { kind: 'outcome', outcome };
}

addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  answer(data)
    .catch((error: unknown): EngineReply => ({ kind: 'failed', message: String(error) }))
    .then((reply) => tell(reply))
    // What cannot be posted either is left to the page's own error event.
    .catch(reportError);
});
