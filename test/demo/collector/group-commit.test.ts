import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../demo/collector/group-commit.ts';

describe('groupCommit(commit)', () => {
  it('does what comes together in one commit, and gives each its own result', async () => {
    const groups: number[][] = [];
    const double = groupCommit((jobs: readonly number[]) => {
      groups.push([...jobs]);
      return jobs.map((job) => job * 2);
    });
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(groups).toEqual([[1, 2, 3], [4]]);
  });

  it('tells all of a group that failed, and goes on with the next', async () => {
    let isFull = true;
    const keep = groupCommit((jobs: readonly string[]) => {
      if (isFull) throw new RangeError('full');
      return jobs;
    });
    const results = await Promise.allSettled([keep('a'), keep('b')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isFull = false;
    expect(await keep('c')).toBe('c');
  });
});
