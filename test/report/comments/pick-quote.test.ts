import { describe, expect, it } from 'vitest';
import { pickQuote } from '../../../report/comments/pick-quote.ts';

const word = (name: string, z: number) => ({ word: name, z, count: 3, share: 0.1, otherShare: 0 });
const texts = (...all: string[]) => all.map((text) => ({ text }));

describe('pickQuote(comments, words)', () => {
  it('takes the comment with most of the words, of equals the shorter, then the first', () => {
    const words = [word('weeks', 4), word('late', 3)];
    const [long, both, short] = ['weeks and weeks of late parcels', 'late by weeks', 'weeks gone'];
    expect(pickQuote(texts(short, long, both), words)?.text).toBe(both);
    expect(pickQuote(texts('weeks gone by', short), words)?.text).toBe(short);
  });

  it('takes none without the words, none that is a word alone, and none that is a letter', () => {
    const words = [word('weeks', 4)];
    expect(pickQuote(texts('all was well', 'weeks', `weeks ${'x'.repeat(200)}`), words)).toBeUndefined();
    expect(pickQuote(texts(), words)).toBeUndefined();
  });
});
