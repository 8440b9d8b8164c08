import { parseMapping } from '../../../shared/mapping/parse-mapping.ts';
import { afterEach, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { ReportHarness, dark } from '../support/report-harness.ts';
import { textFile } from '../support/some-answers.ts';
import type { SourceFile } from '../../../report/engine/messages.ts';

let harness: ReportHarness;
afterEach(() => {
  harness.close();
  localStorage.clear();
});

/** A shop's table as a survey tool exports it: three services, an overall score, 9 for no answer. */
function shopTable(rows = 120): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const score = (shift: number): number => 1 + ((n * 7 + shift * 3 + (n % 3)) % 5);
    return [
      n + 1,
      n % 2 ? 'north' : 'south',
      n % 20 ? score(1) : 9,
      score(2),
      score(3),
      score(1),
      n % 11,
      n % 4,
    ].join(',');
  });
  return `respondent_no,region,q1_parking,q1_staff,q1_food,overall,recommend,odd\n${lines.join('\n')}\n`;
}

async function asked(...files: SourceFile[]): Promise<void> {
  harness = await ReportHarness.open();
  await harness.read(...files);
  equal(harness.state, 'mapping');
  await harness.settled();
}

const row = (name: string): string => `tr[data-column="${name}"]`;

async function change(selector: string, value: string): Promise<void> {
  const field = harness.find(selector) as HTMLInputElement | HTMLSelectElement; // by the selector
  field.value = value;
  field.dispatchEvent(new Event('change'));
  await harness.settled();
}

function load(name: string, text: string): void {
  const input = harness.find('.saved input[type="file"]') as HTMLInputElement; // by its tag
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

describe('fourfold-mapping', () => {
  for (const scheme of ['light', 'dark'])
    it(`asks what a foreign table's columns are, without a finding of axe (${scheme})`, async () => {
      await asked(textFile('shop.csv', shopTable()));
      dark(scheme === 'dark');
      equal((harness.find(`${row('q1_parking')} select`) as HTMLSelectElement).value, 'satisfaction'); // by its tag
      equal(harness.text(`${row('q1_parking')} .codes`), '9 6');
      holds(harness.text(row('odd')).includes('what is this?'), 'a doubt');
      holds(!harness.text(row('region')).includes('?'), 'certainty is silent');
      holds(
        harness.text('[role="status"]').includes('3 services rated by 114–120 people each'),
        'what follows',
      );
      equal(await harness.axe(), []);
    });

  it('draws the report, and leads back to the columns', async () => {
    await asked(textFile('shop.csv', shopTable()));
    await change(`${row('q1_food')} input[type="text"]`, 'Meals');
    await harness.press('Draw the report');
    await eventually(() => (harness.state === 'report' ? true : undefined), 'a report');
    await harness.settled();
    equal(harness.text('[data-figure="nps"] [data-part="n"]'), 'n 120');
    holds(harness.text('main').includes('Meals'), 'the name that was given');
    holds(!harness.text('main').includes('under their ids'), 'the names that were let stand');
    await harness.press('Columns');
    await eventually(() => (harness.state === 'mapping' ? true : undefined), 'the columns again');
    await harness.settled();
    equal((harness.find(`${row('q1_food')} input[type="text"]`) as HTMLInputElement).value, 'Meals'); // by its type
  });

  it('says in place what cannot stand, and leads there instead of on', async () => {
    await asked(textFile('shop.csv', shopTable()));
    await change(`${row('odd')} select`, 'nps');
    holds(harness.text(row('odd')).includes('Recommend (NPS) is recommend already'), 'two columns of NPS');
    await change(`${row('odd')} select`, 'ignore');
    holds(!harness.text(row('odd')).includes('?'), 'left out knowingly');
    await change(`${row('region')} select`, 'weight');
    holds(harness.text(row('region')).includes('120 values are no number'), 'a weight of words');
    equal(harness.find(`${row('region')} select`).getAttribute('aria-invalid'), 'true');
    await harness.press('Draw the report');
    equal(harness.state, 'mapping');
    holds(
      document.activeElement === harness.find(`${row('region')} select`),
      'focus where it is to be mended',
    );
    await change(`${row('q1_food')} input.scale`, 'five');
    holds(harness.text(row('q1_food')).includes('such as 1–5'), 'no scale');
    equal(await harness.axe(), []);
  });

  it('sets codes missing, or lets them be rejected, and counts anew', async () => {
    await asked(textFile('shop.csv', shopTable()));
    harness.find(`${row('q1_parking')} .code`).click();
    await harness.settled();
    equal(harness.find(`${row('q1_parking')} .code`).getAttribute('aria-pressed'), 'false');
    holds(harness.text('[role="status"]').includes('6 values rejected'), 'rejected');
    harness.find(`${row('q1_parking')} .code`).click();
    await harness.settled();
    holds(harness.text('[role="status"]').includes('0 values rejected'), 'missing again');
  });

  it('turns all scales where a high score is bad', async () => {
    await asked(textFile('shop.csv', shopTable()));
    await change('select[name="direction"]', 'bad');
    equal(
      ['q1_parking', 'overall', 'recommend'].map(
        (name) => harness.all(`${row(name)} .turn[aria-pressed="true"]`).length,
      ),
      [1, 1, 0],
    );
  });

  it('loads a saved mapping, and says what is wrong with one that is none', async () => {
    await asked(textFile('shop.csv', shopTable()));
    load(
      'bad.json',
      '{"format":"fourfold-map","version":1,"survey":"s","columns":[{"column":"odd","role":"king"}]}',
    );
    await eventually(() => harness.element.querySelector('.msg'), 'an alert');
    holds(harness.text('.msg').includes('columns[0].role'), 'where');
    const columns = [{ column: 'odd', role: 'csat', scale: { min: 0, max: 3 } }];
    load('good.json', JSON.stringify({ format: 'fourfold-map', version: 1, survey: 's', columns }));
    await eventually(() => (harness.all('.msg').length === 0 ? true : undefined), 'no alert');
    equal((harness.find(`${row('odd')} select`) as HTMLSelectElement).value, 'csat'); // by its tag
    equal((harness.find(`${row('q1_food')} select`) as HTMLSelectElement).value, 'ignore'); // by its tag
  });

  it('keeps a mapping for the next table with these columns', async () => {
    await asked(textFile('shop.csv', shopTable()));
    await harness.press('Keep mapping');
    const kept = Object.values(localStorage).map((text) => parseMapping(JSON.parse(String(text))).ok);
    equal(kept, [true]);
    harness.close();
    harness = await ReportHarness.open();
    await harness.read(textFile('shop-2.csv', shopTable(60)));
    equal(harness.state, 'report');
  });

  it('takes a mapping that is dropped beside the file, and asks nothing', async () => {
    harness = await ReportHarness.open();
    const columns = [{ column: 'overall', role: 'csat', scale: { min: 1, max: 5 } }];
    const map = JSON.stringify({ format: 'fourfold-map', version: 1, survey: 's', columns });
    await harness.read(textFile('shop.csv', shopTable()), textFile('shop.map.json', map));
    equal(harness.state, 'report');
  });

  it('asks about one table after the other, and leaves out what its owner leaves out', async () => {
    await asked(textFile('shop.csv', shopTable()), textFile('prices.csv', 'name,price\na,1\nb,2\n'));
    holds(harness.text('.file').includes('one more table follows'), 'what follows');
    await harness.press('Draw the report');
    await eventually(
      () => (harness.text('.file').startsWith('prices.csv') ? true : undefined),
      'the next one',
    );
    await harness.settled();
    await harness.press('Draw the report');
    holds(harness.text('[role="status"]').includes('Nothing can be drawn yet'), 'no score yet');
    await harness.press('Leave this file out');
    await eventually(() => (harness.state === 'report' ? true : undefined), 'a report');
    holds(harness.text('[data-problem="no-survey"]').startsWith('prices.csv'), 'named as left out');
  });

  it('reads GB 18030 where its owner says so', async () => {
    // 城市,总体满意度 / 北京,5 / 上海,4 in GB 18030
    const bytes = [
      ...[0xb3, 0xc7, 0xca, 0xd0, 0x2c, 0xd7, 0xdc, 0xcc, 0xe5, 0xc2, 0xfa, 0xd2, 0xe2, 0xb6, 0xc8, 0x0a],
      ...[0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0x35, 0x0a, 0xc9, 0xcf, 0xba, 0xa3, 0x2c, 0x34, 0x0a],
    ];
    await asked({ name: '餐厅.csv', blob: new Blob([new Uint8Array(bytes)]) });
    equal((harness.find(`${row('总体满意度')} select`) as HTMLSelectElement).value, 'csat'); // by its tag
    holds(harness.text('.filters').includes('are the names right?'), 'a doubt about the encoding');
    await change('select[name="encoding"]', 'utf-16le');
    await eventually(
      () =>
        harness.all(row('总体满意度')).length === 0 || harness.all('.msg').length > 0 ? true : undefined,
      'other names, or an alert',
    );
    await change('select[name="encoding"]', 'gb18030');
    await eventually(() => harness.all(row('总体满意度'))[0], 'the names again');
    await harness.press('Draw the report');
    await eventually(() => (harness.state === 'report' ? true : undefined), 'a report');
    equal(harness.text('[data-figure="mean"] [data-part="n"]'), 'n 2');
  });
});
