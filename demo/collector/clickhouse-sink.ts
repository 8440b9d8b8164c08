import type { SinkAddress } from './sink-address.ts';
import { CREATE, EXISTS, INSERT, NEWEST_VERSION, removals, rowLines } from './sink-statements.ts';
import { SinkFailure } from './sink.ts';
import type { Sink } from './sink.ts';

/** Longest that one statement may take, in ms. */
const STATEMENT_MS = 30_000;

/**
 * A ClickHouse, asked over HTTP. Answers go to the address that was given and follow no redirect.
 *
 * @param stopped aborts what is under way
 */
export function clickhouseSink(address: SinkAddress, stopped: AbortSignal): Sink {
  const { origin, database, user, password } = address;
  const credentials = Buffer.from(`${user}:${password}`).toString('base64');

  /** Runs a statement with its data, or one that stands in the body alone. */
  async function ask(body: string, statement?: string): Promise<string> {
    const query = new URLSearchParams({ database, ...(statement !== undefined && { query: statement }) });
    // Not AbortSignal.any: a signal that lives long remembers each that was made of it.
    const given = new AbortController();
    const giveUp = (): void => given.abort();
    const timer = setTimeout(giveUp, STATEMENT_MS);
    stopped.addEventListener('abort', giveUp);
    if (stopped.aborted) giveUp();
    let reply: Response;
    let text: string;
    try {
      reply = await fetch(`${origin}/?${query.toString()}`, {
        method: 'POST',
        headers: { Authorization: `Basic ${credentials}`, 'Content-Type': 'text/plain' },
        body,
        redirect: 'error',
        signal: given.signal,
      });
      text = await reply.text();
    } catch (error) {
      throw new SinkFailure('unavailable', systemCode(error));
    } finally {
      clearTimeout(timer);
      stopped.removeEventListener('abort', giveUp);
    }
    // An error that comes after the status was sent stands in the text.
    const [, code] = /\bCode: (\d+)/.exec(text) ?? [];
    if (reply.ok && code === undefined) return text.trim();
    throw new SinkFailure('refused', code === undefined ? `HTTP ${reply.status}` : `ClickHouse ${code}`);
  }

  /** Whatever else answers at an address, such as a proxy's page, has not taken what was sent. */
  async function tell(body: string, statement?: string): Promise<void> {
    if ((await ask(body, statement)) !== '') throw new SinkFailure('refused', 'not a ClickHouse');
  }

  return {
    async newestVersion() {
      const exists = await ask(EXISTS);
      const version = exists === '1' ? await ask(NEWEST_VERSION) : exists;
      if (/^\d+$/.test(version)) return Number(version);
      throw new SinkFailure('refused', 'not a ClickHouse');
    },
    create: () => tell(CREATE),
    async put(rows) {
      await tell(rowLines(rows), INSERT);
      for (const statement of removals(rows)) await tell(statement);
    },
  };
}

/** Such as `ECONNREFUSED`, which fetch hides in the cause of its error. */
function systemCode(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return 'no reason given';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
