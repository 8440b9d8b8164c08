import { describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { KEYS } from '../../support/webdriver.ts';
import { PromptPage } from './prompt-page.ts';
import type { Site } from './site.ts';
import { useWebkit } from './use-webkit.ts';

const COMMENT = 'The parcel took nine days.';

const bench = useWebkit();

/** The completed record, once it is there; and it must be there once. */
async function completed({ records }: Site): Promise<AnswerRecord> {
  const whole = (): AnswerRecord[] => records.filter(({ status }) => status === 'completed');
  await expect.poll(() => whole().length, { timeout: 10_000 }).toBe(1);
  expect(new Set(records.map(({ id }) => id)).size).toBe(1);
  return whole()[0];
}

describe('the prompt in WebKit', () => {
  it('takes an NPS answer and a comment by mouse, and the record arrives once', async () => {
    const { site, browser } = bench();
    const prompt = await PromptPage.visit(browser, site.page('data-survey="nps"'));
    await expect.poll(() => prompt.ask(`root.querySelector('.ff').matches(':popover-open')`)).toBe(true);
    await prompt.choose('nps', 9);
    await prompt.click('[part~="next"]');
    await prompt.click('textarea');
    await browser.type(COMMENT);
    await prompt.click('[part~="next"]');
    await prompt.until(`root.querySelector('[part~="end"]')?.innerText.includes('Your answer has arrived.')`);
    expect((await completed(site)).answers).toEqual({ nps: 9, why: COMMENT });
  });

  it('takes the same by keyboard alone, and arrows do not submit', async () => {
    const { site, browser } = bench();
    const prompt = await PromptPage.visit(browser, site.page('data-survey="nps"'));
    await prompt.tabTo('input[data-path="nps"]');
    await browser.press(KEYS.space, KEYS.right, KEYS.right, KEYS.right);
    await prompt.until(`root.querySelector('input[value="3"]')?.checked`);
    await prompt.tabTo('[part~="next"]');
    await browser.press(KEYS.enter);
    await prompt.tabTo('textarea');
    await browser.type(COMMENT);
    await prompt.tabTo('[part~="next"]');
    await browser.press(KEYS.enter);
    expect((await completed(site)).answers).toEqual({ nps: 3, why: COMMENT });
  });

  it('stands inline where the owner wants it', async () => {
    const { site, browser } = bench();
    const tag = 'data-survey="csat" data-placement="inline" data-target="#here"';
    const prompt = await PromptPage.visit(browser, site.page(tag, '<section id="here"></section>'));
    expect(await prompt.ask(`root.host.parentElement.id`)).toBe('here');
    expect(await prompt.ask(`root.querySelector('[popover]')`)).toBe(null);
    expect(await prompt.ask(`root.host.getBoundingClientRect().height > 100`)).toBe(true);
    await prompt.choose('csat', 4);
    await prompt.click('[part~="next"]');
    await prompt.click('[part~="skip"]');
    expect((await completed(site)).answers).toEqual({ csat: 4 });
  });

  it('speaks Chinese, and keeps what is written in it', async () => {
    const { site, browser } = bench();
    const prompt = await PromptPage.visit(browser, site.page('data-survey="csat" data-locale="zh-CN"'));
    expect(await prompt.ask(`root.querySelector('[part~="question"]').textContent.trim()`)).toBe(
      '您对公司提供的服务满意度打几分？',
    );
    await prompt.choose('csat', 2);
    await prompt.click('[part~="next"]');
    await prompt.click('textarea');
    await browser.type('按时交货');
    await prompt.click('[part~="next"]');
    const record = await completed(site);
    expect(record.locale).toBe('zh-CN');
    expect(Object.values(record.answers)).toEqual([2, '按时交货']);
  });
});
