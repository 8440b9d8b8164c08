import { describe, expect, it } from 'vitest';
import { tableCsv } from '../../../report/panels/panel-table.ts';

describe('tableCsv', () => {
  it('gives an interval two columns, and leaves absent figures empty', () => {
    const csv = tableCsv({
      columns: [
        { key: 'name', head: 'Name' },
        { key: 'nps', head: 'NPS', format: () => 'not in the file' },
        { key: 'nps95', head: '95 %' },
      ],
      rows: [
        { id: 'a', cells: ['Parking, short', 1 / 3, { low: -1.5, high: 2 }] },
        { id: 'b', cells: ['=1+1', undefined, undefined] },
      ],
    });
    expect(csv).toBe(
      '\uFEFFname,nps,nps95Low,nps95High\r\n"Parking, short",0.3333333333333333,-1.5,2\r\n\'=1+1,,,\r\n',
    );
  });
});
