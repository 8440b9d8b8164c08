import { describe, expect, test } from 'vitest';
import { ByteRow } from '../../../report/engine/byte-row.ts';

function whole(text: string): number | undefined {
  const row = new ByteRow();
  row.bytes = new TextEncoder().encode(text);
  row.add(0, row.bytes.length, false, false);
  return row.whole(0);
}

describe('ByteRow.whole', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['10', 10],
    ['-1', -1],
    ['999999999', 999999999],
  ])('reads %s', (text, value) => {
    expect(whole(text)).toBe(value);
  });

  test.each([
    '',
    ' 7',
    '7 ',
    '７',
    '07',
    '-0',
    '+7',
    '1e1',
    '10.5',
    '4.0',
    'NaN',
    'abc',
    '-',
    '0x1',
    '1234567890',
  ])('reads "%s" as no whole number', (text) => {
    expect(whole(text)).toBeUndefined();
  });
});
