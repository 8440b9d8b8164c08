import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';

const widget = resolve(import.meta.dirname, '../../../dist/widget');

/** Keeps in `said` what a page writes to the console as a warning or an error, throws, or is forbidden by its policy. */
export const LISTEN = `<script>
  window.said = [];
  for (const level of ['error', 'warn']) console[level] = (...words) => said.push(words.join(' '));
  addEventListener('error', ({ message }) => said.push('thrown: ' + message));
  addEventListener('unhandledrejection', ({ reason }) => said.push('rejected: ' + reason));
  addEventListener('securitypolicyviolation', ({ blockedURI }) => said.push('forbidden: ' + blockedURI));
</script>`;

/** A site owner's pages with the built widget, and the collector that they post to. */
export interface Site {
  /**
   * Address of a page.
   *
   * @param tag attributes of the script beside its endpoint
   * @param body what the page shows
   */
  page(tag: string, body?: string): string;
  /** Puts a whole page on the site, and gives its address. */
  put(html: string): string;
  /** The records that the collector was sent, in the order of arrival. */
  readonly records: readonly AnswerRecord[];
  /** Forgets them. */
  forget(): void;
  close(): void;
}

/** Starts a {@link Site} on a free port. */
export async function startSite(): Promise<Site> {
  const records: AnswerRecord[] = [];
  const whole = new Map<string, string>();
  const server = createServer((incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://site');
    const send = (type: string, body: string | Buffer): void =>
      void outgoing.writeHead(200, { 'content-type': type }).end(body);
    if (pathname === '/responses') {
      void receive(incoming).then((batch) => {
        records.push(...batch);
        send(
          'application/json',
          JSON.stringify({ stored: batch.map(({ id, revision }) => ({ id, revision })) }),
        );
      });
      return;
    }
    const file = resolve(join(widget, pathname.replace(/^\/widget/, '')));
    if (pathname.startsWith('/widget/') && file.startsWith(widget + sep)) {
      send('text/javascript; charset=utf-8', readFileSync(file));
      return;
    }
    const [tag, body] = [searchParams.get('tag') ?? '', searchParams.get('body') ?? ''];
    send('text/html; charset=utf-8', whole.get(pathname) ?? html(tag, body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP, by the line above
  const origin = `http://127.0.0.1:${port}`;
  return {
    page: (tag, body = '') => `${origin}/?${new URLSearchParams({ tag, body }).toString()}`,
    put: (page) => {
      const path = `/whole/${whole.size}`;
      whole.set(path, page);
      return origin + path;
    },
    records,
    forget: () => void records.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function html(tag: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>Shop</title>${LISTEN}
    <body><main>${body}</main>
    ${tag && `<script async src="/widget/fourfold.js" data-endpoint="/responses" ${tag}></script>`}</body></html>`;
}

async function receive(incoming: IncomingMessage): Promise<AnswerRecord[]> {
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  return (JSON.parse(body) as { records: AnswerRecord[] }).records; // written by the widget under test
}
