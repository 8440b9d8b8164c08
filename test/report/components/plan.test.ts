import { openDB } from 'idb';
import { PlanKeeper } from '../../../report/plan/plan-keeper.ts';
import { createPlanStore } from '../../../report/plan/plan-store.ts';
import { parseBakedReport } from '../../../report/baked-data.ts';
import { savedPage } from '../../../report/saved/saved-page.ts';
import { afterEach, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { ReportHarness } from '../support/report-harness.ts';
import { someAnswers, textFile } from '../support/some-answers.ts';
import { somePlan } from '../support/some-plan.ts';

let harness: ReportHarness;
afterEach(() => harness.close());

/** A page of its own database, so that no test finds the plan of another. */
async function open(database: string): Promise<ReportHarness> {
  harness = await ReportHarness.open();
  harness.element.plans = new PlanKeeper(createPlanStore(database));
  await harness.read(textFile('answers.csv', someAnswers(400)));
  return harness;
}

async function write(name: string, text: string): Promise<void> {
  const field = harness.find(`[data-planned] [name="${name}"]`) as HTMLInputElement; // by its name
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await eventually(() => harness.element.querySelector('[data-keeping="kept"]'), 'the plan kept');
  await harness.settled();
}

const written = (name: string): string =>
  (harness.find(`[data-planned] [name="${name}"]`) as HTMLInputElement).value; // by its name

describe('fourfold-plan', () => {
  it('plans what is settled in improve first, keeps what is written, and offers it to the next page', async () => {
    await open('plan-kept');
    equal(
      harness.all('[data-planned]').map(({ dataset }) => dataset.planned),
      harness.all('.rank .first [data-ranked]').map(({ dataset }) => `service.${dataset.ranked ?? ''}`),
    );
    await write('action', 'More places');
    await write('due', '2026-12-31');
    equal(await harness.axe(), []);
    harness.close();
    await open('plan-kept');
    await eventually(() => harness.element.querySelector('[data-part="offer"]'), 'an offer');
    equal(written('action'), '');
    await harness.press('Go on with it');
    equal([written('action'), written('due')], ['More places', '2026-12-31']);
  });

  it('says that the browser keeps nothing, and offers files', async () => {
    // A database of a later version cannot be opened.
    const later = await openDB('plan-refused', 9);
    later.close();
    await open('plan-refused');
    const status = (): string | null =>
      harness.element.querySelector('[data-keeping="refused"] .what')?.textContent ?? null;
    const text = await eventually(status, 'storage refused');
    holds(text.includes('export the plan'), `what to do in ${text}`);
    holds(harness.all('[data-panel="plan"] .tools button').length === 4, 'PNG, SVG, CSV and JSON offered');
  });

  it('says what is wrong with a file, and where', async () => {
    await open('plan-import');
    const input = harness.find('[data-panel="plan"] input[type="file"]') as HTMLInputElement; // by its type
    const transfer = new DataTransfer();
    transfer.items.add(new File([JSON.stringify({ ...somePlan(), survey: 7 })], 'plan.json'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change'));
    await eventually(() => harness.element.querySelector('[data-part="faults"]'), 'faults');
    const faults = harness.text('[data-part="faults"]');
    holds(faults.includes('plan.json') && faults.includes('survey: expected a text'), faults);
  });
});

describe('savedPage(document)', () => {
  it('is the page with other data, its scripts as they were, and opens with language, choices and plan', async () => {
    await open('plan-saved');
    const source = document.implementation.createHTMLDocument('Report');
    const script = source.createElement('script');
    const data = source.createElement('script');
    script.append('if (1 < 2 && "</b>") { }');
    Object.assign(data, { type: 'application/json', id: 'fourfold-data' });
    source.body.append(source.createElement('fourfold-report'), script, data);
    source.querySelector('fourfold-report')?.append('drawn');
    const files = [{ name: 'a.csv', text: `${someAnswers(400)}</script><b>` }];
    const plan = somePlan({ entries: [] });
    const state = { matrix: { crosshair: { kind: 'median' } }, filter: { fields: {}, until: '2026-03-14' } };
    const head = { format: 'fourfold-report-data', version: 1, language: 'zh-CN', plan, state };
    const text = savedPage(source, 'fourfold-report', head, files).join('');
    const page = new DOMParser().parseFromString(text, 'text/html');
    equal(page.querySelector('fourfold-report')?.textContent, '');
    equal(page.querySelector('script')?.textContent, script.textContent);
    const baked = parseBakedReport(JSON.parse(page.getElementById('fourfold-data')?.textContent ?? ''));
    await harness.element.openBaked(baked);
    await harness.settled();
    equal([harness.element.language, harness.element.plans.current?.id], ['zh-CN', 'plan-0001']);
    equal(harness.element.shownState, state);
    // Of 400 people in turn on the days 1 to 28: 14 rounds of the first 14 days, and 8 more.
    equal(harness.text('[data-figure="csat"] [data-part="n"]'), 'n 204');
    equal(await harness.axe(), []);
  });
});

describe('fourfold-save', () => {
  it('asks what the file is to hold, rows without comments first, and gives it', async () => {
    await open('plan-dialog');
    await harness.press('Save');
    const dialog = harness.find('dialog') as HTMLDialogElement; // by its tag
    equal([dialog.open, await harness.axe()], [true, []]);
    equal((harness.find('[name="save-data"]:checked') as HTMLInputElement).value, 'rows'); // by its name
    equal(harness.all('[name="save-comments"]').length, 0, 'nothing to ask where there are no comments');
    let asked: unknown;
    const save = harness.find('fourfold-save') as HTMLElement & { save: (wanted: unknown) => Promise<void> }; // by its tag
    save.save = (wanted) => Promise.resolve(void (asked = wanted));
    harness.find('[name="save-data"][value="counts"]').click();
    harness.find('dialog .main').click();
    await eventually(() => (dialog.open ? undefined : true), 'the dialog closed');
    equal(asked, { data: 'counts', comments: 'none' });
  });
});
