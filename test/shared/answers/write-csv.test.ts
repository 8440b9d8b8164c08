import { describe, expect, it } from 'vitest';
import { csvHeader, csvLine, guardFormula, unguardFormula } from '../../../shared/answers/write-csv.ts';

const FORMULAS = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '=1', '+1', '-1a', '@a'],
  ...[' =1', "'=1", '"=1', '  "\'=1', '\u3000=1', '=HYPERLINK("http://x")', '-cmd|a', '+', '=', '@', "'-3"],
];

describe('guardFormula(cell)', () => {
  it.each(FORMULAS)('puts an apostrophe before %j, and unguardFormula takes it away', (cell) => {
    expect(guardFormula(cell)).toBe(`'${cell}`);
    expect(unguardFormula(guardFormula(cell))).toBe(cell);
  });
  it.each(['', '5', '-3', '-3.5', 'a=b', "it's", "'quoted'", '停车', '1-2'])('leaves %j as it is', (cell) => {
    expect(guardFormula(cell)).toBe(cell);
    expect(unguardFormula(cell)).toBe(cell);
  });
});

describe('csvLine(columns, row)', () => {
  it('quotes by RFC 4180 and leaves absent cells empty', () => {
    const row = new Map([
      ['a', 'x,y'],
      ['b', 'say "hi"'],
      ['d', 'two\r\nlines'],
      ['e', '=1+1'],
    ]);
    expect(csvLine(['a', 'b', 'c', 'd', 'e'], row)).toBe('"x,y","say ""hi""",,"two\r\nlines",\'=1+1\r\n');
  });
});

describe('csvHeader(columns)', () => {
  it('begins with a byte order mark', () => {
    expect(csvHeader(['id', 'context.a'])).toBe('\uFEFFid,context.a\r\n');
  });
});
