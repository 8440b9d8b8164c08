import { outboxApi } from '../../../widget/outbox/api.ts';
import type { SurveySettings } from '../../../widget/survey-settings.ts';
import { EVERY_KIND, kindOf } from '../support/every-kind.ts';
import { afterEach, command, describe, equal, eventually, it, supports } from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

interface Look {
  readonly name: string;
  readonly settings: Partial<SurveySettings>;
  readonly forced?: true;
}

const LOOKS: readonly Look[] = [
  { name: 'light', settings: { colorScheme: 'light' } },
  { name: 'dark', settings: { colorScheme: 'dark' } },
  { name: 'right to left', settings: { locale: 'ar' } },
  { name: 'forced colours', settings: {}, forced: true },
];

let harness: SurveyHarness;
afterEach(async () => {
  harness.close();
  await outboxApi.forget(); // what a failing collector was sent would go on to the next page
  if (supports('forced-colors')) await command('forced-colors', { active: false });
  await command('set-viewport', DESKTOP);
});

async function look({ forced }: Look, viewport: object): Promise<void> {
  await command('set-viewport', viewport);
  if (forced) await command('forced-colors', { active: true });
}

/** On, past all lines of a battery. */
async function goOn(): Promise<void> {
  const { index } = harness.element.screen ?? {};
  while (harness.element.screen?.index === index)
    await harness.press(harness.has('[part="next"]') ? 'next' : 'skip');
}

describe('axe', () => {
  for (const one of LOOKS) {
    if (one.forced && !supports('forced-colors')) continue;
    for (const [where, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      // Halves, so that none takes longer than a test may.
      for (const [half, kinds] of [
        ['scales', EVERY_KIND.slice(0, 7)],
        ['batteries, choices and words', EVERY_KIND.slice(7)],
      ] as const) {
        it(`finds nothing in ${half}, at rest and answered (${one.name}, ${where})`, async () => {
          await look(one, viewport);
          harness = await SurveyHarness.open(
            kinds.map(({ question }) => question),
            one.settings,
          );
          for (const { question, give } of kinds) {
            equal(await harness.axe(), [], `${question.id} at rest`);
            await give?.(harness);
            if (give) equal(await harness.axe(), [], `${question.id} answered`);
            await goOn();
          }
        });
      }
    }

    it(`finds nothing in what is missing, what does not apply, and few characters left (${one.name})`, async () => {
      await look(one, PHONE);
      harness = await SurveyHarness.open(
        [kindOf('contact').question, kindOf('two').question, { id: 'why', kind: 'text', maxLength: 10 }],
        one.settings,
      );
      await harness.write('Li Wei', 'contact.name');
      await harness.press('next');
      equal(await harness.axe(), [], 'missing');
      await harness.write('', 'contact.name');
      await goOn();
      await harness.press('not-applicable');
      await harness.press('back');
      equal(await harness.axe(), [], 'does not apply, on a phone');
      await command('set-viewport', DESKTOP);
      await harness.until('table');
      equal(await harness.axe(), [], 'does not apply, in the table');
      await goOn();
      await harness.write('123456789');
      equal(await harness.axe(), [], 'characters left');
    });

    it(`finds nothing in the endings: arrived, kept, not accepted (${one.name})`, async () => {
      for (const how of ['ok', 'fail', 'refuse']) {
        await look(one, PHONE);
        harness = await SurveyHarness.open('csat', one.settings, how);
        const thanks = harness.strings.endings;
        const ending = { ok: thanks.sent, fail: thanks.kept, refuse: thanks.rejected }[how];
        await harness.choose('csat', 4);
        await goOn();
        await harness.press('skip');
        await eventually(
          () => harness.text('[part="end"]').includes(ending?.hint ?? '?'),
          `the ending ${how}`,
        );
        equal(await harness.axe(), [], `${how}, phone`);
        await command('set-viewport', DESKTOP);
        equal(await harness.axe(), [], `${how}, desktop`);
        harness.close();
      }
    });
  }
});
