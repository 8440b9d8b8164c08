import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the line breaks: before the post has reached a collector, or after that has answered. */
export type Break = 'before' | 'after' | undefined;

/** One address before several collectors, which take posts in turn, on a line that breaks. */
export interface Balancer {
  readonly address: string;
  /** Posts that each collector has answered, in their order. */
  readonly answered: readonly number[];
  /** Posts that got no answer though a collector had one, and posts that no collector got. */
  readonly broken: { after: number; before: number };
  close(): Promise<void>;
}

/**
 * Starts a {@link Balancer} on a free port of loopback.
 *
 * @param targets origins of collectors; one that is down is answered for with 502
 * @param next what happens to the next post
 */
export async function startBalancer(targets: readonly string[], next: () => Break): Promise<Balancer> {
  const answered = targets.map(() => 0);
  const broken = { after: 0, before: 0 };
  let turn = 0;

  const handOn = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const fault = next();
    if (fault === 'before') {
      broken.before++;
      incoming.socket.destroy();
      return;
    }
    const at = turn++ % targets.length;
    let status = 502;
    let text = '';
    try {
      const headers = { 'Content-Type': 'application/json' };
      const reply = await fetch(targets[at] + (incoming.url ?? ''), { method: 'POST', headers, body });
      [status, text] = [reply.status, await reply.text()];
      answered[at]++;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // fetch's own: that collector is down
    }
    if (fault === 'after' && status === 200) {
      broken.after++;
      incoming.socket.destroy();
    } else outgoing.writeHead(status, { 'content-type': 'application/json' }).end(text);
  };

  const server = createServer((incoming, outgoing) => void handOn(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP, by the line above
  return {
    address: `http://127.0.0.1:${port}`,
    answered,
    broken,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of incoming.setEncoding('utf8')) text += part as string; // an encoding is set
  return text;
}
