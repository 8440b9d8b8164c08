import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { HOSTS } from './launch.ts';

const WIDGET = resolve(import.meta.dirname, '../../../dist/widget');
const JAVASCRIPT = 'text/javascript; charset=utf-8';
/** Of every inline script and of the loader, for policies that ask for one. */
export const NONCE = 'four1234';

/** What a site owner writes. */
export interface HostPage {
  /** Attributes of the loader's tag beside its endpoint; no tag when undefined. */
  readonly tag?: string | undefined;
  readonly head?: string;
  readonly body?: string;
  /** Runs before anything else in the page. */
  readonly before?: string;
  /** Attributes of the page's first element. */
  readonly html?: string;
  /** The page's Content-Security-Policy. */
  readonly policy?: string;
}

/** A request as it came. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A site whose pages are written by the tests, with the built widget and a collector on the same port. */
export interface HostSite {
  readonly port: number;
  /** `http://127.0.0.1:…`, which browsers trust as they trust https. */
  readonly origin: string;
  /** Puts a page on the site, and gives its path. */
  put(page: HostPage): string;
  /** Everything that was asked for but pages themselves, and the icon that browsers look for, in order. */
  readonly received: readonly Received[];
  /** The records that the collector was sent, in order. */
  records(): AnswerRecord[];
  /** Paths whose requests are cut off before an answer; until {@link forget}. */
  lost: RegExp | undefined;
  /** Address of the site under a name of {@link HOSTS}. */
  at(host: keyof typeof HOSTS): string;
  forget(): void;
  close(): void;
}

/** Starts a {@link HostSite} on a free port. */
export async function startHostSite(): Promise<HostSite> {
  const pages = new Map<string, HostPage>();
  const received: Received[] = [];
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing, pages, received, site.lost);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP, by the line above
  const site: HostSite = {
    port,
    lost: undefined,
    origin: `http://127.0.0.1:${port}`,
    put(page) {
      const path = `/page/${pages.size}`;
      pages.set(path, page);
      return path;
    },
    received,
    records: () =>
      received
        .filter(({ path, method }) => path === '/responses' && method === 'POST')
        .flatMap(({ body }) => (JSON.parse(body) as { records: AnswerRecord[] }).records), // written by the widget under test
    at: (host) => `http://${HOSTS[host]}:${port}`,
    forget() {
      received.splice(0);
      site.lost = undefined;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return site;
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  pages: ReadonlyMap<string, HostPage>,
  received: Received[],
  lost: RegExp | undefined,
): Promise<void> {
  const path = new URL(incoming.url ?? '/', 'http://site').pathname;
  const page = pages.get(path);
  if (page) {
    const policy = page.policy === undefined ? {} : { 'content-security-policy': page.policy };
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy }).end(markup(page));
    return;
  }
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  const { method = '', headers } = incoming;
  if (path !== '/favicon.ico') received.push({ method, path, headers, body });
  if (lost?.test(path)) return void incoming.socket.destroy();
  const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
  const send = (status: number, type: string, content: string | Buffer): void =>
    void outgoing.writeHead(status, { ...cors, 'content-type': type }).end(content);
  if (path === '/responses') {
    const { records = [] } = JSON.parse(body || '{}') as { records?: AnswerRecord[] }; // the widget under test
    const stored = records.map(({ id, revision }) => ({ id, revision }));
    send(200, 'application/json', JSON.stringify({ stored }));
  } else if (path === '/questionnaire.json') {
    const questions = [{ id: 'csat', kind: 'csat' }];
    send(200, 'application/json', JSON.stringify({ id: 'own', version: 1, questions }));
  } else {
    const file = resolve(join(WIDGET, path.replace(/^\/widget\w*/, '')));
    if (path.startsWith('/widget') && file.startsWith(WIDGET + sep))
      send(200, JAVASCRIPT, readFileSync(file));
    else send(404, 'text/plain', '');
  }
}

function markup({ tag, head = '', body = '', before = '', html = 'lang="en"' }: HostPage): string {
  const loader =
    tag === undefined
      ? ''
      : `<script async nonce="${NONCE}" src="/widget/fourfold.js" data-endpoint="/responses" ${tag}></script>`;
  return `<!doctype html><html ${html}><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Shop</title>
    <script nonce="${NONCE}">${before}</script>${head}</head>
    <body>${body}${loader}</body></html>`;
}
