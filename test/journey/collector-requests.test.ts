import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseReceipt, type Receipt } from '../../shared/answers/receipt.ts';
import { idOf, record } from '../demo/collector/open-collector.ts';
import {
  peakMemoryMb,
  postRecords,
  startCollector,
  storedIds,
  type CollectorProcess,
} from '../support/collector-process.ts';
import { FULL, recordCase, recordStored } from '../support/fault-cases.ts';
import { head, sendRaw, type RawAnswer } from '../support/raw-http.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const SITE = 'https://shop.example';
const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');
const MEMORY_LIMIT_MB = 10;
const FLOOD = FULL ? 10_000 : 300;
const FLOOD_LIMIT = FULL ? 3_000 : 100;
const HONEST = FULL ? 500 : 50;

/** Cases that share one collector, which has to hold what it took beside all that it refused. */
const SHARED: Readonly<Record<string, string>> = {
  C5: 'a bad one in a batch',
  C6: 'bodies that are too large',
  C7: 'bodies that are malformed',
  C8: 'content types and methods',
  C10: 'origins',
  C13: 'exports without the token',
  C14: 'odd paths',
};

const folder = mkdtempSync(join(tmpdir(), 'fourfold-requests-'));
let collector: CollectorProcess;
let count = 0;
/** Ids that the shared collector has given receipts for, by the case that posted them. */
const receipted = new Map<string, string[]>();
let receiptedNow: string[] = [];

beforeAll(async () => {
  collector = await startOne(['--allow-origin', SITE]);
});
afterEach(({ task }) => {
  const number = task.name.split(' ')[0];
  if (number in SHARED) receipted.set(number, [...(receipted.get(number) ?? []), ...receiptedNow]);
  receiptedNow = [];
});
afterAll(async () => {
  const rows = await storedIds(collector);
  for (const [number, given] of receipted) {
    const ids = new Set(given);
    const stored = rows.filter((id) => ids.has(id));
    const name = `${number} ${SHARED[number]}`;
    expect(recordStored(name, 'SQLite', { given, stored })).toEqual({ lost: 0, doubled: 0 });
  }
  await collector.stop();
  rmSync(folder, { recursive: true });
});

function startOne(args: readonly string[]): Promise<CollectorProcess> {
  return startCollector({ file: join(folder, `${++count}.db`) }, args);
}

async function send(
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): Promise<RawAnswer> {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) };
  const answer = await sendRaw(collector.address, [
    head('POST', '/responses', { ...headers, ...length }),
    body,
  ]);
  if (answer.status === 200) note(parseReceipt(JSON.parse(answer.body)));
  return answer;
}

async function post(...records: readonly unknown[]): Promise<Receipt> {
  const receipt = await postRecords(collector.address, records);
  note(receipt);
  return receipt;
}

function note(receipt: Receipt | undefined): void {
  receiptedNow.push(...(receipt?.stored ?? []).map(({ id }) => id));
}

/** Holds that nothing of what came before was stored, and that the collector still takes what is right. */
async function livesOn(number: number): Promise<void> {
  const before = await storedIds(collector);
  expect((await post(record(number))).stored).toHaveLength(1);
  expect(await storedIds(collector)).toEqual([...before, idOf(number)]);
}

describe('collector and what is posted to it', () => {
  it('C5 stores the good ones of a batch and names the bad one with its reason', async () => {
    const receipt = await post(record(1), { ...record(2), answers: { nps: 6.5 } }, record(3));
    expect(receipt.stored.map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
    expect(receipt.refused).toMatchObject([{ id: idOf(2), revision: 1, code: 'invalid' }]);
    expect(receipt.refused[0].reason).toMatch(/^answers\.nps: /);
    expect(await storedIds(collector)).toEqual([idOf(1), idOf(3)]);
  });

  function* endless(headOfPost: string, part: Buffer | string): Generator<string | Buffer> {
    yield headOfPost;
    for (let sent = 0; sent < 64; sent++) yield part;
  }
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), MEGABYTE, Buffer.from('\r\n')]);
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  it.each<[string, number, () => Iterable<string | Buffer>]>([
    [
      '64 MiB',
      413,
      () =>
        endless(
          head('POST', '/responses', {
            ...JSON_TYPE,
            Connection: '',
            'Content-Length': String(64 * 1024 * 1024),
          }),
          MEGABYTE,
        ),
    ],
    [
      '64 MiB without a length',
      413,
      () =>
        endless(
          head('POST', '/responses', { ...JSON_TYPE, Connection: '', 'Transfer-Encoding': 'chunked' }),
          chunk,
        ),
    ],
    [
      'a bomb in gzip',
      415,
      () => [
        head('POST', '/responses', {
          ...JSON_TYPE,
          'Content-Encoding': 'gzip',
          'Content-Length': String(bomb.length),
        }),
        bomb,
      ],
    ],
    [
      'a coding among several',
      415,
      () => [
        head('POST', '/responses', {
          ...JSON_TYPE,
          'Content-Encoding': 'identity, br',
          'Content-Length': '2',
        }),
        '{}',
      ],
    ],
  ])('C6 refuses %s with %i, closes, and takes no memory for it', async (_, status, parts) => {
    await post(record(1));
    const before = peakMemoryMb(collector.child.pid);
    const answer = await sendRaw(collector.address, parts());
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: expect.any(String) as string } });
    expect(peakMemoryMb(collector.child.pid) - before).toBeLessThanOrEqual(MEMORY_LIMIT_MB);
    if (FULL) expect(answer.elapsedMs).toBeLessThanOrEqual(1_000);
  });

  const deep = 100_000;
  const whole = JSON.stringify({ records: [record(70)] });
  it.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['JSON that is cut off', whole.slice(0, -3)],
    ['100,000 arrays in each other', '['.repeat(deep) + ']'.repeat(deep)],
    ['50,000 objects in each other', '{"a":'.repeat(deep / 2) + '1' + '}'.repeat(deep / 2)],
    ['100,000 names', `{${Array.from({ length: deep }, (_, at) => `"${at.toString(36)}":1`).join()}}`],
    ['a NUL between texts', `{"records":\0[]}`],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d])],
    ['one name twice', whole.replace('"revision":1', '"revision":1,"revision":2')],
    ['one name in two spellings', whole.replace('"revision":1', '"revision":1,"r\\u0065vision":2')],
    ['no list of records', '{"records":{"0":1}}'],
  ])('C7 answers %s with a short 4xx and keeps nothing of it', async (_, body) => {
    const answer = await send(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.length).toBeLessThanOrEqual(200);
    expect(answer.body).not.toMatch(/\.js|\bat \S+ \(|node_modules|SyntaxError/);
    expect(await storedIds(collector)).not.toContain(idOf(70));
    await livesOn(71 + count++);
  });

  it.each([
    ['NUL in a comment', { why: 'cut\0here' }],
    ['half a character', { why: 'half \ud83d' }],
    ['a number of 400 digits', { csat: 'HUGE' }],
  ])('C7 refuses a record with %s and keeps the one beside it whole', async (_, answers) => {
    const [bad, good] = [record(60, { answers }), record(300 + count++, { answers: { why: 'whole 好 👍' } })];
    const body = JSON.stringify({ records: [bad, good] }).replace('"HUGE"', `1${'0'.repeat(400)}`);
    const answer = await send(body);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({
      stored: [{ id: good.id }],
      refused: [{ id: bad.id, code: 'invalid' }],
    });
    expect(await storedIds(collector)).not.toContain(bad.id);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'text/plain;charset=UTF-8'])(
    'C8 takes %s',
    async (type) => {
      const answer = await send(JSON.stringify({ records: [record(400)] }), { 'Content-Type': type });
      expect(answer.status).toBe(200);
    },
  );

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/xml',
    'text/html',
    '',
  ])('C8 answers content type %j with 415', async (type) => {
    expect((await send('{"records":[]}', { 'Content-Type': type })).status).toBe(415);
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'TRACE'])('C8 answers %s with 405', async (method) => {
    const answer = await sendRaw(collector.address, [head(method, '/responses')]);
    expect(answer.status).toBe(405);
    expect(answer.body).not.toContain('collector.example');
  });
});

describe('collector and who asks', () => {
  it.each([
    [SITE, 200],
    ['', 200],
    ['null', 403],
    ['https://other.example', 403],
    [`${SITE}.other.example`, 403],
    ['HTTPS://SHOP.EXAMPLE', 403],
  ])('C10 answers a post from origin %j with %i, and stores it only then', async (origin, status) => {
    const given = record(500 + count++);
    const answer = await send(JSON.stringify({ records: [given] }), { ...JSON_TYPE, Origin: origin });
    expect(answer.status).toBe(status);
    expect((await storedIds(collector)).includes(given.id)).toBe(status === 200);
  });

  it('C10 echoes an allowed origin exactly, to preflights too, and never with credentials', async () => {
    for (const method of ['OPTIONS', 'POST']) {
      const response = await fetch(`${collector.address}/responses`, {
        method,
        headers: { Origin: SITE, 'Access-Control-Request-Method': 'POST' },
      });
      expect(response.headers.get('access-control-allow-origin')).toBe(SITE);
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get('vary')).toBe('Origin');
      await response.arrayBuffer();
    }
  });

  it(`C11 stops ${FLOOD} posts of one address, and keeps ${HONEST} of another's visitors`, async () => {
    const guarded = await startOne(['--rate-limit', String(FLOOD_LIMIT)]);
    const flood = from(guarded, '127.0.0.2', FLOOD, (at) => ({ 'X-Forwarded-For': `192.0.2.${at % 250}` }));
    const honest = from(guarded, '127.0.0.3', HONEST, () => ({}));
    const [flooded, kept] = await Promise.all([flood, honest]);
    expect(kept.filter(({ status }) => status === 200)).toHaveLength(HONEST);
    expect(flooded.filter(({ status }) => status === 200)).toHaveLength(FLOOD_LIMIT);
    const stopped = flooded.filter(({ status }) => status === 429);
    expect(stopped).toHaveLength(FLOOD - FLOOD_LIMIT);
    expect(stopped.every(({ retryAfter }) => retryAfter > 0 && retryAfter <= 60)).toBe(true);
    const rows = (await storedIds(guarded)).length;
    const lost = FLOOD_LIMIT + HONEST - rows;
    recordCase({
      name: 'C11 a flood beside visitors',
      where: 'SQLite',
      given: rows + lost,
      lost,
      doubled: 0,
      resent: 0,
    });
    expect(lost).toBe(0);
    await guarded.stop();
    expect(guarded.output()).not.toMatch(/127\.0\.0\.[23]|192\.0\.2/);
  });

  it('C11 believes X-Forwarded-For of a proxy that was named, and of no other', async () => {
    const args = ['--rate-limit', '2', '--trust-proxy', '127.0.0.1'];
    const guarded = await startOne(args);
    const forwarded = (at: number): Record<string, string> => ({
      'X-Forwarded-For': `6.6.6.6, 192.0.2.${at}`,
    });
    const behindProxy = await from(guarded, '127.0.0.1', 10, forwarded);
    expect(behindProxy.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const forged = await from(guarded, '127.0.0.2', 10, forwarded);
    expect(forged.filter(({ status }) => status === 429)).toHaveLength(8);
    await guarded.stop();
  });

  it.each(['/export.csv', '/export.ndjson', '/questionnaires.json'])(
    'C13 gives nothing of %s without the token, and writes no token down',
    async (path) => {
      const { address, token } = collector;
      const ask = async (query: string, headers: Record<string, string>): Promise<[number, string]> => {
        const response = await fetch(address + path + query, { headers });
        return [response.status, await response.text()];
      };
      for (const [query, headers] of [
        ['', {}],
        [`?token=${token}`, {}],
        [`?access_token=${token}`, {}],
        ['', { Authorization: `Bearer ${token}x` }],
        ['', { Authorization: `Bearer ${token.slice(0, -1)}` }],
        ['', { Authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}` }],
        ['', { Cookie: `token=${token}` }],
      ] as [string, Record<string, string>][]) {
        const [status, text] = await ask(query, headers);
        expect(status).toBe(401);
        expect(text).not.toMatch(/airport|[0-9a-f]{8}-/);
      }
      expect((await ask('', { Authorization: `Bearer ${token}` }))[0]).toBe(200);
      expect(collector.output()).not.toContain(token);
    },
  );

  it('C13 has no way for a page to read or list answers', async () => {
    for (const path of [
      '/responses',
      `/responses/${idOf(1)}`,
      `/responses?id=${idOf(1)}`,
      '/export',
      '/answers',
    ]) {
      const response = await fetch(collector.address + path, { headers: { Origin: SITE } });
      expect([404, 405]).toContain(response.status);
      expect(await response.text()).not.toContain('airport');
    }
  });

  it.each([
    ...[
      '/../../etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//etc/passwd',
      '/page/../../.env',
    ],
    ...[
      '/.env',
      '/.git/config',
      '/page.html',
      '/..\\..\\etc\\passwd',
      '/%00',
      '/dist/collector.js',
      '/%c0%ae%c0%ae/',
    ],
  ])('C14 answers %s with 404 and no byte of a file', async (target) => {
    const answer = await sendRaw(collector.address, [head('GET', target)]);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toMatch(/root:|import |\[core\]/);
  });
});

describe('collector and its log', () => {
  it('C16 writes no comment, address, token or forged line, whatever comes', async () => {
    const quiet = await startOne(['--rate-limit', '5']);
    const forged = 'x\r\ncollector: store full\r\n';
    const secret = 'Mrs Ridgeway-Thornbury';
    const given = record(1, { locale: forged, context: { tier: forged }, answers: { why: forged + secret } });
    await postRecords(quiet.address, [given]);
    const asks: [string, RequestInit][] = [
      ['/responses', { method: 'POST', body: `{"why":"${secret}`, headers: JSON_TYPE }],
      [
        '/responses',
        {
          method: 'POST',
          body: JSON.stringify({ records: [{ ...given, [forged]: 1 }] }),
          headers: JSON_TYPE,
        },
      ],
      [`/${encodeURIComponent(forged + secret)}`, {}],
      [`/export.csv?survey=${encodeURIComponent(forged)}&token=${quiet.token}`, {}],
      [
        `/export.csv?survey=${encodeURIComponent(forged)}`,
        { headers: { Authorization: `Bearer ${quiet.token}` } },
      ],
      ['/responses', { method: 'DELETE', headers: { Authorization: `Bearer ${quiet.token}x` } }],
    ];
    for (const [path, init] of asks) {
      const response = await fetch(quiet.address + path, init);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toMatch(/Ridgeway|\bat \w+ \(|\.js:\d/);
    }
    await abandon(quiet);
    await from(quiet, '127.0.0.1', 10, () => ({}));
    const stored = await storedIds(quiet);
    recordStored('C16 what is logged', 'SQLite', { given: [given.id], stored });
    await quiet.stop();
    const lines = quiet.output().trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Fourfold collector on http:\/\/localhost:\d+\/, answers in /);
    expect(lines[1]).toBe(
      'collector: too many posts from one address; behind a proxy, name it by --trust-proxy',
    );
  });

  it('C17 finishes posts under way on SIGTERM, or gives no receipt, and ends with code 0', async () => {
    const file = join(folder, 'stopped.db');
    const stopped = await startCollector({ file });
    const receipted: string[] = [];
    const senders = Array.from({ length: 20 }, async (_, sender) => {
      for (let at = 0; ; at++) {
        try {
          const { stored } = await postRecords(stopped.address, [record(sender * 10_000 + at)]);
          receipted.push(...stored.map(({ id }) => id));
        } catch {
          return; // the port is closed, or the connection was: no receipt
        }
      }
    });
    while (receipted.length < 100) await passed(5);
    const begun = performance.now();
    const code = await stopped.stop();
    if (FULL) expect(performance.now() - begun).toBeLessThanOrEqual(5_000);
    expect(code).toBe(0);
    await Promise.all(senders);
    const again = await startCollector({ file });
    const stored = await storedIds(again);
    const { lost } = recordStored('C17 stopped while posts come', 'SQLite', { given: receipted, stored });
    expect(lost).toBe(0);
    await again.stop();
  });
});

/** Begins a post and goes away in the middle of it. */
async function abandon({ address }: CollectorProcess): Promise<void> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.write(head('POST', '/responses', { ...JSON_TYPE, 'Content-Length': '1000' }) + '{"records":');
  await passed(50);
  socket.destroy();
}

interface Answer {
  readonly status: number;
  /** Seconds of `Retry-After`; 0 where there is none. */
  readonly retryAfter: number;
}

/** Posts so many records from an address of loopback, ten at a time. */
async function from(
  { address }: CollectorProcess,
  localAddress: string,
  posts: number,
  headersOf: (at: number) => Record<string, string>,
): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  const number = Number(localAddress.at(-1)) * 100_000;
  const sendOne = (at: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { ...JSON_TYPE, ...headersOf(at) };
      const sending = request(
        `${address}/responses`,
        { method: 'POST', localAddress, agent, headers },
        (answer) => {
          answer.resume();
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              retryAfter: Number(answer.headers['retry-after'] ?? 0),
            }),
          );
        },
      );
      sending.on('error', reject);
      sending.end(JSON.stringify({ records: [record(number + at)] }));
    });
  const answers = await Promise.all(Array.from({ length: posts }, (_, at) => sendOne(at)));
  agent.destroy();
  return answers;
}
