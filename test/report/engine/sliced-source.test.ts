import { describe, expect, test } from 'vitest';
import { SLICE_BYTES, slicedSource } from '../../../report/engine/sliced-source.ts';

const SIZE = 2 * SLICE_BYTES + 5;

async function read(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return parts;
}

function setUp(size: number): { source: ReturnType<typeof slicedSource>; asked: number[][] } {
  const asked: number[][] = [];
  const source = slicedSource('a.csv', size, (from, to) => {
    asked.push([from, to]);
    return Promise.resolve(new Uint8Array(to - from).fill(asked.length));
  });
  return { source, asked };
}

describe('slicedSource(name, size, read).chunks()', () => {
  test('gives slices up to the end, in order', async () => {
    const { source, asked } = setUp(SIZE);
    const parts = await read(source.chunks());
    expect(parts.map((part) => [part.length, part[0]])).toEqual([
      [SLICE_BYTES, 1],
      [SLICE_BYTES, 2],
      [5, 3],
    ]);
    expect(asked).toEqual([
      [0, SLICE_BYTES],
      [SLICE_BYTES, 2 * SLICE_BYTES],
      [2 * SLICE_BYTES, SIZE],
    ]);
  });

  test('ends with a slice that ends the file, and asks for nothing of an empty one', async () => {
    const whole = setUp(SLICE_BYTES);
    expect(await read(whole.source.chunks())).toHaveLength(1);
    expect(whole.asked).toEqual([[0, SLICE_BYTES]]);
    const empty = setUp(0);
    expect(await read(empty.source.chunks())).toEqual([]);
    expect(empty.asked).toEqual([]);
  });

  test('asks for a slice when it is wanted, and not before', async () => {
    const { source, asked } = setUp(SIZE);
    for await (const chunk of source.chunks()) {
      expect(chunk).toHaveLength(SLICE_BYTES);
      break;
    }
    expect(asked).toHaveLength(1);
  });

  test('begins anew each time', async () => {
    const { source, asked } = setUp(SIZE);
    await read(source.chunks());
    await read(source.chunks());
    expect(asked.slice(3)).toEqual(asked.slice(0, 3));
  });
});
