import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { portOf } from '../../demo/open-site.ts';
import { ROOT } from '../../support/docs/root.ts';

/** What a page carries. */
export const VARIANTS = {
  /** The page alone. */
  none: '',
  hand: '<script async src="/hand/hand-loader.js" data-survey="nps" data-endpoint="/responses"></script>',
  fourfold: '<script async src="/widget/fourfold.js" data-survey="nps" data-endpoint="/responses"></script>',
  /** A visitor who is not drawn. */
  notAsked:
    '<script async src="/widget/fourfold.js" data-survey="nps" data-endpoint="/responses" data-sample="0"></script>',
} as const;
export type Variant = keyof typeof VARIANTS;

/** A site with a page for each variant, and a collector that acknowledges at once. */
export interface Site {
  readonly origin: string;
  close(): void;
}

/** Starts it. Scripts are compressed by brotli 11, as a careful owner does; both sides are minified alike. */
export async function openSite(): Promise<Site> {
  const scripts = new Map([
    ['/hand/hand-loader.js', compressed(await minified('hand-loader', 'iife'))],
    ['/hand/hand-survey.js', compressed(await minified('hand-survey', 'es'))],
    ['/widget/fourfold.js', compressed(readFileSync(join(ROOT, 'dist/widget/fourfold.js')))],
  ]);
  const chunks = join(ROOT, 'dist/widget/chunks');
  for (const name of readdirSync(chunks).filter((name) => name.endsWith('.js')))
    scripts.set(`/widget/chunks/${name}`, compressed(readFileSync(join(chunks, name))));
  const watch = readFileSync(join(ROOT, 'test/bench/widget/watch.js'), 'utf8');

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const script = scripts.get(pathname);
    if (pathname === '/responses') void receive(request, response);
    else if (script)
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Encoding': 'br' }).end(script);
    else if (pathname === '/') {
      const variant = searchParams.get('variant') as Variant; // by `measureVisit`
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(pageOf(VARIANTS[variant], watch));
    } else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pageOf(tag: string, watch: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
<script>${watch}</script>
<body><h1>Shop</h1><p><label>Search <input id="search"></label></p>
${'<p>What a shop says of its goods, in a paragraph of a usual length, over and over.</p>\n'.repeat(40)}
<script>seen.start = performance.now()</script>${tag}</body></html>`;
}

/** As the collector does: every record is stored, and the receipt names it. */
async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const part of request) body += String(part);
  const { records } = JSON.parse(body) as { records: { id: string; revision: number }[] }; // what both sides send
  const stored = records.map(({ id, revision }) => ({ id, revision }));
  response
    .writeHead(200, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ stored, duplicate: [], refused: [] }));
}

function compressed(code: string | Buffer): Buffer {
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

async function minified(name: string, format: 'iife' | 'es'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: join(ROOT, `test/bench/widget/${name}.js`), formats: [format], name: 'hand' },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [output] = [built].flat();
  if (!('output' in output)) throw new TypeError('minified: expected one build, not a watcher');
  return output.output[0].code;
}
