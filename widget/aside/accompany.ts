import type { Campaign, Hands } from '../campaign.ts';
import type { outboxApi } from '../outbox/api.ts';
import { lookAtTag } from './look-at-tag.ts';

/**
 * Stands by a prompt on the screen: remembers that it was shown, has its tag looked at, and loads what the page may ask
 * for when the network has gone.
 */
export async function accompany(campaign: Campaign, hands: Hands): Promise<void> {
  noteShown(campaign, hands);
  lookAtTag(campaign);
  await import('../outbox/api.ts');
}

function noteShown(campaign: Campaign, { remember, mayStore }: Hands): void {
  if (!mayStore(campaign)) return;
  remember(campaign.id, () => ({ waitedMs: 0 }));
  if (campaign.popover) remember('', ({ shown = 0 }) => ({ shownAt: Date.now(), shown: shown + 1 }));
}

/** Asks the outbox for what a page asks of it. */
export async function outbox(name: keyof typeof outboxApi): Promise<unknown> {
  return (await import('../outbox/api.ts')).outboxApi[name]();
}
