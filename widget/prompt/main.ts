import type { Campaign, Hands } from '../campaign.ts';
import type { SurveySettings } from '../survey-settings.ts';
import { define } from './define.ts';
import type { FourfoldSurvey } from './fourfold-survey.ts';
import type { OutboxModule, Prepared } from './prepare.ts';
import { prepare } from './prepare.ts';

export { prepare } from './prepare.ts';

const Survey = define();
/** However busy the page is, a prompt that has stood so long is noted. */
const ACCOMPANY_MS = 200;

/**
 * Shows a survey: in the element given, at its place in the page, or in the top layer.
 *
 * @param sample share of visitors asked
 * @param host a `<fourfold-survey>` of the page
 * @returns the element, or undefined when it has no place; the console says why
 */
export function show(
  settings: SurveySettings,
  prepared: Prepared,
  sample?: number,
  host?: Element,
): FourfoldSurvey | undefined {
  if (!Survey) return undefined;
  const element = host instanceof Survey ? host : new Survey();
  if (element !== host) {
    const place = prepared.placed ? prepared.placed.parent(settings) : document.body;
    if (!place) return undefined;
    place.append(element);
  }
  element.open(settings, prepared, sample);
  return element;
}

/** Shows a survey of the page, and has it remembered what becomes of it. */
export async function present(campaign: Campaign, hands: Hands, outbox: OutboxModule): Promise<void> {
  const { settings, raw, when, tag } = campaign;
  const prepared = await prepare(settings, raw, outbox);
  const full: SurveySettings = {
    ...settings,
    endpoint: typeof settings.endpoint === 'string' ? settings.endpoint : undefined, // an empty attribute is true
    context: { ...settings.context, ...hands.context },
  };
  const element = prepared && show(full, prepared, when.sample, tag);
  if (!element) {
    campaign.state = 'questionnaire';
    void hands.review();
    return;
  }
  noteSteps(campaign, hands, element);
  const { firstAnswer } = campaign;
  if (firstAnswer !== undefined) (await import('./first-answer.ts')).giveFirstAnswer(element, firstAnswer);
  void accompany(campaign, hands, element);
}

/** Once the prompt is drawn: what answers for kept answers has to be here before the network goes. */
async function accompany(campaign: Campaign, hands: Hands, element: FourfoldSurvey): Promise<void> {
  await element.updateComplete;
  await new Promise((idle) => (window.requestIdleCallback ?? setTimeout)(idle, { timeout: ACCOMPANY_MS }));
  try {
    await (await import('../aside/main.ts')).accompany(campaign, hands);
  } catch {
    // TypeError: the network has gone; the first call loads it again
  }
}

function noteSteps(campaign: Campaign, { remember, mayStore }: Hands, element: FourfoldSurvey): void {
  for (const name of ['answer', 'completed', 'dismissed'] as const)
    element.addEventListener(`fourfold-${name}`, ({ detail: { record } }) => {
      const { status } = record;
      if (status !== 'shown' && mayStore(campaign))
        remember(campaign.id, () => ({
          [status === 'dismissed' ? 'dismissedAt' : 'answeredAt']: Date.now(),
        }));
      if (name !== 'answer') campaign.state = 'closed';
    });
}
