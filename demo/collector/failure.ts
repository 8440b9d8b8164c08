import { setTimeout as passed } from 'node:timers/promises';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** How long a refusal may take to be read, in ms. */
const LINGER_MS = 500;

/** A refusal as every endpoint answers it: `{"error":{"code","message"}}`, short and without internals. */
export function failure(
  context: Context,
  status: ContentfulStatusCode,
  code: string,
  message: string,
): Response {
  return context.json({ error: { code, message } }, status);
}

/**
 * A refusal of a body that is not read to its end: whole at once, then the connection is closed. In between the other
 * side has time to read it; closed at once, what it still sends would be answered by a reset that discards the refusal.
 */
export function refusalUnread(
  context: Context,
  status: ContentfulStatusCode,
  code: string,
  message: string,
): Response {
  const bytes = new TextEncoder().encode(JSON.stringify({ error: { code, message } }));
  context.header('Content-Type', 'application/json');
  context.header('Content-Length', String(bytes.length));
  context.header('Connection', 'close');
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes);
      await passed(LINGER_MS);
      controller.close();
    },
  });
  return context.body(body, status);
}
