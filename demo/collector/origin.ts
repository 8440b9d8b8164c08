import type { MiddlewareHandler } from 'hono';
import { failure } from './failure.ts';

/** How long a browser may remember a preflight, in seconds; two hours is the most that Chromium takes. */
const PREFLIGHT_SECONDS = 7200;

/**
 * Lets pages of the collector's own origin and of the allowed ones through, the latter with CORS headers that echo
 * them exactly. A request from any other page goes no further, so that nothing of it is stored. Programs that name
 * no origin pass: an origin is a browser's word, and protects its visitors only.
 *
 * @param allowed origins such as `https://shop.example`, exact
 */
export function originPolicy(allowed: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    context.header('Vary', 'Origin');
    const origin = context.req.header('origin');
    if (origin === undefined || isOwn(origin, context.req.header('host'))) return next();
    if (!allowed.includes(origin)) {
      return failure(context, 403, 'origin', 'this origin is not on the list of --allow-origin');
    }
    context.header('Access-Control-Allow-Origin', origin);
    // Without it a page of another origin cannot see when it may send again.
    context.header('Access-Control-Expose-Headers', 'Retry-After');
    if (context.req.method !== 'OPTIONS') return next();
    context.header('Access-Control-Allow-Methods', 'POST');
    context.header('Access-Control-Allow-Headers', 'Content-Type');
    context.header('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
    return context.body(null, 204);
  };
}

/** The host alone: behind a proxy that ends TLS the collector does not know its own scheme. */
function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && /^https?:\/\/(.*)$/.exec(origin)?.[1] === host;
}
