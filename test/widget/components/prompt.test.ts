import { parseAnswerRecord } from '../../../shared/answers/parse-answer-record.ts';
import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { afterEach, command, describe, equal, eventually, holds, it, press } from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const BRANCHING: readonly Question[] = [
  { id: 'nps', kind: 'nps' },
  { id: 'why', kind: 'text', showIf: { question: 'nps', atMost: 6 } },
  { id: 'csat', kind: 'csat' },
];

let harness: SurveyHarness;
afterEach(() => harness.close());

describe('fourfold-survey', () => {
  for (const locale of ['en', 'zh-CN']) {
    for (const scheme of ['light', 'dark']) {
      it(`has no finding of axe from the first question to the last words (${locale}, ${scheme})`, async () => {
        document.documentElement.style.colorScheme = scheme;
        harness = await SurveyHarness.open(BRANCHING, { locale });
        equal(await harness.axe(), [], 'nps');
        await harness.choose('nps', 3);
        equal(await harness.axe(), [], 'nps chosen');
        await harness.press('next');
        await harness.until('textarea');
        equal(await harness.axe(), [], 'text');
        await harness.press('skip');
        await harness.choose('csat', 4);
        equal(await harness.axe(), [], 'csat chosen');
        await harness.press('next');
        await eventually(() => harness.names().includes('delivered'), 'a receipt');
        await harness.settled();
        equal(await harness.axe(), [], 'end');
      });
    }
  }

  it('sends the record of a whole way, in a form that every reader takes', async () => {
    harness = await SurveyHarness.open(BRANCHING, { context: { tier: 'gold', empty: '' } });
    await harness.choose('nps', 6);
    await harness.press('next');
    await harness.until('textarea');
    await harness.write('The parcel took nine days.');
    await harness.press('next');
    await harness.press('skip');
    const record = await harness.sent(({ status }) => status === 'completed');
    holds(parseAnswerRecord(record).ok, 'a record that parses');
    equal(record.answers, { nps: 6, why: 'The parcel took nine days.' });
    equal(record.skipped, ['csat']);
    equal(record.context, { tier: 'gold' });
    equal(record.page, location.origin + location.pathname);
    equal(record.locale, 'en');
    await eventually(
      () => harness.text('[part="end"]') === 'Thank you Your answer has arrived.',
      'the last words',
    );
  });

  it('has drawn what an answer brings before the key after it does anything', async () => {
    harness = await SurveyHarness.open('nps');
    const point = harness.input('nps', 9);
    point.click();
    equal(harness.has('[part="next"]'), false, 'not drawn yet');
    point.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    equal(harness.has('[part="next"]'), true, 'the button that goes on');
  });

  it('draws what an answer brings once it is kept, or after two frames', async () => {
    harness = await SurveyHarness.open('nps');
    await eventually(() => harness.element.run.kept, 'the record of the prompt is kept');
    const given = performance.now();
    let drawn: { readonly kept: boolean | undefined; readonly after: number } | undefined;
    new MutationObserver((_, observer) => {
      observer.disconnect();
      drawn = { kept: harness.element.run.kept, after: performance.now() - given };
    }).observe(harness.root, { childList: true, subtree: true });
    harness.input('nps', 9).click();
    await harness.element.updateComplete;
    equal(harness.has('[part="next"]'), true);
    holds(
      drawn?.kept === true || (drawn?.after ?? 0) > 31,
      `kept or two frames later: ${JSON.stringify(drawn)}`,
    );
  });

  it('draws what an answer brings although the database is busy', async () => {
    harness = await SurveyHarness.open('nps');
    await eventually(() => harness.element.run.kept, 'the record of the prompt is kept');
    const release = await occupyDatabase();
    await harness.choose('nps', 9);
    equal(harness.has('[part="next"]'), true);
    equal(harness.element.run.kept, undefined, 'the write still waits');
    release();
    await eventually(() => harness.element.run.kept, 'the answer is kept');
  });

  it('has drawn the next question before a second click can go on from it', async () => {
    harness = await SurveyHarness.open(BRANCHING);
    await harness.choose('nps', 3);
    await harness.element.forth();
    equal(harness.has('textarea'), true);
  });

  it('keeps all that one task brings, as autofill fills fields', async () => {
    harness = await SurveyHarness.open([
      { id: 'contact', kind: 'contact' },
      {
        id: 'many',
        kind: 'choice',
        label: 'What?',
        many: true,
        options: ['a', 'b'].map((id) => ({ id, label: id })),
      },
    ]);
    for (const [path, text] of [
      ['contact.name', 'Li Wei'],
      ['contact.reach', 'li@example.org'],
    ] as const) {
      const field = harness.input(path);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    harness.input('contact.consent').click();
    await harness.press('next');
    await harness.until('[value="b"]');
    for (const option of ['a', 'b']) harness.input('many', option).click();
    await harness.press('next');
    const record = await harness.sent(({ status }) => status === 'completed');
    equal(record.answers, {
      contact: { name: 'Li Wei', reach: 'li@example.org', consent: true },
      many: ['a', 'b'],
    });
  });

  it('tells the page of each step by an event', async () => {
    harness = await SurveyHarness.open('csat');
    await harness.choose('csat', 5);
    await harness.press('next');
    await harness.press('skip');
    // A higher revision may take the place of a lower one on its way: then there is one receipt for both.
    await harness.sent(({ status }) => status === 'completed');
    await eventually(() => harness.names().includes('delivered'), 'a receipt');
    const steps = harness.names().filter((name) => !['delivered', 'storage'].includes(name));
    equal(steps, ['shown', 'answer', 'answer', 'answer', 'completed']);
    equal(harness.record.status, 'completed');
  });

  it('tells the page of a skip and of the way back, with the record, and of no step when it is closed', async () => {
    harness = await SurveyHarness.open(BRANCHING);
    await harness.press('skip');
    equal(harness.names().includes('answer'), true, 'after a skip');
    equal(harness.record.skipped, ['nps']);
    const { length } = harness.events;
    await harness.press('back');
    const [told] = harness.events.slice(length).filter(({ name }) => name === 'answer');
    equal([told.record.skipped, told.record.answers], [['nps'], {}], 'after the way back');
    await harness.press('close');
    equal(
      harness.names().filter((name) => ['answer', 'dismissed'].includes(name)),
      ['answer', 'answer', 'dismissed'],
    );
    equal(harness.record.answeredAt, undefined);
  });

  it('tells the page of no step where only the language changes', async () => {
    harness = await SurveyHarness.open('csat');
    await harness.choose('csat', 4);
    harness.element.locale = 'fr';
    await eventually(() => harness.newest.locale === 'fr', 'a revision in French');
    equal(harness.names().filter((name) => name === 'answer').length, 1);
  });

  it('ends once, also where the language changes after the end', async () => {
    harness = await SurveyHarness.open('csat');
    await harness.choose('csat', 4);
    await harness.press('next');
    await harness.press('skip');
    const { revision } = harness.newest;
    harness.element.locale = 'fr';
    await eventually(() => harness.text('[part="end"]').includes('Merci'), 'the last words in French');
    equal([harness.newest.revision, harness.newest.locale], [revision, 'en']);
    equal(harness.names().filter((name) => name === 'completed').length, 1);
  });

  it('goes on by one question, however often "Next" is pressed before that has come', async () => {
    harness = await SurveyHarness.open('nps');
    await harness.choose('nps', 9);
    const next = harness.find('[part="next"]');
    next.click();
    next.click();
    await harness.until('textarea');
    await harness.settled();
    equal([harness.has('textarea'), harness.newest.skipped, harness.newest.status], [true, [], 'partial']);
  });

  it('counts its steps anew when an answer opens a branch', async () => {
    harness = await SurveyHarness.open(BRANCHING);
    equal(harness.text('[part="step"]'), '', 'no count of two');
    await harness.choose('nps', 2);
    equal(harness.text('[part="step"]'), '1 / 3');
  });

  it('goes back with the answer still chosen', async () => {
    harness = await SurveyHarness.open('csat');
    await harness.choose('csat', 2);
    await harness.press('next');
    await harness.until('textarea');
    await harness.press('back');
    equal(harness.find('[data-path="csat"][value="2"]').matches(':checked'), true);
    equal(harness.has('[part="next"]'), true);
  });

  it('closed without an answer is dismissed; closed after one is partial', async () => {
    harness = await SurveyHarness.open(BRANCHING);
    await harness.press('close');
    equal((await harness.sent(({ revision }) => revision === 2)).status, 'dismissed');
    harness.close();
    harness = await SurveyHarness.open(BRANCHING);
    await harness.choose('nps', 9);
    await harness.press('close');
    equal((await harness.sent(({ revision }) => revision === 3)).status, 'partial');
    equal(harness.find('.ff').matches(':popover-open'), false);
  });

  it('can be answered from end to end by keyboard alone, and arrows do not submit', async () => {
    harness = await SurveyHarness.open(BRANCHING);
    const before = document.activeElement;
    equal(before === document.body, true, 'focus is not taken');
    harness.find('[part="question"]').focus();
    await press('Tab');
    equal(harness.root.activeElement?.getAttribute('data-path'), 'nps');
    await press('Space');
    for (let i = 0; i < 3; i++) await press('ArrowRight');
    await harness.element.updateComplete;
    equal(harness.record.answers, { nps: 3 });
    equal(harness.text('[part="step"]'), '1 / 3');
    await press('Tab');
    equal(harness.root.activeElement?.getAttribute('part'), 'next', 'one stop for a scale');
    await press('Enter');
    await harness.until('textarea');
    await harness.settled();
    equal(harness.root.activeElement?.getAttribute('part'), 'question', 'focus stays in the prompt');
    await press('Tab');
    await command('send-keys', { type: 'slow' });
    await press('Tab');
    equal(harness.root.activeElement?.getAttribute('part'), 'back');
    await press('Tab');
    await press('Enter');
    await harness.until('[data-path="csat"]');
    await harness.settled();
    await press('Tab');
    await press('ArrowRight');
    await press('Enter');
    const record = await harness.sent(({ status }) => status === 'completed');
    equal(record.answers, { nps: 3, why: 'slow', csat: 2 });
  });

  it('closes on Escape while focus is inside, and not otherwise', async () => {
    harness = await SurveyHarness.open('nps');
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await press('Escape');
    equal(harness.find('.ff').matches(':popover-open'), true);
    equal(document.activeElement === field, true);
    field.remove();
    harness.find('button[part="close"]').focus();
    await press('Escape');
    await harness.settled();
    equal(harness.find('.ff').matches(':popover-open'), false);
  });

  it('lets none of its keys reach the shortcuts of the page', async () => {
    harness = await SurveyHarness.open('csat');
    let heard = 0;
    const listener = () => heard++;
    for (const name of ['keydown', 'keyup', 'keypress']) document.addEventListener(name, listener);
    await harness.press('skip');
    await harness.until('textarea');
    harness.find('textarea').focus();
    await command('send-keys', { type: 'jk' });
    for (const name of ['keydown', 'keyup', 'keypress']) document.removeEventListener(name, listener);
    equal(heard, 0);
  });

  it('does not take the second click of a double click for an answer', async () => {
    harness = await SurveyHarness.open(BRANCHING);
    await harness.choose('nps', 9);
    const { x, y, width, height } = harness.find('button[part="next"]').getBoundingClientRect();
    const position = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await command('send-mouse', { type: 'click', position });
    harness
      .find('[part="skip"]')
      .dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    await harness.settled();
    equal(harness.has('[data-path="csat"]'), true);
    equal(harness.record.skipped, []);
  });

  it('submits no form of the page around it', async () => {
    const form = document.body.appendChild(document.createElement('form'));
    const place = form.appendChild(document.createElement('div'));
    place.id = 'place';
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      submitted++;
      event.preventDefault();
    });
    harness = await SurveyHarness.open('nps', { placement: 'inline', target: '#place' });
    await harness.choose('nps', 9);
    harness.find('[data-path="nps"][value="9"]').focus();
    await press('Enter');
    await harness.until('textarea');
    form.remove();
    equal(submitted, 0);
  });

  it('keeps text that was being written when it is taken out of the page and put in again', async () => {
    harness = await SurveyHarness.open([{ id: 'why', kind: 'text' }]);
    await harness.write('half a sen');
    const { element } = harness;
    element.remove();
    document.body.append(element);
    await harness.settled();
    equal((await harness.sent(({ revision }) => revision === 2)).answers, { why: 'half a sen' });
    equal(harness.field.value, 'half a sen');
    equal(harness.find('.ff').matches(':popover-open'), true);
  });
});

/** Begins a transaction of the outbox that ends only when that is called for. */
async function occupyDatabase(): Promise<() => void> {
  const opening = indexedDB.open('fourfold');
  await new Promise((done) => (opening.onsuccess = done));
  const database = opening.result;
  const store = database.transaction('entries', 'readwrite').objectStore('entries');
  let free = false;
  const busy = () => {
    if (free) database.close();
    else store.count().onsuccess = busy;
  };
  await new Promise<void>((begun) => {
    store.count().onsuccess = () => {
      busy();
      begun();
    };
  });
  return () => {
    free = true;
  };
}
