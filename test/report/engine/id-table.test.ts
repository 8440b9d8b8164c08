import { describe, expect, test } from 'vitest';
import { ByteDictionary } from '../../../report/engine/byte-dictionary.ts';
import { IdTable } from '../../../report/engine/id-table.ts';
import { ID_BYTES_MAX } from '../../../report/engine/text-ids.ts';

describe('IdTable', () => {
  test('finds every id of many, each by its own row, and gives it back', () => {
    const ids = new IdTable();
    const idOf = (row: number): string =>
      row % 3 === 0 ? `${String(row).padStart(8, '0')}-0000-7000-8000-00000000abcd` : `考生${row}`;
    for (let row = 0; row < 5000; row++) {
      expect(ids.takeText(idOf(row)) && ids.find()).toBe(-1);
      ids.keep(row);
    }
    for (const row of [0, 1, 2, 1023, 1024, 4999]) {
      ids.takeText(idOf(row));
      expect(ids.find()).toBe(row);
      expect(ids.at(row)).toBe(idOf(row));
    }
    expect(ids.count).toBe(5000);
    expect([...ids.column(3)]).toEqual([idOf(0), idOf(1), idOf(2)]);
  });

  test('tells a UUID from the same in capitals, and from 16 bytes of text', () => {
    const ids = new IdTable();
    const texts = [
      'abcdef01-0000-7000-8000-00000000abcd',
      'ABCDEF01-0000-7000-8000-00000000ABCD',
      '0123456789abcdef',
    ];
    texts.forEach((text, row) => {
      ids.takeText(text);
      ids.keep(row);
    });
    expect(texts.map((_, row) => ids.at(row))).toEqual(texts);
  });

  test('has no id for a row that was given none, and takes none that is too long', () => {
    const ids = new IdTable();
    ids.takeText('a');
    ids.keep(7);
    expect(ids.at(3)).toBe('');
    expect(ids.takeText('x'.repeat(ID_BYTES_MAX))).toBe(true);
    expect(ids.takeText('x'.repeat(ID_BYTES_MAX + 1))).toBe(false);
  });

  test('keeps UUIDs many at a time as one by one, up to the first that a row has', () => {
    const ids = new IdTable();
    const words = Int32Array.from({ length: 4 * 9000 }, (_, at) => Math.imul(at + 1, 0x9e3779b1));
    ids.takeText('考生');
    ids.keep(0);
    expect(ids.keepMany(words, 0, 5000, 1)).toBe(5000);
    // One of those before in the middle of others, once as words and once as text.
    words.copyWithin(4 * 7000, 4 * 123, 4 * 124);
    expect(ids.keepMany(words, 5000, 9000, 5001)).toBe(7000);
    expect([ids.count, ids.at(0), ids.at(7001)]).toEqual([7001, '考生', '']);
    for (const row of [1, 124, 2048, 5000, 7000]) {
      expect(ids.takeText(ids.at(row)) && ids.find()).toBe(row);
    }
    // Two that are the same stand in one call.
    words.copyWithin(4 * 7002, 4 * 7001, 4 * 7002);
    expect(ids.keepMany(words, 7001, 9000, 7001)).toBe(7002);
  });
});

describe('ByteDictionary', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  test('numbers values in order of first appearance, and finds them again', () => {
    const dictionary = new ByteDictionary();
    const values = Array.from({ length: 1000 }, (_, at) => bytes(`value ${at}`));
    values.forEach((value, at) => {
      expect(dictionary.find(value, 0, value.length)).toBe(-1);
      expect(dictionary.add(value, 0, value.length)).toBe(at);
    });
    values.forEach((value, at) => expect(dictionary.find(value, 0, value.length)).toBe(at));
    expect(dictionary.find(bytes(''), 0, 0)).toBe(-1);
  });

  test('takes no more than it can hold', () => {
    const dictionary = new ByteDictionary();
    for (let at = 0; at < 1 << 16; at++) dictionary.add(bytes(String(at)), 0, String(at).length);
    expect(dictionary.add(bytes('more'), 0, 4)).toBe(-1);
    expect(dictionary.find(bytes('more'), 0, 4)).toBe(-1);
  });
});
