import { describe, expect, test } from 'vitest';
import type { Encoding, Mapping } from '../../shared/mapping/mapping.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import { Engine } from '../../report/engine/engine.ts';
import { findEncoding } from '../../report/engine/encoding.ts';
import type { ReadGiven, ReadOutcome } from '../../report/engine/messages.ts';
import { blobSource, type Source } from '../../report/engine/source.ts';

/** Answers in which every mark between cells, every line end and words beyond ASCII stand. */
const HEADER = ['id', 'context.tier', 'nps', 'csat', 'why'];
const ROWS = [
  ['a1', '金卡', '9', '5', 'Good; quick, friendly'],
  ['a2', '银卡', '3', '2', 'He said "no"\nand left'],
  ['a3', '', '10', '', 'one\ttab | bar'],
  ['a4', '金卡', '7', '4', ''],
];
/** Words that Windows-1252 has too. */
const LATIN = ROWS.map((row) => row.map((cell) => cell.replace('金卡', 'Café').replace('银卡', 'Größe')));

/** The same columns under names that say nothing to us. */
const FOREIGN = ['Nummer', 'Stufe', 'Empfehlung', 'Zufrieden', 'Warum'];
const MAPPING: Mapping = {
  ...{ format: 'fourfold-map', version: 1, survey: 'shop' },
  columns: [
    { column: 'Nummer', role: 'id' },
    { column: 'Stufe', role: 'segment', field: 'tier' },
    { column: 'Empfehlung', role: 'nps', question: 'nps', scale: { min: 0, max: 10 } },
    { column: 'Zufrieden', role: 'csat', question: 'csat', scale: { min: 1, max: 5 } },
    { column: 'Warum', role: 'comment' },
  ],
};

interface Dialect {
  readonly delimiter?: string;
  readonly lineEnd?: string;
  readonly quote?: string;
  readonly quoteAll?: boolean;
  readonly mark?: boolean;
  readonly noLastEnd?: boolean;
}

function write(
  rows: readonly (readonly string[])[],
  { delimiter = ',', lineEnd = '\n', quote = '"', quoteAll, mark, noLastEnd }: Dialect,
): string {
  const cell = (text: string): string =>
    quoteAll || [delimiter, quote, '\n', '\r'].some((sign) => text.includes(sign))
      ? quote + text.replaceAll(quote, quote + quote) + quote
      : text;
  const text = rows.map((row) => row.map(cell).join(delimiter)).join(lineEnd);
  return (mark ? '\uFEFF' : '') + text + (noLastEnd ? '' : lineEnd);
}

function encoded(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  if (encoding === 'utf-16le') return Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]));
  if (encoding === 'utf-16be') return Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 255]));
  if (encoding === 'windows-1252') return Uint8Array.from(units);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => GB18030[character] ?? [character.charCodeAt(0)]),
  );
}

/** `printf 金卡银 | iconv -t GB18030 | xxd -p` gives bdf0 bfa8 d2f8. */
const GB18030: Readonly<Record<string, readonly number[]>> = {
  金: [0xbd, 0xf0],
  卡: [0xbf, 0xa8],
  银: [0xd2, 0xf8],
};

/** The bytes in chunks of a size that cuts characters and rows. */
function chunked(name: string, bytes: Uint8Array, size: number): Source {
  return {
    name,
    size: bytes.length,
    // eslint-disable-next-line @typescript-eslint/require-await -- a source is read by and by
    async *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
    },
  };
}

async function read(
  source: Source,
  given: ReadGiven = {},
): Promise<{ outcome: ReadOutcome; json: string; tiers: string[] }> {
  const engine = new Engine();
  const outcome = await engine.read([source], {}, {}, given);
  if (!outcome.figures.ok) throw new Error('read: expected figures');
  // A mapping names the survey, an export of ours has it in each row.
  const figures = { ...outcome.figures.value, survey: 'shop' };
  const tiers = engine
    .deepSummary()
    .slices.flatMap(({ fields }) => fields.flatMap(({ values }) => values.map(({ value }) => value)));
  return { outcome, json: figuresJson(figures), tiers };
}

const DIALECTS: [string, Dialect][] = [
  ['commas and LF', {}],
  ['CRLF and a byte order mark', { lineEnd: '\r\n', mark: true }],
  ['CR', { lineEnd: '\r' }],
  ['semicolons', { delimiter: ';' }],
  ['tabs', { delimiter: '\t' }],
  ['bars', { delimiter: '|' }],
  ['every cell in quotes, no last line end', { quoteAll: true, noLastEnd: true }],
  ['apostrophes as quotes', { quote: "'", quoteAll: true }],
];

/** Own exports and foreign tables: what stands in them is the same. */
const READERS: [string, readonly string[], ReadGiven][] = [
  ['an export of ours', HEADER, {}],
  ['a mapped table', FOREIGN, { mappings: [MAPPING] }],
];

describe.each(READERS)('a reader of %s', (_, header, given) => {
  const table = (dialect: Dialect) => write([header, ...ROWS], dialect);
  const plain = () => read(blobSource('plain.csv', new Blob([table({})])), given);

  test.each(DIALECTS)('R5: reads the same from %s, whole and cut anywhere', async (_name, dialect) => {
    const bytes = encoded(table(dialect), 'utf-8');
    const expected = (await plain()).json;
    for (const size of [bytes.length, 7, 1]) {
      const { outcome, json } = await read(chunked('a.csv', bytes, size), given);
      expect(outcome.problems).toEqual([]);
      expect(outcome.rejections).toMatchObject({ cells: 0, rows: 0 });
      expect(json).toBe(expected);
    }
  });

  test('R5: reads the same where line ends are mixed', async () => {
    const [head, first, ...rest] = [header, ...ROWS].map((row) => write([row], { noLastEnd: true }));
    const text = `${head}\r\n${first}\r${rest.join('\n')}`;
    expect((await read(blobSource('a.csv', new Blob([text])), given)).json).toBe((await plain()).json);
  });

  test.each<[Encoding, boolean]>([
    ['utf-8', true],
    ['utf-8', false],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
  ])('R4: reads %s (byte order mark: %s) rightly by itself', async (encoding, mark) => {
    const bytes = encoded(table({ mark }), encoding);
    const { json, tiers, outcome } = await read(chunked('a.csv', bytes, 13), given);
    expect(outcome.problems).toEqual([]);
    expect(json).toBe((await plain()).json);
    expect(tiers).toContain('金卡');
  });

  test('R4: reads GB 18030 when its owner names it', async () => {
    const bytes = encoded(table({}), 'gb18030');
    const { json, tiers } = await read(chunked('a.csv', bytes, 3), { ...given, encoding: 'gb18030' });
    expect(json).toBe((await plain()).json);
    expect(tiers).toContain('银卡');
  });

  test('R4: reads Windows-1252 when its owner names it', async () => {
    const bytes = encoded(write([header, ...LATIN], {}), 'windows-1252');
    const { tiers } = await read(chunked('a.csv', bytes, 5), { ...given, encoding: 'windows-1252' });
    expect(tiers).toEqual(expect.arrayContaining(['Café', 'Größe']));
  });

  test('R4: never shows a word wrong where nobody has named the encoding', async () => {
    const { outcome, tiers } = await read(chunked('a.csv', encoded(table({}), 'gb18030'), 64), given);
    const refused = outcome.problems.filter(({ code }) => code === 'encoding').length;
    const rejected = outcome.rejections.listed.filter(({ code }) => code === 'encoding').length;
    expect(refused + rejected).toBeGreaterThan(0);
    for (const tier of tiers) expect(['', '金卡', '银卡']).toContain(tier);
  });

  test('R4: says so when the bytes are not what the owner named', async () => {
    const bytes = Uint8Array.from([...encoded(table({}), 'utf-8'), 0xff, 0xff, 0x0a]);
    const { outcome } = await read(chunked('a.csv', bytes, 64), { ...given, encoding: 'gb18030' });
    expect(outcome.problems).toMatchObject([{ file: 'a.csv', code: 'encoding' }]);
  });
});

describe('findEncoding(head)', () => {
  test.each<[string, Uint8Array, Encoding, boolean]>([
    ['plain ASCII', encoded('id,nps\n', 'utf-8'), 'utf-8', true],
    ['a character cut at the end', encoded('金', 'utf-8').slice(0, 2), 'utf-8', true],
    ['GB 18030', encoded('金卡,银卡', 'gb18030'), 'gb18030', false],
    ['Windows-1252', encoded('Größe;Café;été', 'windows-1252'), 'windows-1252', false],
  ])('tells %s', (_, head, encoding, sure) => {
    expect(findEncoding(head)).toEqual({ encoding, sure });
  });
});
