import { recordCase } from '../../support/fault-cases.ts';
import { FaultCollector, type SentRecord } from './fault-collector.ts';
import type { FaultSite } from './fault-site.ts';
import type { Exported, Given, Noticed } from './page-script.ts';
import type { Tab } from './visitor.ts';

/** Fields of a record that the documents name; nothing else may leave the page. */
const FIELDS = [
  ...[
    'schemaVersion',
    'id',
    'revision',
    'survey',
    'surveyVersion',
    'status',
    'shownAt',
    'answeredAt',
    'durationMs',
  ],
  ...['locale', 'page', 'sample', 'context', 'answers', 'skipped', 'notApplicable', 'order'],
];

/** What came of a case. */
export interface Tally {
  readonly given: number;
  readonly lost: number;
  readonly doubled: number;
  /** Revisions that went over the wire again. */
  readonly resent: number;
  /** What else was against the invariants, in words. */
  readonly broken: readonly string[];
}

/** One case: its site and collector, the answers that were given in it, and what its pages have noticed. */
export class FaultCase {
  readonly collector: FaultCollector;
  readonly given: Given[] = [];
  /** What was written into prompts that may not have been seen through. */
  readonly tried: string[] = [];
  private readonly exported: Exported[] = [];
  private readonly noticed: Noticed[] = [];
  /** When it began, Unix time in ms: where time goes faster, all pages count from here. */
  readonly since = Date.now();
  private tokens = 0;

  constructor(
    readonly site: FaultSite,
    readonly seed: number,
    collector = new FaultCollector(),
  ) {
    this.collector = collector;
  }

  /** Gives so many answers on a tab, one after another, each with a comment of at least so many characters. */
  async give(tab: Pick<Tab, 'call'>, count = 1, length = 0): Promise<readonly Given[]> {
    const given: Given[] = [];
    for (let i = 0; i < count; i++) {
      const token = this.token(length);
      given.push(await tab.call<Given>('give', token));
      this.given.push(given[i]);
    }
    return given;
  }

  /** Something that nobody else writes, of at least so many characters. */
  token(length = 0): string {
    const token = `answer ${++this.tokens} of ${this.seed}`.padEnd(length, '好');
    this.tried.push(token);
    return token;
  }

  /** Takes note of what a tab has noticed and still holds, before it goes. */
  async look(tab: Pick<Tab, 'call'>): Promise<Noticed> {
    const noticed = await tab.call<Noticed>('noticed');
    this.noticed.push(noticed);
    this.exported.push(...(await tab.call<Exported[]>('export')));
    return noticed;
  }

  /** Waits until every answer that was given is in the ledger. */
  async delivered(patienceMs = 60_000): Promise<void> {
    await until(() => this.given.every((one) => this.isStored(one)), 'all answers in the ledger', patienceMs);
  }

  isStored({ id, revision }: Pick<Given, 'id' | 'revision'>): boolean {
    return (this.collector.rows.get(id)?.revision ?? 0) >= revision;
  }

  /** Checks the invariants I1 to I6 against the ledger, the exports and what the pages noticed. */
  check(): Tally {
    const { rows, posts } = this.collector;
    const broken: string[] = [];
    const held = (one: Given) =>
      this.isStored(one) ||
      this.exported.some(({ id, revision }) => id === one.id && revision >= one.revision);
    const lost = this.given.filter((one) => one.told !== 'lost' && !held(one));
    const untrue = this.given.filter((one) => one.told === 'sent' && !this.isStored(one));
    broken.push(...untrue.map(({ token }) => `I6: "${token}" was called sent and is not stored`));
    const closed = [...rows.values()]
      .map(({ record }) => record.answers.why ?? '')
      .filter((why) => why !== '');
    const doubled = closed.filter((why, i) => closed.indexOf(why) !== i);
    broken.push(
      ...closed.filter((why) => !this.tried.includes(why)).map((why) => `I3: nobody gave "${why}"`),
    );
    broken.push(...posts.flatMap((post) => leaks(post, new URL(this.collector.endpoint).pathname)));
    broken.push(...this.noticed.flatMap(({ harm }) => harm.map((one) => `I5: ${one}`)));
    broken.push(...this.site.unknown.splice(0).map((path) => `I5: a request for ${path}`));
    broken.push(...unequal(posts.flatMap(({ records }) => records)));
    return {
      given: this.given.length,
      lost: lost.length,
      doubled: doubled.length,
      resent: this.resent(),
      broken,
    };
  }

  /** How many revisions went over the wire more than once. */
  resent(): number {
    const sent = this.collector.posts.flatMap(({ records }) =>
      records.map(({ id, revision }) => `${id}/${revision}`),
    );
    return sent.length - new Set(sent).size;
  }

  /** Adds what came of it to the table of all cases. */
  record(name: string, where: string): Tally {
    const tally = this.check();
    const { given, lost, doubled, resent } = tally;
    recordCase({ name, where, given, lost, doubled, resent });
    return tally;
  }
}

/** I4: the documented fields, to the configured path, without cookies or referrer. */
function leaks({ path, headers, records }: FaultCollector['posts'][number], endpoint: string): string[] {
  const strange = records.flatMap((record) => Object.keys(record).filter((name) => !FIELDS.includes(name)));
  return [
    ...strange.map((name) => `I4: field ${name}`),
    ...(headers.cookie === undefined ? [] : ['I4: a cookie']),
    ...(headers.referer === undefined ? [] : ['I4: a referrer']),
    ...(path.startsWith(endpoint) ? [] : [`I4: a request to ${path}`]),
  ];
}

/** A revision that goes again is the same to the byte. */
function unequal(records: readonly SentRecord[]): string[] {
  const first = new Map<string, string>();
  return records.flatMap((record) => {
    const [name, text] = [`${record.id}/${record.revision}`, JSON.stringify(record)];
    const before = first.get(name) ?? text;
    first.set(name, before);
    return before === text ? [] : [`${name} was sent with other bytes`];
  });
}

/** Waits until something holds, and fails after so long. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  patienceMs = 30_000,
): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`expected ${what} within ${patienceMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
