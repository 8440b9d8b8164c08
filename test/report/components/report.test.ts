import { afterEach, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { ReportHarness, dark } from '../support/report-harness.ts';
import { figuresOf, someAnswers, textFile } from '../support/some-answers.ts';
import { fixed, mean } from '../../../report/format/numbers.ts';

let harness: ReportHarness;
afterEach(() => harness.close());

async function withAnswers(people = 400): Promise<ReportHarness> {
  harness = await ReportHarness.open();
  await harness.read(textFile('answers.csv', someAnswers(people)));
  return harness;
}

describe('fourfold-report', () => {
  for (const scheme of ['light', 'dark']) {
    it(`has no finding of axe when empty, with a report, with its table, and with rejected rows (${scheme})`, async () => {
      harness = await ReportHarness.open();
      dark(scheme === 'dark');
      equal(await harness.axe(), [], 'empty');
      await harness.read(
        textFile('answers.csv', someAnswers(400) + 'x,1,shop,1,completed,,11,5,1,1,1,1,1,1\nshort\n'),
      );
      equal(await harness.axe(), [], 'chart');
      await harness.press('Table');
      equal(await harness.axe(), [], 'table');
      await harness.read(textFile('answers.xlsx', 'PK\u0003\u0004'));
      equal(await harness.axe(), [], 'problem');
    });
  }

  it('shows the figures in the overview as the metrics give them', async () => {
    await withAnswers();
    const figures = await figuresOf(someAnswers(400));
    equal(harness.text('[data-figure="nps"] [data-part="value"]'), fixed(figures.nps?.value ?? 0, 0));
    equal(harness.text('[data-figure="nps"] [data-part="n"]'), 'n 400');
    equal(harness.text('[data-figure="mean"] [data-part="value"]'), mean(figures.csat?.mean.value ?? 0));
    equal(harness.text('[data-figure="response-rate"] [data-part="value"]'), 'not in this file');
  });

  it('gives every panel as a picture, a table and data', async () => {
    await withAnswers();
    const tools = harness.all('.tools');
    const panels = harness.all('section.panel:not([data-panel="notes"], [data-panel="rejected"])');
    equal(tools.length, panels.length + 1, 'the overview among them');
    for (const group of tools) {
      const offered = Array.from(group.querySelectorAll('button'), ({ textContent }) => textContent.trim());
      equal(offered.slice(-4), ['PNG', 'SVG', 'CSV', 'JSON'], group.getAttribute('aria-label') ?? '');
    }
  });

  it('shows the same figures in the table, the list and the metrics', async () => {
    await withAnswers();
    const listed = harness.all('[data-ranked]').map((item) => item.dataset.ranked);
    await harness.press('Table');
    const figures = await figuresOf(someAnswers(400));
    equal(
      harness
        .all('tr[data-attribute]')
        .map((row) => row.dataset.attribute)
        .sort(),
      listed.sort(),
    );
    for (const point of figures.matrix?.points ?? []) {
      const row = `tr[data-attribute="${point.attribute.split('.')[1]}"]`;
      equal(harness.text(`${row} [data-cell="mean"]`), mean(point.satisfaction.value));
      equal(harness.text(`${row} [data-cell="n"]`), String(point.satisfaction.n));
      equal(harness.find(`${row} [data-cell="quadrant"]`).dataset.quadrant, point.quadrant);
    }
  });

  it('sorts the table by a column, and turns it on a second press', async () => {
    await withAnswers();
    await harness.press('Table');
    const order = (): (string | undefined)[] =>
      harness.all('tr[data-attribute]').map((row) => row.dataset.attribute);
    await harness.press('Satisfaction');
    const falling = order();
    await harness.press('Satisfaction');
    equal(order(), [...falling].reverse());
    equal(harness.find('th[aria-sort]').getAttribute('aria-sort'), 'ascending');
  });

  it('names what two have rated with its n, and says that it is too few to draw', async () => {
    await withAnswers(2);
    equal(harness.all('fourfold-matrix').length, 0);
    const panel = harness.text('[data-panel="matrix"]');
    for (const part of [
      'Too few answers to draw',
      'an attribute needs 10',
      'Parking (2 answers)',
      'Staff (2 answers)',
    ])
      holds(panel.includes(part), `${part} in ${panel}`);
    holds(!harness.text('main').includes('Not in this file'), 'nothing said to be missing that is there');
    equal(await harness.axe(), []);
  });

  it('counts one answer where a figure needs two, and does not call the question missing', async () => {
    harness = await ReportHarness.open();
    await harness.read(textFile('one.csv', 'id,survey,nps\na,shop,9\n'));
    equal(harness.text('[data-figure="nps"] [data-part="value"]'), '1 answer');
    equal(harness.text('[data-figure="nps"] .small'), 'A figure needs 2 answers.');
    equal(harness.text('[data-figure="csat"] [data-part="value"]'), 'not in this file');
    holds(harness.text('.note').includes('Not in this file: Importance'), 'no attributes in this file');
  });

  it('asks for the questionnaire where attributes stand under their ids, and only there', async () => {
    await withAnswers();
    holds(harness.text('[data-panel="notes"]').includes('such as Art'), 'a way to the names');
    const attributes = ['parking', 'food', 'signs', 'wifi', 'art', 'staff'].map((id) => ({
      id,
      label: `The ${id}`,
    }));
    const service = { id: 'service', kind: 'battery', ask: ['satisfaction'], attributes };
    const questionnaire = JSON.stringify({ id: 'shop', version: 1, questions: [service] });
    await harness.read(textFile('answers.csv', someAnswers(400)), textFile('q.json', questionnaire));
    holds(!harness.text('main').includes('under their ids'), 'nothing asked for that is there');
  });

  it('moves the crosshair, and takes own lines', async () => {
    await withAnswers();
    await harness.choose('crosshair', 'median');
    await eventually(() => harness.element.querySelector('[data-crosshair="median"]'), 'the median');
    await harness.choose('crosshair', 'own');
    await eventually(() => harness.element.querySelector('[data-crosshair="own"]'), 'own lines');
    const line = harness.find('input[name="satisfaction"]') as HTMLInputElement; // by its tag
    line.value = '4.9';
    line.dispatchEvent(new Event('change'));
    await harness.press('Table');
    await eventually(
      () =>
        harness
          .all('[data-cell="quadrant"]')
          .every(({ dataset }) => dataset.quadrant?.startsWith('improve')) || undefined,
      'every attribute below 4.9',
    );
  });

  it('offers relative weights, and says why not where too few rated everything', async () => {
    await withAnswers();
    await harness.choose('importance', 'relative-weight');
    await eventually(() => harness.element.querySelector('[data-importance="relative-weight"]'), 'weights');
    await harness.settled();
    for (const part of ['Certainty is approximate', 'Relative weights stand on the 400 who rated everything'])
      holds(harness.text('.hero .note').includes(part), part);
    equal(await harness.axe(), []);
    harness.close();
    await withAnswers(24);
    equal(harness.all('input[value="relative-weight"]').length, 0);
    holds(
      harness.text('.switches').includes('relative weight: only 24 rated everything'),
      'the reason instead of the choice',
    );
  });

  it('describes the picture in words for who cannot see it', async () => {
    await withAnswers();
    const label = harness.find('canvas.shown').getAttribute('aria-label') ?? '';
    holds(
      label.includes('Improve first: Parking and Food'),
      `the picture's label to name what is first, got ${label}`,
    );
  });

  it('speaks Chinese when asked, and keeps the figures', async () => {
    await withAnswers();
    const score = harness.text('[data-figure="nps"] [data-part="value"]');
    await harness.press('简');
    holds(harness.text('h1').startsWith('先改进'), 'a Chinese headline');
    equal(harness.text('[data-figure="nps"] [data-part="value"]'), score);
    equal(document.documentElement.lang, 'zh-CN');
    await harness.press('EN');
    equal(document.documentElement.lang, 'en');
  });

  it('has only native controls, each with a name', async () => {
    await withAnswers();
    const controls = harness.all('button, a[href], input, select, summary, [role="button"], [tabindex]');
    for (const control of controls) {
      const named = [
        control.textContent,
        control.getAttribute('aria-label'),
        control.closest('label')?.textContent,
      ];
      holds(
        named.some((name) => (name ?? '').trim() !== ''),
        `a name for ${control.outerHTML.slice(0, 100)}`,
      );
      holds(control.getAttribute('role') !== 'button', 'no made-up buttons');
      holds(control.tabIndex >= -1, 'no forced order of focus');
    }
  });

  it('prints each chart as wide as it is drawn for paper, so that all type has one size', async () => {
    await withAnswers();
    dispatchEvent(new Event('beforeprint'));
    const widths = harness.all('canvas.printed').map(({ style }) => style.width);
    equal(widths, ['690px', '480px']);
    dispatchEvent(new Event('afterprint'));
  });

  it('prints what still waits for its turn to be drawn', async () => {
    harness = await ReportHarness.open();
    await harness.element.open([textFile('answers.csv', someAnswers(400))]);
    await harness.element.updateComplete;
    const panels = harness.all('fourfold-matrix, fourfold-panel, fourfold-comments, fourfold-plan');
    const empty = () => panels.filter(({ childElementCount }) => childElementCount === 0).length;
    holds(empty() > 0, 'something waits');
    dispatchEvent(new Event('beforeprint'));
    for (let step = 0; step < 50; step++) await Promise.resolve(); // no turn of anything else comes between
    equal(empty(), 0);
    equal(
      harness.all('canvas.printed').map(({ style }) => style.width),
      ['690px', '480px'],
    );
    dispatchEvent(new Event('afterprint'));
    await harness.settled();
  });

  it('never scrolls sideways', async () => {
    await withAnswers();
    await harness.press('Table');
    equal(document.documentElement.scrollWidth <= innerWidth, true, 'page within its window');
  });
});
