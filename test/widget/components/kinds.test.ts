import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { parseAnswerRecord } from '../../../shared/answers/parse-answer-record.ts';
import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { EVERY_KIND, kindOf } from '../support/every-kind.ts';
import { afterEach, command, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const END: Question = { id: 'end', kind: 'note', label: 'That was all.' };
const FIRST: Question = { id: 'first', kind: 'csat' };

let harness: SurveyHarness;
afterEach(async () => {
  harness.close();
  await command('set-viewport', DESKTOP);
});

/** All that is on the screen of what the respondent chose and wrote. */
function given(): string[] {
  return [...harness.root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(
    (field) =>
      ['radio', 'checkbox'].includes(field.type) ? String((field as HTMLInputElement).checked) : field.value, // by its type
  );
}

const answered = (id: string, answer: unknown) =>
  eventually(
    () => JSON.stringify(harness.newest.answers[id]) === JSON.stringify(answer),
    `the answer to ${id}`,
  );

/** All that the collector was sent, as text. */
async function received(): Promise<string> {
  return (await fetch(harness.endpoint)).text();
}

for (const [where, viewport] of [
  ['desktop', DESKTOP],
  ['phone', PHONE],
] as const) {
  for (const { question, give, answer } of EVERY_KIND) {
    const { id } = question;
    if (!give) continue;
    describe(`${id} (${where})`, () => {
      it('has nothing chosen or written beforehand, and offers to skip', async () => {
        await command('set-viewport', viewport);
        harness = await SurveyHarness.open([question, END]);
        equal(harness.chosen(), []);
        holds(
          given().every((value) => value === 'false' || value === ''),
          'empty fields',
        );
        equal([harness.has('[part="skip"]'), harness.has('[part="next"]')], [true, false]);
        equal(harness.newest.answers, {});
        equal(harness.newest.status, 'shown');
        harness.silent();
      });

      it('puts its answer into the record in the published form, and keeps it on the way back', async () => {
        await command('set-viewport', viewport);
        harness = await SurveyHarness.open([FIRST, question, END]);
        await harness.press('skip');
        await give(harness);
        await answered(id, answer);
        holds(parseAnswerRecord(harness.newest).ok, 'a record that every reader takes');
        const whole = question.kind !== 'battery'; // of which one line is answered
        equal(harness.newest.status, whole ? 'completed' : 'partial', 'the last that asks');
        const before = given();
        await harness.press('next');
        await harness.press('back');
        equal(given(), before);
        await harness.press('back');
        await harness.press('skip');
        equal(given(), before);
        harness.silent();
      });
    });
  }
}

describe('skip', () => {
  for (const { question, give } of EVERY_KIND) {
    if (!give) continue;
    it(`names ${question.id} as skipped, once it is gone past, until it is answered after all`, async () => {
      harness = await SurveyHarness.open([FIRST, question, END]);
      await harness.press('skip');
      equal(harness.newest.skipped, ['first']);
      await harness.press('skip');
      equal(harness.question, 'That was all.');
      equal(harness.newest.skipped, ['first', question.id]);
      await harness.press('back');
      await give(harness);
      await eventually(() => !harness.newest.skipped.includes(question.id), 'it to be skipped no more');
    });
  }
});

describe('one tap', () => {
  for (const [id, value] of [
    ['nps', 9],
    ['csat', 5],
  ] as const) {
    it(`answers ${id}: the collector has it although the visitor goes no further`, async () => {
      harness = await SurveyHarness.open(id);
      await harness.choose(id, value);
      equal(harness.names().includes('answer'), true);
      const record = await harness.sent(({ answers }) => id in answers);
      equal(record.answers, { [id]: value });
      equal([record.revision, record.status, record.skipped], [2, 'partial', []]);
      equal(harness.has(`[data-path="${id}"]`), true, 'the question to stay on the screen');
      harness.element.remove();
      equal(harness.newest.answers, { [id]: value });
    });
  }

  it('and one more changes the answer, in the next revision', async () => {
    harness = await SurveyHarness.open('nps');
    await harness.choose('nps', 9);
    await harness.choose('nps', 2);
    equal(harness.newest.answers, { nps: 2 });
    equal(harness.newest.revision, 3);
    equal(harness.chosen(), ['2']);
  });
});

describe('choice', () => {
  it('of several: a second tap takes an option back, and the last one the whole answer', async () => {
    harness = await SurveyHarness.open([kindOf('many').question]);
    await harness.choose('many', 'advice');
    await harness.choose('many', 'price');
    await harness.choose('many', 'advice');
    equal(harness.newest.answers, { many: ['price'] });
    await harness.choose('many', 'price');
    equal(harness.newest.answers, {});
    equal(harness.has('[part="skip"]'), true);
  });

  it('of several with own words: both are in the list, in the order of choosing', async () => {
    const many = { ...kindOf('own').question, many: true } as Question; // a choice
    harness = await SurveyHarness.open([many]);
    await harness.choose('own', 'other');
    equal(harness.newest.answers, { own: ['other'] }, 'before a word is written');
    await harness.write('Music', 'own.other');
    await harness.choose('own', 'price');
    equal(harness.newest.answers, { own: [{ other: 'Music' }, 'price'] });
    holds(parseAnswerRecord(harness.newest).ok, 'a record that every reader takes');
    await harness.choose('own', 'other');
    equal(harness.newest.answers, { own: ['price'] });
  });

  it('of one: own words wait while another option is looked at', async () => {
    harness = await SurveyHarness.open([kindOf('own').question]);
    await harness.choose('own', 'other');
    await harness.write('Mus', 'own.other');
    await harness.choose('own', 'price');
    equal(harness.newest.answers, { own: 'price' });
    equal(harness.has('[data-path="own.other"]'), false);
    await harness.choose('own', 'other');
    equal(harness.input('own.other').value, 'Mus');
    equal(harness.newest.answers, { own: { other: 'Mus' } });
  });
});

describe('contact', () => {
  it('never leaves the page without consent', async () => {
    harness = await SurveyHarness.open([FIRST, kindOf('contact').question]);
    await harness.choose('first', 4);
    await harness.press('next');
    await harness.write('Li Wei', 'contact.name');
    await harness.write('li@example.com', 'contact.reach');
    await harness.press('close');
    await harness.sent(({ status }) => status === 'partial');
    const seen = (await received()) + JSON.stringify(harness.events);
    equal([seen.includes('Li Wei'), seen.includes('li@example.com')], [false, false]);
  });

  it('with consent withdrawn is gone from the next revision', async () => {
    harness = await SurveyHarness.open([kindOf('contact').question]);
    await kindOf('contact').give?.(harness);
    await answered('contact', kindOf('contact').answer);
    await harness.choose('contact.consent');
    equal(harness.newest.answers, {});
    equal(harness.input('contact.reach').value, 'li@example.com', 'what was written');
  });

  it('says what is missing when the respondent goes on, and waits; cleared, it can be skipped', async () => {
    harness = await SurveyHarness.open([kindOf('contact').question, END]);
    await harness.write('Li Wei', 'contact.name');
    await harness.press('next');
    holds(harness.text('.missing').length > 10, 'a sentence');
    equal(harness.find('.missing').role, 'alert');
    equal(harness.input('contact.reach').ariaInvalid, 'true');
    await harness.choose('contact.consent');
    await harness.press('next');
    equal(harness.has('[data-path="contact.reach"]'), true);
    await harness.write('138 0013 8000', 'contact.reach');
    equal(harness.text('.missing'), '');
    await harness.choose('contact.consent');
    await harness.write('', 'contact.name');
    await harness.write('', 'contact.reach');
    await harness.press('skip');
    equal(harness.newest.skipped, ['contact']);
  });

  it('takes one without a name, and leaves the name out', async () => {
    harness = await SurveyHarness.open([kindOf('contact').question]);
    await harness.write('138 0013 8000', 'contact.reach');
    await harness.choose('contact.consent');
    equal(harness.newest.answers, { contact: { reach: '138 0013 8000', consent: true } });
  });
});

describe('note', () => {
  it('is neither answered nor skipped, and has nothing to skip', async () => {
    harness = await SurveyHarness.open([kindOf('note').question, FIRST]);
    equal([harness.has('[part="skip"]'), harness.has('[part="next"]')], [false, true]);
    await harness.press('next');
    await harness.choose('first', 3);
    await harness.press('next');
    const record = await harness.sent(({ status }) => status === 'completed');
    equal([record.answers, record.skipped], [{ first: 3 }, []]);
  });
});

describe('drafts', () => {
  it('of a comment are kept on the way back, to the last space', async () => {
    harness = await SurveyHarness.open([FIRST, { id: 'why', kind: 'text' }]);
    await harness.press('skip');
    await harness.write('half a sen ');
    await harness.press('back');
    equal(harness.newest.answers, { why: 'half a sen' }, 'the way back makes the revision');
    await harness.press('skip');
    equal(harness.field.value, 'half a sen ');
  });

  it('of own words are kept on the way back', async () => {
    harness = await SurveyHarness.open([FIRST, kindOf('own').question]);
    await harness.press('skip');
    await harness.choose('own', 'other');
    await harness.write('Mu', 'own.other');
    await harness.press('back');
    await harness.press('skip');
    equal(harness.input('own.other').value, 'Mu');
    equal(harness.input('own', 'other').checked, true);
  });

  it('of a contact are kept on the way back, and are no answer', async () => {
    harness = await SurveyHarness.open([FIRST, kindOf('contact').question]);
    await harness.press('skip');
    await harness.write('li@', 'contact.reach');
    await harness.press('back');
    await harness.press('skip');
    equal(harness.input('contact.reach').value, 'li@');
    equal(harness.input('contact.consent').checked, false);
    equal(harness.newest.answers, {});
  });
});

describe('a change of mind', () => {
  const BRANCHING: readonly Question[] = [
    { id: 'nps', kind: 'nps' },
    { id: 'why', kind: 'text', showIf: { question: 'nps', atMost: 6 } },
    { id: 'again', kind: 'csat', showIf: { question: 'why', answered: true } },
  ];

  it('takes answers that are no longer asked out of the next revision, and brings them back', async () => {
    harness = await SurveyHarness.open(BRANCHING);
    await harness.choose('nps', 3);
    await harness.press('next');
    await harness.write('slow');
    await harness.press('next');
    await harness.choose('again', 2);
    equal(harness.newest.answers, { nps: 3, why: 'slow', again: 2 });
    await harness.press('back');
    await harness.press('back');
    await harness.choose('nps', 9);
    equal(harness.newest.answers, { nps: 9 });
    equal(harness.newest.status, 'completed');
    equal(harness.text('[part="next"]'), 'Send', 'nothing comes after it any more');
    await harness.choose('nps', 4);
    equal(harness.newest.answers, { nps: 4, why: 'slow', again: 2 });
    await harness.press('next');
    equal(harness.field.value, 'slow');
  });

  it('takes what was skipped in a closed branch out of the record', async () => {
    harness = await SurveyHarness.open([...BRANCHING, END]);
    await harness.choose('nps', 0);
    await harness.press('next');
    await harness.press('skip');
    equal(harness.newest.skipped, ['why']);
    await harness.press('back');
    await harness.press('back');
    await harness.choose('nps', 10);
    equal(harness.newest.skipped, []);
  });
});

describe('random order', () => {
  const shown = () => [...harness.root.querySelectorAll<HTMLInputElement>('input[type=radio]')];

  it('of options is drawn anew for each respondent, and recorded once it is seen', async () => {
    const options = Array.from({ length: 12 }, (_, i) => ({ id: `o${i}`, label: `Option ${i}` }));
    const question: Question = {
      id: 'pick',
      kind: 'choice',
      label: 'Which?',
      options,
      order: 'random',
      other: true,
    };
    const orders: string[] = [];
    for (let i = 0; i < 2; i++) {
      harness?.close();
      harness = await SurveyHarness.open([FIRST, question]);
      equal(harness.newest.order, {});
      await harness.press('skip');
      const values = shown().map(({ value }) => value);
      equal(values.at(-1), 'other', 'own words stay last');
      equal(harness.newest.order, { pick: values.slice(0, -1) });
      orders.push(values.join());
    }
    holds(orders[0] !== orders[1], 'two orders (the same by chance once in 479,001,600)');
  });

  it('of attributes is recorded as it is seen, and stays on the way back', async () => {
    const attributes = Array.from({ length: 8 }, (_, i) => ({ id: `a${i}`, label: `Attribute ${i}` }));
    const question: Question = {
      id: 'list',
      kind: 'battery',
      ask: ['satisfaction'],
      attributes,
      order: 'random',
    };
    harness = await SurveyHarness.open([FIRST, question]);
    await harness.press('skip');
    const seen = () => [...new Set(shown().map(({ name }) => name.split('.')[2]))];
    const order = seen();
    equal(harness.newest.order, { list: order });
    await harness.press('back');
    await harness.press('skip');
    equal(seen(), order);
  });
});

describe('progress', () => {
  it('is not shown for two questions, and is from three on', async () => {
    harness = await SurveyHarness.open([FIRST, { id: 'nps', kind: 'nps' }]);
    equal(harness.text('[part="step"]'), '');
    harness.close();
    harness = await SurveyHarness.open([FIRST, { id: 'nps', kind: 'nps' }, END]);
    equal(harness.text('[part="step"]'), '1 / 3');
    await harness.press('skip');
    equal(harness.text('[part="step"]'), '2 / 3');
    await harness.press('back');
    equal(harness.text('[part="step"]'), '1 / 3');
  });

  it('offers no way back from the first question', async () => {
    harness = await SurveyHarness.open([FIRST, END]);
    equal(harness.has('[part="back"]'), false);
    await harness.press('skip');
    equal(harness.has('[part="back"]'), true);
  });
});

describe('the end', () => {
  it('thanks, and claims nothing where no collector is named', async () => {
    harness = await SurveyHarness.open('nps', { endpoint: undefined });
    await harness.choose('nps', 9);
    await harness.press('next');
    await harness.until('textarea'); // which is loaded now
    await harness.press('skip');
    equal(harness.text('[part="end"]'), 'Thank you');
    equal(harness.find('[part="end"]').role, 'status');
    equal(harness.has('[part="foot"]'), false);
    equal(harness.record.status, 'completed');
  });

  for (const [what, go] of [
    ['everything was skipped', () => harness.press('skip')],
    [
      'nothing applies',
      async () => {
        for (const attribute of ['speed', 'parking', 'staff']) await harness.choose(`two.${attribute}`);
        await harness.press('next');
      },
    ],
  ] as const) {
    it(`claims no answer where ${what}`, async () => {
      harness = await SurveyHarness.open([kindOf('two').question]);
      await go();
      await eventually(() => harness.names().includes('delivered'), 'the receipt');
      await harness.settled();
      equal(harness.text('[part="end"]'), 'Thank you');
      equal([harness.record.status, harness.record.answeredAt], ['dismissed', undefined]);
    });
  }

  it('comes with "Done" on a note, which sends nothing', async () => {
    harness = await SurveyHarness.open([FIRST, END]);
    await harness.choose('first', 4);
    equal(harness.text('[part="next"]'), 'Next');
    await harness.press('next');
    equal(harness.text('[part="next"]'), 'Done');
  });

  it('comes with "Send" on the last question, whose answer is in the record before', async () => {
    harness = await SurveyHarness.open([FIRST]);
    await harness.choose('first', 1);
    equal(harness.text('[part="next"]'), 'Send');
    const completed = (record: AnswerRecord) => record.status === 'completed';
    equal((await harness.sent(completed)).answers, { first: 1 });
    await harness.press('next');
    await eventually(() => harness.text('[part="end"]').includes('has arrived'), 'the receipt to be told of');
    equal(harness.names().includes('completed'), true);
  });
});
