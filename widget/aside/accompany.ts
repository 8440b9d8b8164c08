import type { Campaign } from '../campaign.ts';
import type { outboxApi } from '../outbox/api.ts';
import { lookAtTag } from './look-at-tag.ts';

/** Loads what a prompt on the screen may need when the network has gone, and has its tag looked at. */
export async function accompany(campaign: Campaign): Promise<void> {
  lookAtTag(campaign);
  await import('../outbox/api.ts');
}

/** Asks the outbox for what a page asks of it. */
export async function outbox(name: keyof typeof outboxApi): Promise<unknown> {
  return (await import('../outbox/api.ts')).outboxApi[name]();
}
