import { describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import type { Element } from '../../support/webdriver.ts';
import { PromptPage } from './prompt-page.ts';
import type { Site } from './site.ts';
import { useWebkit } from './use-webkit.ts';

const PHONE = { width: 360, height: 740 };
const SHOP: Questionnaire = {
  id: 'shop',
  version: 1,
  questions: [
    {
      id: 'service',
      kind: 'battery',
      ask: ['importance', 'satisfaction'],
      attributes: [
        { id: 'speed', label: 'Delivery on time' },
        { id: 'staff', label: 'Friendly staff' },
      ],
    },
  ],
};
const QUESTIONNAIRE = `<script type="application/json" id="shop">${JSON.stringify(SHOP)}</script>`;
const ANSWERS = { service: { importance: { speed: 5 }, satisfaction: { speed: 2 } } };

const bench = useWebkit();

/** Waits until the newest revision is the whole answer. */
async function arrived({ records }: Site): Promise<void> {
  const newest = (): AnswerRecord | undefined => [...records].sort((a, b) => b.revision - a.revision)[0];
  await expect.poll(newest, { timeout: 10_000 }).toMatchObject({
    status: 'completed',
    answers: ANSWERS,
    notApplicable: { service: ['staff'] },
    skipped: [],
  });
  expect(new Set(records.map(({ id, revision }) => `${id} ${revision}`)).size).toBe(records.length);
}

describe('the battery in WebKit', () => {
  it('is a table on a wide screen', async () => {
    const { site, browser } = bench();
    const prompt = await PromptPage.visit(browser, site.page('data-survey="#shop"', QUESTIONNAIRE));
    expect(await prompt.ask(`root.querySelectorAll('table tbody tr').length`)).toBe(2);
    await prompt.choose('service.importance.speed', 5);
    await prompt.choose('service.satisfaction.speed', 2);
    await prompt.click('[data-path="service.staff"]');
    await prompt.click('[part~="next"]');
    await arrived(site);
  });

  it('is one attribute a screen at 360 px, with targets of 44 px and no sideways scrolling', async () => {
    const { site, browser } = bench();
    // The driver's own window is never narrower than its toolbar; a frame is a window of its own.
    const page = site.page('data-survey="#shop"', QUESTIONNAIRE);
    await browser.open(site.page('', `<iframe width="${PHONE.width}" height="${PHONE.height}"></iframe>`));
    const frame = await browser.run<Element>(
      `const frame = document.querySelector('iframe'); frame.src = arguments[0]; return frame;`,
      page,
    );
    await browser.enter(frame);
    const prompt = await PromptPage.meet(browser);
    expect(await browser.run('return [innerWidth, document.documentElement.scrollWidth]')).toEqual([
      PHONE.width,
      PHONE.width,
    ]);
    expect(await prompt.ask(`root.querySelector('table')`)).toBe(null);
    expect(
      await prompt.ask(`[...root.querySelectorAll('.cell, button')]
        .map((target) => target.getBoundingClientRect())
        .filter(({ width, height, left, right }) =>
          width < 44 || height < 44 || left < 0 || right > ${PHONE.width})`),
    ).toEqual([]);
    await prompt.choose('service.importance.speed', 5);
    await prompt.choose('service.satisfaction.speed', 2);
    await prompt.click('[part~="next"]');
    await prompt.find('[data-path="service.importance.staff"]');
    await prompt.click('[part~="not-applicable"]');
    await arrived(site);
  });
});
