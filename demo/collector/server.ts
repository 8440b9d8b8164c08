import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { AnswerStore } from './answer-store.ts';
import { StoreFailure } from './answer-store.ts';
import { exportRoutes } from './export-routes.ts';
import { failure, refusalUnread } from './failure.ts';
import { RECORD_LIMIT, readJsonBody } from './limits.ts';
import { originPolicy } from './origin.ts';
import { pageRoutes } from './page/page-routes.ts';
import { problemOf } from './problem-of.ts';
import { parseErasure } from './query.ts';
import { rateLimit } from './rate-limit.ts';
import { receive } from './receive.ts';
import { tokenRequired } from './token.ts';

/** What an owner decides about a collector. */
export interface CollectorOptions {
  /** Opens exports and erasure; answers can be posted without it. */
  readonly token: string;
  /** Origins of the sites whose pages may post, besides the collector's own. */
  readonly allowOrigins: readonly string[];
  /** Surveys to hand out beside exports, so that a report knows their labels. */
  readonly questionnaires: readonly Questionnaire[];
  /** Posts that one address may send within a minute; 0 for any number. */
  readonly rateLimit: number;
  /** By what posts are counted; kept in memory for a minute and nowhere else. */
  readonly addressOf: (context: Context) => string;
  readonly now: () => Date;
  /** Told of what failed; never of an answer, a token or an address. */
  readonly report: (problem: string) => void;
}

const METHODS = {
  '/responses': 'POST, DELETE, OPTIONS',
  '/export.csv': 'GET',
  '/export.ndjson': 'GET',
  '/questionnaires.json': 'GET',
  '/healthz': 'GET',
  '/': 'GET',
};

/**
 * The collector: takes answers, keeps them, gives them back to whoever has the token.
 *
 * @returns an app whose `fetch` answers a request, with or without a socket
 */
export function createCollector(store: AnswerStore, options: CollectorOptions): Hono {
  const app = new Hono();
  const withToken = tokenRequired(options.token);
  const secondsToWait = rateLimit(options.rateLimit);

  app.use(async (context, next) => {
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cache-Control', 'no-store');
    await next();
  });
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.use(originPolicy(options.allowOrigins));

  app.post('/responses', async (context) => {
    const wait = secondsToWait(options.addressOf(context), options.now().getTime());
    if (wait !== undefined) {
      options.report('too many posts from one address; behind a proxy, name it by --trust-proxy');
      context.header('Retry-After', String(wait));
      return failure(context, 429, 'rate', 'too many posts from this address; send the rest later');
    }
    const body = await readJsonBody(context.req.raw);
    if (!body.ok) {
      const { status, code, message } = body.fault;
      return (status === 400 ? failure : refusalUnread)(context, status, code, message);
    }
    const records = recordsOf(body.value);
    if (records === undefined) return failure(context, 400, 'records', 'expected {"records":[…]}');
    if (records.length > RECORD_LIMIT) {
      return failure(context, 413, 'too-many', `expected at most ${RECORD_LIMIT} records at once`);
    }
    return context.json(await receive(store, records, options.now(), body.hasNumberedCharacters));
  });

  app.delete('/responses', withToken, async (context) => {
    const which = parseErasure(new URL(context.req.url).searchParams);
    if (!which.ok)
      return failure(context, 400, 'query', `${which.issues[0].path}: ${which.issues[0].message}`);
    return context.json({ removed: await store.erase(which.value, options.now()) });
  });

  for (const path of ['/export.csv', '/export.ndjson', '/questionnaires.json']) app.get(path, withToken);
  app.route('/', exportRoutes(store, options.report));
  app.get('/questionnaires.json', (context) => context.json({ questionnaires: options.questionnaires }));
  app.route('/', pageRoutes());

  for (const [path, methods] of Object.entries(METHODS)) {
    app.all(path, (context) => {
      context.header('Allow', methods);
      if (context.req.method === 'OPTIONS') return context.body(null, 204);
      return failure(context, 405, 'method', `expected ${methods}`);
    });
  }
  app.notFound((context) => failure(context, 404, 'not-found', 'there is nothing at this address'));
  app.onError((error, context) => {
    options.report(problemOf(error));
    const isFull = error instanceof StoreFailure && error.code === 'full';
    return isFull
      ? failure(context, 503, 'full', 'the store is full; send it again later')
      : failure(context, 503, 'unavailable', 'the store cannot be reached; send it again later');
  });
  return app;
}

function recordsOf(body: unknown): readonly unknown[] | undefined {
  const records = typeof body === 'object' && body !== null && 'records' in body ? body.records : undefined;
  return Array.isArray(records) ? records : undefined;
}
