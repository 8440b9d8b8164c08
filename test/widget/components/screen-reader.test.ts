import { EVERY_KIND, kindOf } from '../support/every-kind.ts';
import { afterEach, command, describe, equal, eventually, it, supports } from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** Points of a scale, each by its name, of which one is chosen. */
function radios(names: readonly (number | string)[], chosen?: number | string): string[] {
  return names.map((name) => `radio "${name}"${name === chosen ? ' checked' : ''}`);
}

function count(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

const IMPORTANCE = ['1 Not important', 2, 3, 4, '5 Very important'];
const SATISFACTION = ['1 Very dissatisfied', 2, 3, 4, '5 Very satisfied'];

/** A cell of the table: what stands in it is named by its row and its column. */
function cell(row: string, column: string, names: readonly (number | string)[], chosen?: string): string[] {
  return [`cell "${row} ${column}"`, `group "${row} ${column}"`, ...radios(names, chosen)];
}

function tick(row: string): string[] {
  return [`cell "${row} Does not apply"`, `checkbox "${row} Does not apply"`];
}

const IMPORTANT = 'How important to you?';
const SATISFIED = 'How satisfied are you?';
const ROWS = ['Delivery on time', 'Parking', 'Friendly staff'];

/** Name of each kind's form and heading, and all that stands between heading and foot when it is answered. */
const HEARD: Readonly<Record<string, readonly [string, ...string[]]>> = {
  nps: [
    'How likely are you to recommend us to a friend?',
    'group "How likely are you to recommend us to a friend?" (0 Not at all likely 10 Extremely likely)',
    ...radios(count(0, 10), 0),
  ],
  csat: [
    'How satisfied are you with our service?',
    'group "How satisfied are you with our service?"',
    ...radios(
      ['1 Very dissatisfied', '2 Dissatisfied', '3 Neutral', '4 Satisfied', '5 Very satisfied'],
      '4 Satisfied',
    ),
  ],
  ces: [
    'How easy was it to do what you came to do?',
    'group "How easy was it to do what you came to do?" (1 Very difficult 7 Very easy)',
    ...radios(count(1, 7), 7),
  ],
  numbers: [
    'What image do you have of us?',
    'paragraph "All in all."',
    'group "What image do you have of us?" (All in all. 1 Very poor 10 Very good)',
    ...radios(count(1, 10), 10),
  ],
  stars: ['How was the meal?', 'group "How was the meal?"', ...radios(count(1, 5), 3)],
  faces: ['How was the trip?', 'group "How was the trip?"', ...radios(count(1, 5), 1)],
  words: [
    'Did the parcel come on time?',
    'group "Did the parcel come on time?"',
    ...radios(['0 Too late', '1 On time', '2 Early'], '0 Too late'),
  ],
  one: [
    'How did we do?',
    'paragraph "For each line, choose one."',
    'table "How did we do?"',
    'columnheader "How satisfied are you? Very dissatisfied Very satisfied"',
    'columnheader "Does not apply"',
    ...ROWS.flatMap((row, i) => [
      `rowheader "${row}"`,
      ...cell(row, SATISFIED, SATISFACTION, i === 0 ? '5 Very satisfied' : undefined),
      ...tick(row),
    ]),
  ],
  two: [
    'What matters to you, and how did we do?',
    'paragraph "For each line, choose one on the left and one on the right."',
    'table "What matters to you, and how did we do?"',
    'columnheader "How important to you? Not important Very important"',
    'columnheader "How satisfied are you? Very dissatisfied Very satisfied"',
    'columnheader "Does not apply"',
    ...ROWS.flatMap((row, i) => [
      `rowheader "${row}"`,
      ...cell(row, IMPORTANT, IMPORTANCE, i === 0 ? '5 Very important' : undefined),
      ...cell(row, SATISFIED, SATISFACTION, i === 0 ? '1 Very dissatisfied' : undefined),
      ...tick(row),
    ]),
  ],
  pick: [
    'Why did you come?',
    'group "Why did you come?"',
    ...radios(['Price', 'Range of goods', 'Advice'], 'Range of goods'),
  ],
  many: [
    'What do you like?',
    'paragraph "Choose all that apply."',
    'group "What do you like?" (Choose all that apply.)',
    'checkbox "Price" checked',
    'checkbox "Range of goods"',
    'checkbox "Advice" checked',
  ],
  own: [
    'Where did you hear of us?',
    'group "Where did you hear of us?"',
    ...radios(['Price', 'Range of goods', 'Advice', 'Other'], 'Other'),
    'textbox "Other" = On the radio',
  ],
  comment: [
    'What should we do better next time?',
    'textbox "What should we do better next time?" (No personal details, please.) = The parcel took nine days. Why?',
  ],
  contact: [
    'May we contact you about your answer?',
    'textbox "Name (optional)" = Li Wei',
    'textbox "E-mail or phone" = li@example.com',
    'checkbox "You may use this to reply to my answer, and for nothing else." checked',
  ],
  note: ['Two more questions, then you are done.'],
};

let harness: SurveyHarness;
afterEach(async () => {
  harness.close();
  await command('set-viewport', DESKTOP);
});

/** Opens one question as the only one. */
async function open(id: string, how?: string): Promise<void> {
  harness = await SurveyHarness.open([kindOf(id).question], {}, how);
}

async function goOn(): Promise<void> {
  await harness.press('next');
}

if (supports('accessibility-tree'))
  describe('a screen reader', () => {
    for (const { question, give } of EVERY_KIND) {
      const [name, ...body] = HEARD[question.id] ?? [];

      it(`is told of ${question.id}: names and groups at rest, and what is chosen`, async () => {
        await command('set-viewport', DESKTOP);
        await open(question.id);
        const frame = (lines: readonly string[], button: string) => [
          `form "${name}"`,
          `heading "${name}"`,
          ...lines,
          `button "${button}"`,
          'button "Close"',
        ];
        const rest = body
          .filter((line) => !line.startsWith('textbox "Other"')) // comes with its option
          .map((line) => line.replace(/ (checked|= .*)$/, ''));
        equal(await harness.heard(), frame(rest, give ? 'Skip' : 'Done'), 'at rest');
        await give?.(harness);
        equal(await harness.heard(), frame(body, give ? 'Send' : 'Done'), 'answered');
      });
    }

    it('is told by row, group and state that an attribute does not apply', async () => {
      await command('set-viewport', DESKTOP);
      await open('one');
      await harness.choose('one.parking');
      const heard = await harness.heard();
      equal(
        heard.filter((line) => line.startsWith('checkbox')),
        [
          'checkbox "Delivery on time Does not apply"',
          'checkbox "Parking Does not apply" checked',
          'checkbox "Friendly staff Does not apply"',
        ],
      );
    });

    it('is told of one attribute at a time on a phone', async () => {
      await command('set-viewport', PHONE);
      await open('two');
      const screen = (row: string, importance: string[], satisfaction: string[], buttons: string[]) => [
        `form "${row}"`,
        `heading "${row}"`,
        `group "${row} ${IMPORTANT}"`,
        ...importance,
        `group "${row} ${SATISFIED}"`,
        ...satisfaction,
        ...buttons.map((button) => `button ${button}`),
        'button "Close"',
      ];
      const blank = [radios(IMPORTANCE), radios(SATISFACTION)] as const;
      equal(
        await harness.heard(),
        screen('Delivery on time', ...blank, ['"Does not apply"', '"Skip"']),
        'at rest',
      );
      await kindOf('two').give?.(harness);
      equal(
        await harness.heard(),
        screen(
          'Delivery on time',
          radios(IMPORTANCE, '5 Very important'),
          radios(SATISFACTION, '1 Very dissatisfied'),
          ['"Does not apply"', '"Next"'],
        ),
        'answered',
      );
      await goOn();
      await harness.press('not-applicable');
      await harness.press('back');
      equal(
        await harness.heard(),
        screen('Parking', ...blank, ['"Back"', '"Does not apply" pressed', '"Next"']),
        'does not apply',
      );
    });

    it('is alerted to what a contact lacks, at the field that lacks it', async () => {
      await open('contact');
      await harness.write('Li Wei', 'contact.name');
      await goOn();
      const missing = 'Fill in e-mail or phone and tick the box, or skip.';
      equal((await harness.heard()).slice(2, 6), [
        `textbox "Name (optional)" (${missing}) = Li Wei`,
        `textbox "E-mail or phone" (${missing}) invalid`,
        'checkbox "You may use this to reply to my answer, and for nothing else."',
        `alert "${missing}"`,
      ]);
    });

    it('is told how many characters are left, when they become few', async () => {
      harness = await SurveyHarness.open([{ id: 'why', kind: 'text', maxLength: 30 }]);
      const status = async () => (await harness.heard()).filter((line) => line.startsWith('status'));
      await harness.write('123456789');
      equal(await status(), []);
      await harness.write('1234567890');
      equal(await status(), ['status "20 characters left"']);
      await harness.write('1'.repeat(29));
      equal(await status(), ['status "1 character left"']);
    });

    for (const [how, role, words] of [
      ['ok', 'status', 'Thank you Your answer has arrived.'],
      ['refuse', 'alert', 'Your answer is not saved This site did not accept it.'],
    ] as const) {
      it(`is told of the end as ${role} when the collector says ${how}`, async () => {
        await open('csat', how);
        await harness.choose('csat', 5);
        await goOn();
        await eventually(() => harness.text('[part="end"]') === words, 'the last words');
        const heard = await harness.heard();
        equal(
          heard.filter((line) => line.startsWith(role)),
          [`${role} "${words}"`],
        );
        equal(heard.at(-1), 'button "Close"');
      });
    }

    it('is told Chinese names whole, offers to break notwithstanding', async () => {
      harness = await SurveyHarness.open('csat', { locale: 'zh-CN' });
      const [form, heading, group] = await harness.heard();
      const asked = '您对公司提供的服务满意度打几分？';
      equal(
        [form, heading, group].map((line) => line.replace(/(?<=".*) /g, '')),
        [`form "${asked}"`, `heading "${asked}"`, `group "${asked}"`],
      );
      equal(harness.find('.ff').lang, 'zh-CN');
    });
  });
