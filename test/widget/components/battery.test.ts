import type { BatteryQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { afterEach, command, describe, equal, eventually, holds, it, press } from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const SERVICE: BatteryQuestion = {
  id: 'service',
  kind: 'battery',
  ask: ['importance', 'satisfaction'],
  attributes: [
    { id: 'speed', label: { en: 'Delivery on time', 'zh-CN': '按时交货' } },
    { id: 'staff', label: { en: 'Friendly staff', 'zh-CN': '员工友善专业' } },
    { id: 'parking', label: { en: 'Parking', 'zh-CN': '停车' } },
  ],
};
const LONG: BatteryQuestion = {
  ...SERVICE,
  ask: ['satisfaction'],
  order: 'random',
  attributes: Array.from({ length: 14 }, (_, i) => ({ id: `a${i}`, label: `Attribute ${i}` })),
};

let harness: SurveyHarness;
afterEach(async () => {
  harness.close();
  await command('set-viewport', DESKTOP);
});

describe('battery', () => {
  for (const scheme of ['light', 'dark']) {
    for (const [where, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      it(`has no finding of axe (${where}, ${scheme})`, async () => {
        await command('set-viewport', viewport);
        document.documentElement.style.colorScheme = scheme;
        harness = await SurveyHarness.open([SERVICE], { locale: scheme === 'dark' ? 'zh-CN' : 'en' });
        equal(await harness.axe(), []);
        await harness.choose('service.importance.speed', 4);
        equal(await harness.axe(), [], 'chosen');
      });
    }
  }

  it('is a table on a wide screen, whose cells go by row and column', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open([SERVICE]);
    equal(harness.find('table').getAttribute('aria-labelledby'), 'question');
    const scale = harness.find('[data-path="service.satisfaction.parking"]').closest('fieldset');
    const names = scale
      ?.getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => harness.text(`#${id}`));
    equal(names, ['Parking', 'How satisfied are you?']);
    equal(harness.find('[data-path="service.importance.speed"][value="5"]').ariaLabel, '5 Very important');
  });

  it('records points, what does not apply, and what was left blank', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open([SERVICE]);
    await harness.choose('service.importance.speed', 5);
    await harness.choose('service.satisfaction.speed', 2);
    await harness.choose('service.importance.parking', 1);
    await harness.choose('service.parking');
    await harness.choose('service.satisfaction.staff', 3);
    await harness.press('next');
    const record = await harness.sent(({ status, skipped }) => status === 'completed' && skipped.length > 0);
    equal(record.answers, { service: { importance: { speed: 5 }, satisfaction: { speed: 2, staff: 3 } } });
    equal(record.notApplicable, { service: ['parking'] });
    equal(record.skipped, ['service.importance.staff']);
  });

  it('is one stop of the Tab key for each scale', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open([SERVICE]);
    harness.find('[part="question"]').focus();
    const stops: (string | null | undefined)[] = [];
    for (let i = 0; i < 4; i++) {
      await press('Tab');
      stops.push(harness.root.activeElement?.getAttribute('data-path'));
    }
    equal(stops, [
      'service.importance.speed',
      'service.satisfaction.speed',
      'service.speed',
      'service.importance.staff',
    ]);
  });

  it('keeps focus on its heading, which is another one once the table has its width', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open([{ id: 'csat', kind: 'csat' }, SERVICE]);
    harness.find('[part="question"]').focus();
    await press('Tab');
    await harness.press('skip');
    await harness.until('table');
    await harness.settled();
    equal(harness.root.activeElement?.getAttribute('part'), 'question');
  });

  it('keeps focus on the same row and point when it changes its form, there and back', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open([SERVICE]);
    const focused = () => {
      const input = harness.root.activeElement;
      return [input?.getAttribute('data-path'), input?.getAttribute('value')];
    };
    await harness.choose('service.satisfaction.staff', 2);
    harness.input('service.satisfaction.staff', 2).focus();
    await command('set-viewport', PHONE);
    await harness.until('[part="progress"]');
    await harness.settled();
    equal(harness.text('[part~="attribute"]'), 'Friendly staff');
    equal(focused(), ['service.satisfaction.staff', '2']);
    await command('set-viewport', DESKTOP);
    await harness.until('table');
    await harness.settled();
    equal(focused(), ['service.satisfaction.staff', '2']);
    harness.input('service.parking').focus();
    await command('set-viewport', PHONE);
    await harness.until('[part="progress"]');
    await harness.settled();
    equal(
      [harness.text('[part~="attribute"]'), harness.focused],
      ['Parking', 'service.parking'],
      'does not apply',
    );
  });

  it('heads every column, "does not apply" too, as a column', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open([SERVICE]);
    const heads = [...harness.root.querySelectorAll('thead th[scope="col"]')].map((head) =>
      head.textContent.trim(),
    );
    equal(heads.length, 3);
    equal(heads[2], 'Does not apply');
  });

  it('scrolls fourteen attributes inside the card, with the foot always in sight', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open([LONG]);
    const card = harness.find('[part="card"]').getBoundingClientRect();
    const foot = harness.find('[part="foot"]').getBoundingClientRect();
    const body = harness.find('.body');
    holds(card.top >= 0 && card.bottom <= DESKTOP.height, 'the card within the window');
    holds(foot.bottom <= card.bottom && foot.height >= 44, 'the foot within the card');
    holds(body.scrollHeight > body.clientHeight + 40, 'something to scroll');
    equal(harness.record.order.service.length, 14);
  });

  it('shows one attribute a screen on a phone, and records the same', async () => {
    await command('set-viewport', PHONE);
    harness = await SurveyHarness.open([SERVICE]);
    await eventually(() => harness.has('[part="progress"]'), 'one attribute a screen');
    equal(harness.text('[part="progress"]'), '1 / 3');
    await harness.choose('service.importance.speed', 5);
    await harness.choose('service.satisfaction.speed', 2);
    await harness.press('next');
    await harness.press('not-applicable');
    equal(harness.text('[part~="attribute"]'), 'Parking');
    await harness.press('back');
    equal(harness.find('[part="not-applicable"]').ariaPressed, 'true');
    await harness.press('next');
    await harness.press('skip');
    const record = await harness.sent(({ skipped }) => skipped.length > 0);
    equal(record.status, 'completed');
    equal(record.answers, { service: { importance: { speed: 5 }, satisfaction: { speed: 2 } } });
    equal(record.notApplicable, { service: ['staff'] });
    equal(record.skipped, ['service.importance.parking', 'service.satisfaction.parking']);
  });

  it('has targets of 44 px and no sideways scrolling at 360 px', async () => {
    await command('set-viewport', PHONE);
    harness = await SurveyHarness.open([SERVICE], { locale: 'zh-CN' });
    await eventually(() => harness.has('[part="progress"]'), 'one attribute a screen');
    for (const cell of harness.root.querySelectorAll('.cell, button')) {
      const { width, height, left, right } = cell.getBoundingClientRect();
      holds(width >= 44 && height >= 44, `44 px, got ${width} × ${height}`);
      holds(left >= 0 && right <= PHONE.width, `within the screen, got ${left} to ${right}`);
    }
    equal(document.documentElement.scrollWidth, PHONE.width);
  });
});
