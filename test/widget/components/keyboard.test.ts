import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { EVERY_KIND, kindOf } from '../support/every-kind.ts';
import {
  afterEach,
  command,
  describe,
  equal,
  eventually,
  holds,
  it,
  press,
  supports,
} from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const END: Question = { id: 'end', kind: 'note', label: 'That was all.' };

/** From the first stop of each kind: keys, or words to type. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  nps: ['Space'],
  csat: ['Space', 'ArrowRight', 'ArrowRight', 'ArrowRight'],
  ces: ['ArrowLeft'],
  numbers: ['ArrowLeft'],
  stars: ['Space', 'ArrowRight', 'ArrowDown'],
  faces: ['Space'],
  words: ['Space', 'ArrowRight', 'ArrowLeft'],
  one: ['ArrowLeft'],
  two: ['ArrowLeft', 'Tab', 'Space'],
  pick: ['Space', 'ArrowDown'],
  many: ['Tab', 'Tab', 'Space', 'Shift+Tab', 'Shift+Tab', 'Space'],
  own: ['ArrowUp', 'Tab', 'type:On the radio'],
  comment: ['type:The parcel took nine days.', 'Enter', 'type:Why?'],
  contact: ['type:Li Wei', 'Tab', 'type:li@example.com', 'Tab', 'Space'],
  note: [],
};
/** Safari ends a composition first, and then sends the key, of which the code tells where it came from. */
const SAFARI: KeyboardEventInit = Object.fromEntries([['keyCode', 229]]);
const SCALES = ['nps', 'csat', 'ces', 'numbers', 'stars', 'faces', 'words', 'pick', 'own'];

let harness: SurveyHarness;
let undo: (() => unknown)[] = [];
afterEach(async () => {
  harness.close();
  for (const step of undo) await step();
  undo = [];
  await command('set-viewport', DESKTOP);
});

async function strike(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('type:')) await command('send-keys', { type: key.slice(5) });
    else await press(key);
  }
  await harness.element.updateComplete;
}

/** Puts focus before the first stop, as a reader's does who has come to the heading. */
async function enter(): Promise<void> {
  await harness.still();
  harness.find('.question').focus();
}

/** Tab, until a part has the focus. */
async function tabTo(part: string): Promise<void> {
  for (let i = 0; i < 20 && harness.focused !== part; i++) await press('Tab');
  equal(harness.focused, part, 'focus');
}

/** A key as an input method makes it, and whether its default was taken away. */
function prevents(field: Element, init: KeyboardEventInit): boolean {
  const event = new KeyboardEvent('keydown', {
    key: 'Enter',
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  field.dispatchEvent(event);
  return event.defaultPrevented;
}

/** What shows the focus: the control, or the point that a radio button is drawn as. */
function ring(): CSSStyleDeclaration {
  const { activeElement } = harness.root;
  if (!activeElement) throw new Error('expected focus in the prompt');
  const { nextElementSibling: face } = activeElement;
  const drawn = activeElement.matches('.point input, .cell input');
  return getComputedStyle(face && drawn ? face : activeElement);
}

describe('keyboard', () => {
  it('answers every kind from the first to the last by keys alone', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open(EVERY_KIND.map(({ question }) => question));
    await enter();
    for (const { question, answer } of EVERY_KIND) {
      const { question: before } = harness;
      if (answer !== undefined) await press('Tab');
      await strike(KEYS[question.id] ?? []);
      if (answer !== undefined)
        await eventually(
          () => JSON.stringify(harness.newest.answers[question.id]) === JSON.stringify(answer),
          `the answer to ${question.id}`,
        );
      equal(harness.question, before, 'the question, before Enter');
      await tabTo('next');
      await press('Enter');
      await eventually(() => harness.question !== before, `to go on from ${question.id}`);
      await eventually(() => harness.focused === 'question', `focus on the heading after ${question.id}`);
    }
    equal(harness.has('[part="end"]'), true);
    equal(harness.newest.status, 'completed');
  });

  it('answers a battery on a phone by keys alone', async () => {
    await command('set-viewport', PHONE);
    harness = await SurveyHarness.open([kindOf('two').question]);
    await enter();
    await strike(['Tab', 'ArrowRight', 'Tab', 'Space']);
    equal(harness.newest.answers, { two: { importance: { speed: 2 }, satisfaction: { speed: 1 } } });
    equal(harness.question, 'Delivery on time');
    await press('Enter');
    await eventually(() => harness.question === 'Parking', 'the next attribute');
    await harness.settled();
    equal(harness.focused, 'question attribute');
    await tabTo('two.parking');
    await press('Enter');
    await eventually(() => harness.question === 'Friendly staff', 'the last attribute');
    equal(harness.newest.notApplicable, { two: ['parking'] });
  });

  for (const id of SCALES) {
    it(`${id} is one stop, on which arrows choose and never go on`, async () => {
      harness = await SurveyHarness.open([kindOf(id).question, END]);
      await enter();
      await press('Tab');
      equal(harness.focused, id);
      await press('Tab');
      equal(harness.focused, 'skip');
      await press('Shift+Tab');
      const { question } = harness;
      const points = harness.root.querySelectorAll(`input[name="${id}"]`).length;
      for (let i = 0; i < points + 1; i++) await press(i % 2 ? 'ArrowDown' : 'ArrowRight');
      await harness.element.updateComplete;
      equal(harness.focused, id);
      equal(harness.question, question);
      equal(harness.chosen().length, 1);
      holds(id in harness.newest.answers, 'an answer');
      await press('Tab');
      if (id === 'own' && harness.focused === 'own.other') await press('Tab');
      equal(harness.focused, 'next');
    });

    it(`${id} goes on by Enter on the point chosen`, async () => {
      harness = await SurveyHarness.open([kindOf(id).question, END]);
      await enter();
      await strike(['Tab', 'Space', 'Enter']);
      await eventually(() => harness.question === 'That was all.', 'the next question');
      holds(id in harness.newest.answers, 'an answer');
      equal(harness.newest.skipped, []);
    });
  }

  it('each scale of a battery is one stop, in table and phone form', async () => {
    for (const [viewport, stops] of [
      [DESKTOP, ['two.importance.speed', 'two.satisfaction.speed', 'two.speed', 'two.importance.parking']],
      [PHONE, ['two.importance.speed', 'two.satisfaction.speed', 'two.speed', 'skip']],
    ] as const) {
      await command('set-viewport', viewport);
      harness?.close();
      harness = await SurveyHarness.open([kindOf('two').question]);
      await enter();
      const seen: unknown[] = [];
      for (let i = 0; i < stops.length; i++) {
        await press('Tab');
        seen.push(harness.focused);
      }
      equal(seen, stops, `stops at ${viewport.width} px`);
    }
  });

  it('goes on by Enter in a one-line field, and breaks the line in a comment', async () => {
    harness = await SurveyHarness.open(
      ['own', 'contact', 'comment'].map((id) => kindOf(id).question).concat(END),
    );
    await kindOf('own').give?.(harness);
    harness.input('own.other').focus();
    await press('Enter');
    await harness.until('[data-path="contact.reach"]');
    await kindOf('contact').give?.(harness);
    harness.input('contact.reach').focus();
    await press('Enter');
    await harness.until('textarea');
    await harness.settled();
    harness.field.focus();
    await strike(['type:a', 'Enter', 'type:b']);
    equal(harness.field.value, 'a\nb');
  });

  it('does not go on by the Enter that ends a composition, nor by one that is held down', async () => {
    harness = await SurveyHarness.open([kindOf('own').question, kindOf('contact').question, END]);
    await harness.choose('own', 'other');
    for (const path of ['own.other', 'contact.name', 'contact.reach']) {
      if (path === 'contact.name') await harness.press('next');
      const field = harness.input(path);
      equal(prevents(field, { isComposing: true }), true, `composing in ${path}`);
      equal(prevents(field, SAFARI), true, `code 229 in ${path}`);
      equal(prevents(field, { repeat: true }), true, `held down in ${path}`);
      equal(prevents(field, {}), false, `plain Enter in ${path}`);
    }
  });

  it('leaves the Enter of a composition in a comment to the input method', async () => {
    harness = await SurveyHarness.open([{ id: 'why', kind: 'text' }, END]);
    equal(prevents(harness.field, { isComposing: true }), false);
    equal(harness.has('textarea'), true);
  });

  it('closes on Escape with focus inside, keeps what was being written, and not while composing', async () => {
    harness = await SurveyHarness.open([{ id: 'why', kind: 'text' }, END]);
    const outside = document.body.appendChild(document.createElement('input'));
    undo.push(() => outside.remove());
    outside.focus();
    await press('Escape');
    equal(harness.find('.ff').matches(':popover-open'), true, 'open, with focus outside');
    harness.field.focus();
    await strike(['type:half a sen']);
    harness.field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, composed: true }),
    );
    equal(harness.find('.ff').matches(':popover-open'), true, 'open, while composing');
    const escape = { key: 'Escape', ...SAFARI, bubbles: true, composed: true };
    harness.field.dispatchEvent(new KeyboardEvent('keydown', escape));
    equal(harness.find('.ff').matches(':popover-open'), true, 'open, while composing in Safari');
    await press('Escape');
    await harness.element.updateComplete;
    equal(harness.find('.ff').matches(':popover-open'), false, 'closed');
    equal(harness.newest.answers, { why: 'half a sen' });
    equal((await harness.sent(({ answers }) => 'why' in answers)).status, 'completed');
  });

  it('moves focus to the next heading only if it was inside', async () => {
    harness = await SurveyHarness.open([kindOf('csat').question, kindOf('nps').question, END]);
    const outside = document.body.appendChild(document.createElement('input'));
    undo.push(() => outside.remove());
    outside.focus();
    await harness.press('skip');
    equal(document.activeElement === outside, true, 'focus stays outside');
    harness.find('[part="back"]').focus();
    await press('Enter');
    await harness.until('[data-path="csat"]');
    await harness.settled();
    equal(harness.focused, 'question', 'back: focus');
  });

  it('leaves focus where it is when a contact lacks something', async () => {
    harness = await SurveyHarness.open([kindOf('contact').question, END]);
    await enter();
    await strike(['Tab', 'type:Li Wei']);
    await tabTo('next');
    await press('Enter');
    await eventually(() => harness.text('.missing') !== '', 'what is missing');
    equal(harness.focused, 'next');
  });

  for (const [where, viewport, forced] of [
    ['desktop', DESKTOP, false],
    ['phone', PHONE, false],
    ['forced colours', DESKTOP, true],
  ] as const) {
    if (forced && !supports('forced-colors')) continue;
    it(`shows the focus on each stop of each kind (${where})`, async () => {
      await command('set-viewport', viewport);
      if (forced) {
        await command('forced-colors', { active: true });
        undo.push(() => command('forced-colors', { active: false }));
      }
      harness = await SurveyHarness.open(EVERY_KIND.map(({ question }) => question));
      let stops = 0;
      for (const { question } of EVERY_KIND) {
        await enter();
        for (;;) {
          await press('Tab');
          // Firefox 140 lets the ring of a battery's shape grow as the shape does.
          const stands = () => ring().outlineStyle === 'solid' && parseFloat(ring().outlineWidth) >= 2;
          await eventually(stands, `an outline on ${question.id}: ${harness.focused}`);
          stops++;
          if (harness.focused === 'close') break;
        }
        do await harness.press(harness.has('[part="skip"]') ? 'skip' : 'next');
        while (harness.has(`[data-path^="${question.id}."]`) && !harness.has('textarea'));
      }
      holds(stops > 3 * EVERY_KIND.length, `many stops, got ${stops}`);
    });
  }
});
