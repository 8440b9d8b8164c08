import { describe, expect, it } from 'vitest';
import { commentSearch } from '../../../report/comments/search.ts';

describe('commentSearch', () => {
  it.each([
    ['', 'anything', true],
    ['  ', 'anything', true],
    ['WIFI', 'the wifi', true],
    ['wifi', 'the ＷｉＦｉ', true],
    ['slow wifi', 'wifi is slow', true],
    ['slow wifi', 'wifi is fine', false],
    ['停车', '停车场太远', true],
    ['.*', 'a dot and a star', false],
  ])('%j in %j: %s', (query, comment, found) => {
    expect(commentSearch(query)(comment)).toBe(found);
  });
});
