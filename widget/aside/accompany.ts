import type { Campaign, Hands } from '../campaign.ts';
import type { outboxApi } from '../outbox/api.ts';
import type { FourfoldSurvey } from '../prompt/fourfold-survey.ts';
import { lookAtTag } from './look-at-tag.ts';

/**
 * Stands by a prompt on the screen: remembers that it was shown, gives what a link answers, loads what it may need when
 * the network has gone, and has its tag looked at.
 */
export async function accompany(campaign: Campaign, hands: Hands, element: FourfoldSurvey): Promise<void> {
  noteShown(campaign, hands);
  lookAtTag(campaign);
  const { firstAnswer } = campaign;
  if (firstAnswer !== undefined)
    (await import('../prompt/first-answer.ts')).giveFirstAnswer(element, firstAnswer);
  await import('../outbox/api.ts');
}

function noteShown(campaign: Campaign, { remember, mayStore }: Hands): void {
  if (!mayStore(campaign)) return;
  remember(campaign.id, { waitedMs: 0 });
  if (campaign.popover) remember('', { shownAt: Date.now(), shown: (remember('', {}).shown ?? 0) + 1 });
}

/** Asks the outbox for what a page asks of it. */
export async function outbox(name: keyof typeof outboxApi): Promise<unknown> {
  return (await import('../outbox/api.ts')).outboxApi[name]();
}
