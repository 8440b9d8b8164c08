import { bare } from './bare.ts';
import { byteLength } from './byte-length.ts';

/** How one request ended: with a response read to its end, or without one. */
export type Attempt =
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly contentType: string;
      readonly retryAfter: string | null;
      readonly text: string;
    };

/** Carries bytes to an endpoint, once, and never throws. */
export interface Courier {
  /** @param farewell the page is being hidden: no preflight, and it must outlive the page */
  post(endpoint: string, body: string, farewell?: boolean): Promise<Attempt>;
}

/** A request that takes longer counts as failed. */
export const TIMEOUT_MS = 10_000;
/** Bodies up to this many bytes may outlive the page; browsers grant 64 KiB to all of them together. */
export const KEEPALIVE_LIMIT = 60_000;

/**
 * The courier that uses `fetch`: without cookies, referrer and cache, and never to where a redirect points.
 *
 * @param send `fetch` as it was when this module loaded
 * @param timeout makes the signal that ends a request
 */
export function createCourier(
  send: typeof fetch,
  timeout: (ms: number) => AbortSignal = (ms) => AbortSignal.timeout(ms),
): Courier {
  return {
    async post(endpoint, body, farewell = false) {
      try {
        const response = await send(
          endpoint,
          bare<RequestInit>({
            method: 'POST',
            body,
            headers: bare<Record<string, string>>({
              'Content-Type': farewell ? 'text/plain' : 'application/json',
            }),
            redirect: 'error',
            credentials: 'omit',
            referrerPolicy: 'no-referrer',
            cache: 'no-store',
            keepalive: byteLength(body) < KEEPALIVE_LIMIT,
            signal: timeout(TIMEOUT_MS),
          }),
        );
        return {
          kind: 'response',
          status: response.status,
          contentType: response.headers.get('Content-Type') ?? '',
          retryAfter: response.headers.get('Retry-After'),
          text: await response.text(),
        };
      } catch {
        // TypeError (network, CORS, CSP, redirect) or TimeoutError: all mean that nothing is known.
        return { kind: 'failed' };
      }
    },
  };
}
