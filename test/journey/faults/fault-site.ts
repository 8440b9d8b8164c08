import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { selfSigned } from '../../support/self-signed.ts';
import { pageScript, type PageOptions } from './page-script.ts';

const widget = resolve(import.meta.dirname, '../../../dist/widget');

/** A page with the widget on it. */
export interface PageOf extends PageOptions {
  /** Where answers go; without one the page has no tag. */
  readonly endpoint?: string;
  /** Further attributes of the tag. */
  readonly tag?: string;
  /** What stands before the tag: what the page does to itself, or to us. */
  readonly head?: string;
  readonly body?: string;
  /** Headers of the page. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A site owner's pages with the built widget, each at an address of its own on one origin. */
export class FaultSite {
  /** Paths that were asked for, and those of them that lead to nothing. */
  readonly asked: string[] = [];
  readonly unknown: string[] = [];
  private readonly pages = new Map<string, PageOf>();
  private readonly files = new Map<string, { readonly type: string; readonly text: string }>();

  private constructor(
    private readonly scheme: 'http' | 'https',
    private readonly port: number,
    readonly close: () => Promise<void>,
  ) {}

  /** @param scheme by which its pages come; a certificate of https is one that nobody vouches for */
  static async open(scheme: 'http' | 'https' = 'http'): Promise<FaultSite> {
    const answer: RequestListener = (incoming, outgoing) => {
      const { pathname } = new URL(incoming.url ?? '/', 'http://site');
      const { status, type, body, headers } = site.serve(pathname);
      outgoing.writeHead(status, { 'content-type': type, ...headers }).end(body);
    };
    const server = scheme === 'https' ? createSecureServer(selfSigned(), answer) : createServer(answer);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo; // listening on TCP, by the line above
    const site = new FaultSite(scheme, port, async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    });
    return site;
  }

  /** Address of the origin, under the name of a host that leads here. */
  origin(host = '127.0.0.1'): string {
    return `${this.scheme}://${host}:${this.port}`;
  }

  /** Puts a page on the site, and gives its address. */
  page(page: PageOf, host?: string): string {
    const path = `/page/${this.pages.size}`;
    this.pages.set(path, page);
    return this.origin(host) + path;
  }

  /** Puts a file on the site. */
  file(path: string, type: string, text: string): void {
    this.files.set(path, { type, text });
  }

  private serve(path: string): {
    status: number;
    type: string;
    body: string | Buffer;
    headers?: PageOf['headers'];
  } {
    this.asked.push(path);
    const page = this.pages.get(path);
    if (page)
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: html(page),
        ...(page.headers && { headers: page.headers }),
      };
    const own = this.files.get(path);
    if (own) return { status: 200, type: own.type, body: own.text };
    const file = resolve(join(widget, path.replace(/^\/widget/, '')));
    if (path.startsWith('/widget/') && file.startsWith(widget + sep)) {
      return {
        status: 200,
        type: 'text/javascript; charset=utf-8',
        body: readFileSync(file),
        headers: { 'cache-control': 'max-age=60', 'access-control-allow-origin': '*' },
      };
    }
    this.unknown.push(path);
    return { status: 404, type: 'text/plain', body: '' };
  }
}

function html({ endpoint, tag = '', head = '', body = '', ...options }: PageOf): string {
  const script =
    endpoint === undefined
      ? ''
      : `<script async src="/widget/fourfold.js" data-event="never" data-endpoint="${endpoint}" ${tag.includes('data-survey') ? '' : 'data-survey="nps"'} ${tag}></script>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>
<link rel="icon" href="data:,"><script>${pageScript(options)}</script>${head}<body>${body}${script}</body></html>`;
}
