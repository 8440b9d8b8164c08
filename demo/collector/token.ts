import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { failure } from './failure.ts';

/**
 * Lets a request through that carries the token as `Authorization: Bearer <token>`. Hashes are compared, in a time
 * that depends on neither the token nor its length.
 */
export function tokenRequired(token: string): MiddlewareHandler {
  const expected = hash(`Bearer ${token}`);
  return async (context, next) => {
    if (timingSafeEqual(hash(context.req.header('authorization') ?? ''), expected)) return next();
    context.header('WWW-Authenticate', 'Bearer');
    return failure(context, 401, 'token', 'expected the token in the header Authorization: Bearer');
  };
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
