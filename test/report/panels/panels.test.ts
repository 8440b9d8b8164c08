import { beforeAll, describe, expect, it } from 'vitest';
import type { PanelContext } from '../../../report/panels/panel-context.ts';
import { tableCsv } from '../../../report/panels/panel-table.ts';
import { panelRows } from '../../../report/panels/panels.ts';
import type { PanelContent } from '../../../report/panels/panel.ts';
import { namer } from '../../../report/parts/names.ts';
import { en, type Strings } from '../../../report/strings/en.ts';
import { zhCN } from '../../../report/strings/zh-CN.ts';
import { zhTW } from '../../../report/strings/zh-TW.ts';
import type { Figures } from '../../../shared/metrics/figures.ts';
import { outcomeOf, textFile } from '../support/some-answers.ts';
import { SHOP_QUESTIONNAIRE, someShop } from '../support/some-shop.ts';

let context: PanelContext;
let figures: Figures;
beforeAll(async () => {
  const files = [textFile('shop.ndjson', someShop(900)), textFile('shop.json', SHOP_QUESTIONNAIRE)];
  const outcome = await outcomeOf(files);
  if (!outcome.figures.ok) throw new TypeError('expected figures');
  figures = outcome.figures.value;
  context = { figures, nameOf: namer(outcome.labels, 'en'), strings: en as Strings, source: 'shop.ndjson' };
});

function panels(of: PanelContext = context): ReadonlyMap<string, PanelContent> {
  return new Map(
    panelRows(of).flatMap((row) =>
      row.flatMap(({ content }) => (content ? [[content.id, content] as const] : [])),
    ),
  );
}

/** Values of a column of the first view's table, by row. */
function column(id: string, key: string, view = 0): ReadonlyMap<string, unknown> {
  const { columns, rows } = panels().get(id)?.views[view]?.table ?? { columns: [], rows: [] };
  const at = columns.findIndex((candidate) => candidate.key === key);
  return new Map(rows.map((row) => [row.id, row.cells[at]]));
}

describe('panelRows', () => {
  it('has every panel that the columns allow, in the order of the page', () => {
    expect([...panels().keys()]).toEqual([
      ...[
        'drivers',
        'stated',
        'gaps',
        'index',
        'loyalty',
        'segments',
        'journey',
        'trend',
        'trend-attributes',
      ],
      'health',
    ]);
  });

  it('leaves out what has no columns, and gives its neighbour the room', () => {
    const rest = { ...figures };
    for (const key of ['gaps', 'importanceGaps', 'statedAgainstDerived'] as const)
      Reflect.deleteProperty(rest, key);
    const rows = panelRows({ ...context, figures: rest });
    const placed = rows.flat();
    expect(placed.map(({ content }) => content?.id)).not.toContain('gaps');
    expect(placed.find(({ content }) => content?.id === 'drivers')?.columns).toBe(12);
  });

  it('is empty for a file without answers', () => {
    const none: Figures = {
      survey: '',
      records: 0,
      otherAudiences: [],
      satisfaction: [],
      importance: [],
      asked: [],
    };
    expect(panelRows({ ...context, figures: none })).toEqual([]);
  });

  it.each([
    ['en', en as Strings],
    ['zh-CN', zhCN],
    ['zh-TW', zhTW],
  ])('writes no NaN, undefined or empty sentence (%s)', (_, strings) => {
    for (const content of panels({ ...context, strings }).values()) {
      expect(content.name).not.toBe('');
      for (const { verdict, lead, note, table } of content.views) {
        const words = [verdict, typeof lead === 'string' ? lead : '', note ?? '', tableCsv(table)].join('\n');
        expect(words).not.toMatch(/NaN|undefined|Infinity|\[object/);
        expect(verdict).not.toBe('');
      }
      expect(JSON.parse(content.json())).toBeTypeOf('object');
    }
  });
});

describe('panels hold the figures of the metrics', () => {
  it('gaps', () => {
    for (const { attribute, value } of figures.gaps ?? [])
      expect(column('gaps', 'gap').get(attribute)).toBe(value);
    expect(column('gaps', 'gap').size).toBe(5);
    expect(column('gaps', 'gap', 1).size).toBe(6);
  });

  it('service levels, each with n, interval and method, in the table and in JSON', () => {
    const levels = figures.serviceLevel?.levels ?? [];
    expect(levels).toHaveLength(6);
    const content = panels().get('index');
    const view = content?.views.findIndex(({ label }) => label === 'service level');
    for (const { level, value, interval, n } of levels) {
      expect(column('index', 'share', view).get(String(level))).toBe(value);
      expect(column('index', 'share95', view).get(String(level))).toEqual(interval);
      expect(column('index', 'n', view).get(String(level))).toBe(n);
    }
    const json = JSON.parse(content?.json() ?? '') as Pick<Figures, 'serviceLevel'>; // the format under test
    expect(json.serviceLevel?.levels.map(({ n, interval: { method } }) => [n, method])).toEqual(
      levels.map(({ n }) => [n, 'wilson']),
    );
  });

  it('segments, without a field of one value', () => {
    const of = (field: string, count: number) => ({
      ...{ field, tooMany: false },
      segments: (figures.segments?.[0]?.fields[0]?.segments ?? []).slice(0, count),
    });
    const [nps] = figures.segments ?? [];
    if (!nps) throw new TypeError('expected segments');
    const segments = [{ ...nps, fields: [of('dataset', 1), of('tier', 3)] }];
    const content = panels({ ...context, figures: { ...figures, segments } }).get('segments');
    const fields = content?.views[0]?.table.rows.map(({ cells }) => cells[1]);
    expect(new Set(fields)).toEqual(new Set(['Tier']));
  });

  it('segments, with the verdict on each', () => {
    const [nps] = figures.segments ?? [];
    const gold = nps?.fields.flatMap(({ segments }) => segments).find(({ value }) => value === 'gold');
    expect(column('segments', 'value').get('tier.gold')).toBe(gold?.figure?.value);
    expect(column('segments', 'difference').get('tier.gold')).toBe(gold?.difference?.value);
    expect(column('segments', 'verdict').get('tier.gold')).toBe('differs');
  });

  it('journey, with the moment of truth', () => {
    expect(figures.journey?.measures[0]?.momentOfTruth).toBe('Delivery');
    expect(panels().get('journey')?.views[0]?.verdict).toMatch(/^Moment of truth: Delivery\./);
    expect(column('journey', 'drag').get('Delivery')).toBe(
      figures.journey?.measures[0]?.stops.find(({ touchpoint }) => touchpoint === 'Delivery')?.drag,
    );
  });

  it('loyalty, highest answer first', () => {
    const levels = figures.satisfactionLoyalty?.levels ?? [];
    const rows = panels().get('loyalty')?.views[0]?.table.rows ?? [];
    expect(rows.map(({ id }) => id)).toEqual(levels.map(({ answer }) => String(answer)).reverse());
    expect(rows[0]?.cells[3]).toBe(levels[levels.length - 1]?.promoters);
  });

  it('trend', () => {
    const series = figures.trend?.series.find(({ measure }) => measure === 'nps');
    const values = column('trend', 'value');
    expect(values.size).toBeGreaterThan(3);
    for (const { label, figure } of series?.points ?? []) expect(values.get(label)).toBe(figure?.value);
  });

  it('index, whose note speaks of bars only where there is an interval', () => {
    const note = (of: Figures): string | undefined =>
      panels({ ...context, figures: of }).get('index')?.views[0]?.note;
    const { csi } = figures;
    if (!csi) throw new TypeError('expected an index');
    const bare = { ...csi };
    Reflect.deleteProperty(bare, 'interval');
    expect(note(figures)).toContain('Bars');
    expect(note({ ...figures, csi: bare })).not.toContain('Bars');
  });

  it('index', () => {
    expect(column('index', 'score').get('csi')).toBe(figures.csi?.value);
    expect(figures.csi?.value).toBeGreaterThan(0);
  });

  it('health, with every check signed', () => {
    const { rows } = panels().get('health')?.views[0]?.table ?? { rows: [] };
    expect(rows.length).toBeGreaterThan(7);
    const signs = new Map(rows.map(({ id, cells }) => [id, cells[2]]));
    expect([signs.get('groups'), signs.get('importance'), signs.get('rejected')]).toEqual([
      'fine',
      'fine',
      'fine',
    ]);
  });
});
