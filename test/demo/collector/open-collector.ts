import type { Hono } from 'hono';
import type { AnswerStore } from '../../../demo/collector/answer-store.ts';
import { createCollector } from '../../../demo/collector/server.ts';
import type { CollectorOptions } from '../../../demo/collector/server.ts';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { uuidV7 } from '../../../shared/answers/uuid-v7.ts';
import { sqliteHome, type StoreHome } from '../../support/store-homes.ts';

/** The token of every collector under test. */
export const TOKEN = 'a-token-for-tests';
export const ALLOWED_ORIGIN = 'https://shop.example';
export const BASE = 'http://collector.example';

/** A collector without a socket, on a store of its own. */
export class CollectorUnderTest {
  readonly problems: string[] = [];
  now = new Date('2026-03-01T12:00:00.000Z');
  store: AnswerStore;
  app: Hono;
  readonly #home: StoreHome;

  private constructor(
    home: StoreHome,
    store: AnswerStore,
    options: Partial<CollectorOptions>,
    wrap: (store: AnswerStore) => AnswerStore,
  ) {
    this.#home = home;
    this.store = store;
    this.app = createCollector(wrap(store), this.#optionsWith(options));
  }

  /** Opens one on an empty store, of SQLite unless it is given another; the collector asks what `wrap` makes of it. */
  static async open(
    options: Partial<CollectorOptions> = {},
    home: StoreHome = sqliteHome(),
    wrap = (store: AnswerStore): AnswerStore => store,
  ): Promise<CollectorUnderTest> {
    return new CollectorUnderTest(home, await home.open(), options, wrap);
  }

  post(records: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(JSON.stringify({ records }), headers);
  }

  async send(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
    const all = { 'Content-Type': 'application/json', ...headers };
    return this.app.request(`${BASE}/responses`, { method: 'POST', body, headers: all });
  }

  /** A request with the token. */
  async owner(path: string, method = 'GET'): Promise<Response> {
    return this.app.request(BASE + path, { method, headers: { Authorization: `Bearer ${TOKEN}` } });
  }

  /** What the store holds, by the collector's own export. */
  async records(query = ''): Promise<Record<string, unknown>[]> {
    const text = await (await this.owner(`/export.ndjson${query}`)).text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>); // NDJSON: an object a line
  }

  /** Closes the store and opens it again where it was, as after a restart. */
  async reopen(): Promise<void> {
    await this.store.close();
    this.store = await this.#home.open();
    this.app = createCollector(this.store, this.#optionsWith({}));
  }

  async remove(): Promise<void> {
    await this.store.close();
    await this.#home.remove();
  }

  #optionsWith(options: Partial<CollectorOptions>): CollectorOptions {
    return {
      token: TOKEN,
      allowOrigins: [ALLOWED_ORIGIN],
      questionnaires: [],
      rateLimit: 0,
      addressOf: () => '192.0.2.1',
      now: () => this.now,
      report: (problem) => this.problems.push(problem),
      ...options,
    };
  }
}

/** A record's id, told from others by its number. */
export function idOf(number: number): string {
  return uuidV7(1_772_366_400_000 + number, new Uint8Array(10).fill(number % 256));
}

/** A complete record, changed where a test needs it otherwise. */
export function record(number: number, changes: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    schemaVersion: 1,
    id: idOf(number),
    revision: 1,
    survey: 'airport',
    surveyVersion: 1,
    status: 'completed',
    shownAt: '2026-02-27T10:00:00.000Z',
    answeredAt: '2026-02-27T10:00:08.120Z',
    durationMs: 8120,
    locale: 'en',
    page: 'https://shop.example/arrivals',
    context: { touchpoint: 'arrivals' },
    answers: { csat: 4, nps: 6, why: 'More seats, please', service: { satisfaction: { art: 4, food: 2 } } },
    skipped: ['service.satisfaction.store'],
    notApplicable: { service: ['park'] },
    order: { service: ['food', 'art', 'park', 'store'] },
    ...changes,
  };
}
