import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Refusal, RevisionRef } from '../../../shared/answers/receipt.ts';

/** What the collector does with one request instead of storing it and saying so. */
export type Fault =
  /** The line breaks before anything is stored, or after it is stored and before a word of the receipt. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** All is well, after so many ms. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Nothing is stored, and the answer is this. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly type?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Stored, but the receipt is cut in two, comes a byte at a time, is garbage, or does not come. */
  | { readonly kind: 'truncate' | 'garbage' | 'hang' }
  | { readonly kind: 'drip'; readonly ms: number }
  /** These ids are refused with this code, the others stored. */
  | { readonly kind: 'refuse'; readonly ids: readonly string[]; readonly code: string }
  /** The browser is not told that it may read the answer, or not that it may ask. */
  | { readonly kind: 'no-cors' };

/** One POST, as it came in. */
export interface Post {
  readonly at: number;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly records: readonly SentRecord[];
  readonly fault: Fault | undefined;
  /** Whether its records are in the ledger. */
  readonly committed: boolean;
}

/** A record on the wire; what else it holds is looked at where it matters. */
export interface SentRecord extends RevisionRef {
  readonly status: string;
  readonly answers: { readonly why?: string };
}

/** A row of the ledger: the highest revision that was committed. */
export interface Row extends RevisionRef {
  readonly record: SentRecord;
}

/** Decides by post what goes wrong; `count` is 0 for the first one. */
export type Plan = (post: Pick<Post, 'path' | 'records' | 'at'>, count: number) => Fault | undefined;

/** A collector that fails as it is told, and keeps a ledger of every id and revision that it has committed. */
export class FaultCollector {
  plan: Plan = () => undefined;
  /** What a preflight is answered with. */
  preflight = 204;
  readonly posts: Post[] = [];
  readonly rows = new Map<string, Row>();
  /** Most requests that were on their way at the same time. */
  mostAtOnce = 0;
  private atOnce = 0;
  private server: Server | undefined;
  private port = 0;

  /** @param store commits elsewhere, as a proxy does: what it says of the records is the receipt */
  constructor(private readonly store?: (body: string) => Promise<string>) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get endpoint(): string {
    return `${this.origin}/responses`;
  }

  /** Listens: on a free port the first time, then on the same one. */
  async up(): Promise<void> {
    const server = createServer((incoming, outgoing) => void this.take(incoming, outgoing));
    server.keepAliveTimeout = 1_000;
    this.server = server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    ({ port: this.port } = server.address() as AddressInfo); // listening on TCP, by the line above
  }

  /** Nobody listens any more, and what was on its way breaks off. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  private async take(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
    outgoing.on('error', () => undefined); // ECONNRESET: the other side has gone, which is what is tested
    if (incoming.method !== 'POST') {
      outgoing
        .writeHead(incoming.method === 'OPTIONS' ? this.preflight : 404, this.preflight < 300 ? cors : {})
        .end();
      return;
    }
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    try {
      await this.answer(incoming, outgoing, cors);
    } finally {
      this.atOnce--;
    }
  }

  private async answer(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    cors: Record<string, string>,
  ): Promise<void> {
    const body = await read(incoming);
    if (body === undefined) return; // broken off before it was whole
    const { records } = JSON.parse(body) as { records: SentRecord[] }; // written by the widget under test
    const seen = { at: Date.now(), path: incoming.url ?? '', headers: incoming.headers, body, records };
    const fault = this.plan(seen, this.posts.length);
    const refused = fault?.kind === 'refuse' ? fault.ids : [];
    const committed = !(fault?.kind === 'answer' || (fault?.kind === 'reset' && fault.when === 'before'));
    this.posts.push({ ...seen, fault, committed });
    if (fault?.kind === 'answer') {
      const { status, type = 'application/json', headers } = fault;
      outgoing.writeHead(status, { ...cors, 'content-type': type, ...headers }).end(fault.body);
      return;
    }
    if (!committed) {
      incoming.socket.destroy();
      return;
    }
    const text = await this.commit(body, records, refused, fault);
    const head = fault?.kind === 'no-cors' ? {} : cors;
    if (fault?.kind === 'delay') await wait(fault.ms);
    if (fault?.kind === 'reset') {
      incoming.socket.destroy();
      return;
    }
    if (fault?.kind === 'hang') {
      await once(outgoing, 'close');
      return;
    }
    outgoing.writeHead(200, { ...head, 'content-type': 'application/json' });
    if (fault?.kind === 'drip') {
      for (const byte of text) {
        if (outgoing.destroyed) return;
        outgoing.write(byte);
        await wait(fault.ms);
      }
      outgoing.end();
    } else if (fault?.kind === 'truncate') {
      outgoing.write(text.slice(0, text.length / 2), () => incoming.socket.destroy());
    } else outgoing.end(fault?.kind === 'garbage' ? '\u0000{]"' : text);
  }

  private async commit(
    body: string,
    records: readonly SentRecord[],
    refusedIds: readonly string[],
    fault: Fault | undefined,
  ): Promise<string> {
    const [stored, duplicate, refused]: [RevisionRef[], RevisionRef[], Refusal[]] = [[], [], []];
    for (const record of records) {
      const { id, revision } = record;
      const row = this.rows.get(id);
      if (refusedIds.includes(id))
        refused.push({ id, revision, code: fault?.kind === 'refuse' ? fault.code : '', reason: 'told to' });
      else if (row && row.revision >= revision) duplicate.push({ id, revision: row.revision });
      else {
        this.rows.set(id, { id, revision, record });
        stored.push({ id, revision });
      }
    }
    return this.store ? this.store(body) : JSON.stringify({ stored, duplicate, refused });
  }
}

async function read(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer); // no encoding is set
  } catch {
    return undefined; // ECONNRESET: the page was closed, or the browser killed
  }
  return Buffer.concat(chunks).toString();
}
