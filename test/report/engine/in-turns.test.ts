import { describe, expect, test } from 'vitest';
import { inTurns } from '../../../report/engine/in-turns.ts';

function* steps(count: number, done: (step: number) => void): Generator<undefined, string> {
  for (let step = 1; step <= count; step++) {
    done(step);
    yield;
  }
  return 'done';
}

describe('inTurns(steps, isNeedless, now)', () => {
  test('gives what the steps come to, and lets others have their turn when the clock says so', async () => {
    let now = 0;
    const order: (number | string)[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      order.push('another');
      port1.close();
    };
    const result = await inTurns(
      steps(9, (step) => {
        if (step === 1) port2.postMessage(0);
        order.push(step);
      }),
      () => false,
      () => (now += 7),
    );
    expect(result).toBe('done');
    expect(order.filter((one) => one !== 'another')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(order.indexOf('another')).toBeLessThan(order.indexOf(9));
  });

  test('gives the work up when it has become needless', async () => {
    const worked: number[] = [];
    const result = await inTurns(
      steps(9, (step) => worked.push(step)),
      () => worked.length >= 3,
      () => 0,
    );
    expect(result).toBeUndefined();
    expect(worked).toEqual([1, 2, 3]);
  });

  test('hears a question that was asked at the same time before it begins', async () => {
    let overtaken = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      overtaken = true;
      port1.close();
    };
    port2.postMessage(0);
    await new Promise((heard) => setImmediate(heard));
    const worked: number[] = [];
    await inTurns(
      steps(9, (step) => worked.push(step)),
      () => overtaken,
    );
    expect(worked).toEqual([]);
  });
});
