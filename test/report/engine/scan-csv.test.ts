import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../../report/engine/scan-csv.ts';
import type { ScanFault } from '../../../report/engine/scan-fault.ts';

interface Scanned {
  header: string[];
  rows: string[][];
  lines: number[];
  faults: ScanFault[];
}

function scan(text: string | Uint8Array, cutAt: readonly number[] = []): Scanned {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const found: Scanned = { header: [], rows: [], lines: [], faults: [] };
  const scanner = new CsvScanner({
    header: (row) => {
      found.header = Array.from({ length: row.count }, (_, field) => row.text(field));
      return true;
    },
    row: (row) => {
      found.rows.push(Array.from({ length: row.count }, (_, field) => row.text(field)));
      found.lines.push(row.line);
    },
    fault: (fault) => found.faults.push(fault),
  });
  let start = 0;
  for (const end of [...cutAt, bytes.length]) {
    scanner.push(bytes.slice(start, end));
    start = end;
  }
  scanner.end();
  return found;
}

const PLAIN = [
  ['1', '二', 'x'],
  ['2', '', 'y "quoted", and more'],
  ['3', 'line\nbreak', ''],
];

const shapes: Record<string, string> = {
  LF: 'id,名,c\n1,二,x\n2,,"y ""quoted"", and more"\n3,"line\nbreak",\n',
  CRLF: 'id,名,c\r\n1,二,x\r\n2,,"y ""quoted"", and more"\r\n3,"line\nbreak",\r\n',
  CR: 'id,名,c\r1,二,x\r2,,"y ""quoted"", and more"\r3,"line\nbreak",\r',
  'mixed line ends': 'id,名,c\r1,二,x\r\n2,,"y ""quoted"", and more"\n3,"line\nbreak",',
  'a byte order mark': '\uFEFFid,名,c\n1,二,x\n2,,"y ""quoted"", and more"\n3,"line\nbreak",\n',
  semicolons: 'id;名;c\n1;二;x\n2;;"y ""quoted"", and more"\n3;"line\nbreak";\n',
  tabs: 'id\t名\tc\n1\t二\tx\n2\t\t"y ""quoted"", and more"\n3\t"line\nbreak"\t\n',
  'quotes around everything':
    '"id","名","c"\n"1","二","x"\n"2","","y ""quoted"", and more"\n"3","line\nbreak",""',
  'empty lines': '\nid,名,c\n\n1,二,x\r\n\r\n2,,"y ""quoted"", and more"\n3,"line\nbreak",\n\n\n',
};

describe('CsvScanner', () => {
  test.each(Object.entries(shapes))('reads the same table from %s', (_name, text) => {
    const { header, rows, faults } = scan(text);
    expect(header).toEqual(['id', '名', 'c']);
    expect(rows).toEqual(PLAIN);
    expect(faults).toEqual([]);
  });

  test.each(Object.entries(shapes))('reads the same table from %s cut at every byte', (_name, text) => {
    const whole = scan(text);
    const { length } = new TextEncoder().encode(text);
    for (let cut = 0; cut <= length; cut++) expect(scan(text, [cut])).toEqual(whole);
    expect(
      scan(
        text,
        Array.from({ length }, (_, at) => at),
      ),
    ).toEqual(whole);
  });

  test('names a ragged row by its line and cells, and reads on', () => {
    const { rows, faults } = scan('a,b\n1,2\n1\n1,2,3\n3,4\n');
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(faults).toEqual([
      { line: 3, code: 'ragged', found: 1, expected: 2 },
      { line: 4, code: 'ragged', found: 3, expected: 2 },
    ]);
  });

  test('counts lines inside quotes, so that later rows have their own line', () => {
    const { lines } = scan('a,b\r\n"1\r\n\r\n",2\r\n3,4\r5,"\r"\r7,8');
    expect(lines).toEqual([2, 5, 6, 8]);
  });

  test('loses one row to a quote that is never closed, not the rest of the file', () => {
    const { rows, faults } = scan('a,b\n1,2\n3,"open\n5,6\n7,8\n');
    expect(rows).toEqual([
      ['1', '2'],
      ['5', '6'],
      ['7', '8'],
    ]);
    expect(faults).toEqual([{ line: 3, code: 'open-quote' }]);
  });

  test('loses one row to an open quote that the next quoted cell seems to close', () => {
    const { rows, faults } = scan('a,b\n3,"open\n5,6\n7,"eight"\n9,10\n');
    expect(rows).toEqual([
      ['5', '6'],
      ['7', 'eight'],
      ['9', '10'],
    ]);
    expect(faults).toEqual([{ line: 2, code: 'stray-quote' }]);
  });

  test('refuses a quote inside a bare cell', () => {
    const { rows, faults } = scan('a,b\n5" screen,2\n3,4\n');
    expect(rows).toEqual([['3', '4']]);
    expect(faults).toEqual([{ line: 2, code: 'stray-quote' }]);
  });

  test('refuses a row with a NUL, and only that one', () => {
    const { rows, faults } = scan('a,b\n1,2\n3,\u0000\n5,6\n');
    expect(rows).toEqual([
      ['1', '2'],
      ['5', '6'],
    ]);
    expect(faults).toEqual([{ line: 3, code: 'nul' }]);
  });

  test('throws nothing at bytes that are not UTF-8 before someone asks for the text', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('a,b\n1,'), 0xb6, 0xa5, 10]);
    expect(() => scan(bytes)).toThrow(TypeError);
  });

  test('takes the last row without a line end, also one that ends in an empty cell', () => {
    expect(scan('a,b\n1,').rows).toEqual([['1', '']]);
    expect(scan('a,b\n1,""').rows).toEqual([['1', '']]);
  });

  test('finds nothing in an empty file', () => {
    expect(scan('')).toEqual({ header: [], rows: [], lines: [], faults: [] });
    expect(scan('\uFEFF')).toEqual({ header: [], rows: [], lines: [], faults: [] });
  });
});
