import { createReadStream, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { reportPage } from './report-page.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Folders by the beginning of an address; the first that fits serves it. */
const FOLDERS = [
  ['/widget/', 'dist/widget'],
  ['/questionnaires/', 'demo/questionnaires'],
  ['/', 'demo/site'],
];

/** What a careful owner allows their pages, and what the widget gets by with. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The demonstration's web site, as an owner's would be: its pages, the widget's files beside them, and `/responses`
 * handed on to the collector, which keeps the answers on the site's own origin. The report stands at `/report`.
 *
 * @param {{ collector: URL, token: string, report: string }} options where the collector answers, what opens its
 *   exports, and the built report's file
 */
export function createSite({ collector, token, report }) {
  return createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://site');
    if (pathname === '/responses') return handOn(incoming, response, collector);
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
      return answer(response, 405, 'Method not allowed');
    if (pathname === '/collector') return sendTo(response, incoming, collector);
    if (pathname === '/report' || pathname === '/report/') {
      return void sendReport(response, () => reportPage(report, collector.origin, token));
    }
    return sendFile(response, pathname);
  });
}

/** By the name under which the site was found: the collector answers there too, on its own port. */
function sendTo(response, incoming, { port }) {
  const { hostname } = new URL(`http://${incoming.headers.host ?? 'localhost'}`);
  response.writeHead(302, { Location: `http://${hostname}:${port}/` }).end();
}

/** The body streams through; the Host header stays, by which the collector knows its own origin. */
function handOn(incoming, response, collector) {
  const { hostname, port } = collector;
  const onward = request(
    { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
    (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    },
  );
  onward.on('error', () => {
    incoming.unpipe(onward);
    if (response.headersSent) response.destroy();
    else answer(response, 502, 'The collector does not answer');
  });
  incoming.pipe(onward);
}

async function sendReport(response, makePage) {
  try {
    const page = await makePage();
    response.writeHead(200, { 'Content-Type': TYPES['.html'], 'Cache-Control': 'no-store' }).end(page);
  } catch (error) {
    answer(response, 502, `No report: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function sendFile(response, pathname) {
  const file = fileAt(pathname);
  if (file === undefined) return answer(response, 404, 'There is nothing at this address');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };
  if (type === TYPES['.html']) headers['Content-Security-Policy'] = POLICY;
  createReadStream(file)
    .on('open', () => response.writeHead(200, headers))
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The file behind an address; undefined when there is none, or when the address leads out of its folder. */
function fileAt(pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined; // a URIError: broken escapes name no file
  }
  const [start, folder] = FOLDERS.find(([prefix]) => path.startsWith(prefix)) ?? FOLDERS[2];
  const root = resolve(folder);
  const file = join(root, path.slice(start.length), path.endsWith('/') ? 'index.html' : '');
  if (path.includes('\0') || !file.startsWith(root + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function answer(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
