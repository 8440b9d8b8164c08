import { connect, type Socket } from 'node:net';

/** What came back over one connection. */
export interface RawAnswer {
  /** 0 where the connection was closed without an answer. */
  readonly status: number;
  readonly body: string;
  /** From the first byte sent to the whole answer, in ms. */
  readonly elapsedMs: number;
}

/**
 * Sends bytes as they are, which no tidy client would, until there is an answer and the other side has closed.
 *
 * @param address origin of a server
 * @param parts sent one after another, as fast as they are taken, until the connection closes
 */
export function sendRaw(address: string, parts: Iterable<string | Buffer>): Promise<RawAnswer> {
  const begun = performance.now();
  const { port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    let elapsedMs = 0;
    socket.setEncoding('latin1');
    socket.on('data', (data: string) => {
      text += data;
      elapsedMs = performance.now() - begun;
    });
    // ECONNRESET or EPIPE: the other side has had enough, and what it said before stands.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const [head, body = ''] = text.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), body, elapsedMs });
    });
    void pump(socket, parts);
  });
}

async function pump(socket: Socket, parts: Iterable<string | Buffer>): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed) return;
    if (!socket.write(part)) await new Promise((go) => socket.once('drain', go).once('close', go));
  }
}

/** A request's head; a header of the value '' is left out. */
export function head(method: string, target: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ Host: 'collector.example', Connection: 'close', ...headers });
  return [
    `${method} ${target} HTTP/1.1`,
    ...lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');
}
