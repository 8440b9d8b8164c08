import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import { bake } from './bake.ts';
import { Engine } from './engine.ts';
import type { Filter } from './filter-rows.ts';
import { inTurns } from './in-turns.ts';
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

/** Questions that have come. */
let asked = 0;

/** First what is quick, then the rest, unless another question comes meanwhile. */
async function figuresFor(options: FiguresOptions, filter: Filter): Promise<EngineReply> {
  const question = asked;
  const quick = engine.firstFigures(options, filter);
  if (quick) tell({ kind: 'quick-figures', question, figures: quick });
  const figures = await inTurns(engine.figuring(options, filter), () => asked !== question);
  return figures ? { kind: 'figures', figures } : { kind: 'overtaken' };
}

async function answer(request: EngineRequest): Promise<EngineReply> {
  switch (request.kind) {
    case 'figures':
      return figuresFor(request.options, request.filter);
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
  asked++;
  answer(data)
    .catch((error: unknown): EngineReply => ({ kind: 'failed', message: String(error) }))
    .then((reply) => tell(reply))
    // What cannot be posted either is left to the page's own error event.
    .catch(reportError);
});
