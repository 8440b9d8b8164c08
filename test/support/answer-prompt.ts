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
 * Answers the prompt on a page by clicking what a passenger answered on paper.
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
  if (isAnswered && Number(recommend) <= 6) await leave(prompt, prompt.locator('textarea'));
  await point('service.satisfaction.art', '1').waitFor();
  let touched = 0;
  for (const service of SERVICES) {
    const code = passenger[`q7_${service}`];
    if (isScore(code)) await point(`service.satisfaction.${service}`, code).click();
    else if (code === NEVER_USED) await prompt.locator(`input[data-path="service.${service}"]`).click();
    else continue;
    touched += 1;
  }
  await prompt.locator(touched > 0 ? '[part~="next"]' : '[part~="skip"]').click();
  // Until the answer is kept or sent the last words are thanks alone; then a line below says what became of it.
  const end = prompt.locator('[part~="end"]');
  await end.locator('[part~="hint"]').waitFor();
  return end.innerText();
}

async function score(prompt: Locator, point: Locator, isAnswered: boolean): Promise<void> {
  await point.waitFor();
  if (isAnswered) await point.click();
  await leave(prompt, point, isAnswered);
}

async function leave(prompt: Locator, seen: Locator, isAnswered = false): Promise<void> {
  await seen.waitFor();
  await prompt.locator(isAnswered ? '[part~="next"]' : '[part~="skip"]').click();
  await seen.waitFor({ state: 'detached' });
}

function isScore(code: string): boolean {
  return /^[1-5]$/.test(code);
}
