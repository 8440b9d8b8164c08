import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { idBlocks, idHeads } from '../../../report/engine/id-blocks.ts';
import { IdTable } from '../../../report/engine/id-table.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';

describe('idBlocks and idHeads', () => {
  const random = uniformDraws(5);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(16 * random()).toString(16)).join('');
  const uuid = (): string => [8, 4, 4, 4, 12].map(hex).join('-');
  const rows = 9000;
  const texts = Array.from({ length: rows }, (_, row) => {
    if (row % 1000 === 7) return '';
    return row % 50 === 3 ? `visitor ${row} 考生` : row % 50 === 4 ? uuid().toUpperCase() : uuid();
  });
  const ids = new IdTable();
  texts.forEach((text, row) => {
    if (text !== '' && ids.takeText(text)) ids.keep(row);
  });
  const digests = texts.map((text) => createHash('md5').update(text).digest());

  test('are those of the MD5 that another library makes of each id', () => {
    const column = { ids: ids.column(rows), rows };
    expect(Array.from(idBlocks(column) ?? [])).toEqual(
      digests.map((digest, row) => (texts[row] === '' ? 255 : digest[0] % 64)),
    );
    expect(Array.from(idHeads(column) ?? [])).toEqual(
      digests.map((digest, row) => (texts[row] === '' ? -1 : Number(digest.readBigUInt64BE() >> 12n))),
    );
  });

  test('are the same of ids that stand in a list', () => {
    const column = { ids: ids.column(rows), rows };
    expect(idHeads({ ids: texts, rows })).toEqual(idHeads(column));
  });

  test('are none without ids', () => {
    expect([idBlocks({ rows }), idHeads({ rows })]).toEqual([undefined, undefined]);
  });
});
