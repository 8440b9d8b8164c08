import { describe, expect, it } from 'vitest';
import { CommentTexts, COMMENTS_KEPT_MAX, type Written } from '../../../report/engine/comment-texts.ts';
import { Engine } from '../../../report/engine/engine.ts';
import type { CommentsFound, CommentsWanted } from '../../../report/engine/find-comments.ts';
import { blobSource } from '../../../report/engine/source.ts';

const QUESTIONNAIRE = JSON.stringify({
  ...{ id: 's', version: 1 },
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'why', kind: 'text' },
  ],
});
const MAP = JSON.stringify({
  ...{ format: 'fourfold-map', version: 1, survey: 's', columns: [] },
  keywords: [{ id: 'wait', label: 'Waiting', words: ['wait*', '等'] }],
});

/** Five of each of some rows: id, revision, nps, tier, why. */
function csv(rows: readonly (readonly [nps: number, tier: string, why: string])[], times = 5): string {
  const lines = rows.flatMap(([nps, tier, why], row) =>
    Array.from({ length: times }, (_, k) => `r${row}-${k},1,s,1,${nps},${tier},"${why}"`),
  );
  return `id,revision,survey,surveyVersion,nps,context.tier,why\n${lines.join('\n')}\n`;
}

async function engineOf(...files: readonly (readonly [string, string])[]): Promise<Engine> {
  const engine = new Engine();
  const all = [...files, ['q.json', QUESTIONNAIRE] as const, ['map.json', MAP] as const];
  await engine.read(all.map(([name, text]) => blobSource(name, new Blob([text]))));
  return engine;
}

function found(engine: Engine, wanted: Partial<CommentsWanted> = {}): CommentsFound {
  const comments = engine.comments({ survey: 's', filter: {}, query: '', ...wanted });
  if (!comments) throw new TypeError('expected comments');
  return comments;
}

const ROWS = [
  [3, 'gold', 'waiting for weeks, write to weeks@example.com'],
  [2, 'plain', 'damaged parcel'],
  [9, 'gold', 'easy and friendly'],
  [10, 'plain', 'friendly people'],
  [7, 'gold', 'fine'],
  [7, 'gold', ''],
] as const;

describe('engine.comments(wanted)', () => {
  it('groups comments by NPS, and tells the words that set the groups apart', async () => {
    const { n, groups, words, quotes, scale } = found(await engineOf(['a.csv', csv(ROWS, 100)]));
    expect([n, groups, scale]).toEqual([
      500,
      { low: 200, middle: 100, high: 200 },
      { role: 'nps', min: 0, max: 10 },
    ]);
    expect(words.high[0]).toMatchObject({ word: 'friendly', count: 200, share: 1, otherShare: 0 });
    expect(words.low.map(({ word }) => word).sort()).toEqual([
      'damaged',
      'parcel',
      'waiting',
      'weeks',
      'write',
    ]);
    expect(quotes.low?.text).toContain('waiting');
    expect(quotes.high).toMatchObject({ score: 10, group: 'high', fields: [['tier', 'plain']] });
  });

  it('follows the periods that a filter keeps, from one question to the next', async () => {
    const mapping = {
      ...{ format: 'fourfold-map', version: 1, survey: 's' },
      columns: [
        { column: 'nr', role: 'id' },
        { column: 'wave', role: 'time', form: 'label' },
        { column: 'said', role: 'comment' },
      ],
    };
    const table = 'nr,wave,said\n1,w1,good\n2,w2,bad\n3,w2,dear\n';
    const engine = await engineOf(['a.csv', table], ['wave.json', JSON.stringify(mapping)]);
    const texts = ['w1', 'w2'].map((period) =>
      found(engine, { filter: { periods: [period] } }).listed.map(({ text }) => text),
    );
    expect(texts).toEqual([['good'], ['bad', 'dear']]);
  });

  it.each<[string, Partial<CommentsWanted>, number]>([
    ['words', { query: 'FRIENDLY' }, 10],
    ['a group', { group: 'middle' }, 5],
    ['a segment', { segment: { field: 'tier', value: 'plain' } }, 10],
    ['a theme', { theme: 'wait' }, 5],
    [
      'all of these',
      { query: 'write', group: 'low', segment: { field: 'tier', value: 'gold' }, theme: 'wait' },
      5,
    ],
    ['what nobody wrote', { query: 'unicorn' }, 0],
  ])('finds %s', async (_, wanted, matches) => {
    const comments = found(await engineOf(['a.csv', csv(ROWS)]), wanted);
    expect([comments.matches, comments.listed.length, comments.n]).toEqual([matches, matches, 25]);
  });

  it('finds who rated an attribute below the middle of its scale', async () => {
    const mapping = {
      ...{ format: 'fourfold-map', version: 1, survey: 's' },
      columns: [
        { column: 'nr', role: 'id' },
        ...['food', 'signs'].map((attribute) => ({
          ...{ column: attribute, role: 'satisfaction', attribute, scale: { min: 1, max: 5 } },
        })),
        { column: 'said', role: 'comment' },
      ],
    };
    const table = 'nr,food,signs,said\n1,2,5,cold\n2,3,5,so so\n3,,4,nothing\n4,1,3,late\n';
    const engine = await engineOf(['a.csv', table], ['poor.json', JSON.stringify(mapping)]);
    const all = found(engine);
    expect(all.poor).toEqual(['service.food']);
    expect(found(engine, { poor: 'service.food' }).listed.map(({ text }) => text)).toEqual(['cold', 'late']);
    expect(found(engine, { poor: 'service.signs' }).matches).toBe(0);
  });

  it('follows the version of the survey', async () => {
    const versions = csv(ROWS).replace('r0-0,1,s,1,', 'r0-0,1,s,2,');
    const engine = await engineOf(['a.csv', versions]);
    expect(found(engine).n).toBe(25);
    expect(found(engine, { surveyVersion: '2' }).n).toBe(1);
    expect(found(engine, { surveyVersion: '1' }).n).toBe(24);
  });

  it('has none under a filter on a field that only counts made elsewhere know', async () => {
    const engine = await engineOf(['a.csv', csv(ROWS)]);
    const filter = (values: string[]) => ({ filter: { fields: new Map([['shop', values]]) } });
    expect(found(engine, filter(['north'])).n).toBe(0);
    expect(found(engine, filter([''])).n).toBe(25);
  });

  it('counts themes of all comments, and follows the filter of the page', async () => {
    const engine = await engineOf(['a.csv', csv(ROWS)]);
    expect(found(engine).themes).toMatchObject([{ name: 'wait', count: 5, n: 25 }]);
    const plain = found(engine, { filter: { fields: new Map([['tier', ['plain']]]) } });
    expect([plain.n, plain.themes[0].count]).toEqual([10, 0]);
    expect(found(engine).n).toBe(25);
    expect(found(engine, { survey: 'another' }).n).toBe(0);
  });

  it('counts the words of 10,000 comments of a group at most, spread over all', async () => {
    const { counted, groups, words } = found(
      await engineOf(['a.csv', csv([ROWS[0], ROWS[1], ROWS[2]], 6000)]),
    );
    expect([groups.low, counted]).toEqual([12_000, { low: 10_000, high: 6_000 }]);
    expect(words.low.map(({ share }) => share)).toEqual(Array.from({ length: 5 }, () => 0.5));
  });

  it('reads comments of NDJSON as those of CSV', async () => {
    const lines = ROWS.flatMap(([nps, tier, why], row) =>
      Array.from({ length: 5 }, (_, k) =>
        JSON.stringify({
          ...{ schemaVersion: 1, revision: 1, survey: 's', surveyVersion: 1, status: 'completed' },
          id: `0195f3a0-0000-7000-8000-${String(10 * row + k).padStart(12, '0')}`,
          ...{ shownAt: '2026-01-01T00:00:00.000Z', locale: 'en', context: { tier } },
          ...{ answers: { nps, ...(why !== '' && { why }) }, skipped: [], notApplicable: {}, order: {} },
        }),
      ),
    );
    const json = found(await engineOf(['a.ndjson', lines.join('\n')]));
    expect(json).toEqual(found(await engineOf(['a.csv', csv(ROWS)])));
  });

  it('counts the comment of the highest revision alone', async () => {
    const first = csv([[3, 'gold', 'first words']], 1);
    const again = first.replace('r0-0,1', 'r0-0,2').replace('first words', 'second thoughts');
    for (const files of [
      [first, again],
      [again, first],
    ]) {
      const engine = await engineOf(...files.map((text, at) => [`${at}.csv`, text] as const));
      expect(found(engine).listed.map(({ text }) => text)).toEqual(['second thoughts']);
    }
  });

  it('takes the guard against formulas off', async () => {
    const engine = await engineOf(['a.csv', csv([[3, 'gold', "'=1+1 is two"]], 1)]);
    expect(found(engine).listed[0].text).toBe('=1+1 is two');
  });
});

const WHY = { column: 'why', textOf: (text: string) => text };

describe('CommentTexts', () => {
  it('keeps 300,000 that hold something, and counts the rest', () => {
    const texts = new CommentTexts();
    for (let row = 0; row < COMMENTS_KEPT_MAX + 3; row++) texts.keepText(row, WHY, 'x');
    expect([[...texts.all()].length, texts.left]).toEqual([COMMENTS_KEPT_MAX, 3]);
  });

  it('gives texts back as they were written, and leaves out blank ones', () => {
    const texts = new CommentTexts();
    const keep = (written: Written, ...bytes: number[]): void =>
      texts.keep(1, WHY, {
        bytes: Uint8Array.from([0, ...bytes, 0]),
        start: 1,
        end: bytes.length + 1,
        written,
      });
    keep('""', ...Buffer.from('so ""good""'));
    keep("''", ...Buffer.from("it''s"));
    keep('json', ...Buffer.from(String.raw`two\nlines`));
    keep('plain', ...Buffer.from('\u3000 '));
    keep('plain', 0xb6, 0xa5);
    texts.keepText(2, WHY, '等候');
    texts.keepText(2, WHY, 'x'.repeat(2 ** 21));
    expect([...texts.all()].map(({ text }) => text.slice(0, 12))).toEqual([
      ...['so "good"', "it's", 'two\nlines', '\uFFFD', '等候', 'x'.repeat(12)],
    ]);
    texts.forget(1);
    expect([...texts.all()].map(({ row }) => row)).toEqual([2, 2]);
  });
});
