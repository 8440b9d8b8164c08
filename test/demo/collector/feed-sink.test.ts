import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../../demo/collector/answer-store.ts';
import { feedSink } from '../../../demo/collector/feed-sink.ts';
import type { SinkQueue } from '../../../demo/collector/sink-queue.ts';
import { SinkFailure, type Sink, type SinkRow } from '../../../demo/collector/sink.ts';

const row = (version: number): SinkRow => ({ id: `id-${version}`, version, erased: true });

/** A queue and a sink in memory, which fail as they are told; time passes at once. */
class Scene {
  readonly queued: SinkRow[] = [];
  readonly held = new Map<string, number>();
  readonly lines: string[] = [];
  readonly waits: number[] = [];
  readonly steps: string[] = [];
  /** What the sink's next calls throw. */
  faults: Error[] = [];
  mayLack = false;
  /** Called at each wait; the feeder stops at the last. */
  #turns: (() => void)[] = [];

  /** Feeds until the feeder has waited as often as there are turns. */
  async feed(...turns: (() => void)[]): Promise<void> {
    this.#turns = turns;
    const stopping = new AbortController();
    await feedSink({
      queue: this.#queue,
      sink: this.#sink,
      report: (line) => this.lines.push(line),
      wait: (ms) => {
        this.waits.push(ms);
        this.#turns.shift()?.();
        if (this.#turns.length === 0) stopping.abort();
        return Promise.resolve();
      },
      random: () => 0.5,
      stopped: stopping.signal,
    });
  }

  readonly #queue: SinkQueue = {
    open: (newest) => {
      this.steps.push(`open ${newest}`);
      return Promise.resolve(this.mayLack);
    },
    fill: () => {
      this.steps.push('fill');
      return Promise.resolve();
    },
    feed: async (put) => {
      const some = this.queued.slice(0, 2);
      if (some.length === 0) return false;
      await put(some);
      this.queued.splice(0, some.length);
      return this.queued.length > 0;
    },
    close: () => Promise.resolve(),
  };

  readonly #sink: Sink = {
    newestVersion: () => this.#asked(() => Math.max(0, ...this.held.values())),
    create: () => this.#asked(() => void this.steps.push('create')),
    put: (rows) =>
      this.#asked(() => {
        for (const { id, version } of rows) this.held.set(id, version);
      }),
  };

  #asked<T>(work: () => T): Promise<T> {
    const fault = this.faults.shift();
    return fault === undefined ? Promise.resolve(work()) : Promise.reject(fault);
  }
}

const down = (): Error => new SinkFailure('unavailable', 'ECONNREFUSED');
const nothing = (): void => undefined;

describe('feedSink(feeding)', () => {
  it('fills the queue before it makes the table of an empty sink, and hands on all that is due before it waits', async () => {
    const scene = new Scene();
    scene.queued.push(row(1), row(2), row(3), row(4), row(5));
    await scene.feed(nothing);
    expect(scene.steps).toEqual(['open 0', 'fill', 'create']);
    expect([...scene.held.values()]).toEqual([1, 2, 3, 4, 5]);
    expect(scene.waits).toEqual([1_000]);
  });

  it('does not fill the queue again for a sink that holds what it was told', async () => {
    const scene = new Scene();
    scene.held.set('id-9', 9);
    await scene.feed(nothing);
    expect(scene.steps).toEqual(['open 9', 'create']);
    scene.mayLack = true;
    await scene.feed(nothing);
    expect(scene.steps).toEqual(['open 9', 'create', 'open 9', 'fill', 'create']);
  });

  it('tells once of an outage, waits ever longer up to a minute, and loses nothing', async () => {
    const scene = new Scene();
    scene.queued.push(row(1));
    scene.faults = Array.from({ length: 8 }, down);
    await scene.feed(...Array.from({ length: 9 }, () => nothing));
    expect(scene.waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 1_000]);
    expect(scene.lines).toEqual([
      'sink unavailable (ECONNREFUSED); answers are collected, and wait in the database',
    ]);
    expect([...scene.held.keys()]).toEqual(['id-1']);
    expect(scene.queued).toEqual([]);
  });

  it('tells of the next outage again, and looks at the sink anew after it', async () => {
    const scene = new Scene();
    const fail = (): void => {
      scene.queued.push(row(1));
      scene.faults = [down()];
    };
    await scene.feed(fail, nothing, fail, nothing, nothing);
    expect(scene.lines).toHaveLength(2);
    expect(scene.steps.filter((step) => step.startsWith('open'))).toEqual(['open 0', 'open 0', 'open 1']);
  });

  it('names a failure by its code and never by its text', async () => {
    const scene = new Scene();
    const cause = Object.assign(new Error('quotes an answer'), { code: '57P01' });
    scene.faults = [new StoreFailure('unavailable', cause)];
    await scene.feed(nothing);
    scene.faults = [new Error('quotes another')];
    await scene.feed(nothing);
    expect(scene.lines).toEqual([
      'sink not fed: store unavailable (57P01); answers are collected, and wait in the database',
      'sink not fed: failed: Error; answers are collected, and wait in the database',
    ]);
  });
});
