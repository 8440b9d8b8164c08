import type { AnswerValue } from '../../../shared/answers/answer-record.ts';
import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { afterEach, describe, equal, holds, it, listenToConsole } from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const FIRST: Question = { id: 'first', kind: 'csat', label: 'First' };
const LAST: Question = { id: 'last', kind: 'nps', label: 'Last' };
const options = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
];

/** What is wrong with the second of three questions, where, and what to do about it. */
const MISTAKES: readonly (readonly [what: string, question: object, path: string, remedy: string])[] = [
  ['an unknown kind', { id: 'q', kind: 'slider' }, 'kind', 'use one of nps, csat, ces'],
  ['no kind', { id: 'q' }, 'kind', 'use one of nps, csat, ces'],
  ['an id that is taken', { id: 'first', kind: 'ces' }, 'id', 'questions[0]; give each its own'],
  ['an id that is a column', { id: 'status', kind: 'ces' }, 'id', 'choose another'],
  [
    'a condition on a later question',
    { id: 'q', kind: 'text', showIf: { question: 'last', atMost: 6 } },
    'showIf.question',
    '"last" is not asked before this question; move it further up or change the condition',
  ],
  [
    'a condition on a question that is not there',
    { id: 'q', kind: 'text', showIf: { any: [{ question: 'gone', answered: true }] } },
    'showIf.any[0].question',
    'there is no question "gone"; correct the name',
  ],
  [
    'an empty scale',
    { id: 'q', kind: 'rating', label: 'Q', scale: { min: 3, max: 3 } },
    'scale',
    '"min" must be below "max"',
  ],
  [
    'a reversed scale',
    { id: 'q', kind: 'rating', label: 'Q', scale: { min: 5, max: 1 } },
    'scale',
    '"min" must be below "max"',
  ],
  [
    'a scale of too many points',
    { id: 'q', kind: 'rating', label: 'Q', scale: { min: 0, max: 100 } },
    'scale',
    'bring "min" and "max" closer',
  ],
  [
    'a word too few',
    { id: 'q', kind: 'rating', label: 'Q', look: 'words', words: ['Bad', 'Good'] },
    'words',
    'expected 5 words, one for each point, got 2',
  ],
  ['no label', { id: 'q', kind: 'note' }, 'label', 'missing; add it'],
  ['an empty label', { id: 'q', kind: 'nps', label: ' ' }, 'label', 'write it or leave it out'],
  [
    'a label over the limit',
    { id: 'q', kind: 'nps', label: { en: 'x'.repeat(2001) } },
    'label.en',
    'longer than 2000 characters; shorten it',
  ],
  [
    'one option alone',
    { id: 'q', kind: 'choice', label: 'Q', options: options.slice(1) },
    'options',
    'expected at least two options; add one',
  ],
  [
    'an option twice',
    { id: 'q', kind: 'choice', label: 'Q', options: [...options, options[0]] },
    'options[2].id',
    'give each its own',
  ],
  [
    'a battery that asks three things',
    { id: 'q', kind: 'battery', ask: ['importance', 'satisfaction', 'promise'], attributes: options },
    'ask',
    'split it in two',
  ],
];

const XSS = '<img src=x onerror="window.__xss=1"><script>window.__xss=1</script><b>&amp;';

let harness: SurveyHarness | undefined;
afterEach(() => {
  harness?.close();
  harness = undefined;
});

/** What an attempt to show questions says instead. */
async function refused(own: {
  readonly questions: unknown;
  readonly [field: string]: unknown;
}): Promise<string> {
  const ears = listenToConsole();
  try {
    await SurveyHarness.open(own);
  } catch (error) {
    return String(error);
  } finally {
    ears.stop();
  }
  throw new Error('expected the survey not to be shown');
}

/** Puts a text into the field that has the focus, as a paste does: by the browser's own hand. */
function paste(text: string): void {
  document.execCommand('insertText', false, text); // eslint-disable-line @typescript-eslint/no-deprecated -- no other way
}

/** Nothing was made of the markup, and it stands there letter by letter. */
function staysText(open: SurveyHarness, times: number): void {
  equal(open.root.querySelectorAll('img, script, b').length, 0, 'elements');
  equal(Reflect.get(window, '__xss'), undefined, 'what the markup would have done');
  const shown = open.root.querySelector('.card')?.textContent.replaceAll('\u2003', ' ') ?? '';
  holds(shown.split(XSS).length > times, `the markup as text ${times} times in ${shown}`);
}

describe('a questionnaire with a mistake', () => {
  for (const [what, question, path, remedy] of MISTAKES) {
    it(`in one question, ${what}, is shown without it, and says once where and what to do`, async () => {
      harness = await SurveyHarness.open({ questions: [FIRST, question, LAST] });
      equal(harness.said.length, 1, `messages, ${harness.said.join()}`);
      const [said] = harness.said;
      const line = said.split('\n').find((text) => text.includes(`questions[1].${path}: `)) ?? '';
      holds(line.includes(remedy), `"questions[1].${path}: … ${remedy}" in ${said}`);
      equal(said.split('\n').length, 2, `one line below the heading in ${said}`);
      equal(harness.question, 'First');
      await harness.press('skip');
      equal(harness.question, 'Last');
      equal(harness.has('[part="next"]'), false);
      await harness.choose('last', 10);
      equal(harness.text('[part="next"]'), 'Send');
      equal(harness.record.answers, { last: 10 });
    });
  }

  it('in every question is not shown, says so once, and harms no other survey', async () => {
    const said = await refused({
      questions: [
        { id: 'q', kind: 'slider' },
        { id: 'r', kind: 'rating', label: 'R', scale: { min: 2, max: 1 } },
      ],
    });
    equal(said.split('fourfold:').length - 1, 1, 'messages');
    holds(
      said.includes('questions[0].kind: ') && said.includes('questions[1].scale: '),
      `both paths in ${said}`,
    );
    harness = await SurveyHarness.open('nps');
    await harness.choose('nps', 9);
    equal(harness.record.answers, { nps: 9 });
    harness.silent();
  });

  for (const [what, own, path] of [
    ['no list of questions', { questions: 'nps' }, 'questions'],
    ['no questions', { questions: [] }, 'questions'],
    ['a version that is none', { version: 0, questions: [FIRST] }, 'version'],
    ['an id that is none', { id: '9 lives', questions: [FIRST] }, 'id'],
  ] as const) {
    it(`outside the questions, ${what}, is not shown, and says so once`, async () => {
      const said = await refused(own);
      equal(said.split('fourfold:').length - 1, 1, 'messages');
      holds(said.includes(`\n  ${path}: `), `${path} in ${said}`);
    });
  }

  it('takes a question that hangs on a faulty one with it, and says so in the same message', async () => {
    const why = { id: 'why', kind: 'text', showIf: { question: 'q', atMost: 6 } };
    harness = await SurveyHarness.open({ questions: [FIRST, { id: 'q', kind: 'npss' }, why, LAST] });
    equal(harness.said.length, 1);
    holds(harness.said[0].includes('questions[2].showIf.question: "q" is at fault itself'), harness.said[0]);
    await harness.press('skip');
    equal(harness.question, 'Last');
  });

  it('in one question, with a text missing in another and a word of ours misspelt, says so in one message', async () => {
    harness = await SurveyHarness.open(
      {
        questions: [
          { id: 'q', kind: 'slider' },
          { id: 'first', kind: 'csat', label: { en: 'First', fr: 'Un' } },
          { id: 'last', kind: 'nps', label: { en: 'Last' } },
        ],
        strings: { fr: { nextt: 'Suivant' } },
      },
      { locale: 'fr' },
    );
    equal(harness.said.length, 1, `messages, ${harness.said.join()}`);
    const [heading, ...lines] = harness.said[0].split('\n');
    holds(/^fourfold: survey "own\d+" /.test(heading), `the name that the tag gives in ${heading}`);
    equal(
      lines.map((line) => line.split(': ')[0].trim()),
      ['questions[0].kind', 'questions[2].label', 'strings.fr.nextt'],
    );
    for (const line of lines) holds(/use one of|add it|correct the name/.test(line), `a remedy in ${line}`);
  });

  it('names words of the prompt that there are none of, once', async () => {
    harness = await SurveyHarness.open({
      questions: [FIRST],
      strings: { en: { nextt: 'Onward', next: 'On' } },
    });
    equal(harness.said.length, 1);
    holds(harness.said[0].includes('strings.en.nextt: '), harness.said[0]);
    await harness.choose('first', 3);
    equal(harness.text('[part="next"]'), 'Send');
  });
});

describe('markup', () => {
  const low = XSS;
  const high = `${XSS}!`;
  const label = XSS;

  for (const [question, times] of [
    [{ id: 'q', kind: 'nps', label, hint: XSS, anchors: { low, high } }, 4],
    [{ id: 'q', kind: 'rating', label, look: 'stars', anchors: { low, high } }, 3],
    [{ id: 'q', kind: 'rating', label, look: 'words', scale: { min: 1, max: 2 }, words: [low, high] }, 3],
    [
      {
        id: 'q',
        kind: 'battery',
        label,
        ask: ['perception'],
        attributes: [{ id: 'a', label }],
        wording: { perception: { name: XSS, low, high } },
      },
      4,
    ],
    [
      {
        id: 'q',
        kind: 'choice',
        label,
        options: [
          { id: 'a', label },
          { id: 'b', label },
        ],
      },
      3,
    ],
    [{ id: 'q', kind: 'contact', label, consent: XSS }, 2],
    [{ id: 'q', kind: 'text', label }, 1],
    [{ id: 'q', kind: 'note', label }, 1],
  ] as const satisfies readonly (readonly [Question, number])[]) {
    it(`in the owner's texts of ${question.kind} stays text`, async () => {
      harness = await SurveyHarness.open([question]);
      staysText(harness, times);
      harness.silent();
    });
  }

  it("in an owner's words of the prompt stays text", async () => {
    const words = { skip: XSS, close: XSS, 'endings.thanks.title': XSS, 'csat.0': XSS };
    harness = await SurveyHarness.open(
      { questions: [FIRST], strings: { en: words } },
      { endpoint: undefined },
    );
    staysText(harness, 2);
    equal(harness.find('[part="close"]').ariaLabel, XSS);
    await harness.press('skip');
    staysText(harness, 1);
  });

  it('that a respondent pastes stays text, in the record and on the way back', async () => {
    const questions: readonly Question[] = [
      { id: 'why', kind: 'text' },
      { id: 'pick', kind: 'choice', label: 'Which?', options, other: true },
      { id: 'contact', kind: 'contact' },
      LAST,
    ];
    harness = await SurveyHarness.open(questions);
    const { root } = harness;
    const { element } = harness;
    const pasteInto = async (path: string) => {
      const field = root.querySelector<HTMLInputElement>(`[data-path="${path}"]`);
      field?.focus();
      paste(XSS);
      await element.updateComplete;
      equal(field?.value, XSS, path);
    };
    await pasteInto('why');
    await harness.press('next');
    await harness.choose('pick', 'other');
    await pasteInto('pick.other');
    await harness.press('next');
    await pasteInto('contact.name');
    await pasteInto('contact.reach');
    await harness.choose('contact.consent');
    await harness.press('next');
    const answers: Record<string, AnswerValue> = {
      why: XSS,
      pick: { other: XSS },
      contact: { name: XSS, reach: XSS, consent: true },
    };
    equal(harness.newest.answers, answers);
    for (let i = 0; i < 3; i++) {
      await harness.press('back');
      staysText(harness, 0);
    }
    equal(harness.field.value, XSS);
  });
});

describe('a text over its limit', () => {
  it('is cut by the browser when it is typed or pasted', async () => {
    harness = await SurveyHarness.open([{ id: 'why', kind: 'text', maxLength: 10 }]);
    harness.field.focus();
    paste('1234567890abc');
    equal(harness.field.value, '1234567890');
    await harness.settled();
    equal(harness.text('[part="count"]'), '10 / 10');
  });

  it('is cut by the prompt when a script of the page has put it there', async () => {
    harness = await SurveyHarness.open([{ id: 'why', kind: 'text', maxLength: 10 }, LAST]);
    await harness.write('1234567890abc');
    equal(harness.text('[part="count"]'), '10 / 10');
    equal(harness.field.value, '1234567890');
    await harness.press('next');
    equal(harness.newest.answers, { why: '1234567890' });
  });
});
