import { describe, expect, test } from 'vitest';
import { EngineClient, type EngineWorker } from '../../../report/engine/engine-client.ts';
import type { EngineReply, EngineRequest, ReadOutcome } from '../../../report/engine/messages.ts';
import { outcomeOf, someAnswers, textFile } from '../support/some-answers.ts';

class FakeWorker implements EngineWorker {
  readonly asked: EngineRequest[] = [];
  ended = false;
  readonly #listeners: ((event: { data: EngineReply }) => void)[] = [];
  #onError: ((event: { message?: string }) => void) | undefined;

  postMessage(request: EngineRequest): void {
    this.asked.push(request);
  }

  addEventListener(type: 'message' | 'error', listener: (event: never) => void): void {
    if (type === 'error')
      this.#onError = listener as (event: { message?: string }) => void; // by its type
    else this.#listeners.push(listener as (event: { data: EngineReply }) => void); // by its type
  }

  terminate(): void {
    this.ended = true;
  }

  say(data: EngineReply): void {
    for (const listener of this.#listeners) listener({ data });
  }

  breakDown(message: string): void {
    this.#onError?.({ message });
  }
}

async function setUp(): Promise<{ client: EngineClient; workers: FakeWorker[]; outcome: ReadOutcome }> {
  const workers: FakeWorker[] = [];
  const client = new EngineClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  return { client, workers, outcome: await outcomeOf([textFile('a.csv', someAnswers(20))]) };
}

const files = [textFile('a.csv', 'id')];

describe('EngineClient', () => {
  test('figures(…, quick) passes on what is quick, but not of a question that was overtaken', async () => {
    const { client, workers, outcome } = await setUp();
    const reading = client.read(files, {}, {});
    workers[0].say({ kind: 'outcome', outcome });
    await reading;
    const told: string[] = [];
    const first = client.figures({}, {}, () => told.push('first'));
    const second = client.figures({}, {}, () => told.push('second'));
    const { figures } = outcome;
    workers[0].say({ kind: 'quick-figures', question: 2, figures });
    workers[0].say({ kind: 'quick-figures', question: 3, figures });
    workers[0].say({ kind: 'overtaken' });
    workers[0].say({ kind: 'figures', figures });
    expect(await first).toBeUndefined();
    expect(await second).toBe(figures);
    expect(told).toEqual(['second']);
  });

  test('passes progress on and gives the outcome', async () => {
    const { client, workers, outcome } = await setUp();
    const seen: number[] = [];
    const reading = client.read(files, {}, { progress: ({ rows }) => seen.push(rows) });
    workers[0].say({
      kind: 'progress',
      progress: { file: 'a.csv', bytes: 1, bytesInAll: 2, rows: 5, rejected: 0 },
    });
    workers[0].say({ kind: 'outcome', outcome });
    expect(await reading).toBe(outcome);
    expect(seen).toEqual([5]);
  });

  test('asks the worker that holds the answers, while another reads', async () => {
    const { client, workers, outcome } = await setUp();
    const first = client.read(files, {}, {});
    workers[0].say({ kind: 'outcome', outcome });
    await first;
    const second = client.read(files, {}, {});
    const asked = client.figures({});
    workers[0].say({ kind: 'figures', figures: outcome.figures });
    expect(await asked).toBe(outcome.figures);
    client.cancel();
    expect(await second).toBeUndefined();
    expect(workers.map(({ ended }) => ended)).toEqual([false, true]);
  });

  test('ends the worker before once the next has read to its end', async () => {
    const { client, workers, outcome } = await setUp();
    for (const turn of [0, 1]) {
      const reading = client.read(files, {}, {});
      workers[turn].say({ kind: 'outcome', outcome });
      await reading;
    }
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  });

  test('gives up a question that a later one overtakes, and takes no late answer for it', async () => {
    const { client, workers, outcome } = await setUp();
    const reading = client.read(files, {}, {});
    workers[0].say({ kind: 'outcome', outcome });
    await reading;
    const early = client.figures({ matrix: { crosshair: { kind: 'median' } } });
    const late = client.figures({});
    const wrong = await outcomeOf([textFile('b.csv', 'id,nps\na,1\nb,1\n')]);
    workers[0].say({ kind: 'figures', figures: wrong.figures });
    workers[0].say({ kind: 'figures', figures: outcome.figures });
    expect(await early).toBeUndefined();
    expect(await late).toBe(outcome.figures);
  });

  test('reads for a worker that may not, and says nothing of it to the watcher', async () => {
    const { client, workers, outcome } = await setUp();
    const reading = client.read([textFile('a.csv', 'id'), textFile('b.csv', 'id,nps')], {}, {});
    const { port1: ear, port2: port } = new MessageChannel();
    const heard = new Promise<unknown>((done) => (ear.onmessage = ({ data }) => done(data)));
    workers[0].say({ kind: 'slice-wanted', file: 1, from: 3, to: 6, port });
    expect(await heard).toEqual({ ok: true, bytes: new TextEncoder().encode('nps').buffer });
    ear.close();
    workers[0].say({ kind: 'outcome', outcome });
    expect(await reading).toBe(outcome);
  });

  test('fails when the page meets an error of its own while it reads for the worker', async () => {
    const { client, workers } = await setUp();
    const blob = Object.assign(new Blob(['id']), {
      slice: () => {
        throw new RangeError('no memory');
      },
    });
    const reading = client.read([{ name: 'a.csv', blob }], {}, {});
    workers[0].say({ kind: 'slice-wanted', file: 0, from: 0, to: 2, port: new MessageChannel().port2 });
    await expect(reading).rejects.toThrow('no memory');
  });

  test('fails when the worker fails or breaks down', async () => {
    const { client, workers } = await setUp();
    const said = client.read(files, {}, {});
    workers[0].say({ kind: 'failed', message: 'RangeError: no' });
    await expect(said).rejects.toThrow('RangeError: no');
    const broken = client.read(files, {}, {});
    workers[1].breakDown('out of memory');
    await expect(broken).rejects.toThrow('out of memory');
  });

  test('inspects files in a worker of its own, which ends with that', async () => {
    const { client, workers } = await setUp();
    const inspecting = client.inspect(files, { encoding: 'gb18030' });
    expect(workers[0].asked).toEqual([{ kind: 'inspect', files, named: { encoding: 'gb18030' } }]);
    const found = { file: 'a.csv', kind: 'table', encoding: 'gb18030', sureOfEncoding: true } as const;
    workers[0].say({ kind: 'inspected', inspections: [found] });
    expect(await inspecting).toEqual([found]);
    expect(workers[0].ended).toBe(true);
  });

  test('asks for figures of the records that a filter keeps', async () => {
    const { client, workers, outcome } = await setUp();
    const reading = client.read(files, {}, {}, { encoding: 'gb18030' });
    expect(workers[0].asked).toMatchObject([{ kind: 'read', given: { encoding: 'gb18030' } }]);
    workers[0].say({ kind: 'outcome', outcome });
    await reading;
    const filter = { fields: new Map([['tier', ['gold']]]) };
    const asking = client.figures({}, filter);
    expect(workers[0].asked[1]).toEqual({ kind: 'figures', options: {}, filter });
    workers[0].say({ kind: 'figures', figures: outcome.figures });
    expect(await asking).toBe(outcome.figures);
  });
});
