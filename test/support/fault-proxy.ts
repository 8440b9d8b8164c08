import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the proxy does with a request: hand it on, or answer 503 as a collector in trouble would. */
export type Fault = 'none' | 'unavailable';

/** An HTTP proxy before a collector that fails on demand and counts what it saw. */
export interface FaultProxy {
  readonly origin: string;
  fault: Fault;
  /** Requests refused with 503. */
  refused: number;
  close(): Promise<void>;
}

/**
 * Starts a {@link FaultProxy} on a free port of loopback.
 *
 * @param target origin of the collector, such as `http://127.0.0.1:4401`
 */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const server = createServer((incoming, outgoing) => {
    if (proxy.fault === 'unavailable') refuse(incoming, outgoing);
    else forward(incoming, outgoing);
  });
  const refuse = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    proxy.refused += 1;
    incoming.resume();
    incoming.on('end', () => outgoing.writeHead(503, { 'content-type': 'application/json' }).end('{}'));
  };
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, headers } = incoming;
    const onward = request(new URL(incoming.url ?? '/', target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  };
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo; // listening on TCP, by the line above
  const proxy: FaultProxy = {
    origin: `http://127.0.0.1:${port}`,
    fault: 'none',
    refused: 0,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return proxy;
}
