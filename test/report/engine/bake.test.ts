import { describe, expect, it } from 'vitest';
import { bake, type BakeWanted } from '../../../report/engine/bake.ts';
import { Engine } from '../../../report/engine/engine.ts';
import { blobSource } from '../../../report/engine/source.ts';
import type { Mapping } from '../../../shared/mapping/mapping.ts';
import { outcomeOf, textFile } from '../support/some-answers.ts';
import { SHOP_QUESTIONNAIRE, someShop } from '../support/some-shop.ts';

const REDACTED = { email: '[e-mail]', phone: '[phone]' };
const WORDS = 'Slow! Write to li@example.com';

async function baked(wanted: BakeWanted, ...files: readonly { name: string; text: string }[]) {
  const engine = new Engine();
  const sources = files.map(({ name, text }) => blobSource(name, new Blob([text])));
  const { files: read } = await engine.read(sources);
  return bake(engine, sources, new Set(read.map(({ name }) => name)), wanted);
}

const SHOP = [
  { name: 'shop.ndjson', text: someShop(300) },
  { name: 'shop.json', text: SHOP_QUESTIONNAIRE },
];

describe('bake(engine, sources, read, wanted)', () => {
  it.each(['rows', 'counts'] as const)('gives files that show the same figures: %s', async (data) => {
    const { files, questionnaires } = await baked({ data, comments: 'none' }, ...SHOP);
    const again = await outcomeOf([
      ...files.map(({ name, text }) => textFile(name, text)),
      textFile('questionnaires.json', JSON.stringify({ questionnaires })),
    ]);
    const before = await outcomeOf(SHOP.map(({ name, text }) => textFile(name, text)));
    expect(again.problems).toEqual([]);
    expect(again.figures).toEqual(before.figures);
    expect([...again.labels]).toEqual([...before.labels]);
    expect(again.labels.get('context.tier')).toEqual({ en: 'Tier', 'zh-CN': '客户等级' });
  });

  const OPTIONS = ['a', 'b'].map((id) => ({ id, label: id }));
  const questionnaire = {
    name: 'q.json',
    text: JSON.stringify({
      ...{ id: 's', version: 1 },
      questions: [
        { id: 'nps', kind: 'nps' },
        { id: 'why', kind: 'text' },
        { id: 'goods', kind: 'choice', label: 'Goods', options: OPTIONS, other: true },
        { id: 'reach', kind: 'contact' },
      ],
    }),
  };
  const ID = '0195f3a0-0000-7000-8000-000000000001';
  const record = {
    ...{ schemaVersion: 1, id: ID, revision: 1, survey: 's', surveyVersion: 1, status: 'completed' },
    ...{
      shownAt: '2026-01-01T00:00:00.000Z',
      locale: 'en',
      context: {},
      skipped: [],
      notApplicable: {},
      order: {},
    },
    answers: {
      ...{ nps: 3, why: WORDS, goods: { other: WORDS } },
      reach: { name: 'Li', reach: 'li@example.com', consent: true },
    },
  };
  const sources = [
    [
      'NDJSON',
      {
        name: 'a.ndjson',
        text: `${JSON.stringify(record)}\n${JSON.stringify({ ...record, id: ID.replace(/1$/, '2') })}\n`,
      },
    ],
    [
      'CSV',
      {
        name: 'a.csv',
        text: `id,survey,surveyVersion,nps,why,goods,goods.other,reach.name,reach.reach,secret\n${ID},s,1,3,${WORDS},,${WORDS},Li,li@example.com,x\n`,
      },
    ],
  ] as const;

  describe.each(sources)('%s', (_, file) => {
    it.each([
      ['none', 'none' as const, 0, 0],
      ['all', 'all' as const, 2, 0],
      ['redacted', REDACTED, 0, 2],
    ])('holds comments as wanted (%s), and never a contact', async (__, comments, whole, redacted) => {
      const { files } = await baked({ data: 'rows', comments }, file, questionnaire);
      const text = files[0].text.split('\n').find((line) => line.includes(ID)) ?? '';
      expect(text.split(WORDS)).toHaveLength(1 + whole);
      expect(text.split('Slow! Write to [e-mail]')).toHaveLength(1 + redacted);
      expect(files[0].text).not.toMatch(/Li\b|reach|secret/);
    });
  });

  it('gives a foreign table with what it was read by, whatever its delimiter and encoding were', async () => {
    const mapping: Mapping = {
      ...{ format: 'fourfold-map', version: 1, survey: 'wave' },
      table: { encoding: 'gb18030', delimiter: ';' },
      columns: [
        { column: 'nr', role: 'id' },
        { column: 'nps, here, there, now, once more', role: 'nps', scale: { min: 0, max: 10 } },
        { column: 'tier', role: 'segment' },
        { column: 'why', role: 'comment' },
      ],
    };
    const rows = Array.from({ length: 40 }, (_, at) => `${at};${at % 11};silver;as ever ${at}`);
    const head = new TextEncoder().encode(
      `nr;nps, here, there, now, once more;tier;why\n${rows.join('\n')}\na;3;`,
    );
    // 金 in GB 18030.
    const table = new Blob([head, Uint8Array.of(0xbd, 0xf0), ';\n']);
    const sources = [
      blobSource('wave.csv', table),
      blobSource('m.json', new Blob([JSON.stringify(mapping)])),
    ];
    const engine = new Engine();
    const before = await engine.read(sources);
    const { files } = await bake(engine, sources, new Set(['wave.csv']), { data: 'rows', comments: 'none' });
    const again = await outcomeOf(files.map(({ name, text }) => textFile(name, text)));
    expect([again.problems, again.files.map(({ rows: read }) => read)]).toEqual([[], [41]]);
    expect(again.figures).toEqual(before.figures);
    expect(files[0].text).toContain('\na;3;金\n');
    expect(files[0].text).not.toContain('as ever');
  });

  it('gives neither rows, ids nor comments with counts', async () => {
    const { files } = await baked({ data: 'counts', comments: 'all' }, sources[0][1], questionnaire);
    expect(files.map(({ name }) => name)).toEqual(['summary.json']);
    expect(files[0].text).not.toMatch(/Slow|0195f3a0/);
  });
});
