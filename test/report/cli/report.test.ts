import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMapping } from '../../../shared/mapping/parse-mapping.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { parseBakedReport } from '../../../report/baked-data.ts';
import { Engine } from '../../../report/engine/engine.ts';
import { bakedFile } from '../../../report/engine/baked-file.ts';
import { bake } from '../../../report/cli/report-command.ts';
import { blobSource } from '../../../report/engine/source.ts';
import { fixture } from './run-cli.ts';

const source = (name: string, text: string) => blobSource(name, new Blob([text]));
const shop: Questionnaire = {
  id: 'shop',
  version: 1,
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'mood', kind: 'rating', label: 'Mood' },
    { id: 'why', kind: 'text', label: 'Why?' },
    { id: 'reach', kind: 'contact' },
  ],
};
const known = { questionnaires: [shop], mappings: [], comments: false };
const EXPORT =
  'id,survey,context.tier,nps,mood,why,reach.name\na,shop,gold,9,5,"Good, ""really""",Ann\nb,shop,,3,2,x\n';

describe('bakedFile(source, known)', () => {
  test('keeps what is part of a figure, and leaves comments and contacts out', async () => {
    const { name, text } = await bakedFile(source('/home/ann/answers.csv', EXPORT), known);
    expect(name).toBe('answers.csv');
    expect(text).toBe('id,survey,context.tier,nps,mood\na,shop,gold,9,5\n');
  });

  test.each([false, true])(
    'leaves out what reading refuses: bytes that are no UTF-8 (comments: %s)',
    async (comments) => {
      const rows = Array.from({ length: 12_000 }, (_, n) => `r${n},shop,gold,${n % 11},5,good,Ann\n`).join(
        '',
      );
      const bad = Uint8Array.of(0xe9, 0xff);
      const late = blobSource(
        'late.csv',
        new Blob([
          `${EXPORT}${rows}x,shop,gold,9,5,`,
          bad,
          ',Ann\ny,shop,',
          bad,
          ',9,5,,Ann\nz,shop,gold,9,',
          bad,
          ',,Ann\n',
        ]),
      );
      const read = new Engine();
      const asked = blobSource('shop.json', new Blob([JSON.stringify(shop)]));
      const before = await read.read([late, asked]);
      const { text } = await bakedFile(late, { ...known, comments });
      // a short one above, and that whose field is no UTF-8; of the others a comment or a score alone is refused
      expect([before.rejections.rows, before.rejections.cells]).toEqual([2, 1]);
      const after = await new Engine().read([source('late.csv', text), asked]);
      expect(after.figures).toEqual(before.figures);
    },
  );

  test('keeps every byte when comments are wanted', async () => {
    expect((await bakedFile(source('a.csv', EXPORT), { ...known, comments: true })).text).toBe(EXPORT);
  });

  test('leaves own words out of NDJSON as well', async () => {
    const record = {
      id: 'a',
      revision: 1,
      answers: {
        nps: 9,
        why: 'Good',
        reach: { reach: 'a@b', consent: true },
        service: { satisfaction: { food: 3 } },
      },
    };
    const { text } = await bakedFile(source('a.ndjson', `${JSON.stringify(record)}\n`), known);
    expect(JSON.parse(text)).toEqual({
      ...record,
      answers: { nps: 9, service: { satisfaction: { food: 3 } } },
    });
  });

  test('keeps the columns that a mapping uses, but comments', async () => {
    const path = 'data/nps_verbatim_en';
    const parsed = parseMapping(JSON.parse(readFileSync(fixture(`${path}.map.json`), 'utf8')));
    if (!parsed.ok) throw new Error('expected a mapping');
    const table = readFileSync(fixture(`${path}.csv`), 'utf8');
    const { text } = await bakedFile(source('a.csv', table), { ...known, mappings: [parsed.value] });
    expect(text.split('\n')[0]).toBe('id,response_time,journey_stage,nps_score');
    expect(text.trimEnd().split('\n')).toHaveLength(table.trimEnd().split('\n').length);
  });
});

describe('bake(page, data)', () => {
  const page =
    '<script>"fourfold-data"</script><script type="application/json" id="fourfold-data">{}</script><p>';

  test('puts data into its block, from which nothing in it can break out', () => {
    const data = { format: 'fourfold-report-data', version: 1, files: [{ name: 'a', text: '</script><b>' }] };
    const baked = bake(page, data);
    const [, json] = /id="fourfold-data">(.*?)<\/script>/.exec(baked) ?? [];
    expect(JSON.parse(json)).toEqual(data);
    expect(baked.match(/<\/script>/g)).toHaveLength(2);
    expect(parseBakedReport(JSON.parse(json))).toMatchObject({ ok: true, value: { files: [{ name: 'a' }] } });
  });

  test('refuses a page that has no place for data', () => {
    expect(() => bake('<p>', {})).toThrow('the built report has no place for data; build it again');
  });
});
