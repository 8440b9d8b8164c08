import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { kindOf } from '../support/every-kind.ts';
import { afterEach, command, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const DESKTOP = { width: 1280, height: 800 };
const CSAT: Question = { id: 'csat', kind: 'csat' };
const TWO_LANGUAGES: readonly Question[] = [
  { id: 'meal', kind: 'rating', label: { en: 'How was the meal?', 'zh-CN': '饭菜怎么样？' } },
  { id: 'why', kind: 'text', label: { en: 'Why?', 'zh-CN': '为什么？' } },
];

const language = document.documentElement.lang;
let harness: SurveyHarness;
let undo: (() => void)[] = [];
afterEach(() => {
  harness.close();
  for (const step of undo) step();
  undo = [];
  document.documentElement.lang = language;
});

/** Until the prompt speaks a language. */
async function speaks(locale: string): Promise<void> {
  await eventually(() => harness.find('.ff').lang === locale, `the prompt to speak ${locale}`);
}

const skip = () => harness.text('[part="skip"]');

describe('the language', () => {
  for (const [asked, spoken, word] of [
    ['fr', 'fr', 'Passer'],
    ['fr-CA', 'fr', 'Passer'],
    ['de-AT', 'de', 'Überspringen'],
    ['zh-HK', 'zh-TW', '略過'],
    ['xx', 'en', 'Skip'],
  ] as const) {
    it(`${asked} of a built-in questionnaire is served by ${spoken}`, async () => {
      harness = await SurveyHarness.open('csat', { locale: asked });
      equal([harness.find('.ff').lang, skip(), harness.newest.locale], [spoken, word, spoken]);
      harness.silent();
    });
  }

  for (const [asked, label] of [
    ['fr-CA', 'Le stationnement, au Québec'],
    ['fr-BE', 'Le parking'],
    ['de', 'Parking'],
  ] as const) {
    it(`${asked} of an owner's label falls back from the region to the language to the first`, async () => {
      const texts = { en: 'Parking', fr: 'Le parking', 'fr-CA': 'Le stationnement, au Québec' };
      harness = await SurveyHarness.open([{ ...CSAT, label: texts }], { locale: asked });
      equal(harness.question, label);
      equal(skip(), asked === 'de' ? 'Skip' : 'Passer');
      harness.silent();
    });
  }

  it('is one throughout: what is written in English and Chinese is wholly English to a German', async () => {
    harness = await SurveyHarness.open(TWO_LANGUAGES, { locale: 'de' });
    equal([harness.question, skip(), harness.newest.locale], ['How was the meal?', 'Skip', 'en']);
    await harness.press('skip');
    equal(harness.text('#privacy'), 'No personal details, please.');
    equal(harness.find('[part="close"]').ariaLabel, 'Close');
    harness.silent();
  });

  it('is that of the page, where none is asked for', async () => {
    document.documentElement.lang = 'ja';
    harness = await SurveyHarness.open('csat', { locale: undefined });
    equal(harness.find('.ff').lang, 'ja');
  });

  for (const [survey, files] of [
    ['csat', ['de', 'de-first']],
    ['nps', ['de-first']],
  ] as const) {
    it(`is loaded alone, for ${survey} as ${files.join(' and ')}`, async () => {
      localStorage.removeItem('fourfold:visitor'); // who was asked by the test before is not asked again
      const query = new URLSearchParams({ tag: `data-survey="${survey}" data-locale="de"` });
      const frame = document.body.appendChild(document.createElement('iframe'));
      undo.push(() => frame.remove());
      frame.src = `/host?${query.toString()}`;
      const shown = await eventually(
        () => frame.contentDocument?.querySelector('fourfold-survey')?.shadowRoot?.querySelector('.question'),
        'the prompt',
      );
      equal(/zufrieden|empfehlen/.test(shown.textContent), true);
      const loaded =
        frame.contentWindow?.performance.getEntriesByType('resource').map(({ name }) => name) ?? [];
      const languages = loaded.flatMap(
        (name) => /\/([a-z]{2}(?:-[A-Z]{2})?(?:-first)?)-[\w-]{6}\.js/.exec(name)?.[1] ?? [],
      );
      equal(languages.sort(), files);
      harness = await SurveyHarness.open('csat');
    });
  }
});

describe('another language while the prompt is open', () => {
  it('asked for by the element keeps answers, what is being written, and focus', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open([CSAT, kindOf('comment').question]);
    await harness.choose('csat', 4);
    await harness.press('next');
    await harness.write('half a sen ');
    harness.field.focus();
    harness.field.setSelectionRange(4, 4);
    harness.element.locale = 'zh-CN';
    await speaks('zh-CN');
    equal(harness.question, '您建议我们在哪些方面做出改进，以便为您提供更好的服务？');
    equal(harness.field.value, 'half a sen ');
    equal([harness.focused, harness.field.selectionStart], ['comment', 4]);
    equal([harness.newest.locale, harness.newest.answers], ['zh-CN', { csat: 4, comment: 'half a sen' }]);
    await harness.press('back');
    equal(harness.chosen(), ['4']);
    equal(harness.text('[part="next"]'), '下一题');
    harness.element.locale = null;
    await speaks('en');
    equal(harness.text('[part="next"]'), 'Next');
    harness.silent();
  });

  it('of the page keeps own words and an unfinished contact', async () => {
    document.documentElement.lang = 'en';
    const questions = ['own', 'contact'].map((id) => kindOf(id).question);
    harness = await SurveyHarness.open(questions, { locale: undefined });
    await harness.choose('own', 'other');
    await harness.write('Mus', 'own.other');
    document.documentElement.lang = 'de';
    await speaks('de');
    equal(harness.input('own.other').value, 'Mus');
    equal(harness.text('[part="next"]'), 'Weiter');
    await harness.press('next');
    await harness.write('li@', 'contact.reach');
    document.documentElement.lang = 'ar';
    await speaks('ar');
    equal(harness.input('contact.reach').value, 'li@');
    equal(harness.find('.ff').dir, 'rtl');
    equal(harness.newest.answers, { own: { other: 'Mus' } });
  });

  it('of the page is of no account where the owner or the element names one', async () => {
    harness = await SurveyHarness.open('csat', { locale: 'fr' });
    document.documentElement.lang = 'de';
    harness.element.locale = 'ja';
    await speaks('ja');
    document.documentElement.lang = 'ko';
    harness.element.locale = null;
    await speaks('fr');
  });

  it('keeps the points of a battery and its random order', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open('matrix');
    await harness.press('skip');
    await harness.until('table');
    const rows = () => [...harness.root.querySelectorAll('tbody th')].map(({ id }) => id);
    const before = rows();
    await harness.choose('service.importance.speed', 5);
    harness.element.locale = 'zh-TW';
    await speaks('zh-TW');
    equal(rows(), before);
    equal(harness.chosen(), ['5']);
  });
});

describe("an owner's own words", () => {
  it('make a language that is not built in; what is not written stays English', async () => {
    const questions = [{ id: 'csat', kind: 'csat', label: { nl: 'Hoe tevreden bent u?' } }];
    const strings = { nl: { skip: 'Overslaan', 'csat.0': 'Zeer ontevreden' } };
    harness = await SurveyHarness.open({ questions, strings }, { locale: 'nl-BE' });
    equal([harness.find('.ff').lang, harness.question, skip()], ['nl', 'Hoe tevreden bent u?', 'Overslaan']);
    equal([...harness.root.querySelectorAll('.word')].map((word) => word.textContent).slice(0, 2), [
      'Zeer ontevreden',
      'Dissatisfied',
    ]);
    equal(harness.newest.locale, 'nl');
    equal(harness.said.length, 1, 'messages');
    const [said] = harness.said;
    holds(
      said.includes('\n  strings.nl: close, next, send, ') &&
        said.includes(', csat.1, ') &&
        said.endsWith(': shown in "en"; write them in "nl" here'),
      `path, names and remedy in ${said}`,
    );
    equal(/skip|csat\.0|nps|contact|privacy/.test(said), false, 'words that are written, or not shown');
  });

  it('are not complained of where all that is shown is written', async () => {
    const questions = [{ id: 'nps', kind: 'nps', label: { nl: 'Zou u ons aanraden?' } }];
    const names = ['close', 'next', 'send', 'skip', 'back', 'retry', 'step', 'nps.low', 'nps.high'];
    const endings = ['thanks', 'sent', 'keptOffline', 'kept', 'lostOffline', 'lost', 'rejected'].flatMap(
      (name) => (name === 'thanks' ? ['title'] : ['title', 'hint']).map((part) => `endings.${name}.${part}`),
    );
    const nl = Object.fromEntries([...names, ...endings].map((name) => [name, `*${name}`]));
    harness = await SurveyHarness.open({ questions, strings: { nl } }, { locale: 'nl' });
    equal(skip(), '*skip');
    harness.silent();
  });

  it('replace single ones of a built-in language', async () => {
    const strings = { en: { skip: 'Not now', 'endings.thanks.title': 'Cheers', 'labels.csat': 'Happy?' } };
    harness = await SurveyHarness.open({ questions: [CSAT], strings }, { endpoint: undefined });
    equal([harness.question, skip()], ['Happy?', 'Not now']);
    await harness.press('skip');
    equal(harness.text('[part="end"]'), 'Cheers');
    harness.silent();
  });

  it('that lack a text in the language shown are named once, with path and remedy', async () => {
    const questions = [
      { id: 'a', kind: 'csat', label: { en: 'A', fr: 'À' } },
      {
        id: 'b',
        kind: 'rating',
        label: { en: 'B' },
        anchors: { low: { en: 'Low' }, high: { en: 'High', fr: 'Haut' } },
      },
    ];
    harness = await SurveyHarness.open({ questions }, { locale: 'fr' });
    equal(harness.said.length, 1);
    equal(harness.said[0].split('\n').slice(1), [
      '  questions[1].label: no text in "fr"; add it ("en" is shown)',
      '  questions[1].anchors.low: no text in "fr"; add it ("en" is shown)',
    ]);
    await harness.press('skip');
    equal(harness.question, 'B');
    for (const locale of ['en', 'fr']) {
      harness.element.locale = locale;
      await speaks(locale);
    }
    equal(harness.said.length, 1, 'messages after a change to and fro');
  });
});

describe('right to left', () => {
  for (const [name, open] of [
    ['Arabic', () => SurveyHarness.open([kindOf('nps').question, CSAT], { locale: 'ar' })],
    [
      "Persian, by an owner's words",
      () =>
        SurveyHarness.open(
          { questions: [kindOf('nps').question, CSAT], strings: { fa: { skip: 'رد کردن' } } },
          { locale: 'fa' },
        ),
    ],
  ] as const) {
    it(`mirrors the card, its corner, the cross, the scale and the arrow (${name})`, async () => {
      await command('set-viewport', DESKTOP);
      harness = await open();
      await harness.still();
      equal(harness.find('.ff').dir, 'rtl');
      const box = (selector: string) => harness.find(selector).getBoundingClientRect();
      const card = box('[part="card"]');
      equal(card.left, 24, 'the corner');
      const middle = card.left + card.width / 2;
      holds(box('[part="close"]').right < middle, 'the cross on the left');
      const points = [...harness.root.querySelectorAll('.point')].map(
        (point) => point.getBoundingClientRect().left,
      );
      equal(
        points,
        [...points].sort((a, b) => b - a),
        'from the right to the left',
      );
      await harness.press('skip');
      await harness.still();
      equal(getComputedStyle(harness.find('[part="back"] svg')).transform, 'matrix(-1, 0, 0, 1, 0, 0)');
      holds(box('[part="back"]').left > middle, 'the way back on the right');
      holds(box('[part="skip"]').right < middle, 'the way on on the left');
    });
  }
});

describe('numbers', () => {
  it('are written as the language does: points, ends, steps and counters', async () => {
    const questions = [kindOf('nps').question, { id: 'why', kind: 'text', maxLength: 120 }, CSAT];
    const strings = { fa: { step: 'پرسش {n} از {m}', 'nps.low': 'هرگز', 'nps.high': 'حتما' } };
    harness = await SurveyHarness.open({ questions, strings }, { locale: 'fa' });
    const points = [...harness.root.querySelectorAll<HTMLElement>('.point')].map(({ innerText }) =>
      innerText.trim(),
    );
    equal(points.join(' '), '۰ ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۱۰');
    equal(harness.text('[part="anchors"]'), '۰ هرگز ۱۰ حتما');
    equal(harness.text('[part="step"]'), 'پرسش ۱ از ۳');
    await harness.choose('nps', 10);
    equal(harness.newest.answers, { nps: 10 }, 'the record');
    await harness.press('next');
    await harness.write('abc');
    equal(harness.text('[part="count"]'), '۳ / ۱۲۰');
  });

  it('choose the plural form of what is left', async () => {
    const questions = [{ id: 'why', kind: 'text', maxLength: 21, label: { pl: 'Dlaczego?' } }];
    const left = {
      'left.one': '{n} znak',
      'left.few': '{n} znaki',
      'left.many': '{n} znaków',
      'left.other': '{n} znaku',
    };
    harness = await SurveyHarness.open({ questions, strings: { pl: left } }, { locale: 'pl' });
    const told: string[] = [];
    for (const length of [0, 1, 9, 17, 19, 20, 21]) {
      await harness.write('x'.repeat(length));
      told.push(harness.find('.below [role="status"]').textContent);
    }
    equal(told, ['', '20 znaków', '12 znaków', '4 znaki', '2 znaki', '1 znak', '0 znaków']);
  });

  it("keeps the visitor's language where an owner words one button of another anew", async () => {
    const own = { questions: [{ id: 'nps', kind: 'nps' }], strings: { en: { next: 'Go on' } } };
    harness = await SurveyHarness.open(own, { locale: 'de' });
    equal(harness.find('.ff').lang, 'de');
    equal(harness.text('[part="skip"]') === 'Skip', false);
    harness.silent();
  });

  it('hears of another language before it has loaded what switches', async () => {
    harness = await SurveyHarness.open('nps');
    harness.element.locale = 'zh-CN';
    await eventually(() => harness.find('.ff').lang === 'zh-CN', 'Chinese');
  });

  it('speaks the language that was asked for last', async () => {
    harness = await SurveyHarness.open('csat');
    harness.element.locale = 'ko';
    harness.element.locale = 'en';
    await harness.settled();
    await eventually(() => harness.find('.ff').lang === 'en', 'English');
    equal(harness.text('[part="skip"]'), 'Skip');
  });
});
