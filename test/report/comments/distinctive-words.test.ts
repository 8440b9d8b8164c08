import { describe, expect, it } from 'vitest';
import { countWords, distinctiveWords, type WordCounts } from '../../../report/comments/distinctive-words.ts';
import oracle from '../../fixtures/oracle/log-odds.json' with { type: 'json' };

const counts = (numbers: readonly number[]): WordCounts => ({
  comments: 1_000,
  byWord: new Map(oracle.words.map((word, k) => [word, numbers[k] ?? 0])),
});

describe('countWords', () => {
  it('counts comments, not mentions', () => {
    expect(countWords(['slow, slow, slow', 'Slow!', 'fine'])).toEqual({
      comments: 3,
      byWord: new Map([
        ['slow', 2],
        ['fine', 1],
      ]),
    });
  });

  it('counts comments without a word that counts', () => {
    expect(countWords(['', '5', '的'])).toEqual({ comments: 3, byWord: new Map() });
  });
});

describe('distinctiveWords', () => {
  it('agrees with an independent computation in NumPy', () => {
    const found = distinctiveWords(counts(oracle.group), counts(oracle.other));
    const expected = oracle.words
      .map((word, k) => ({ word, z: oracle.z[k] ?? NaN }))
      .filter(({ z }) => z >= 1.959963984540054)
      .sort((a, b) => b.z - a.z);
    expect(expected.length).toBeGreaterThan(2);
    expect(found.map(({ word }) => word)).toEqual(expected.map(({ word }) => word));
    found.forEach(({ z }, k) => expect(z).toBeCloseTo(expected[k]?.z ?? NaN, 10));
  });

  it('names the words of the other group when the groups change places', () => {
    const forward = distinctiveWords(counts(oracle.group), counts(oracle.other)).map(({ word }) => word);
    const backward = distinctiveWords(counts(oracle.other), counts(oracle.group)).map(({ word }) => word);
    expect(backward).toContain('easy');
    expect(forward.filter((word) => backward.includes(word))).toEqual([]);
  });

  it('gives the share of both groups', () => {
    const [first] = distinctiveWords(counts(oracle.group), counts(oracle.other));
    const k = oracle.words.indexOf(first?.word ?? '');
    expect(first?.share).toBe((oracle.group[k] ?? NaN) / 1_000);
    expect(first?.otherShare).toBe((oracle.other[k] ?? NaN) / 1_000);
  });

  it('needs a word in three comments', () => {
    const quiet = countWords(Array.from({ length: 200 }, () => 'friendly staff'));
    const loud = (times: number): WordCounts =>
      countWords([...Array.from({ length: times }, () => 'refund'), 'staff']);
    expect(distinctiveWords(loud(2), quiet).map(({ word }) => word)).not.toContain('refund');
    expect(distinctiveWords(loud(9), quiet).map(({ word }) => word)).toContain('refund');
  });

  it('finds nothing where a group has no words', () => {
    expect(distinctiveWords(countWords(['slow service']), countWords([]))).toEqual([]);
    expect(distinctiveWords(countWords(['']), countWords(['slow service']))).toEqual([]);
  });
});
