import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Engine } from '../../../report/engine/engine.ts';
import { humanised } from '../../../report/engine/labels.ts';
import type { FirstFigures } from '../../../report/engine/messages.ts';
import { blobSource, type Source } from '../../../report/engine/source.ts';
import { outcomeOf, someAnswers, textFile } from '../support/some-answers.ts';

const airport = readFileSync(new URL('../../../demo/questionnaires/airport.json', import.meta.url), 'utf8');

describe('Engine.read(files)', () => {
  test('makes the same figures of one file and of its parts', async () => {
    const text = someAnswers(600);
    const [header, ...lines] = text.trimEnd().split('\n');
    const parts = [lines.slice(0, 200), lines.slice(150, 450), lines.slice(400)].map((part, index) =>
      textFile(`part-${index}.csv`, [header, ...part].join('\n')),
    );
    const whole = await outcomeOf([textFile('all.csv', text)]);
    const pieces = await outcomeOf(parts);
    expect(pieces.figures).toEqual(whole.figures);
    expect(pieces.repeated).toBe(100);
  });

  test('keeps surveys and versions apart, and counts the records of each', async () => {
    const rows = ['a,shop,1,9', 'b,shop,2,8', 'c,shop,2,7', 'd,site,1,3'];
    const { surveys, figures } = await outcomeOf([
      textFile('a.csv', `id,survey,surveyVersion,nps\n${rows.join('\n')}\n`),
    ]);
    expect(surveys).toEqual([
      {
        survey: 'shop',
        records: 3,
        versions: [
          { version: '2', records: 2 },
          { version: '1', records: 1 },
        ],
      },
      { survey: 'site', records: 1, versions: [{ version: '1', records: 1 }] },
    ]);
    expect(figures).toMatchObject({ ok: true, value: { survey: 'shop', surveyVersion: '2', records: 2 } });
  });

  test('pools versions only when asked', async () => {
    const engine = new Engine();
    const rows = ['a,shop,1,9', 'b,shop,2,8', 'c,shop,2,7'];
    const text = `id,survey,surveyVersion,nps\n${rows.join('\n')}\n`;
    await engine.read([blobSource('a.csv', new Blob([text]))]);
    expect(engine.figures({ survey: 'shop', surveyVersion: 'all' })).toMatchObject({
      value: { records: 3, nps: { n: 3 } },
    });
  });

  test('leaves rejected cells out of n, and says where they stand', async () => {
    const rows = Array.from({ length: 12 }, (_, row) => `p${row},shop,${row === 4 ? 11 : 9}`);
    const { figures, rejections } = await outcomeOf([
      textFile('a.csv', `id,survey,nps\n${rows.join('\n')}\n`),
    ]);
    expect(figures).toMatchObject({ value: { records: 12, nps: { n: 11, value: 100 } } });
    expect(rejections).toMatchObject({ cells: 1, rows: 0, listed: [{ line: 6, value: '11' }] });
  });

  test('names attributes in every language of the questionnaire beside', async () => {
    const { labels } = await outcomeOf([
      textFile('a.csv', someAnswers(20)),
      textFile('airport.json', airport),
    ]);
    expect(labels.get('service.park')).toMatchObject({ en: 'Parking', 'zh-CN': '停车设施' });
  });

  test('knows the built-in questionnaires: their comments are no mystery', async () => {
    const { comments, unknown } = await outcomeOf([
      textFile('a.csv', 'id,survey,surveyVersion,nps,why\na,nps,1,9,good\n'),
    ]);
    expect(comments).toEqual(['why']);
    expect(unknown).toEqual([]);
  });

  test('tells progress and first figures on the way', async () => {
    let now = 0;
    const shares: number[] = [];
    let left: number | undefined;
    const firsts: FirstFigures[] = [];
    const bytes = new TextEncoder().encode(someAnswers(9000));
    const source: Source = {
      name: 'a.csv',
      size: bytes.length,
      async *chunks() {
        for (let at = 0; at < bytes.length; at += 100_000)
          yield await Promise.resolve(bytes.subarray(at, at + 100_000));
      },
    };
    await new Engine(() => (now += 100)).read(
      [source],
      {},
      {
        progress: ({ bytes, bytesInAll, msLeft }) => {
          shares.push(bytes / bytesInAll);
          left = msLeft;
        },
        firstFigures: (first) => firsts.push(first),
      },
    );
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.at(-1)).toBe(1);
    expect(left).toBe(0);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(firsts[0].figures.satisfaction).toHaveLength(6);
    expect(firsts[0].figures.records).toBeLessThan(9000);
  });
});

describe('Engine.firstFigures(options, filter)', () => {
  const gold = { fields: new Map([['tier', ['gold']]]) };
  const engineOf = async (): Promise<Engine> => {
    const engine = new Engine();
    const [header, ...lines] = someAnswers(400).trimEnd().split('\n');
    const rows = lines.map((line, at) => `${line},${at % 3 === 0 ? 'gold' : 'silver'},${(at % 5) + 1}`);
    const text = [`${header},context.tier,service.importance.food`, ...rows].join('\n');
    await engine.read([blobSource('a.csv', new Blob([text]))]);
    return engine;
  };

  test.each([undefined, 'stated', 'correlation', 'relative-weight', 'regression', 'picks'] as const)(
    'gives the overview and the points that all figures have, with importance %s',
    async (importance) => {
      const engine = await engineOf();
      const options = importance ? { matrix: { importance } } : {};
      const [first, all] = [engine.firstFigures(options, gold), engine.figures(options, gold)];
      if (first?.ok !== true || !all.ok) throw new Error('firstFigures: expected figures');
      const { matrix, ...overview } = first.value;
      expect(overview).toMatchObject({ records: 134, nps: { n: 134 } });
      expect(all.value).toMatchObject(overview);
      expect(matrix?.points.length).toBe(all.value.matrix?.points.length);
      for (const { attribute, satisfaction, importance: y } of matrix?.points ?? [])
        expect(all.value.matrix?.points).toContainEqual(
          expect.objectContaining({ attribute, satisfaction, importance: y }),
        );
    },
  );

  test('has nothing to give where all figures are there', async () => {
    expect((await engineOf()).firstFigures({})).toBeUndefined();
    expect(new Engine().firstFigures({}, gold)).toBeUndefined();
  });

  test('refuses a field that no answer has, as all figures do', async () => {
    const filter = { fields: new Map([['mood', ['good']]]) };
    const engine = await engineOf();
    expect(() => engine.firstFigures({}, filter)).toThrow(RangeError);
  });
});

describe('humanised(id)', () => {
  test.each([
    ['park', 'Park'],
    ['long-term_parking', 'Long term parking'],
    ['longTermParking', 'Long term parking'],
    ['wifi2', 'Wifi2'],
    ['__proto__', 'Proto'],
    ['停车', '停车'],
    ['', ''],
  ])('%s: %s', (id, name) => {
    expect(humanised(id)).toBe(name);
  });
});
