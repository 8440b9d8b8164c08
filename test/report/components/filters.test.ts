import { Engine } from '../../../report/engine/engine.ts';
import type { ReportEngine } from '../../../report/engine/engine-client.ts';
import { blobSource } from '../../../report/engine/source.ts';
import { fixed } from '../../../report/format/numbers.ts';
import type { Figures } from '../../../shared/metrics/figures.ts';
import type { PageState } from '../../../report/state.ts';
import { afterEach, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { ReportHarness, dark, directEngine } from '../support/report-harness.ts';
import { textFile } from '../support/some-answers.ts';

let harness: ReportHarness;
afterEach(() => harness.close());

/** Two surveys of a shop over three months; gold customers promote, northern ones less so. */
function answers(rows = 360): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const tier = n % 3 === 0 ? 'gold' : n % 3 === 1 ? 'basic' : '';
    const region = n % 2 ? 'north' : 'south';
    const day = `2026-0${(n % 3) + 1}-1${n % 9}T10:00:00.000Z`;
    const nps = Math.min(10, (tier === 'gold' ? 8 : 5) + (n % 4) - (region === 'north' ? 1 : 0));
    const scores = [0, 1, 2].map((shift) => 1 + ((n + shift * 2 + (tier === 'gold' ? 1 : 0)) % 5));
    return [`p${n}`, n % 12 ? 'shop' : 'other', day, tier, region, nps, scores[0], ...scores].join(',');
  });
  const battery = ['parking', 'staff', 'food'].map((name) => `service.satisfaction.${name}`).join(',');
  return `id,survey,shownAt,context.tier,context.region,nps,csat,${battery}\n${lines.join('\n')}\n`;
}

async function opened(): Promise<void> {
  harness = await ReportHarness.open();
  await harness.read(textFile('shop.csv', answers()));
}

function pick(name: string, value: string): void {
  const field = harness.find(`[name="${name}"]`) as HTMLSelectElement | HTMLInputElement; // by its name
  field.value = value;
  field.dispatchEvent(new Event('change'));
}

async function choose(name: string, value: string): Promise<void> {
  pick(name, value);
  // The engine of the tests answers at once, in a few turns of the loop.
  await eventually(
    () => (harness.element.chosen === harness.element.shownState ? true : undefined),
    'the figures',
  );
  await harness.settled();
}

async function figuresWith(fields: readonly (readonly [string, readonly string[]])[]): Promise<Figures> {
  const engine = new Engine();
  await engine.read([blobSource('shop.csv', new Blob([answers()]))]);
  const figures = engine.figures({}, { fields: new Map(fields) });
  if (!figures.ok) throw new Error('figuresWith: expected figures');
  return figures.value;
}

const nps = (): string => harness.text('[data-figure="nps"] [data-part="value"]');

describe('the filters of fourfold-report', () => {
  for (const scheme of ['light', 'dark'])
    it(`act on every panel at once, without a finding of axe (${scheme})`, async () => {
      await opened();
      dark(scheme === 'dark');
      await choose('field-tier', '=gold');
      const gold = await figuresWith([['tier', ['gold']]]);
      equal(nps(), fixed(gold.nps?.value ?? 0, 0));
      holds(harness.text('.filters .saved').startsWith('90 of 330 records'), harness.text('.filters .saved'));
      equal(harness.text('[data-figure="csat"] [data-part="n"]'), `n ${gold.csat?.n ?? 0}`);
      await choose('field-region', '=north');
      const both = await figuresWith([
        ['tier', ['gold']],
        ['region', ['north']],
      ]);
      equal(nps(), fixed(both.nps?.value ?? 0, 0));
      equal(await harness.axe(), []);
      await harness.press('All records');
      await eventually(
        () => (harness.text('.filters .saved') === '330 of 330 records' ? true : undefined),
        'all',
      );
    });

  it('call a field as the questionnaire does, in each language, also in segments, comments and a saved report', async () => {
    const context = { tier: { en: 'Customer tier', 'zh-CN': '客户等级', 'zh-TW': '客戶等級' } };
    const questions = [
      { id: 'nps', kind: 'nps' },
      { id: 'why', kind: 'text' },
    ];
    const [head, ...rows] = answers().trimEnd().split('\n');
    const lines = [`${head},why`, ...rows.map((row, n) => `${row},word ${n}`)];
    const engine = directEngine();
    harness = await ReportHarness.open(engine);
    await harness.read(
      textFile('shop.csv', lines.join('\n')),
      textFile('q.json', JSON.stringify({ id: 'shop', version: 1, context, questions })),
    );
    const named = async (label: string): Promise<void> => {
      await eventually(() => harness.element.querySelector('[name="comment-segment"] option'), 'comments');
      holds(harness.text('label:has([name="field-tier"])').startsWith(label), 'the filter');
      holds(harness.text('[data-panel="segments"]').includes(label), 'the segments');
      holds(harness.text('[name="comment-segment"]').includes(label), 'the comments');
    };
    for (const [language, label] of Object.entries(context.tier)) {
      harness.element.language = language as keyof typeof context.tier; // its own keys
      await harness.settled();
      await named(label);
    }
    const baked = await engine.bake({ data: 'counts', comments: 'none' });
    equal(
      baked?.questionnaires.map(({ context: fields }) => fields),
      [context],
    );
  });

  it('show overview and points at once, and mark what is still counted', async () => {
    const engine = directEngine();
    let goOn: () => void = () => undefined;
    const counted = new Promise<void>((resolve) => (goOn = resolve));
    const slow: ReportEngine = {
      ...engine,
      async figures(options, filter, quick) {
        const all = await engine.figures(options, filter);
        if (all) quick?.(all);
        await counted;
        return all;
      },
    };
    harness = await ReportHarness.open(slow);
    await harness.read(textFile('shop.csv', answers()));
    const before = nps();
    pick('field-tier', '=gold');
    await eventually(() => (harness.find('main').ariaBusy === 'true' ? true : undefined), 'counting');
    await harness.settled();
    holds(nps() !== before, 'the overview of the records chosen');
    holds(harness.text('[role="status"].counting').startsWith('Counting'), 'said so');
    holds(Number(getComputedStyle(harness.find('.row')).opacity) < 1, 'panels of before step back');
    goOn();
    await eventually(() => (harness.find('main').ariaBusy === 'false' ? true : undefined), 'counted');
    equal(harness.text('.counting'), '');
    equal(getComputedStyle(harness.find('.row')).opacity, '1');
  });

  it('choose records without a value, a month, and days of one’s own', async () => {
    await opened();
    await choose('field-tier', '=');
    equal(harness.text('.filters .saved').split(' ')[0], '120');
    await choose('field-tier', '');
    await choose('period', '2026-02');
    const february = Number(harness.text('.filters .saved').split(' ')[0]);
    holds(february > 0 && february < 330, 'one month');
    await choose('period', 'own');
    await choose('from', '2026-02-01');
    await choose('until', '2026-02-12');
    const kept = Number(harness.text('.filters .saved').split(' ')[0]);
    holds(kept > 0 && kept < february, `a part of February, got ${kept}`);
    equal(harness.element.chosen.filter, { fields: {}, from: '2026-02-01', until: '2026-02-12' });
  });

  it('show no figure, and no NaN, where nothing is left', async () => {
    await opened();
    await choose('period', 'own');
    await choose('from', '2026-03-20');
    equal(harness.text('.filters .saved').split(' ')[0], '0');
    const text = harness.text('main');
    holds(!/NaN|Infinity|undefined/.test(text), 'no NaN');
    equal(await harness.axe(), []);
  });

  it('stand above segments that a narrow page folds to what stands out, and unfolds at a tick', async () => {
    await opened();
    const visible = (): string[] =>
      harness
        .all('[data-panel="segments"] .rows .nm')
        .filter(({ offsetHeight }) => offsetHeight > 0)
        .map(({ textContent }) => textContent);
    const wide = visible();
    equal(wide.length, 4);
    harness.element.style.cssText = 'display: block; width: 340px';
    const folded = visible();
    holds(folded.length < wide.length, `fewer rows than ${wide.join()}, got ${folded.join()}`);
    for (const box of harness.all('[data-panel="segments"] .folds input')) box.click();
    equal(visible(), wide);
    equal(await harness.axe(), []);
  });

  it('leave the plan with all respondents, which says so', async () => {
    await opened();
    const planned = (): string => harness.text('[data-panel="plan"]');
    holds(!planned().includes('all respondents'), planned());
    const rows = harness.all('[data-planned]').map(({ textContent }) => textContent);
    await choose('field-tier', '=gold');
    equal(
      harness.all('[data-planned]').map(({ textContent }) => textContent),
      rows,
    );
    holds(planned().includes('all respondents'), planned());
  });

  it('begin anew with another survey', async () => {
    await opened();
    await choose('field-tier', '=gold');
    await choose('survey', 'other');
    equal(harness.text('.filters .saved'), '30 of 30 records');
    equal((harness.find('[name="survey"]') as HTMLSelectElement).value, 'other'); // by its name
  });

  it('put two groups side by side, with the interval of their difference', async () => {
    await opened();
    await choose('compare', '=tier');
    const panel = '[data-panel="comparison"]';
    await choose('compare-a', 'gold');
    await choose('compare-b', 'basic');
    const [a, b] = [await figuresWith([['tier', ['gold']]]), await figuresWith([['tier', ['basic']]])];
    equal(harness.text(`${panel} [data-row="nps"] [data-cell="a"]`), fixed(a.nps?.value ?? 0, 0));
    equal(harness.text(`${panel} [data-row="nps"] [data-cell="b"]`), fixed(b.nps?.value ?? 0, 0));
    equal(harness.text(`${panel} [data-row="nps"] [data-cell="verdict"]`), 'differs');
    holds(harness.text(`${panel} h2`).includes('higher in A'), harness.text(`${panel} h2`));
    equal(harness.all(`${panel} [data-row^="service."]`).length, 3);
    equal(await harness.axe(), []);
    await choose('compare', 'periods');
    holds(harness.text(panel).includes('A 2026-03 · B 2026-02'), 'the last two months');
    await choose('compare', '');
    equal(harness.all(panel).length, 0);
  });

  it('are opened again from what a saved report holds', async () => {
    const state: PageState = {
      ...{ survey: 'shop', filter: { fields: { tier: ['gold'] } } },
      compare: { by: 'region', a: 'north', b: 'south' },
    };
    harness = await ReportHarness.open();
    await harness.element.open(
      [textFile('shop.csv', answers())],
      JSON.parse(JSON.stringify(state)) as PageState,
    ); // of our own making
    await harness.settled();
    equal(harness.text('.filters .saved').split(' ')[0], '90');
    equal((harness.find('[name="field-tier"]') as HTMLSelectElement).value, '=gold'); // by its name
    holds(harness.text('[data-panel="comparison"]').includes('A north · B south'), 'both sides');
    equal(harness.element.chosen, state);
  });

  it('say so where a summary cannot be chosen from, and leave the report as it was', async () => {
    const engine = new Engine();
    await engine.read([blobSource('shop.csv', new Blob([answers()]))]);
    harness = await ReportHarness.open();
    await harness.read(textFile('shop.summary.json', JSON.stringify(engine.deepSummary())));
    holds(harness.text('[data-panel="notes"]').includes('do not draw: Comments.'), 'what counts cannot tell');
    await choose('field-tier', '=gold');
    const before = nps();
    equal(
      harness.all('.filters select:disabled').map((select) => select.getAttribute('name')),
      ['period', 'field-region'],
    );
    const groups = harness.text('[data-panel="health"]');
    holds(groups.includes('2 context fields'), 'the fields that there are, also of a part');
    holds(harness.text('.filters').includes('Grey lists need the answers'), 'why they are grey');
    holds(harness.text('[data-panel="notes"]').includes('Comments, Segments'), 'what a segment lacks');
    const field = harness.find('[name="field-region"]') as HTMLSelectElement; // by its name
    field.value = '=north';
    field.dispatchEvent(new Event('change'));
    await eventually(() => harness.element.querySelector('[data-problem="filter"]'), 'an alert');
    equal(nps(), before);
    equal((harness.find('[name="field-region"]') as HTMLSelectElement).value, ''); // by its name
  });

  it('choose and compare the months that a summary counts, as the answers tell them', async () => {
    const engine = new Engine();
    await engine.read([blobSource('shop.csv', new Blob([answers()]))]);
    const march = engine.figures({}, { from: Date.UTC(2026, 2), before: Date.UTC(2026, 3) });
    if (!march.ok) throw new Error('expected figures of March');
    harness = await ReportHarness.open();
    await harness.read(textFile('shop.summary.json', JSON.stringify(engine.deepSummary())));
    holds(harness.find('[data-panel="trend"]').isConnected, 'the trend of all');
    equal(
      harness.all('[name="period"] option').map(({ textContent }) => textContent.trim()),
      ['all', '2026-01', '2026-02', '2026-03'],
    );
    await choose('period', '2026-03');
    equal(nps(), fixed(march.value.nps?.value ?? 0, 0));
    equal(harness.text('[data-figure="nps"] [data-part="n"]'), `n ${march.value.nps?.n ?? 0}`);
    holds(harness.find('[data-panel="trend"]').isConnected, 'the trend by weeks of March');
    await choose('period', '');
    await choose('compare', 'periods');
    holds(harness.text('[data-panel="comparison"]').includes('A 2026-03 · B 2026-02'), 'both months');
    equal(await harness.axe(), []);
  });
});
