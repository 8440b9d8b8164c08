import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickhouseSink } from '../../../demo/collector/clickhouse-sink.ts';
import { SinkFailure, type Sink } from '../../../demo/collector/sink.ts';

interface Asked {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('clickhouseSink(address, stopped)', () => {
  let server: Server;
  let sink: Sink;
  const stopping = new AbortController();
  const asked: Asked[] = [];
  let replies: { status?: number; text?: string; location?: string }[] = [];

  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (body += part));
      incoming.on('end', () => {
        asked.push({ url: new URL(incoming.url ?? '', 'http://x'), headers: incoming.headers, body });
        const { status = 200, text = '', location } = replies.shift() ?? {};
        outgoing.writeHead(status, location === undefined ? {} : { location }).end(text);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // listening on TCP, by the line above
    const origin = `http://127.0.0.1:${port}`;
    sink = clickhouseSink({ origin, database: 'db', user: 'u', password: 'pé' }, stopping.signal);
  });
  beforeEach(() => {
    asked.length = 0;
    replies = [];
  });
  afterAll(() => server.close());

  const failure = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => (error instanceof SinkFailure ? `${error.code}: ${error.reason}` : error),
    );

  it('sends rows as the data of an INSERT, with name and password in a header alone', async () => {
    await sink.put([{ id: 'a', version: 1, erased: true }]);
    expect(asked).toHaveLength(2);
    expect(asked[0].url.searchParams.get('query')).toBe('INSERT INTO answer FORMAT JSONEachRow');
    expect(asked[0].url.searchParams.get('database')).toBe('db');
    expect(asked[0].headers.authorization).toBe(`Basic ${Buffer.from('u:pé').toString('base64')}`);
    expect(asked[0].url.href).not.toContain('u:p');
    expect(JSON.parse(asked[0].body)).toMatchObject({ id: 'a', version: 1, erased: 1 });
    expect(asked[1].body).toContain('ALTER TABLE answer DELETE');
  });

  it('knows the newest version, and none where there is no table or no row', async () => {
    replies = [{ text: '1\n' }, { text: '42\n' }, { text: '0\n' }, { text: '1\n' }, { text: '0\n' }];
    expect([await sink.newestVersion(), await sink.newestVersion(), await sink.newestVersion()]).toEqual([
      42, 0, 0,
    ]);
  });

  it('names an error by its number, also one that comes after the status, and not by its text', async () => {
    replies = [{ status: 404, text: 'Code: 81, e.displayText() = DB::Exception: Database secret' }];
    expect(await failure(sink.create())).toBe('refused: ClickHouse 81');
    replies = [{ text: 'Code: 241. DB::Exception: Memory limit' }];
    expect(await failure(sink.create())).toBe('refused: ClickHouse 241');
    replies = [{ status: 502, text: 'Bad gateway' }];
    expect(await failure(sink.create())).toBe('refused: HTTP 502');
  });

  it('hands nothing on to what is no ClickHouse, and follows no redirect', async () => {
    replies = [{ text: '<html>Log in</html>' }, { text: '<html>Log in</html>' }];
    expect(await failure(sink.newestVersion())).toBe('refused: not a ClickHouse');
    expect(await failure(sink.put([{ id: 'a', version: 1, erased: true }]))).toBe(
      'refused: not a ClickHouse',
    );
    replies = [{ status: 307, location: '/elsewhere' }];
    expect(await failure(sink.create())).toMatch(/^unavailable: /);
    expect(asked).toHaveLength(3);
  });

  it('gives up at once when it is stopped, and names a port that is closed', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo; // listening on TCP, by the line above
    closed.close();
    const origin = `http://127.0.0.1:${port}`;
    const away = clickhouseSink({ origin, database: 'db', user: 'u', password: '' }, stopping.signal);
    expect(await failure(away.create())).toBe('unavailable: ECONNREFUSED');
    stopping.abort();
    expect(await failure(sink.create())).toBe('unavailable: AbortError');
  });
});
