import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../demo/collector/group-commit.ts';

const EACH_ONE = { sizeOf: () => 1, enough: 100, worthwhile: 100 };

describe('groupCommit(commit, options)', () => {
  it('does what comes together in one commit, and gives each its own result', async () => {
    const groups: number[][] = [];
    const double = groupCommit((jobs: readonly number[]) => {
      groups.push([...jobs]);
      return jobs.map((job) => job * 2);
    }, EACH_ONE);
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(groups).toEqual([[1, 2, 3], [4]]);
  });

  it('tells all of a group that failed, and goes on with the next', async () => {
    let isFull = true;
    const keep = groupCommit((jobs: readonly string[]) => {
      if (isFull) throw new RangeError('full');
      return jobs;
    }, EACH_ONE);
    const results = await Promise.allSettled([keep('a'), keep('b')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isFull = false;
    expect(await keep('c')).toBe('c');
  });

  it('gathers what comes while a commit is under way into the next one', async () => {
    const groups: (readonly number[])[] = [];
    const finish: (() => void)[] = [];
    const keep = groupCommit((jobs: readonly number[]) => {
      groups.push(jobs);
      return new Promise<readonly number[]>((resolve) => finish.push(() => resolve(jobs)));
    }, EACH_ONE);
    const first = keep(1);
    while (groups.length === 0) await new Promise(setImmediate);
    const later = [keep(2), keep(3)];
    await new Promise(setImmediate);
    expect(groups).toEqual([[1]]);
    finish[0]();
    expect(await first).toBe(1);
    expect(groups).toEqual([[1], [2, 3]]);
    finish[1]();
    expect(await Promise.all(later)).toEqual([2, 3]);
  });

  it('does not wait once enough has come to be worth a commit', async () => {
    const groups: (readonly number[])[] = [];
    const finish: (() => void)[] = [];
    const keep = groupCommit(
      (jobs: readonly number[]) => {
        groups.push(jobs);
        return new Promise<readonly number[]>((resolve) => finish.push(() => resolve(jobs)));
      },
      { sizeOf: (size) => size, enough: 100, worthwhile: 10 },
    );
    const kept = [4, 6, 20].map(keep);
    expect(groups).toEqual([[4, 6]]);
    finish[0]();
    await kept[0];
    expect(groups).toEqual([[4, 6], [20]]);
    finish[1]();
    expect(await Promise.all(kept)).toEqual([4, 6, 20]);
  });

  it('closes a group once it is large enough, and does the rest in the next', async () => {
    const groups: (readonly number[])[] = [];
    const keep = groupCommit(
      (jobs: readonly number[]) => {
        groups.push(jobs);
        return jobs;
      },
      { sizeOf: (size) => size, enough: 10, worthwhile: 100 },
    );
    await Promise.all([4, 6, 1, 50, 2].map(keep));
    expect(groups).toEqual([[4, 6], [1, 50], [2]]);
  });
});
