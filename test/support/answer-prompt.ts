import type { Locator, Page } from 'playwright-core';
import type { Passenger } from './passengers.ts';

/** The airport survey's services, as in its columns `q7_…`. */
export const SERVICES = [
  ...['art', 'food', 'store', 'sign', 'walkways', 'screens', 'infodown', 'infoup', 'wifi', 'roads', 'park'],
  ...['airtrain', 'ltparking', 'rental'],
] as const;

const NEVER_USED = '6';
const BLANK_NPS = '11';

/**
 * Answers the prompt on a page by clicking what a passenger answered on paper: the services as rows of a table, or
 * one a screen where the prompt shows them so.
 *
 * @returns the prompt's last words
 */
export async function answerPrompt(page: Page, passenger: Passenger): Promise<string> {
  const prompt = page.locator('fourfold-survey');
  const point = (path: string, value: string): Locator =>
    prompt.locator(`input[data-path="${path}"][value="${value}"]`);
  const overall = passenger.q7_all;
  await score(prompt, point('csat', isScore(overall) ? overall : '1'), isScore(overall));
  const recommend = passenger.netpro;
  const isAnswered = recommend !== BLANK_NPS && recommend !== '';
  await score(prompt, point('nps', isAnswered ? recommend : '0'), isAnswered);
  if (isAnswered && Number(recommend) <= 6) {
    await prompt.locator('textarea').waitFor();
    await turn(prompt, false);
  }
  await point('service.satisfaction.art', '1').waitFor();
  const rows = (await prompt.locator('table').count()) > 0;
  let touched = false;
  for (const service of SERVICES) {
    const code = passenger[`q7_${service}`];
    const rated = point(`service.satisfaction.${service}`, isScore(code) ? code : '1');
    await rated.waitFor();
    if (isScore(code)) await rated.click();
    else if (code === NEVER_USED) await prompt.locator(`[data-path="service.${service}"]`).click();
    const given = isScore(code) || code === NEVER_USED;
    touched ||= given;
    // On a screen of its own, "does not apply" goes on by itself.
    if (!rows && code !== NEVER_USED) await turn(prompt, given);
  }
  if (rows) await turn(prompt, touched);
  // Until the answer is kept or sent the last words are thanks alone; then a line below says what became of it.
  const end = prompt.locator('[part~="end"]');
  await end.locator('[part~="hint"]', { hasText: /\S/ }).waitFor();
  return end.innerText();
}

async function score(prompt: Locator, point: Locator, isAnswered: boolean): Promise<void> {
  await point.waitFor();
  if (isAnswered) await point.click();
  await turn(prompt, isAnswered);
  await point.waitFor({ state: 'detached' });
}

async function turn(prompt: Locator, isAnswered: boolean): Promise<void> {
  await prompt.locator(isAnswered ? '[part~="next"]' : '[part~="skip"]').click();
}

function isScore(code: string): boolean {
  return /^[1-5]$/.test(code);
}
